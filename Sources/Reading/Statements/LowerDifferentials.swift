import LaTeX

/// Derivatives whose lower ∂ is left out, ∂/o_k and ∂L/o_k one above the other: nothing else can be meant.
enum LowerDifferentials {
  /// The node as a derivative, if it is such a fraction.
  static func completed(_ node: MathNode) -> MathNode {
    guard case .fraction(var fraction) = node.kind, fraction.form == .bar,
      fraction.numerator.nodes.withoutBlanks.first?.kind == .symbol("partial"),
      fraction.numerator.nodes.withoutBlanks.count <= 2
    else { return node }
    let below = fraction.denominator.nodes.withoutBlanks
    guard below.count == 1, let variable = below[0].occurrence else { return node }
    let sign = MathNode(.symbol("partial"), variable.range.lowerBound..<variable.range.lowerBound)
    fraction.denominator.nodes = [sign] + below
    return MathNode(.fraction(fraction), node.range)
  }
}
