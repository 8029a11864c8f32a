import Expressions

extension Polynomial {
  /// The product of the lowest powers of all kernels: what can be taken out so that no exponent is negative and every
  /// kernel is missing from some term.
  public var monomialContent: Monomial {
    guard let first = terms.first else { return .one }
    return terms.dropFirst().reduce(first.monomial) { $0.lowest($1.monomial) }
  }

  /// The positive rational number after division by which the coefficients are integers without common divisor.
  public var numericContent: Rational {
    guard !terms.isEmpty else { return 1 }
    var numerator = BigInteger.zero
    var denominator = BigInteger.one
    for term in terms {
      let coefficient = term.coefficient
      numerator = BigInteger.gcd(numerator, coefficient.numerator.magnitude)
      let common = BigInteger.gcd(denominator, coefficient.denominator)
      denominator = denominator * coefficient.denominator.quotientAndRemainder(dividingBy: common).quotient
    }
    return Rational(numerator: numerator, denominator: denominator)
  }

  /// The polynomial as coefficient · monomial · primitive, where `primitive` has coprime integer coefficients, the first
  /// one positive, and no monomial to take out. Zero has the coefficient 0.
  public var primitiveParts: (coefficient: Rational, monomial: Monomial, primitive: Polynomial) {
    guard let first = terms.first else { return (0, .one, .one) }
    let content = first.coefficient.isNegative ? -numericContent : numericContent
    let monomial = monomialContent
    return (content, monomial, shifted(by: monomial.inverse).scaled(by: content.reciprocal))
  }

  /// The quotient if `divisor` divides the polynomial exactly; nil if it does not, or past `termLimit` terms.
  ///
  /// Monomials are units here: x^(−1) divides everything. Both sides are therefore cleared of their monomial contents
  /// first; what is left divides as Laurent polynomials just when it does as polynomials.
  public func divided(exactlyBy divisor: Polynomial) -> Polynomial? {
    if divisor.isZero { return nil }
    if isZero { return self }
    if let term = divisor.onlyTerm {
      return shifted(by: term.monomial.inverse).scaled(by: term.coefficient.reciprocal)
    }
    let (own, others) = (monomialContent, divisor.monomialContent)
    let cleared = shifted(by: own.inverse)
    let by = divisor.shifted(by: others.inverse)
    guard let first = cleared.terms.first, let last = cleared.terms.last, let lead = by.terms.first,
      let tail = by.terms.last, (first.monomial / lead.monomial).isPolynomial,
      (last.monomial / tail.monomial).isPolynomial
    else { return nil }
    guard let (quotient, remainder) = cleared.dividedAsPolynomial(by: by, exactOnly: true), remainder.isZero else {
      return nil
    }
    return quotient.shifted(by: own / others)
  }

  /// Quotient and remainder with self = quotient · divisor + remainder, no term of the remainder divisible by the first
  /// term of the divisor; nil past `termLimit` terms. Both must be without negative exponents, the divisor not 0.
  ///
  /// Cox, Little, O'Shea, Ideals, Varieties, and Algorithms, §2.3. For one divisor the remainder is unique.
  public func quotientAndRemainder(dividingBy divisor: Polynomial) -> (quotient: Polynomial, remainder: Polynomial)? {
    dividedAsPolynomial(by: divisor, exactOnly: false)
  }

  private func dividedAsPolynomial(
    by divisor: Polynomial, exactOnly: Bool
  ) -> (quotient: Polynomial, remainder: Polynomial)? {
    guard let lead = divisor.terms.first else { return nil }
    var rest = self
    var quotient: [Term] = []
    var remainder: [Term] = []
    var work = 0
    while let first = rest.terms.first {
      let monomial = first.monomial / lead.monomial
      if monomial.isPolynomial {
        let factor = Term(monomial, first.coefficient / lead.coefficient)
        quotient.append(factor)
        rest = rest + divisor.shifted(by: monomial).scaled(by: -factor.coefficient)
      } else {
        if exactOnly { return (.zero, rest) }
        remainder.append(first)
        rest = Polynomial(sorted: Array(rest.terms.dropFirst()))
      }
      work += rest.count + divisor.count
      guard rest.count <= Self.termLimit, work <= 200 * Self.termLimit else { return nil }
    }
    return (Polynomial(sorted: quotient), Polynomial(sorted: remainder))
  }
}
