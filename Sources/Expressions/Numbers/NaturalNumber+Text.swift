extension NaturalNumber {
  /// 10¹⁹ is the greatest power of ten below 2⁶⁴: digits are read and written nineteen at a time.
  private static let digitsPerWord = 19
  private static let powerOfTenPerWord: UInt64 = 10_000_000_000_000_000_000

  /// The number with these ASCII decimal digits; nil if there are none or something else stands among them.
  ///
  /// Quadratic in the number of digits.
  init?(decimalDigits digits: some Sequence<UInt8>) {
    var words: [UInt64] = []
    var (chunk, scale): (UInt64, UInt64) = (0, 1)
    var isEmpty = true
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      isEmpty = false
      chunk = 10 * chunk + UInt64(digit - UInt8(ascii: "0"))
      scale *= 10
      if scale == Self.powerOfTenPerWord {
        Self.multiply(&words, by: scale, adding: chunk)
        (chunk, scale) = (0, 1)
      }
    }
    if isEmpty { return nil }
    Self.multiply(&words, by: scale, adding: chunk)
    self.init(words: words)
  }

  /// words ← words · factor + addend, in place.
  private static func multiply(_ words: inout [UInt64], by factor: UInt64, adding addend: UInt64) {
    var carry = addend
    for index in words.indices {
      words[index] = words[index].multiplied(by: factor, carry: &carry)
    }
    if carry != 0 { words.append(carry) }
  }
}

extension NaturalNumber: CustomStringConvertible {
  /// The decimal digits; quadratic in their number.
  var description: String {
    var chunks: [String] = []
    var rest = self
    while rest.words.count > 1 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: Self.powerOfTenPerWord)
      let digits = String(remainder)
      chunks.append(String(repeating: "0", count: Self.digitsPerWord - digits.count) + digits)
      rest = quotient
    }
    chunks.append(String(rest.words.first ?? 0))
    return chunks.reversed().joined()
  }
}
