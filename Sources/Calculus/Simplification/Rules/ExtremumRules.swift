import Expressions

/// max and min, by themselves and in conditions.
extension Simplifier {
  /// max(1, u, 2) = max(u, 2): of several numbers one is left, at the place of the first.
  mutating func extremumOfNumbers(_ expression: Expression) -> Expression? {
    guard case .call(let id, let slice) = graph[expression], graph.isExtremum(expression) else { return nil }
    let function = graph[id]
    let numbers = slice.compactMap { graph.numberValue($0) }
    guard numbers.count > 1, let best = function.name == "max" ? numbers.max() : numbers.min() else { return nil }
    var kept: [Expression] = []
    var isPlaced = false
    for argument in Array(slice) {
      if graph.numberValue(argument) == nil {
        kept.append(argument)
      } else if !isPlaced {
        kept.append(graph.number(best))
        isPlaced = true
      }
    }
    return kept.count == 1 ? kept[0] : graph.call(function, kept)
  }

  /// max(u, v) < w where u < w and v < w, w < max(u, v) where w < u or w < v, and so on, where one
  /// side is a number and what is left is no longer: max(u, 0) < 1 is u < 1.
  mutating func splitExtremum(_ expression: Expression) -> Expression? {
    guard case .comparison(let comparison, let a, let b) = graph[expression], comparison != .equal else { return nil }
    for (side, other, isLeft) in [(a, b, true), (b, a, false)] where graph.isExtremum(side) {
      guard graph.numberValue(other) != nil, case .call(let id, let slice) = graph[side], slice.count <= 4 else {
        continue
      }
      let isMaximum = graph[id].name == "max"
      let parts = Array(slice).map { argument in
        isLeft ? graph.compare(argument, comparison, other) : graph.compare(other, comparison, argument)
      }
      let split = isMaximum == isLeft ? graph.and(parts) : graph.or(parts)
      if cost(split) <= cost(expression) { return split }
    }
    return nil
  }

  /// z > 6 and z ≥ 0 is z > 6: of two bounds of one expression in a conjunction the narrower is left.
  mutating func dropImplied(_ expression: Expression) -> Expression? {
    guard case .and(let slice) = graph[expression], slice.count <= 16 else { return nil }
    let parts = Array(slice)
    for (place, part) in parts.enumerated() {
      guard let wide = bound(part) else { continue }
      for (other, second) in parts.enumerated() where other != place {
        guard let narrow = bound(second), narrow.isLower == wide.isLower, narrow.argument == wide.argument else {
          continue
        }
        let isNarrower = wide.isLower ? narrow.value > wide.value : narrow.value < wide.value
        guard isNarrower || narrow.value == wide.value && narrow.isStrict && !wide.isStrict else { continue }
        var kept = parts
        kept.remove(at: place)
        return graph.and(kept)
      }
    }
    return nil
  }

  /// A comparison with a number: whether the number is a lower bound, and of what.
  private func bound(
    _ condition: Expression
  ) -> (argument: Expression, value: Rational, isLower: Bool, isStrict: Bool)? {
    guard case .comparison(let comparison, let a, let b) = graph[condition], comparison != .equal else { return nil }
    if let value = graph.numberValue(a) { return (b, value, true, comparison == .less) }
    if let value = graph.numberValue(b) { return (a, value, false, comparison == .less) }
    return nil
  }

  /// where(c, [d], 0) = [d and c].
  mutating func bracketInBranch(_ expression: Expression) -> Expression? {
    guard case .piecewise(let slice) = graph[expression], slice.count == 3 else { return nil }
    let parts = Array(slice)
    guard graph.numberValue(parts[2])?.isZero == true, case .bracket(let inner) = graph[parts[1]] else { return nil }
    return graph.bracket(graph.and([inner, parts[0]]))
  }
}
