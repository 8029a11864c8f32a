extension BigInteger: CustomStringConvertible {
  /// Reads decimal digits, with a minus sign before them for a negative integer; nil for any other text.
  ///
  ///     BigInteger("-18446744073709551616")  // −2⁶⁴
  ///
  /// Quadratic in the number of digits.
  public init?(_ text: some StringProtocol) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    guard let natural = NaturalNumber(decimalDigits: text.utf8.dropFirst(isNegative ? 1 : 0)) else { return nil }
    self.init(isNegative: isNegative, natural)
  }

  /// The decimal digits, with a minus sign before them for a negative integer; quadratic in their number.
  public var description: String {
    isNegative ? "-\(natural)" : "\(natural)"
  }
}
