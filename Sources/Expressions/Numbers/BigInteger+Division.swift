extension BigInteger {
  /// The q and r with n = q · d + r and |r| < |d|, where q is rounded towards zero and r has the sign of n.
  ///
  /// The divisor d must not be zero. Knuth, TAOCP vol. 2, 4.3.1, D; the cost is the number of words of d times the
  /// number of words of q.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    let (quotient, remainder) = natural.quotientAndRemainder(dividingBy: divisor.natural)
    return (
      BigInteger(isNegative: isNegative != divisor.isNegative, quotient),
      BigInteger(isNegative: isNegative, remainder)
    )
  }

  /// The residue of the integer in 0 ..< m for `modulus` = m > 0, also for a negative integer.
  ///
  /// It maps sums to sums and products to products, so that an integer can be followed in a prime field. Linear in
  /// the number of words.
  public func remainder(modulo modulus: UInt64) -> UInt64 {
    let residue = natural.remainder(modulo: modulus)
    return isNegative && residue != 0 ? modulus - residue : residue
  }

  /// The greatest common divisor, which is never negative; gcd(n, 0) = |n|.
  ///
  /// Euclid's algorithm (Knuth, TAOCP vol. 2, 4.5.2); quadratic in the number of words.
  public static func gcd(_ first: BigInteger, _ second: BigInteger) -> BigInteger {
    BigInteger(.greatestCommonDivisor(first.natural, second.natural))
  }
}
