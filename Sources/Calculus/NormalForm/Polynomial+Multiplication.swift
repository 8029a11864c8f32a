import Expressions

extension Polynomial {
  /// The product, or nil if it would have more than `limit` terms.
  ///
  /// Multiplying by one term keeps the order of terms, so the product is a merge of as many sorted lists as the shorter
  /// factor has terms: O(mn log min(m, n)) comparisons.
  public func multiplied(by other: Polynomial, limit: Int = Polynomial.termLimit) -> Polynomial? {
    if isZero || other.isZero { return .zero }
    let (short, long) = count <= other.count ? (self, other) : (other, self)
    if let term = short.onlyTerm { return long.shifted(by: term.monomial).scaled(by: term.coefficient) }
    // A product that large is refused before it is formed, even if most of it might cancel.
    guard short.count * long.count <= 16 * limit else { return nil }
    var lists = short.terms.map { long.shifted(by: $0.monomial).scaled(by: $0.coefficient).terms }
    while lists.count > 1 {
      var halved: [[Term]] = []
      for pair in stride(from: 0, to: lists.count, by: 2) {
        halved.append(pair + 1 < lists.count ? Self.merged(lists[pair][...], lists[pair + 1][...]) : lists[pair])
      }
      lists = halved
    }
    return lists[0].count <= limit ? Polynomial(sorted: lists[0]) : nil
  }

  /// The polynomial to the power `exponent` ≥ 0, or nil if it would have more than `limit` terms.
  public func power(_ exponent: Int, limit: Int = Polynomial.termLimit) -> Polynomial? {
    if exponent == 0 { return .one }
    if let term = onlyTerm {
      guard Rational.bitWidthOfPower(base: term.coefficient, exponent: exponent) <= Self.largestCoefficientBits else {
        return nil
      }
      return Polynomial(term.monomial.power(Rational(exponent)), term.coefficient.power(exponent))
    }
    // A power of two terms or more has at least exponent + 1 of them.
    guard exponent < limit else { return nil }
    var result = Polynomial.one
    for bit in stride(from: Int.bitWidth - exponent.leadingZeroBitCount - 1, through: 0, by: -1) {
      guard let square = result.multiplied(by: result, limit: limit) else { return nil }
      result = square
      if exponent >> bit & 1 == 1 {
        guard let next = result.multiplied(by: self, limit: limit) else { return nil }
        result = next
      }
    }
    return result
  }

  /// The largest coefficient, in bits, that a power is computed to.
  static let largestCoefficientBits = 1 << 14

  /// The value with `value(kernel)` for every kernel; nil if some value is nil, or 0 under a negative power, or has no
  /// rational power that is asked for.
  public func evaluated(_ value: (Kernel) -> Rational?) -> Rational? {
    var result = Rational.zero
    for term in terms {
      var product = term.coefficient
      for factor in term.monomial.factors {
        guard let base = value(factor.kernel), let power = Self.power(base, factor.exponent) else { return nil }
        product *= power
      }
      result += product
    }
    return result
  }

  private static func power(_ base: Rational, _ exponent: Rational) -> Rational? {
    if base.isZero { return exponent.isNegative ? nil : base }
    guard let degree = exponent.denominator.asInt, let times = exponent.numerator.asInt,
      degree == 1 || !base.isNegative, let root = degree == 1 ? base : base.exactRoot(degree),
      Rational.bitWidthOfPower(base: root, exponent: times) <= largestCoefficientBits
    else { return nil }
    return root.power(times)
  }
}
