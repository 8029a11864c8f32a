import Expressions

/// Conditions, Iverson brackets and piecewise definitions.
extension Simplifier {
  /// a < b, a ≤ b, a = b, decided where the difference of both sides is a number or the ranges of indices leave no doubt.
  mutating func decideComparison(_ expression: Expression) -> Expression? {
    guard case .comparison(let comparison, let a, let b) = graph[expression] else { return nil }
    if let difference = graph.constantDifference(b, a) {
      let zero = graph.number(0)
      return graph.compare(zero, comparison, graph.number(difference))
    }
    if comparison == .equal {
      let delta = graph.kronecker(a, b)
      guard let value = graph.numberValue(delta) else { return nil }
      return graph.truth(value.isOne)
    }
    return decideByRange(a, comparison, b)
  }

  /// 1 ≤ i holds for an index i from 1 to n, and so does i ≤ n: b − a is largest and smallest where the indices stand
  /// at the ends of their ranges.
  private mutating func decideByRange(_ a: Expression, _ comparison: Comparison, _ b: Expression) -> Expression? {
    guard graph.mentionsIndex(a) || graph.mentionsIndex(b) else { return nil }
    let difference = tidied(graph.subtract(b, a))
    if let least = extreme(of: difference, isLeast: true), comparison == .less ? least > .zero : least >= .zero {
      return graph.truth(true)
    }
    if let most = extreme(of: difference, isLeast: false), comparison == .less ? most <= .zero : most < .zero {
      return graph.truth(false)
    }
    return nil
  }

  /// The least or the greatest value of a sum of multiples of indices and other terms, if it is a number.
  private mutating func extreme(of expression: Expression, isLeast: Bool) -> Rational? {
    var bounds: [Expression] = []
    for term in graph.terms(of: expression) {
      let (coefficient, rest) = graph.splitCoefficient(term)
      guard case .index(let id) = graph[rest] else {
        bounds.append(term)
        continue
      }
      let end = coefficient.isNegative == isLeast ? graph[id].upper : graph[id].lower
      bounds.append(graph.multiply([graph.number(coefficient), end]))
    }
    let bound = tidied(graph.add(bounds))
    return graph.numberValue(bound)
  }

  /// −2z > 6 becomes z < −3: comparisons of a multiple with a number lose the coefficient.
  mutating func divideComparison(_ expression: Expression) -> Expression? {
    guard case .comparison(let comparison, let a, let b) = graph[expression] else { return nil }
    let isNumberLeft = graph.numberValue(a) != nil
    guard let value = graph.numberValue(isNumberLeft ? a : b) else { return nil }
    let (coefficient, rest) = graph.splitCoefficient(isNumberLeft ? b : a)
    if coefficient.isOne || graph.numberValue(rest) != nil { return nil }
    let quotient = value / coefficient
    // Where that would need a fraction, only the sign goes.
    let divisor = quotient.isInteger || !value.isInteger ? coefficient : Rational(coefficient.signum)
    if divisor.isOne { return nil }
    let (number, other) = (graph.number(value / divisor), graph.multiply([graph.number(coefficient / divisor), rest]))
    return isNumberLeft != divisor.isNegative
      ? graph.compare(number, comparison, other) : graph.compare(other, comparison, number)
  }

  /// x + 2y < x becomes 2y < 0: terms that stand on both sides are taken away.
  mutating func cancelInComparison(_ expression: Expression) -> Expression? {
    guard case .comparison(let comparison, let a, let b) = graph[expression] else { return nil }
    var right = graph.terms(of: b)
    guard right.count <= Self.mostOperands else { return nil }
    var left: [Expression] = []
    for term in graph.terms(of: a) {
      let key = fullKey(term)
      let place = right.firstIndex { fullKey($0) == key }
      if let place { right.remove(at: place) } else { left.append(term) }
    }
    if left.count == graph.terms(of: a).count { return nil }
    let (lower, upper) = (graph.add(left), graph.add(right))
    return graph.compare(lower, comparison, upper)
  }

  /// c and not c is false, c or not c is true; equal conditions count once.
  mutating func decideJunction(_ expression: Expression) -> Expression? {
    let parts: [Expression]
    let isConjunction: Bool
    switch graph[expression] {
    case .and(let slice): (parts, isConjunction) = (Array(slice), true)
    case .or(let slice): (parts, isConjunction) = (Array(slice), false)
    default: return nil
    }
    var seen: Set<Expression> = []
    var kept: [Expression] = []
    for part in parts {
      let key = fullKey(part)
      let opposite = fullKey(graph.not(part))
      if seen.contains(opposite) { return graph.truth(!isConjunction) }
      if seen.insert(key).inserted { kept.append(part) }
    }
    if kept.count == parts.count { return nil }
    return isConjunction ? graph.and(kept) : graph.or(kept)
  }

  /// [c]·[not c] = 0.
  mutating func contradictoryBrackets(_ expression: Expression) -> Expression? {
    let factors = graph.factors(of: expression)
    var conditions: [Expression] = []
    for factor in factors { if case .bracket(let condition) = graph[factor] { conditions.append(condition) } }
    guard conditions.count > 1 else { return nil }
    let all = graph.and(conditions)
    return decideJunction(all) == graph.truth(false) ? graph.number(0) : nil
  }

  /// where(c, 1, 0) = [c]; with other numbers a multiple of the bracket.
  mutating func piecewiseToBracket(_ expression: Expression) -> Expression? {
    guard case .piecewise(let parts) = graph[expression], parts.count == 3 else { return nil }
    let all = Array(parts)
    guard let value = graph.numberValue(all[1]), let otherwise = graph.numberValue(all[2]) else { return nil }
    if otherwise.isZero { return graph.multiply([all[1], graph.bracket(all[0])]) }
    if value.isZero { return graph.multiply([all[2], graph.bracket(graph.not(all[0]))]) }
    return nil
  }

  /// where(c, −y, 0) = −y·[c] where −y is defined whether c holds or not. A symbol alone stays: where(z > 0, z, 0).
  mutating func branchToBracket(_ expression: Expression) -> Expression? {
    guard case .piecewise(let parts) = graph[expression], parts.count == 3 else { return nil }
    let all = Array(parts)
    if case .symbol = graph[all[1]] { return nil }
    guard graph.numberValue(all[2])?.isZero == true, isTotal(all[1]) else { return nil }
    return graph.multiply([all[1], graph.bracket(all[0])])
  }

  /// Whether `expression` is seen to be defined everywhere: a polynomial.
  private func isTotal(_ expression: Expression) -> Bool {
    switch graph[expression] {
    case .number, .symbol, .constant(.pi): true
    case .add(let parts), .multiply(let parts): parts.count <= Self.mostOperands && parts.allSatisfy { isTotal($0) }
    case .power(let base, let exponent):
      (graph.numberValue(exponent).map { $0.isInteger && !$0.isNegative } ?? false) && isTotal(base)
    default: false
    }
  }

  /// where(c, u, d, u, v) = where(c or d, u, v), and where(c, u, u) = u.
  mutating func mergeBranches(_ expression: Expression) -> Expression? {
    guard case .piecewise(let slice) = graph[expression] else { return nil }
    let parts = Array(slice)
    var conditions: [Expression] = []
    var values: [Expression] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      if let last = values.last, fullKey(last) == fullKey(parts[place + 1]) {
        conditions[conditions.count - 1] = graph.or([conditions[conditions.count - 1], parts[place]])
      } else {
        conditions.append(parts[place])
        values.append(parts[place + 1])
      }
    }
    let otherwise = parts[parts.count - 1]
    while let last = values.last, fullKey(last) == fullKey(otherwise) {
      values.removeLast()
      conditions.removeLast()
    }
    if 2 * values.count + 1 == parts.count { return nil }
    return graph.piecewise(zip(conditions, values).map { (condition: $0, value: $1) }, otherwise: otherwise)
  }

  /// Inside a branch its condition holds and those before it do not: where(c, [c]·u, v) = where(c, u, v). For z > 0 (or
  /// z ≥ 0, z < 0, z ≤ 0) the sign of z is known as well, so that |z| becomes z or −z.
  mutating func useConditions(_ expression: Expression) -> Expression? {
    guard case .piecewise(let slice) = graph[expression], slice.count <= Self.mostOperands else { return nil }
    var parts = Array(slice)
    var failed: [Expression] = []
    for place in stride(from: 0, to: parts.count, by: 2) {
      let isLast = place == parts.count - 1
      let value = isLast ? place : place + 1
      var known = failed.map { graph.not($0) }
      if !isLast { known.append(parts[place]) }
      for condition in known { parts[value] = replace(in: parts[value], knowing: condition) }
      if !isLast { failed.append(parts[place]) }
    }
    if parts == Array(slice) { return nil }
    let branches = stride(from: 0, to: parts.count - 1, by: 2).map { (condition: parts[$0], value: parts[$0 + 1]) }
    return graph.piecewise(branches, otherwise: parts[parts.count - 1])
  }

  /// Longer definitions and comparisons are left alone where the effort would be quadratic.
  private static let mostOperands = 64

  private mutating func replace(in value: Expression, knowing condition: Expression) -> Expression {
    if graph.numberValue(value) != nil { return value }
    var replacements = [condition: graph.truth(true), graph.not(condition): graph.truth(false)]
    if case .comparison(let comparison, let a, let b) = graph[condition], comparison != .equal {
      let isLeftZero = graph.numberValue(a)?.isZero == true
      if isLeftZero || graph.numberValue(b)?.isZero == true {
        let argument = isLeftZero ? b : a
        let call = graph.call("abs", argument)
        replacements[call] = isLeftZero ? argument : graph.negate(argument)
        if comparison == .less { replacements[graph.call("sign", argument)] = graph.number(isLeftZero ? 1 : -1) }
      }
    }
    return graph.replace(replacements, in: value)
  }
}
