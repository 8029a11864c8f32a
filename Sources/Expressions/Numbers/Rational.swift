/// An exact rational number of any size.
///
/// Invariant: the fraction is in lowest terms, its denominator is positive, and it is stored in machine words if and
/// only if both parts fit in them. Equal numbers are therefore stored equally, whichever way they came about.
///
///     Rational(6, -8)  // -3/4
public struct Rational: Hashable, Sendable {
  enum Storage: Hashable, Sendable {
    /// Numerator and denominator: the common case, without allocation.
    case small(Int, Int)
    /// The same, where at least one of them doesn't fit in a machine word.
    indirect case big(BigInteger, BigInteger)
  }

  let storage: Storage

  /// The number of a fraction which is known to be in lowest terms, with a positive denominator.
  init(reduced numerator: Int, _ denominator: Int) {
    storage = .small(numerator, denominator)
  }

  /// The number of a fraction which is known to be in lowest terms, with a positive denominator.
  init(reduced numerator: BigInteger, _ denominator: BigInteger) {
    if let smallNumerator = numerator.asInt, let smallDenominator = denominator.asInt {
      storage = .small(smallNumerator, smallDenominator)
    } else {
      storage = .big(numerator, denominator)
    }
  }

  /// The integer of a machine word.
  public init(_ value: Int) {
    self.init(reduced: value, 1)
  }

  /// The integer.
  public init(_ value: BigInteger) {
    self.init(reduced: value, .one)
  }

  /// The quotient of two machine words; the denominator must not be zero, but may be negative.
  public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "division by zero")
    guard numerator != .min, denominator != .min else {
      // The opposite of the least word doesn't fit in a word.
      self.init(numerator: BigInteger(numerator), denominator: BigInteger(denominator))
      return
    }
    let divisor = Rational.gcd(numerator, abs(denominator))
    self.init(reduced: denominator.signum() * (numerator / divisor), abs(denominator) / divisor)
  }

  /// The quotient of two integers; the denominator must not be zero, but may be negative.
  ///
  /// The cost is that of their greatest common divisor: quadratic in the number of words.
  public init(numerator: BigInteger, denominator: BigInteger) {
    precondition(!denominator.isZero, "division by zero")
    let isNegative = numerator.isNegative != denominator.isNegative
    let divisor = NaturalNumber.greatestCommonDivisor(numerator.natural, denominator.natural)
    self.init(
      reduced: BigInteger(isNegative: isNegative, numerator.natural.quotientAndRemainder(dividingBy: divisor).quotient),
      BigInteger(denominator.natural.quotientAndRemainder(dividingBy: divisor).quotient))
  }

  /// The greatest common divisor of an integer and a positive one; it is at most the latter, so it fits.
  static func gcd(_ value: Int, _ positive: Int) -> Int {
    positive == 1 ? 1 : Int(UInt64.greatestCommonDivisor(UInt64(value.magnitude), UInt64(positive)))
  }
}
