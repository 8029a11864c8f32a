extension BigInteger: Comparable {
  /// The order of the integers; linear in the number of words at worst.
  public static func < (lhs: BigInteger, rhs: BigInteger) -> Bool {
    switch (lhs.isNegative, rhs.isNegative) {
    case (false, false): lhs.natural < rhs.natural
    case (false, true): false
    case (true, false): true
    case (true, true): rhs.natural < lhs.natural
    }
  }
}
