extension NaturalNumber: Comparable {
  /// Without leading zeros the longer number is the larger; among equally long ones the first different digit decides.
  static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.words.count != rhs.words.count { return lhs.words.count < rhs.words.count }
    for (left, right) in zip(lhs.words.reversed(), rhs.words.reversed()) where left != right {
      return left < right
    }
    return false
  }
}
