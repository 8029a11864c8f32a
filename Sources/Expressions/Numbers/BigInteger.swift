/// An integer of any size.
///
/// It is stored as a sign and a magnitude. Invariant: zero isn't negative, so that equal integers are stored equally.
///
///     BigInteger(Int.max) * BigInteger(Int.max)  // 85070591730234615847396907784232501249
public struct BigInteger: Hashable, Sendable {
  /// Whether the integer is less than zero.
  public let isNegative: Bool

  /// The absolute value.
  let natural: NaturalNumber

  init(isNegative: Bool = false, _ natural: NaturalNumber) {
    self.isNegative = isNegative && !natural.isZero
    self.natural = natural
  }

  /// The integer of a machine word.
  public init(_ value: Int) {
    self.init(isNegative: value < 0, NaturalNumber(UInt64(value.magnitude)))
  }

  /// The integer 0.
  public static let zero = BigInteger(NaturalNumber.zero)

  /// The integer 1.
  public static let one = BigInteger(NaturalNumber.one)

  /// Whether the integer is 0.
  public var isZero: Bool { natural.isZero }

  /// Whether the integer is odd: in constant time.
  public var isOdd: Bool { natural.isOdd }

  /// −1, 0 or 1 for a negative integer, zero and a positive one.
  public var signum: Int { isNegative ? -1 : isZero ? 0 : 1 }

  /// The absolute value.
  public var magnitude: BigInteger { BigInteger(natural) }

  /// The number of binary digits of the absolute value, ⌊log₂ |n|⌋ + 1; 0 for zero. In constant time.
  public var magnitudeBitWidth: Int { natural.bitWidth }

  /// The value as a machine word, if it fits in one.
  public var asInt: Int? {
    guard let word = natural.asWord else { return nil }
    if let value = Int(exactly: word) { return isNegative ? -value : value }
    return isNegative && word == UInt64(Int.min.magnitude) ? Int.min : nil
  }

  /// The nearest floating-point number, ties to even; an infinity beyond the greatest finite ones.
  public var doubleValue: Double { isNegative ? -natural.doubleValue : natural.doubleValue }
}
