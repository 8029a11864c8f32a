import Expressions

/// Between expressions and polynomials: arithmetic only. Sums, products and powers with rational exponents are looked
/// into; everything else is a kernel as it stands. (`normalise` knows about exponentials, sums and the rest.)
extension ExpressionGraph {
  /// `expression` as a quotient of polynomials over its non-arithmetic parts; nil past the bounds on size, and where it
  /// divides by 0.
  public func rationalFunction(of expression: Expression) -> RationalFunction? {
    var memo: [Expression: RationalFunction?] = [:]
    return rationalFunction(of: expression, memo: &memo)
  }

  private func rationalFunction(
    of expression: Expression, memo: inout [Expression: RationalFunction?]
  ) -> RationalFunction? {
    if let known = memo[expression] { return known }
    let result: RationalFunction?
    switch self[expression] {
    case .number(let value): result = RationalFunction(value)
    case .add(let terms):
      result = terms.reduce(.zero) { sum, term in
        guard let next = rationalFunction(of: term, memo: &memo) else { return nil }
        return sum?.adding(next)
      }
    case .multiply(let factors):
      result = factors.reduce(.one) { product, factor in
        guard let next = rationalFunction(of: factor, memo: &memo) else { return nil }
        return product?.multiplied(by: next)
      }
    case .power(let base, let exponent):
      result = rationalFunction(ofPower: expression, base, exponent, memo: &memo)
    case .constant(.undefined): result = nil
    default: result = RationalFunction(Kernel(expression))
    }
    memo[expression] = .some(result)
    return result
  }

  private func rationalFunction(
    ofPower expression: Expression, _ base: Expression, _ exponent: Expression,
    memo: inout [Expression: RationalFunction?]
  ) -> RationalFunction? {
    guard let power = numberValue(exponent) else { return RationalFunction(Kernel(expression)) }
    if let integer = power.asInt { return rationalFunction(of: base, memo: &memo)?.power(integer) }
    switch self[base] {
    // The base of a fractional power is one kernel, whatever it is: √(1+x)·√(1+x) is the kernel 1+x to the power 1,
    // which only `normalise` knows to be a sum.
    case .symbol, .index, .call, .summation, .bracket, .piecewise, .partial, .constant(.pi):
      return RationalFunction(Polynomial(Monomial(Kernel(base), power)))
    default: return RationalFunction(Kernel(expression))
    }
  }

  // MARK: Back

  /// The sum of the terms of `polynomial`, in the graph's structural order.
  public mutating func expression(of polynomial: Polynomial) -> Expression {
    var terms: [(monomial: Expression, coefficient: Rational)] = []
    for term in polynomial.terms { terms.append((expression(of: term.monomial), term.coefficient)) }
    terms.sort { order($0.monomial, $1.monomial) < 0 }
    var result: [Expression] = []
    for term in terms { result.append(multiply([number(term.coefficient), term.monomial])) }
    return add(result)
  }

  /// The product of the powers of `monomial`, in the graph's structural order.
  public mutating func expression(of monomial: Monomial) -> Expression {
    var powers: [Expression] = []
    for factor in monomial.factors { powers.append(power(factor.kernel.expression, number(factor.exponent))) }
    return multiply(ordered(powers))
  }

  /// The quotient, the factors of its denominator in the graph's structural order and with a first coefficient (in that
  /// order) that is positive.
  public mutating func expression(of function: RationalFunction) -> Expression {
    var factors: [Expression] = []
    var numerator = function.numerator
    for factor in function.denominator {
      var base = factor.base
      if leadingCoefficient(of: base).isNegative {
        base = -base
        if factor.multiplicity % 2 == 1 { numerator = -numerator }
      }
      let sum = expression(of: base)
      factors.append(power(sum, -factor.multiplicity))
    }
    return multiply([expression(of: numerator)] + ordered(factors))
  }

  /// The coefficient of the term that stands first in the structural order of the monomials; 0 for 0.
  public mutating func leadingCoefficient(of polynomial: Polynomial) -> Rational {
    var first: (monomial: Expression, coefficient: Rational)?
    for term in polynomial.terms {
      let monomial = expression(of: term.monomial)
      guard let known = first else {
        first = (monomial, term.coefficient)
        continue
      }
      if order(monomial, known.monomial) < 0 { first = (monomial, term.coefficient) }
    }
    return first?.coefficient ?? 0
  }
}
