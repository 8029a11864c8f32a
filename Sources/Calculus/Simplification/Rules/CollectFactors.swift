import Expressions

/// Products: equal factors become a power, x·x² = x³, x/x = 1, (a − b)/(b − a) = −1.
extension Simplifier {
  private struct Collected {
    /// The base as it was first written.
    var base: Expression
    /// Whether `base` is minus its key; only for factors whose exponents are integers.
    var isNegative: Bool
    /// The sum of the numeric exponents.
    var power: Rational
    /// The other exponents.
    var symbolic: [Expression] = []
    var count = 1
  }

  /// The product with equal factors collected, each at the place of its first; nil if no two are equal. Linear in the
  /// number of factors.
  mutating func collectFactors(_ expression: Expression) -> Expression? {
    guard case .multiply = graph[expression] else { return nil }
    var (coefficient, factors) = factored(expression)
    var places: [Expression: Int] = [:]
    var collected: [Collected] = []
    for factor in factors {
      let (key, isNegative) = collectionKey(of: factor)
      let power = numericExponent(factor)
      guard let place = places[key] else {
        places[key] = collected.count
        collected.append(
          Collected(
            base: factor.base, isNegative: isNegative, power: power ?? .zero,
            symbolic: power == nil ? [factor.exponent] : []))
        continue
      }
      // (−u)ⁿ = −uⁿ for odd n.
      if isNegative != collected[place].isNegative, let power, !power.isEven { coefficient = -coefficient }
      if let power { collected[place].power += power } else { collected[place].symbolic.append(factor.exponent) }
      collected[place].count += 1
    }
    if collected.count == factors.count { return nil }
    factors = collected.map { part in
      let exponent = graph.add([graph.number(part.power)] + part.symbolic)
      return Factor(
        base: part.base,
        exponent: part.symbolic.isEmpty ? exponent : graph.add(part.symbolic + [graph.number(part.power)]))
    }
    return product(coefficient, factors)
  }

  /// What equal bases have in common: the sign is left out if the exponent is an integer.
  private mutating func collectionKey(of factor: Factor) -> (key: Expression, isNegative: Bool) {
    if integerExponent(factor) == nil { return (fullKey(factor.base), false) }
    let signed = signedKey(factor.base)
    return (signed.key, signed.isNegative)
  }

  /// e^u·e^v = e^(u + v).
  mutating func mergeExponentials(_ expression: Expression) -> Expression? {
    let factors = graph.factors(of: expression)
    var exponents: [Expression] = []
    var first: Int?
    for (place, factor) in factors.enumerated() {
      guard let exponent = argument(of: factor, named: "exp") else { continue }
      exponents.append(exponent)
      if first == nil { first = place }
    }
    guard exponents.count > 1, let first else { return nil }
    let sum = graph.add(exponents)
    var kept: [Expression] = []
    for (place, factor) in factors.enumerated() {
      if place == first { kept.append(graph.call("exp", sum)) }
      if argument(of: factor, named: "exp") == nil { kept.append(factor) }
    }
    return graph.multiply(kept)
  }

  /// 2/√2 = √2: a numeric coefficient takes in roots of numbers below the line.
  mutating func mergeNumberRoots(_ expression: Expression) -> Expression? {
    var (coefficient, factors) = factored(expression)
    for (place, factor) in factors.enumerated() {
      guard let base = graph.numberValue(factor.base), let exponent = numericExponent(factor), exponent.isNegative,
        let whole = base.asInt, whole > 1, let numerator = coefficient.numerator.asInt, numerator % whole == 0
      else { continue }
      coefficient = coefficient / base
      factors[place].exponent = graph.number(exponent + .one)
      return product(coefficient, factors)
    }
    return nil
  }

  /// √2·√π = √(2π): roots of one kind of positive constants become one.
  mutating func mergeConstantRoots(_ expression: Expression) -> Expression? {
    let (coefficient, factors) = factored(expression)
    guard factors.count > 1 else { return nil }
    var merged: [Factor] = []
    for factor in factors {
      if isPositiveConstant(factor.base), let exponent = numericExponent(factor), !exponent.isInteger,
        let place = merged.firstIndex(where: { $0.exponent == factor.exponent && isPositiveConstant($0.base) })
      {
        merged[place].base = graph.multiply([merged[place].base, factor.base])
      } else {
        merged.append(factor)
      }
    }
    return merged.count == factors.count ? nil : product(coefficient, merged)
  }

  private func isPositiveConstant(_ expression: Expression) -> Bool {
    switch graph[expression] {
    case .number(let value): value > .zero
    case .constant(.pi): true
    case .multiply(let factors): factors.allSatisfy { isPositiveConstant($0) }
    default: false
    }
  }
}
