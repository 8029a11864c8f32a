import Expressions

/// A function as a number times powers of kernels and of square-free polynomials.
struct FactoredFunction {
  /// A power of a kernel (a polynomial of one term) or of a primitive polynomial of several terms.
  struct Power {
    let base: Polynomial
    let exponent: Rational
  }

  let coefficient: Rational
  let powers: [Power]
}

extension Normaliser {
  /// The factors of a function that is not 0 and holds no brackets. The first coefficient (in structural order) of each
  /// polynomial is positive, so that equal functions have the same factors.
  mutating func factors(of function: RationalFunction) -> FactoredFunction {
    let (content, monomial, primitive) = function.numerator.primitiveParts
    var coefficient = content
    var powers = monomial.factors.map { FactoredFunction.Power(base: Polynomial($0.kernel), exponent: $0.exponent) }
    func append(_ polynomial: Polynomial, _ multiplicity: Int, _ graph: inout ExpressionGraph) {
      for (factor, times) in polynomial.squareFreeFactors {
        let exponent = times * multiplicity
        let isNegative = graph.leadingCoefficient(of: factor).isNegative
        if isNegative, exponent % 2 != 0 { coefficient = -coefficient }
        powers.append(FactoredFunction.Power(base: isNegative ? -factor : factor, exponent: Rational(exponent)))
      }
    }
    append(primitive, 1, &graph)
    for factor in function.denominator { append(factor.base, -factor.multiplicity, &graph) }
    return FactoredFunction(coefficient: coefficient, powers: powers)
  }
}

extension BigInteger {
  /// The natural number as a product of powers of small primes and, possibly, one cofactor that is left whole.
  ///
  /// By trial division up to 1000; the order is that of the factors.
  var smallFactors: [(factor: BigInteger, multiplicity: Int)] {
    var rest = magnitude
    var result: [(factor: BigInteger, multiplicity: Int)] = []
    var divisor = 2
    while divisor <= 1000, rest != .one {
      let candidate = BigInteger(divisor)
      var multiplicity = 0
      while true {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: candidate)
        guard remainder.isZero else { break }
        rest = quotient
        multiplicity += 1
      }
      if multiplicity > 0 { result.append((candidate, multiplicity)) }
      divisor += divisor == 2 ? 1 : 2
    }
    if rest != .one { result.append((rest, 1)) }
    return result
  }
}
