import Expressions

/// Cancelling in products of powers of sums, by greatest common divisors of polynomials:
/// (x² − 1)/(x − 1) = x + 1.
extension Simplifier {
  /// A pair of factors, one above and one below the line, divided by what they share.
  mutating func cancelPolynomials(_ expression: Expression) -> Expression? {
    let (coefficient, factors) = factored(expression)
    guard factors.count > 1, factors.count <= PolynomialLimits.factors else { return nil }
    for (below, divisor) in factors.enumerated() {
      guard let power = integerExponent(divisor), power < 0, isSmallSum(divisor.base) else { continue }
      for (above, other) in factors.enumerated() {
        guard let otherPower = integerExponent(other), otherPower > 0,
          let parts = divided(other.base, by: divisor.base)
        else { continue }
        // uᵃ/vᵇ with u = g·p, v = g·q is pᵃ/qᵇ·gᵃ⁻ᵇ.
        var kept = factors
        kept[above] = Factor(base: parts.numerator, exponent: other.exponent)
        kept[below] = Factor(base: parts.denominator, exponent: divisor.exponent)
        let shared = Factor(base: parts.common, exponent: graph.number(otherPower + power))
        kept.insert(shared, at: above + 1)
        return product(coefficient, kept)
      }
    }
    return nil
  }

  /// x·(1 − y/x) = x − y, x²/(1 + 1/x)… : a factor goes into a sum where it cancels what stands below a line there.
  mutating func multiplyIntoSum(_ expression: Expression) -> Expression? {
    let (coefficient, factors) = factored(expression)
    guard factors.count > 1, factors.count <= PolynomialLimits.factors else { return nil }
    for (place, sum) in factors.enumerated() {
      guard let outer = integerExponent(sum), abs(outer) == 1, isSmallSum(sum.base) else { continue }
      let terms = graph.terms(of: sum.base)
      for (other, factor) in factors.enumerated() where other != place {
        // In a sum below the line the factor arrives with the opposite exponent.
        guard let power = numericExponent(factor) else { continue }
        let isExponential = outer == -1 && power.isOne && argument(of: factor.base, named: "exp") != nil
        guard isExponential ? holdsExponential(terms) : power * Rational(outer) > .zero && divides(factor.base, terms)
        else { continue }
        let multiplier = graph.power(factor.base, graph.number(power * Rational(outer)))
        let products = terms.map { graph.multiply([multiplier, $0]) }
        var kept = factors
        kept[place].base = graph.add(products)
        kept.remove(at: other)
        return product(coefficient, kept)
      }
    }
    return nil
  }

  /// Whether one of `terms` has an exponential among its factors: e^u/(1 + e^u) = 1/(e^{−u} + 1).
  private func holdsExponential(_ terms: [Expression]) -> Bool {
    terms.contains { term in graph.factors(of: term).contains { argument(of: $0, named: "exp") != nil } }
  }

  /// Whether `base` stands below the line in one of `terms`.
  private mutating func divides(_ base: Expression, _ terms: [Expression]) -> Bool {
    let key = signedKey(base).key
    for term in terms {
      for factor in graph.factors(of: term) where graph.isReciprocal(factor) {
        if signedKey(self.factor(factor).base).key == key { return true }
      }
    }
    return false
  }

  private mutating func isSmallSum(_ expression: Expression) -> Bool {
    guard case .add(let terms) = graph[expression] else { return false }
    return terms.count <= PolynomialLimits.fractions && cost(expression) <= PolynomialLimits.cost
  }

  /// What u and v share, and the quotients; nil if they share nothing.
  private mutating func divided(
    _ u: Expression, by v: Expression
  ) -> (numerator: Expression, denominator: Expression, common: Expression)? {
    guard cost(u) <= PolynomialLimits.cost, let divisor = graph.rationalFunction(of: v)?.polynomial,
      let dividend = graph.rationalFunction(of: u)?.polynomial
    else { return nil }
    let both = graph.add([u, v])
    let ranks = KernelRanks(both, graph)
    let (first, second) = (dividend.primitiveParts, divisor.primitiveParts)
    let sharedMonomial = Self.shared(first.monomial, second.monomial)
    let sharedSum = first.primitive.greatestCommonDivisor(second.primitive)
    let common = sharedSum.shifted(by: sharedMonomial)
    if common.isOne { return nil }
    guard let numerator = dividend.divided(exactlyBy: common), let denominator = divisor.divided(exactlyBy: common)
    else { return nil }
    return (readable(numerator, ranks), readable(denominator, ranks), readable(common, ranks))
  }

  /// The product of the lowest powers of those kernels that both have with positive exponents.
  private static func shared(_ a: Monomial, _ b: Monomial) -> Monomial {
    var powers: [Monomial.Factor] = []
    for factor in a.factors {
      let least = min(factor.exponent, b.exponent(of: factor.kernel))
      if least > .zero { powers.append(Monomial.Factor(factor.kernel, least)) }
    }
    return Monomial(powers)
  }
}
