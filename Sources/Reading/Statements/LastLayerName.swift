import LaTeX

/// The last layer called by a word, a^{out}, z^{(\text{output})} or A_{last}, beside layers with letters: it is layer L.
struct LastLayerName: UniformNotationMark {
  /// Whether the word stands where the letters of layers stand, above or below.
  private var isAbove = false
  private var isBelow = false

  private static let words: Set<String> = ["out", "output", "last", "final"]

  /// The name in these formulas.
  init(_ formulas: [MathFormula]) {
    var named: (above: Set<String>, below: Set<String>) = ([], [])
    var layered: (above: Set<String>, below: Set<String>) = ([], [])
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        guard case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName else {
          collect(node.children)
          continue
        }
        if let upper = scripts.upper {
          if Self.isName(upper) { named.above.insert(letter) }
          if Self.isShifted(upper) { layered.above.insert(letter) }
        }
        if let lower = scripts.lower {
          if Self.isName(lower) { named.below.insert(letter) }
          if Self.isShifted(lower) { layered.below.insert(letter) }
        }
      }
    }
    for formula in formulas { collect(formula.nodes) }
    isAbove = !named.above.isDisjoint(with: layered.above)
    isBelow = !named.below.isDisjoint(with: layered.below)
  }

  /// l − 1 or l + 1.
  private static func isShifted(_ row: MathRow) -> Bool {
    LayerContent(row.nodes).map { $0.letter != nil && abs($0.offset) == 1 } ?? false
  }

  private static func isName(_ row: MathRow) -> Bool {
    let visible = row.nodes.withoutBlanks
    if visible.count == 1, case .fence(let fence) = visible[0].kind {
      return isName(MathRow(fence.body, visible[0].range))
    }
    guard let first = visible.first else { return false }
    let word = visible.count == 1 ? first.labelName ?? first.symbolName : MathNode.word(of: visible)
    return word.map(words.contains) ?? false
  }

  /// `formula` with L for the word.
  func marked(_ formula: MathFormula) -> MathFormula {
    isAbove || isBelow ? formula.replacingNodes(formula.nodes.map { marked($0) }) : formula
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, scripts.base?.symbolName != nil else {
      return node.mappingChildren { marked($0) }
    }
    if isAbove, let upper = scripts.upper, Self.isName(upper) { scripts.upper = Self.last(upper) }
    if isBelow, let lower = scripts.lower, Self.isName(lower) { scripts.lower = Self.last(lower) }
    return MathNode(.scripts(scripts), node.range)
  }

  /// L, in brackets where the word stands in them.
  private static func last(_ row: MathRow) -> MathRow {
    let letter = MathNode(.letter("L"), row.range)
    guard case .fence(var fence)? = row.nodes.withoutBlanks.first?.kind else { return MathRow([letter], row.range) }
    fence.body = [letter]
    return MathRow([MathNode(.fence(fence), row.range)], row.range)
  }
}
