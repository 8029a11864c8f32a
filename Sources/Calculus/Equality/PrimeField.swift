import Expressions

/// An element of the field of p elements, p = 2⁶¹ − 1 (a Mersenne prime, so that reduction needs no division).
///
///     PrimeField(word: 3) * PrimeField(word: 3).inverse! == .one
struct PrimeField: Hashable, Sendable {
  /// The number of elements of the field.
  static let modulus: UInt64 = (1 << 61) - 1
  static let zero = PrimeField(word: 0)
  static let one = PrimeField(word: 1)

  /// The representative in 0..<p.
  let value: UInt64

  /// The residue class of `value`.
  init(word value: UInt64) {
    let folded = (value & Self.modulus) + (value >> 61)
    self.value = folded >= Self.modulus ? folded - Self.modulus : folded
  }

  /// The residue class of an integer of any size.
  init(integer: BigInteger) {
    if let word = integer.asInt {
      let magnitude = PrimeField(word: UInt64(word.magnitude))
      self = word < 0 ? PrimeField.zero - magnitude : magnitude
      return
    }
    let remainder = integer.quotientAndRemainder(dividingBy: BigInteger(Int(Self.modulus))).remainder
    self.init(integer: BigInteger(remainder.asInt ?? 0))
  }

  /// The residue class of a fraction; nil if p divides its denominator.
  init?(fraction: Rational) {
    if let word = fraction.asInt {
      let magnitude = PrimeField(word: UInt64(word.magnitude))
      self = word < 0 ? PrimeField.zero - magnitude : magnitude
      return
    }
    guard let inverse = PrimeField(integer: fraction.denominator).inverse else { return nil }
    self = PrimeField(integer: fraction.numerator) * inverse
  }

  var isZero: Bool { value == 0 }

  static func + (lhs: PrimeField, rhs: PrimeField) -> PrimeField { PrimeField(word: lhs.value + rhs.value) }

  static func - (lhs: PrimeField, rhs: PrimeField) -> PrimeField { PrimeField(word: lhs.value + modulus - rhs.value) }

  static func * (lhs: PrimeField, rhs: PrimeField) -> PrimeField {
    // h·2⁶⁴ + l ≡ 8h + l, as 2⁶¹ ≡ 1; h < 2⁵⁸, so nothing overflows.
    let (high, low) = lhs.value.multipliedFullWidth(by: rhs.value)
    return PrimeField(word: (high << 3 | low >> 61) + (low & modulus))
  }

  /// The element to the power `exponent`.
  func power(_ exponent: UInt64) -> PrimeField {
    var (result, square, rest) = (PrimeField.one, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }

  /// One divided by the element, nil for 0: a^(p−2) by Fermat's little theorem.
  var inverse: PrimeField? { isZero ? nil : power(Self.modulus - 2) }
}
