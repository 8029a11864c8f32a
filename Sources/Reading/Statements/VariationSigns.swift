import LaTeX

/// δ in the place of ∂: δL/δw, the way of some authors to write a derivative.
///
/// A bare δ above and below one fraction line would cancel if it were a quantity; so it is a sign, as ∂ is.
enum VariationSigns {
  /// `nodes` with ∂ for each δ that is one.
  static func read(_ nodes: [MathNode]) -> [MathNode] { onLine(nodes).map(inFraction) }

  private static func inFraction(_ node: MathNode) -> MathNode {
    guard case .fraction(var fraction) = node.kind, let above = leading(fraction.numerator.nodes),
      let below = leading(fraction.denominator.nodes), !below.rest.isEmpty
    else { return node }
    fraction.numerator = MathRow([above.sign] + above.rest, fraction.numerator.range)
    // δx δy: one variable behind each sign.
    fraction.denominator = MathRow(
      [below.sign] + below.rest.map { $0.variationSign ?? $0 }, fraction.denominator.range)
    return MathNode(.fraction(fraction), node.range)
  }

  /// ∂ for the δ that a row begins with, and what stands behind it.
  private static func leading(_ nodes: [MathNode]) -> (sign: MathNode, rest: [MathNode])? {
    let visible = nodes.withoutBlanks
    if visible.count == 1, case .group(let row) = visible[0].kind { return leading(row.nodes) }
    guard let sign = visible.first?.variationSign else { return nil }
    return (sign, Array(visible.dropFirst()))
  }

  /// δL/δw on one line: a δ, one letter or something in brackets, the slash, and a δ before a letter again.
  private static func onLine(_ nodes: [MathNode]) -> [MathNode] {
    var result = nodes
    for place in nodes.indices.dropLast(4)
    where nodes[place + 2].kind == .operation("/")
      && (nodes[place + 1].occurrence != nil || nodes[place + 1].isRoundFence)
      && nodes[place + 4].occurrence != nil
    {
      guard let above = nodes[place].variationSign, let below = nodes[place + 3].variationSign else { continue }
      result[place] = above
      result[place + 3] = below
    }
    return result
  }
}

extension MathNode {
  /// ∂ for δ and ∂² for δ²; nil where anything else stands here.
  fileprivate var variationSign: MathNode? {
    switch kind {
    case .letter("delta"): return MathNode(.symbol("partial"), range)
    case .group(let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].variationSign : nil
    case .scripts(var scripts):
      guard scripts.lower == nil, scripts.primes.isEmpty, let upper = scripts.upper?.nodes.withoutBlanks,
        upper.count == 1, upper[0].wholeNumber != nil, let base = scripts.base?.variationSign
      else { return nil }
      scripts.base = base
      return MathNode(.scripts(scripts), range)
    default: return nil
    }
  }
}
