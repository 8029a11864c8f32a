extension NaturalNumber {
  /// The natural number whose k-th power is this number, if there is one; `degree` = k ≥ 1.
  func exactRoot(_ degree: Int) -> Self? {
    precondition(degree >= 1, "the degree of a root is positive")
    if isZero || self == .one || degree == 1 { return self }
    if degree >= bitWidth { return nil }  // 1 < n < 2ᵏ: the root would lie strictly between 1 and 2.
    let root = floorRoot(degree)
    return root.power(UInt(degree)) == self ? root : nil
  }

  /// ⌊ᵏ√n⌋ for n > 0 and 1 < k, by Newton's method for xᵏ − n in whole numbers.
  ///
  /// Started above the root, x ← ⌊((k − 1)x + ⌊n / xᵏ⁻¹⌋) / k⌋ falls strictly until it reaches the rounded-down
  /// root: by the inequality of the means no step falls below it.
  private func floorRoot(_ degree: Int) -> Self {
    let divisor = Self(UInt64(degree))
    let weight = Self(UInt64(degree - 1))
    var root = Self.one.shiftedLeft(by: (bitWidth + degree - 1) / degree)
    while true {
      let quotient = quotientAndRemainder(dividingBy: root.power(UInt(degree - 1))).quotient
      let next = (weight * root + quotient).quotientAndRemainder(dividingBy: divisor).quotient
      if next >= root { return root }
      root = next
    }
  }
}
