/// A set of small whole numbers.
struct BitSet {
  private var words: [UInt64] = []

  func contains(_ member: Int) -> Bool {
    let word = member >> 6
    return word < words.count && words[word] & (1 << UInt64(member & 63)) != 0
  }

  mutating func insert(_ member: Int) {
    let word = member >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(member & 63)
  }

  mutating func formUnion(_ other: BitSet) {
    while words.count < other.words.count { words.append(0) }
    for place in other.words.indices { words[place] |= other.words[place] }
  }

  /// The members of both.
  func intersection(_ other: BitSet) -> BitSet {
    var result = BitSet()
    for (a, b) in zip(words, other.words) { result.words.append(a & b) }
    return result
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The members, in order.
  var members: [Int] {
    var result: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
