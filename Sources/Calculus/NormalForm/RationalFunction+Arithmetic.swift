import Expressions

extension RationalFunction {
  /// The opposite.
  public static prefix func - (operand: RationalFunction) -> RationalFunction {
    operand.scaled(by: -1)
  }

  /// The function multiplied by a number.
  public func scaled(by factor: Rational) -> RationalFunction {
    RationalFunction(unchecked: numerator.scaled(by: factor), factor.isZero ? [] : denominator)
  }

  /// The function multiplied by a monomial.
  public func shifted(by monomial: Monomial) -> RationalFunction {
    RationalFunction(unchecked: numerator.shifted(by: monomial), denominator)
  }

  init(unchecked numerator: Polynomial, _ denominator: [Factor]) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The sum, over the least common multiple of the factors; nil if a numerator grows past `Polynomial.termLimit`.
  public func adding(_ other: RationalFunction) -> RationalFunction? {
    if other.isZero { return self }
    if isZero { return other }
    if denominator == other.denominator { return RationalFunction(numerator + other.numerator, over: denominator) }
    let common = Self.merged(denominator, other.denominator, max)
    guard let left = Self.product(Self.missing(from: denominator, in: common)),
      let right = Self.product(Self.missing(from: other.denominator, in: common)),
      let a = numerator.multiplied(by: left), let b = other.numerator.multiplied(by: right)
    else { return nil }
    return RationalFunction(a + b, over: common)
  }

  /// The difference; nil if a numerator grows past `Polynomial.termLimit`.
  public func subtracting(_ other: RationalFunction) -> RationalFunction? { adding(-other) }

  /// The product, common factors cancelled; nil if the numerator grows past `Polynomial.termLimit`.
  public func multiplied(by other: RationalFunction) -> RationalFunction? {
    if isZero || other.isZero { return .zero }
    // Cancelling crosswise first keeps the product small; each numerator is already free of its own denominator.
    let left = RationalFunction(numerator, over: other.denominator)
    let right = RationalFunction(other.numerator, over: denominator)
    guard let top = left.numerator.multiplied(by: right.numerator) else { return nil }
    let factors = Self.merged(left.denominator, right.denominator, +)
    return RationalFunction(top, over: factors)
  }

  /// One divided by the function; nil for 0, or if the denominator multiplied out is too large.
  public var inverse: RationalFunction? {
    if isZero { return nil }
    let (coefficient, monomial, primitive) = numerator.primitiveParts
    guard let top = expandedDenominator?.shifted(by: monomial.inverse).scaled(by: coefficient.reciprocal) else {
      return nil
    }
    if primitive.isOne { return RationalFunction(top) }
    return RationalFunction(top, over: [Factor(base: primitive, multiplicity: 1)])
  }

  /// The quotient; nil if the divisor is 0, or past `Polynomial.termLimit` terms.
  public func divided(by other: RationalFunction) -> RationalFunction? {
    other.inverse.flatMap { multiplied(by: $0) }
  }

  /// The function to an integer power; nil for 0 to a negative power, or past `Polynomial.termLimit` terms.
  public func power(_ exponent: Int) -> RationalFunction? {
    if exponent == 0 { return .one }
    if exponent < 0, exponent != .min { return inverse?.power(-exponent) }
    guard let top = numerator.power(exponent) else { return nil }
    return RationalFunction(unchecked: top, denominator.map { $0.raised(to: exponent) })
  }

  /// Factors of both lists, the multiplicities of common ones combined.
  private static func merged(_ a: [Factor], _ b: [Factor], _ combine: (Int, Int) -> Int) -> [Factor] {
    var result = a
    for factor in b {
      if let place = result.firstIndex(where: { $0.base == factor.base }) {
        let multiplicity = combine(result[place].multiplicity, factor.multiplicity)
        result[place] = Factor(base: factor.base, multiplicity: multiplicity)
      } else {
        result.append(factor)
      }
    }
    return result
  }

  private static func missing(from own: [Factor], in common: [Factor]) -> [Factor] {
    common.compactMap { factor in
      let present = own.first { $0.base == factor.base }?.multiplicity ?? 0
      let left = factor.multiplicity - present
      return left > 0 ? Factor(base: factor.base, multiplicity: left) : nil
    }
  }
}

extension RationalFunction.Factor {
  func raised(to exponent: Int) -> RationalFunction.Factor {
    RationalFunction.Factor(base: base, multiplicity: multiplicity * exponent)
  }
}
