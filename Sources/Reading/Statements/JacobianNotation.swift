import LaTeX

/// Jacobians that are written with what is differentiated in brackets, J_v(u): they are fractions, ∂u/∂v, to all that follows.
///
/// J_f(x) is another notation, the Jacobian of f at x. Here some bracket holds a loss, which nothing is differentiated at.
struct JacobianNotation: UniformNotationMark {
  /// Whether the notes write Jacobians so. Their gradients are rows, then.
  let isUsed: Bool

  private static let sign = "J"
  private static let losses: Set<String> = ["\\ell", "L", "\\mathcal{L}", "E", "C", "l"]

  init(_ formulas: [MathFormula]) {
    var isOfLoss = false
    var isAlways = true
    var applied: Set<String> = []
    var variables: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        let next = place + 1 < visible.count ? visible[place + 1] : nil
        if let pair = Self.jacobian(node, next) {
          if let letter = pair.value.occurrence?.letter, Self.losses.contains(letter) { isOfLoss = true }
          if let letter = pair.variable.occurrence?.letter { variables.insert(letter) }
        } else if node.occurrence?.letter == Self.sign {
          isAlways = false
        } else if let letter = node.occurrence?.letter, next?.isRoundFence == true {
          applied.insert(letter)
        }
        if node.occurrence == nil { visit(node.children) }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    isUsed = isOfLoss && isAlways && applied.isDisjoint(with: variables)
  }

  /// `formula` with fractions for such Jacobians.
  func marked(_ formula: MathFormula) -> MathFormula {
    isUsed ? formula.replacingNodes(Self.marked(formula.nodes)) : formula
  }

  private static func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      let next = nodes.indices.dropFirst(place + 1).first { !nodes[$0].isBlank }
      if let next, let (variable, value) = jacobian(node, nodes[next]) {
        result.append(fraction(value, by: variable, node.range.lowerBound..<nodes[next].range.upperBound))
        place = next + 1
      } else {
        result.append(node.mappingRows { marked($0) })
        place += 1
      }
    }
    return result
  }

  /// The v and the u of J_v(u).
  private static func jacobian(_ node: MathNode, _ next: MathNode?) -> (variable: MathNode, value: MathNode)? {
    guard case .scripts(let scripts) = node.kind, scripts.base?.symbolName == sign, scripts.upper == nil,
      scripts.primes.isEmpty, let lower = scripts.lower?.nodes.withoutBlanks, lower.count == 1,
      lower[0].occurrence != nil, let next, next.isRoundFence, case .fence(let fence) = next.kind
    else { return nil }
    let body = fence.body.withoutBlanks
    guard body.count == 1, body[0].occurrence != nil else { return nil }
    return (lower[0], body[0])
  }

  private static func fraction(_ value: MathNode, by variable: MathNode, _ range: Range<Int>) -> MathNode {
    func row(_ node: MathNode) -> MathRow {
      MathRow([MathNode(.symbol("partial"), node.range.lowerBound..<node.range.lowerBound), node], node.range)
    }
    return MathNode(.fraction(MathFraction(.bar, row(value), row(variable))), range)
  }
}
