import Expressions

/// Powers with any exponents.
extension Normaliser {
  mutating func power(_ base: Expression, _ exponent: Expression) throws(NormalFormError) -> RationalFunction {
    let base = try normal(base)
    let exponent = try normal(exponent)
    if let number = exponent.constantValue { return try power(base, number) }
    return try eachRegion(of: exponent) { normaliser, exponent throws(NormalFormError) in
      try normaliser.symbolicPower(base, exponent)
    }
  }

  /// `base` to a rational power.
  mutating func power(_ base: RationalFunction, _ exponent: Rational) throws(NormalFormError) -> RationalFunction {
    if exponent.isZero { return .one }
    if exponent.isInteger {
      guard let times = exponent.asInt else { throw .tooLarge }
      return try power(base, times)
    }
    if base.isZero {
      if exponent.isNegative { throw .undefined }
      return .zero
    }
    return try eachRegion(of: base) { normaliser, base throws(NormalFormError) in
      try normaliser.root(base, exponent)
    }
  }

  /// uᑫ for a fraction q. Factors f of u that are not negative come out as fᑫ; even powers of the others as |f|^{mq}. If
  /// one factor is left, it is not negative itself where the root is defined.
  private mutating func root(_ base: RationalFunction, _ exponent: Rational) throws(NormalFormError) -> RationalFunction
  {
    if base.isZero {
      if exponent.isNegative { throw .undefined }
      return .zero
    }
    let parts = try splitBySign(base)
    var result = try numberRoot(parts.coefficient.magnitude, exponent)
    for part in parts.nonNegative {
      result = try multiply(result, try nonNegativePower(part.base, part.exponent * exponent))
    }
    for part in parts.even {
      let absolute = try absoluteValue(RationalFunction(part.base))
      let power = try eachRegion(of: absolute) { normaliser, absolute throws(NormalFormError) in
        try normaliser.root(absolute, part.exponent * exponent)
      }
      result = try multiply(result, power)
    }
    let isNegative = parts.coefficient.isNegative
    if parts.unknown.isEmpty {
      if isNegative { throw .undefined }
      return result
    }
    if parts.unknown.count == 1, !isNegative, isPlain(parts.unknown[0]) {
      let part = parts.unknown[0]
      return try multiply(result, try nonNegativePower(part.base, part.exponent * exponent))
    }
    let rest = try product(of: parts.unknown, sign: isNegative ? -1 : 1)
    return try multiply(result, try baseRoot(rest, exponent))
  }

  /// A function's factors by what is known of their signs.
  struct SignedFactors {
    /// The number in front, with the signs of all negative factors in it.
    var coefficient: Rational
    /// Factors that are not negative where the function is defined.
    var nonNegative: [FactoredFunction.Power] = []
    /// Even powers of factors of unknown sign.
    var even: [FactoredFunction.Power] = []
    /// Odd powers of factors of unknown sign, and any powers of complex factors, which are real only together.
    var unknown: [FactoredFunction.Power] = []
  }

  /// The factors of `function`, which holds no brackets, by sign; negative ones are turned around.
  mutating func splitBySign(_ function: RationalFunction) throws(NormalFormError) -> SignedFactors {
    let factors = factors(of: function)
    var result = SignedFactors(coefficient: factors.coefficient)
    for power in factors.powers {
      if isComplex(power.base) {
        result.unknown.append(power)
        continue
      }
      let sign = sign(of: power.base)
      let isOdd = power.exponent.isInteger && !(power.exponent / 2).isInteger
      if sign.isNonNegative || !power.exponent.isInteger {
        result.nonNegative.append(power)
      } else if sign.isNonPositive {
        if isOdd { result.coefficient = -result.coefficient }
        result.nonNegative.append(FactoredFunction.Power(base: -power.base, exponent: power.exponent))
      } else if isOdd {
        result.unknown.append(power)
      } else {
        result.even.append(power)
      }
    }
    return result
  }

  /// Whether fᵐ > 0 tells that f > 0: so for an odd power of a real f.
  mutating func isPlain(_ power: FactoredFunction.Power) -> Bool {
    power.exponent.isOne || !isComplex(power.base)
  }

  /// Π fᵐ with a sign.
  mutating func product(
    of powers: [FactoredFunction.Power], sign: Int
  ) throws(NormalFormError) -> RationalFunction {
    var result = RationalFunction(Rational(sign))
    for part in powers {
      if let kernel = part.base.onlyTerm, !part.exponent.isInteger {
        result = try multiply(result, RationalFunction(Polynomial(kernel.monomial.power(part.exponent))))
      } else {
        guard let times = part.exponent.asInt else { throw .tooLarge }
        result = try multiply(result, try power(RationalFunction(part.base), times))
      }
    }
    return result
  }

  /// fᑫ for a factor that is not negative.
  private mutating func nonNegativePower(
    _ base: Polynomial, _ exponent: Rational
  ) throws(NormalFormError) -> RationalFunction {
    if let term = base.onlyTerm, term.coefficient.isOne {
      return try reduced(RationalFunction(Polynomial(term.monomial.power(exponent))))
    }
    return try baseRoot(RationalFunction(base), exponent)
  }

  /// uᑫ with u as a kernel of its own.
  private mutating func baseRoot(_ base: RationalFunction, _ exponent: Rational) throws(NormalFormError)
    -> RationalFunction
  {
    let kernel = Kernel(expressionOf(base))
    if exponent.isInteger, let times = exponent.asInt { return try power(base, times) }
    return try reduced(RationalFunction(Polynomial(Monomial(kernel, exponent))))
  }

  /// cᑫ for a positive number: a product of roots of primes.
  mutating func numberRoot(_ number: Rational, _ exponent: Rational) throws(NormalFormError) -> RationalFunction {
    var powers: [Monomial.Factor] = []
    for (integer, sign) in [(number.numerator, 1), (number.denominator, -1)] {
      for (factor, multiplicity) in integer.smallFactors {
        let kernel = Kernel(graph.number(Rational(factor)))
        powers.append(Monomial.Factor(kernel, exponent * Rational(sign * multiplicity)))
      }
    }
    return try reduced(RationalFunction(Polynomial(Monomial(powers))))
  }

  // MARK: Symbolic exponents

  /// b^{q+m₁+m₂+…} = b^q · b^{m₁} · b^{m₂} · …
  private mutating func symbolicPower(
    _ base: RationalFunction, _ exponent: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    if base.isOne { return .one }
    return try eachRegion(of: base) { normaliser, base throws(NormalFormError) in
      try normaliser.symbolicPowerWithoutBrackets(base, exponent)
    }
  }

  private mutating func symbolicPowerWithoutBrackets(
    _ base: RationalFunction, _ exponent: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    if base.isZero {
      return RationalFunction(Kernel(graph.power(graph.number(0), expressionOf(exponent))))
    }
    let written = expressionOf(exponent)
    let isWhole = isWhole(written)
    let parts = try splitBySign(base)
    var result = RationalFunction.one
    var isNegative = parts.coefficient.isNegative
    if parts.unknown.isEmpty && parts.even.isEmpty && !isNegative {
      // b > 0: b^e = exp(e log b).
      return try exponential(try multiply(exponent, try logarithm(base)))
    }
    // Positive factors come out; so do all others if the exponent is whole.
    let positive = RationalFunction(parts.coefficient.magnitude)
    var known = try multiply(positive, try product(of: parts.nonNegative, sign: 1))
    var rest = parts.unknown + parts.even
    if isWhole {
      for part in rest { result = try multiply(result, try opaquePower([part], 1, exponent)) }
      rest = []
    }
    if known.constantValue?.isOne != true {
      known = try logarithm(known)
      result = try multiply(result, try exponential(try multiply(exponent, known)))
    }
    if rest.isEmpty && !isNegative { return result }
    if isWhole && isNegative {
      result = try multiply(result, try opaquePower([], -1, exponent))
      isNegative = false
    }
    if rest.isEmpty && !isNegative { return result }
    return try multiply(result, try opaquePower(rest, isNegative ? -1 : 1, exponent))
  }

  /// (± Π fᵐ)^e as a product of kernels, one per term of the exponent; a rational coefficient of the term is the kernel's
  /// exponent.
  private mutating func opaquePower(
    _ powers: [FactoredFunction.Power], _ sign: Int, _ exponent: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let written = expressionOf(exponent)
    if powers.count == 1, sign == 1, !powers[0].exponent.isOne, powers[0].exponent.isInteger, isWhole(written) {
      let single = FactoredFunction.Power(base: powers[0].base, exponent: 1)
      return try opaquePower([single], 1, exponent.scaled(by: powers[0].exponent))
    }
    let base = try product(of: powers, sign: sign)
    let baseExpression = expressionOf(base)
    var result = RationalFunction.one
    for (unit, coefficient) in exponentTerms(of: exponent) {
      if unit == graph.number(1) {
        result = try multiply(result, try power(base, coefficient))
      } else {
        let kernel = Kernel(graph.power(baseExpression, unit))
        result = try multiply(result, RationalFunction(Polynomial(Monomial(kernel, coefficient))))
      }
    }
    return result
  }
}
