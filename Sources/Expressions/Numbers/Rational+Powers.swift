extension Rational {
  /// qᵏ for `exponent` = k, by repeated squaring (Knuth, TAOCP vol. 2, 4.6.3); q⁰ is 1, also for q = 0.
  ///
  /// For k < 0 the number must not be zero. The powers of coprime integers are coprime, so that nothing is left to be
  /// reduced. The result may be huge: ask ``bitWidthOfPower(base:exponent:)`` first.
  public func power(_ exponent: Int) -> Rational {
    let base = exponent < 0 ? reciprocal : self
    if case .small(let numerator, let denominator) = base.storage,
      let numeratorPower = Rational.smallPower(numerator, exponent.magnitude),
      let denominatorPower = Rational.smallPower(denominator, exponent.magnitude)
    {
      return Rational(reduced: numeratorPower, denominatorPower)
    }
    return Rational(
      reduced: base.numerator.power(word: exponent.magnitude), base.denominator.power(word: exponent.magnitude))
  }

  /// The power in a machine word, or nil if it overflows.
  private static func smallPower(_ base: Int, _ exponent: UInt) -> Int? {
    var (result, square, rest) = (1, base, exponent)
    var overflow = false
    while true {
      if rest & 1 == 1 {
        (result, overflow) = result.multipliedReportingOverflow(by: square)
        if overflow { return nil }
      }
      rest >>= 1
      if rest == 0 { return result }
      (square, overflow) = square.multipliedReportingOverflow(by: square)
      if overflow { return nil }
    }
  }

  /// An upper bound of the bits which the larger part of the fraction `base` to the `exponent` has; `Int.max` if that
  /// itself overflows.
  ///
  /// Callers refuse a power with it before computing one that doesn't fit in memory. For a part of w bits the bound is
  /// w · |k|, less than |k| bits above the truth; for 0, ±1 and ± a power of two it is exact.
  ///
  ///     Rational.bitWidthOfPower(base: 2, exponent: -1000)  // 1001
  public static func bitWidthOfPower(base: Rational, exponent: Int) -> Int {
    max(
      bitWidthOfPower(base.numerator.natural, exponent.magnitude),
      bitWidthOfPower(base.denominator.natural, exponent.magnitude))
  }

  private static func bitWidthOfPower(_ base: NaturalNumber, _ exponent: UInt) -> Int {
    if exponent == 0 { return 1 }
    if base.isZero { return 0 }
    let (factor, summand): (Int, UInt) = base.isPowerOfTwo ? (base.bitWidth - 1, 1) : (base.bitWidth, 0)
    let (product, productOverflow) = exponent.multipliedReportingOverflow(by: UInt(factor))
    let (bound, sumOverflow) = product.addingReportingOverflow(summand)
    return productOverflow || sumOverflow ? .max : Int(clamping: bound)
  }

  /// The rational number r with rⁿ = q for `degree` = n, if there is one; for even n the one which isn't negative.
  ///
  /// There is none for n ≤ 0, nor for a negative number and an even n. A fraction in lowest terms has a rational root just when its
  /// numerator and its denominator have whole ones, which are found by Newton's method.
  ///
  ///     Rational(-8, 27).exactRoot(3)  // -2/3
  ///     Rational(2).exactRoot(2)  // nil
  public func exactRoot(_ degree: Int) -> Rational? {
    if degree <= 0 { return nil }
    if isNegative && degree.isMultiple(of: 2) { return nil }
    guard let denominatorRoot = denominator.natural.exactRoot(degree),
      let numeratorRoot = numerator.natural.exactRoot(degree)
    else { return nil }
    return Rational(reduced: BigInteger(isNegative: isNegative, numeratorRoot), BigInteger(denominatorRoot))
  }
}
