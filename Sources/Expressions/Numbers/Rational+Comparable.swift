extension Rational: Comparable {
  /// The order of the numbers: a/b < c/d just when ad < cb, as denominators are positive.
  ///
  /// Without allocation for numbers of machine words.
  public static func < (lhs: Rational, rhs: Rational) -> Bool {
    if case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage {
      if b == d { return a < c }
      let (left, right) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
      return (left.high, left.low) < (right.high, right.low)
    }
    if lhs.signum != rhs.signum { return lhs.signum < rhs.signum }
    return lhs.numerator * rhs.denominator < rhs.numerator * lhs.denominator
  }
}
