import LaTeX

/// Commas with a space on both sides between two factors, δ^{(2)} , a^{(1)T}: the thin space \, without its backslash.
///
/// Nobody sets a comma so that separates anything. What follows it up to the end has to be a factor, without a relation of
/// its own, and no list, so that nothing else could be meant.
struct LostThinSpaces: UniformNotationMark {
  private var isUsed = false

  /// Whether some formula has one, and none a comma that is set so and separates relations.
  init(_ formulas: [MathFormula]) {
    isUsed = formulas.contains { formula in
      formula.nodes.indices.contains { Self.isLost(formula.nodes, $0) }
    }
  }

  /// `formula` without them.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard isUsed else { return formula }
    let nodes = formula.nodes
    let kept = nodes.indices.filter { !Self.isLost(nodes, $0) }
    return kept.count == nodes.count ? formula : formula.replacingNodes(kept.map { nodes[$0] })
  }

  private static func isLost(_ nodes: [MathNode], _ place: Int) -> Bool {
    guard nodes[place].kind == .punctuation(","), place > 0, place + 1 < nodes.count else { return false }
    let before = nodes[..<place].last { !$0.isBlank }
    let behind = nodes[(place + 1)...].filter { !$0.isBlank }
    guard let before, let next = behind.first else { return false }
    let isApart =
      before.range.upperBound < nodes[place].range.lowerBound && nodes[place].range.upperBound < next.range.lowerBound
    guard isApart, nodes[..<place].contains(where: { $0.relationName == "=" }) else { return false }
    let isFraction = if case .fraction = before.kind { true } else { false }
    guard before.occurrence != nil || before.isFence || isFraction, next.occurrence != nil || next.isFence else {
      return false
    }
    // An index by itself is what a line is about: z_j = … , j.
    if behind.count == 1, next.symbolName.map({ $0.count == 1 }) ?? false { return false }
    return behind.allSatisfy { node in
      if case .text = node.kind { return false }
      return node.relationName == nil && !node.isPunctuation && !node.isEllipsis
    }
  }
}
