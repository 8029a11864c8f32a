extension NaturalNumber {
  /// The greatest common divisor, with gcd(n, 0) = n.
  ///
  /// Euclid's algorithm until the smaller number fits in a word, then the binary algorithm on words (Knuth, TAOCP
  /// vol. 2, 4.5.2). Quadratic in the number of words.
  static func greatestCommonDivisor(_ first: Self, _ second: Self) -> Self {
    var (larger, smaller) = first < second ? (second, first) : (first, second)
    while smaller.words.count > 1 {
      (larger, smaller) = (smaller, larger.quotientAndRemainder(dividingBy: smaller).remainder)
    }
    guard let word = smaller.asWord, word != 0 else { return larger }
    return Self(.greatestCommonDivisor(word, larger.remainder(modulo: word)))
  }
}

extension UInt64 {
  /// The greatest common divisor, with gcd(n, 0) = n, by the binary algorithm (Knuth, TAOCP vol. 2, 4.5.2, B).
  static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    if first == 0 { return second }
    if second == 0 { return first }
    let commonTwos = (first | second).trailingZeroBitCount
    var odd = first >> first.trailingZeroBitCount
    var rest = second
    while rest != 0 {
      rest >>= rest.trailingZeroBitCount
      if rest < odd { swap(&rest, &odd) }
      rest -= odd
    }
    return odd << commonTwos
  }
}
