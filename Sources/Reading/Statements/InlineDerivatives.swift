import LaTeX

/// Derivatives with a slash, dL/dz and ∂f(x)/∂x, as fractions.
///
/// The d would cancel if it were a quantity.
enum InlineDerivatives {
  /// `nodes` with these as fractions.
  static func read(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let (fraction, end) = fraction(nodes, place) {
        result.append(fraction)
        place = end
      } else {
        result.append(nodes[place])
        place += 1
      }
    }
    return result
  }

  /// d, what is differentiated, the slash, d, and a letter.
  private static func fraction(_ nodes: [MathNode], _ start: Int) -> (node: MathNode, end: Int)? {
    guard nodes[start].isDifferentialSign, nodes[start].kind != .symbol("partial") else { return nil }
    var rest = nodes.indices[(start + 1)...].filter { !nodes[$0].isBlank }[...]
    var above = [nodes[start]]
    while let next = rest.first, above.count < 3, nodes[next].kind != .operation("/") {
      guard nodes[next].occurrence != nil || above.count == 2 && nodes[next].isRoundFence else { return nil }
      above.append(nodes[next])
      rest.removeFirst()
    }
    guard let slash = rest.popFirst(), nodes[slash].kind == .operation("/"), let sign = rest.popFirst(),
      nodes[sign].isDifferentialSign, nodes[sign].kind != .symbol("partial"), let variable = rest.popFirst(),
      nodes[variable].occurrence != nil
    else { return nil }
    let below = [nodes[sign], nodes[variable]]
    let fraction = MathFraction(.bar, MathRow(above, above.extent), MathRow(below, below.extent))
    return (MathNode(.fraction(fraction), above.extent.lowerBound..<below.extent.upperBound), variable + 1)
  }
}
