import LaTeX

/// Layers with numbers below, W_1 and z_2, in notes that have them above elsewhere, W^{(l)} and z^{[l]}: a small network
/// before or after the general case. They are written above, too.
///
/// W_1 is no entry of a matrix, which has two numbers. A letter that has units below beside its layer, a_j^{(l)}, is left
/// alone: its number may be that of a unit.
struct NumberedLayersBelow: UniformNotationMark {
  private static let weights: Set<String> = ["W", "\\Theta"]
  private static let layers: Set<String> = ["l", "L", "\\ell"]
  /// The letters whose numbers below are layers.
  private var letters: Set<String> = []
  /// The bracket around layers above; nil where they stand bare.
  private var bracket: String?

  /// The layers in these formulas.
  init(_ formulas: [MathFormula]) {
    var above: Set<String> = []
    var below: Set<String> = []
    var withUnits: Set<String> = []
    var brackets: [String: Int] = [:]
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName {
          if let upper = scripts.upper, let layer = Self.layer(upper.nodes) {
            above.insert(letter)
            if let bracket = layer.bracket { brackets[bracket, default: 0] += 1 }
            if scripts.lower != nil { withUnits.insert(letter) }
          } else if Self.number(of: scripts) != nil {
            below.insert(letter)
          }
        }
        visit(node.children)
      }
    }
    for formula in formulas { visit(formula.nodes) }
    guard !Self.weights.isDisjoint(with: above.intersection(below)) else { return }
    letters = above.intersection(below).subtracting(withUnits.subtracting(Self.weights))
    bracket = brackets.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether l, (l) or [l − 1] stands above, and in which brackets.
  private static func layer(_ nodes: [MathNode]) -> (bracket: String?, content: LayerContent)? {
    let visible = nodes.withoutBlanks.filter { !$0.isTransposeSign }
    let inner: [MathNode]
    var bracket: String?
    if visible.count == 1, case .fence(let fence) = visible[0].kind, ["(", "["].contains(fence.open.name) {
      (inner, bracket) = (fence.body, fence.open.name)
    } else {
      inner = visible
    }
    guard let content = LayerContent(inner), content.letter.map(layers.contains) == true else { return nil }
    return (bracket, content)
  }

  /// The number that stands alone below, with nothing above but a sign of transposition.
  private static func number(of scripts: MathScripts) -> Int? {
    guard let lower = scripts.lower, scripts.primes.isEmpty, let content = LayerContent(lower.nodes),
      content.letter == nil, content.offset > 0,
      scripts.upper?.nodes.withoutBlanks.allSatisfy(\.isTransposeSign) ?? true
    else { return nil }
    return content.offset
  }

  /// `formula` with these layers above.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let letter = scripts.base?.symbolName, letters.contains(letter),
      Self.number(of: scripts) != nil, let lower = scripts.lower
    else { return node.mappingChildren(marked) }
    let range = lower.range
    var layer = lower.nodes.withoutBlanks
    if let bracket {
      let fence = MathFence(
        open: MathDelimiter(bracket, .open, range.lowerBound..<range.lowerBound), body: layer,
        close: MathDelimiter(bracket == "(" ? ")" : "]", .close, range.upperBound..<range.upperBound))
      layer = [MathNode(.fence(fence), range)]
    }
    scripts.upper = MathRow(layer + (scripts.upper?.nodes ?? []), range)
    scripts.lower = nil
    return MathNode(.scripts(scripts), node.range)
  }
}
