/// A natural number (zero included) of any size: the magnitude of a ``BigInteger``.
///
/// Invariant: `words` holds the digits to the base 2⁶⁴, least significant first, and its last word isn't zero;
/// zero is the empty array. Equal numbers therefore have equal words, so that the synthesised `==` and hash are right.
///
///     NaturalNumber(words: [5, 1, 0]).words  // [5, 1], which is 2⁶⁴ + 5
struct NaturalNumber: Hashable, Sendable {
  /// The digits to the base 2⁶⁴, least significant first, without leading zeros.
  let words: [UInt64]

  static let zero = NaturalNumber(words: [])
  static let one = NaturalNumber(1)

  /// The number with the given digits; leading zeros are dropped.
  init(words: [UInt64]) {
    var words = words
    while words.last == 0 { words.removeLast() }
    self.words = words
  }

  init(_ word: UInt64) {
    words = word == 0 ? [] : [word]
  }

  var isZero: Bool { words.isEmpty }

  var isOdd: Bool { words.first.map { $0 & 1 == 1 } ?? false }

  /// The value, if it is less than 2⁶⁴.
  var asWord: UInt64? {
    switch words.count {
    case 0: 0
    case 1: words[0]
    default: nil
    }
  }

  /// The number of binary digits, that is ⌊log₂ n⌋ + 1; 0 for zero.
  var bitWidth: Int {
    guard let top = words.last else { return 0 }
    return 64 * words.count - top.leadingZeroBitCount
  }

  /// The largest k such that 2ᵏ divides the number; 0 for zero.
  var trailingZeroBitCount: Int {
    guard let index = words.firstIndex(where: { $0 != 0 }) else { return 0 }
    return 64 * index + words[index].trailingZeroBitCount
  }

  var isPowerOfTwo: Bool { !isZero && trailingZeroBitCount == bitWidth - 1 }
}
