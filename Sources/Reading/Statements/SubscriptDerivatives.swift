import LaTeX

/// Derivatives with the variable below the sign, ∂_w L and ∂_{w_1} (z − y)², as fractions.
enum SubscriptDerivatives {
  /// `nodes` with these as fractions.
  static func read(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      place += 1
      guard case .scripts(let scripts) = node.kind, let sign = scripts.base, sign.kind == .symbol("partial"),
        scripts.upper == nil, scripts.primes.isEmpty, let variable = scripts.lower?.nodes.withoutBlanks,
        variable.count == 1, variable[0].occurrence != nil
      else {
        result.append(node)
        continue
      }
      var above = [sign]
      if let next = nodes[place...].firstIndex(where: { !$0.isBlank }), nodes[next].occurrence != nil {
        above.append(nodes[next])
        place = next + 1
      }
      let range = sign.range.lowerBound..<max(above.extent.upperBound, node.range.upperBound)
      let fraction = MathFraction(.bar, MathRow(above, above.extent), MathRow([sign] + variable, variable.extent))
      result.append(MathNode(.fraction(fraction), range))
    }
    return result
  }
}
