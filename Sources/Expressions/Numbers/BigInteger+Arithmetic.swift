extension BigInteger {
  /// The sum; linear in the number of words.
  public static func + (lhs: BigInteger, rhs: BigInteger) -> BigInteger {
    if lhs.isNegative == rhs.isNegative {
      return BigInteger(isNegative: lhs.isNegative, lhs.natural + rhs.natural)
    }
    return lhs.natural < rhs.natural
      ? BigInteger(isNegative: rhs.isNegative, rhs.natural - lhs.natural)
      : BigInteger(isNegative: lhs.isNegative, lhs.natural - rhs.natural)
  }

  /// The difference; linear in the number of words.
  public static func - (lhs: BigInteger, rhs: BigInteger) -> BigInteger {
    lhs + -rhs
  }

  /// The opposite integer.
  public static prefix func - (operand: BigInteger) -> BigInteger {
    BigInteger(isNegative: !operand.isNegative, operand.natural)
  }

  /// The product, by the schoolbook method (Knuth, TAOCP vol. 2, 4.3.1, M): the product of the numbers of words.
  public static func * (lhs: BigInteger, rhs: BigInteger) -> BigInteger {
    BigInteger(isNegative: lhs.isNegative != rhs.isNegative, lhs.natural * rhs.natural)
  }

  /// Adds in place.
  public static func += (lhs: inout BigInteger, rhs: BigInteger) { lhs = lhs + rhs }

  /// Subtracts in place.
  public static func -= (lhs: inout BigInteger, rhs: BigInteger) { lhs = lhs - rhs }

  /// Multiplies in place.
  public static func *= (lhs: inout BigInteger, rhs: BigInteger) { lhs = lhs * rhs }

  /// nᵏ for `exponent` = k ≥ 0, by repeated squaring (Knuth, TAOCP vol. 2, 4.6.3); n⁰ is 1, also for n = 0.
  ///
  /// The result has up to k times as many bits as n: callers bound the exponent first.
  public func power(_ exponent: Int) -> BigInteger {
    precondition(exponent >= 0, "a negative power of an integer is no integer")
    return power(word: UInt(exponent))
  }

  /// The same for an exponent which can't be negative.
  func power(word exponent: UInt) -> BigInteger {
    BigInteger(isNegative: isNegative && exponent & 1 == 1, natural.power(exponent))
  }
}
