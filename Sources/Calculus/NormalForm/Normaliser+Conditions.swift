import Expressions

/// Conditions as combinations of brackets, and the functions that are made of them.
extension Normaliser {
  /// The truth value of `a ⋚ b`, 1 or 0.
  mutating func condition(
    _ comparison: Comparison, _ a: Expression, _ b: Expression
  ) throws(NormalFormError) -> RationalFunction {
    let difference = try subtract(try normal(b), try normal(a))
    switch comparison {
    case .less: return try isPositive(difference)
    case .lessOrEqual: return try subtract(.one, try isPositive(-difference))
    case .equal: return try isZero(difference)
    }
  }

  /// [u > 0] = (s² + s)/2, where s is the sign of u.
  mutating func isPositive(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    let sign = try sign(function)
    return try add(try multiply(sign, sign), sign).scaled(by: Rational(1, 2))
  }

  /// [u = 0] = 1 − s².
  mutating func isZero(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    let sign = try sign(function)
    return try subtract(.one, try multiply(sign, sign))
  }

  /// The sign of `function`: −1, 0 or 1.
  mutating func sign(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    try eachRegion(of: function) { normaliser, function throws(NormalFormError) in
      let factors = normaliser.factors(of: function)
      var result = RationalFunction(Rational(factors.coefficient.signum))
      let complex = factors.powers.filter { normaliser.isComplex($0.base) }
      if !complex.isEmpty {
        result = try normaliser.multiply(result, try normaliser.signOfComplex(complex))
      }
      for factor in factors.powers where !normaliser.isComplex(factor.base) {
        let sign = try normaliser.signOfPower(factor)
        result = try normaliser.multiply(result, sign)
      }
      return result
    }
  }

  /// The sign of a product of complex factors, which is real as a whole.
  private mutating func signOfComplex(
    _ powers: [FactoredFunction.Power]
  ) throws(NormalFormError) -> RationalFunction {
    let whole = try product(of: powers, sign: 1)
    return try signOf(whole.polynomial ?? Polynomial(Kernel(expressionOf(whole))))
  }

  /// The sign of a power of a polynomial that is not a number.
  private mutating func signOfPower(_ power: FactoredFunction.Power) throws(NormalFormError) -> RationalFunction {
    // What stands in a denominator is not 0 where the whole is defined; a root that is defined is not negative.
    if power.exponent.isInteger, !(power.exponent / 2).isInteger { return try signOf(power.base) }
    if power.exponent.isNegative { return .one }
    if let kernel = power.base.kernels.first, power.base.count == 1, kind(of: kernel) == .base {
      let sign = try sign(try normal(kernel.expression))
      return try multiply(sign, sign)
    }
    let sign = try signOf(power.base)
    return try multiply(sign, sign)
  }

  /// The sign of a polynomial: 2[p > t] − 1 + [p = t], or its opposite.
  private mutating func signOf(_ polynomial: Polynomial) throws(NormalFormError) -> RationalFunction {
    switch sign(of: polynomial) {
    case .positive: return .one
    case .negative: return RationalFunction(-1)
    case .zero: return .zero
    case .nonNegative: return try subtract(.one, try bracket(polynomial, .equal))
    case .nonPositive: return try subtract(try bracket(polynomial, .equal), .one)
    case .unknown: break
    }
    let family = family(of: polynomial)
    let isAbove = bracket(family, .greater)
    let isAt = bracket(family, .equal)
    let sign = try add(try subtract(isAbove.scaled(by: 2), .one), isAt)
    return family.scale.isNegative ? -sign : sign
  }

  private mutating func bracket(
    _ polynomial: Polynomial, _ relation: BracketCondition.Relation
  ) throws(NormalFormError) -> RationalFunction {
    bracket(family(of: polynomial), relation)
  }

  /// p = scale · (polynomial − threshold), the same polynomial for all conditions that compare it with numbers.
  struct ConditionFamily {
    let scale: Rational
    let polynomial: Polynomial
    let threshold: Rational
    let key: Expression
  }

  /// The family of conditions that p > 0 and p = 0 belong to.
  mutating func family(of p: Polynomial) -> ConditionFamily {
    let constant = p.terms.last.flatMap { $0.monomial.isOne ? $0.coefficient : nil } ?? constantTerm(of: p)
    let rest = p - constant
    let scale = graph.leadingCoefficient(of: rest).isNegative ? -rest.numericContent : rest.numericContent
    let polynomial = rest.scaled(by: scale.reciprocal)
    let key = expressionOf(RationalFunction(polynomial))
    return ConditionFamily(scale: scale, polynomial: polynomial, threshold: -constant / scale, key: key)
  }

  private func constantTerm(of p: Polynomial) -> Rational {
    p.terms.first { $0.monomial.isOne }?.coefficient ?? 0
  }

  private mutating func bracket(_ family: ConditionFamily, _ relation: BracketCondition.Relation) -> RationalFunction {
    let threshold = graph.number(family.threshold)
    let comparison =
      relation == .greater
      ? graph.compare(threshold, .less, family.key) : graph.compare(family.key, .equal, threshold)
    let kernel = Kernel(graph.bracket(comparison))
    if brackets[kernel] == nil {
      brackets[kernel] = BracketCondition(
        kernel: kernel, key: family.key, polynomial: family.polynomial, relation: relation,
        threshold: family.threshold, solution: relation == .equal ? solution(of: family) : nil)
    }
    return RationalFunction(kernel)
  }

  /// The index or symbol that p = t can be solved for: an index if there is one (bound ones first), of a coefficient ±1 so
  /// that its value is whole; else a symbol. Of several, the last in structural order.
  private mutating func solution(of family: ConditionFamily) -> (variable: Expression, value: Expression)? {
    var best: (rank: Int, variable: Expression, kernel: Kernel, coefficient: Rational)?
    for term in family.polynomial.terms {
      guard let factor = term.monomial.factors.first, term.monomial.factors.count == 1, factor.exponent.isOne else {
        continue
      }
      let variable = factor.kernel.expression
      let rank = rank(ofVariable: variable, term.coefficient)
      guard rank > 0, occurrences(of: variable, in: family.polynomial) == 1 else { continue }
      if let best, (best.rank, graph.order(best.variable, variable)) > (rank, 0) { continue }
      best = (rank, variable, factor.kernel, term.coefficient)
    }
    guard let best else { return nil }
    let others = family.polynomial - Polynomial(Monomial(best.kernel), best.coefficient) - family.threshold
    let value = others.scaled(by: -best.coefficient.reciprocal)
    if best.rank > 1, !value.terms.allSatisfy({ isWholeTerm($0) }) { return nil }
    return (best.variable, expressionOf(RationalFunction(value)))
  }

  private func isWholeTerm(_ term: Polynomial.Term) -> Bool {
    term.coefficient.isInteger
      && term.monomial.factors.allSatisfy {
        $0.exponent.isInteger && !$0.exponent.isNegative && isWhole($0.kernel.expression)
      }
  }

  private func rank(ofVariable variable: Expression, _ coefficient: Rational) -> Int {
    switch graph[variable] {
    case .index: coefficient.magnitude.isOne ? (SumLabel.isLabel(variable, in: graph) ? 3 : 2) : 0
    case .symbol: 1
    default: 0
    }
  }

  /// The number of terms in which `variable` occurs.
  private func occurrences(of variable: Expression, in polynomial: Polynomial) -> Int {
    polynomial.terms.count { term in
      term.monomial.factors.contains { graph.contains(variable, in: $0.kernel.expression) }
    }
  }

  // MARK: Functions made of conditions

  /// |u| = u · sign u.
  mutating func absoluteValue(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    try multiply(function, try sign(function))
  }

  /// max(a, b) = b + (a − b)[a > b].
  mutating func maximum(
    _ a: RationalFunction, _ b: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let difference = try subtract(a, b)
    return try add(b, try multiply(difference, try isPositive(difference)))
  }

  /// The value behind the first condition that holds: from the last branch forwards, [c]·v + (1 − [c])·rest.
  mutating func piecewise(_ parts: [Expression]) throws(NormalFormError) -> RationalFunction {
    var result = try definedValue(parts[parts.count - 1])
    for place in stride(from: parts.count - 3, through: 0, by: -2) {
      let condition = try normal(parts[place])
      let value = try definedValue(parts[place + 1])
      // A branch without a value anywhere says nothing: equality is asked only where both sides are defined.
      guard let value else { continue }
      guard let rest = result else {
        result = value
        continue
      }
      result = try add(rest, try multiply(condition, try subtract(value, rest)))
    }
    guard let result else { throw .undefined }
    return result
  }

  private mutating func definedValue(_ expression: Expression) throws(NormalFormError) -> RationalFunction? {
    do throws(NormalFormError) {
      return try normal(expression)
    } catch {
      if case .undefined = error { return nil }
      throw error
    }
  }
}
