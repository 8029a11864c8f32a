import Expressions

/// Exponentials, logarithms and what is made of them.
extension Normaliser {
  /// exp u: one kernel exp(m) per monomial m of u, the coefficient being its exponent. Exponentials of different monomials
  /// of real functions satisfy no relation.
  mutating func exponential(_ exponent: RationalFunction) throws(NormalFormError) -> RationalFunction {
    try eachRegion(of: exponent) { normaliser, exponent throws(NormalFormError) in
      let parts = normaliser.linearParts(of: exponent)
      var result = RationalFunction(Polynomial(parts.fractions))
      var powers: [Monomial.Factor] = []
      for term in parts.terms {
        if let special = try normaliser.specialExponential(term) {
          result = try normaliser.multiply(result, special)
        } else {
          let unit = normaliser.graph.expression(of: term.monomial)
          powers.append(Monomial.Factor(Kernel(normaliser.graph.call("exp", unit)), term.coefficient))
        }
      }
      return try normaliser.multiply(result, RationalFunction(Polynomial(Monomial(powers))))
    }
  }

  /// exp(c log u) = u^c, exp(iπc) = (−1)^c, and multiples of i asin u and i atan u; nil for all other terms.
  private mutating func specialExponential(_ term: Polynomial.Term) throws(NormalFormError) -> RationalFunction? {
    let i = imaginaryUnit()
    let rest = term.monomial / i
    let isImaginary = !rest.factors.contains { $0.kernel == i.factors[0].kernel }
    let single = isImaginary ? rest : term.monomial
    guard let factor = single.factors.first, single.factors.count == 1, factor.exponent.isOne else { return nil }
    switch graph[factor.kernel.expression] {
    case .constant(.pi) where isImaginary:
      return try reduced(RationalFunction(Polynomial(Monomial(i.factors[0].kernel, term.coefficient * 2))))
    case .call(let function, let arguments):
      guard graph[function].order == 0, let argument = arguments.first else { return nil }
      switch (graph[function].name, isImaginary) {
      case ("log", false): return try power(try normal(argument), term.coefficient)
      case ("asin", true):
        // e^{i asin u} = √(1 − u²) + iu.
        let u = try normal(argument)
        let cosine = try power(try subtract(.one, try multiply(u, u)), Rational(1, 2))
        return try smallPower(try add(cosine, u.shifted(by: i)), term.coefficient)
      case ("atan", true):
        // e^{i atan u} = (1 + iu)/√(1 + u²).
        let u = try normal(argument)
        let length = try power(try add(.one, try multiply(u, u)), Rational(-1, 2))
        return try smallPower(try multiply(try add(.one, u.shifted(by: i)), length), term.coefficient)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func smallPower(
    _ base: RationalFunction, _ exponent: Rational
  ) throws(NormalFormError) -> RationalFunction? {
    guard let times = exponent.asInt, times.magnitude <= 8 else { return nil }
    return try power(base, times)
  }

  /// `function` as a sum of monomials with coefficients, and of monomials over its denominator. The latter come as
  /// exponentials already (`fractions`), as they are no monomials over kernels.
  private mutating func linearParts(
    of function: RationalFunction
  ) -> (terms: [Polynomial.Term], fractions: Monomial) {
    var fractions: [Monomial.Factor] = []
    let (whole, rest) = splitPolynomialPart(of: function)
    for (unit, coefficient) in fractionTerms(rest) {
      fractions.append(Monomial.Factor(Kernel(graph.call("exp", unit)), coefficient))
    }
    return (whole.terms, Monomial(fractions))
  }

  /// Terms of an exponent as expressions with rational coefficients.
  mutating func exponentTerms(of function: RationalFunction) -> [(unit: Expression, coefficient: Rational)] {
    let (whole, rest) = splitPolynomialPart(of: function)
    var result: [(unit: Expression, coefficient: Rational)] = []
    for term in whole.terms { result.append((graph.expression(of: term.monomial), term.coefficient)) }
    return result + fractionTerms(rest)
  }

  /// Polynomial part and proper fraction: (x + 2)/(x + 1) = 1 + 1/(x + 1).
  func splitPolynomialPart(of function: RationalFunction) -> (whole: Polynomial, rest: RationalFunction) {
    if function.denominator.isEmpty { return (function.numerator, .zero) }
    guard let below = function.expandedDenominator,
      function.numerator.terms.allSatisfy({ $0.monomial.isPolynomial }),
      let (quotient, remainder) = function.numerator.quotientAndRemainder(dividingBy: below)
    else { return (.zero, function) }
    return (quotient, RationalFunction(remainder, over: function.denominator))
  }

  /// The terms of a proper fraction, each over the whole denominator.
  private mutating func fractionTerms(
    _ function: RationalFunction
  ) -> [(unit: Expression, coefficient: Rational)] {
    if function.isZero { return [] }
    var result: [(unit: Expression, coefficient: Rational)] = []
    for term in function.numerator.terms {
      let unit = RationalFunction(Polynomial(term.monomial), over: function.denominator)
      let isNegative = unit.numerator.terms.first?.coefficient.isNegative ?? false
      result.append((expressionOf(isNegative ? -unit : unit), isNegative ? -term.coefficient : term.coefficient))
    }
    return result
  }

  // MARK: Logarithms

  /// log u: the logarithms of the factors of u that are not negative (where log u is defined they are positive) and of the
  /// even powers of the others; what is left stands under one logarithm.
  mutating func logarithm(_ argument: RationalFunction) throws(NormalFormError) -> RationalFunction {
    try eachRegion(of: argument) { normaliser, argument throws(NormalFormError) in
      try normaliser.logarithmWithoutBrackets(argument)
    }
  }

  private mutating func logarithmWithoutBrackets(
    _ argument: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    if argument.isZero { throw .undefined }
    let parts = try splitBySign(argument)
    var terms = [logarithm(ofNumber: parts.coefficient.magnitude)]
    for part in parts.nonNegative { terms.append(try logarithm(ofFactor: part.base).scaled(by: part.exponent)) }
    for part in parts.even {
      let absolute = try absoluteValue(RationalFunction(part.base))
      terms.append(try logarithm(absolute).scaled(by: part.exponent))
    }
    let isNegative = parts.coefficient.isNegative
    if parts.unknown.isEmpty, isNegative { throw .undefined }
    if parts.unknown.count == 1, !isNegative, isPlain(parts.unknown[0]) {
      let part = parts.unknown[0]
      terms.append(try logarithm(ofFactor: part.base).scaled(by: part.exponent))
    } else if !parts.unknown.isEmpty {
      terms.append(try logarithm(ofProduct: parts.unknown, sign: isNegative ? -1 : 1))
    }
    return try sum(terms)
  }

  /// log(n/d) by the prime factors.
  private mutating func logarithm(ofNumber number: Rational) -> RationalFunction {
    var terms: [Polynomial.Term] = []
    for (integer, sign) in [(number.numerator, 1), (number.denominator, -1)] {
      for (factor, multiplicity) in integer.smallFactors {
        let kernel = Kernel(graph.call("log", graph.number(Rational(factor))))
        terms.append(Polynomial.Term(Monomial(kernel), Rational(sign * multiplicity)))
      }
    }
    return RationalFunction(Polynomial(terms))
  }

  /// log f for a factor that is positive where the whole is defined.
  private mutating func logarithm(ofFactor base: Polynomial) throws(NormalFormError) -> RationalFunction {
    if let term = base.onlyTerm, term.coefficient.isOne, let factor = term.monomial.factors.first,
      term.monomial.factors.count == 1, factor.exponent.isOne,
      case .call(let function, let arguments) = graph[factor.kernel.expression],
      graph[function] == Function("exp"), let argument = arguments.first
    {
      return try normal(argument)
    }
    let expression = expressionOf(RationalFunction(base))
    return RationalFunction(Kernel(graph.call("log", expression)))
  }

  /// The logarithm of a product of factors of unknown signs; of u and 1/u the one whose first factor (in structural order)
  /// has a positive exponent.
  private mutating func logarithm(
    ofProduct powers: [FactoredFunction.Power], sign: Int
  ) throws(NormalFormError) -> RationalFunction {
    var first: (expression: Expression, exponent: Rational)?
    for power in powers {
      let expression = expressionOf(RationalFunction(power.base))
      guard let known = first else {
        first = (expression, power.exponent)
        continue
      }
      if graph.order(expression, known.expression) < 0 { first = (expression, power.exponent) }
    }
    let isInverted = first?.exponent.isNegative ?? false
    let oriented = isInverted ? powers.map { FactoredFunction.Power(base: $0.base, exponent: -$0.exponent) } : powers
    let inside = try product(of: oriented, sign: sign)
    let kernel = Kernel(graph.call("log", expressionOf(inside)))
    return isInverted ? -RationalFunction(kernel) : RationalFunction(kernel)
  }

  // MARK: Trigonometric functions

  /// sin u = (e^{iu} − e^{−iu})/2i.
  mutating func sine(_ argument: RationalFunction) throws(NormalFormError) -> RationalFunction {
    let i = imaginaryUnit()
    let turned = argument.shifted(by: i)
    let difference = try subtract(try exponential(turned), try exponential(-turned))
    return try reduced(difference.shifted(by: i).scaled(by: Rational(-1, 2)))
  }

  /// cos u = (e^{iu} + e^{−iu})/2.
  mutating func cosine(_ argument: RationalFunction) throws(NormalFormError) -> RationalFunction {
    let turned = argument.shifted(by: imaginaryUnit())
    return try add(try exponential(turned), try exponential(-turned)).scaled(by: Rational(1, 2))
  }
}
