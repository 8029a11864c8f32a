extension UInt64 {
  /// `self + other + carry` modulo 2⁶⁴; `carry` (0 or 1) becomes the carry out.
  @inline(__always)
  func adding(_ other: UInt64, carry: inout UInt64) -> UInt64 {
    let (partial, first) = addingReportingOverflow(other)
    let (sum, second) = partial.addingReportingOverflow(carry)
    carry = first || second ? 1 : 0
    return sum
  }

  /// `self - other - borrow` modulo 2⁶⁴; `borrow` (0 or 1) becomes the borrow out.
  @inline(__always)
  func subtracting(_ other: UInt64, borrow: inout UInt64) -> UInt64 {
    let (partial, first) = subtractingReportingOverflow(other)
    let (difference, second) = partial.subtractingReportingOverflow(borrow)
    borrow = first || second ? 1 : 0
    return difference
  }

  /// `self · factor + addend + carry` modulo 2⁶⁴; `carry` becomes the high word.
  ///
  /// With b = 2⁶⁴ the sum is at most (b − 1)² + 2(b − 1) = b² − 1, so that two words always hold it.
  @inline(__always)
  func multiplied(by factor: UInt64, adding addend: UInt64 = 0, carry: inout UInt64) -> UInt64 {
    let product = multipliedFullWidth(by: factor)
    let (partial, first) = product.low.addingReportingOverflow(addend)
    let (low, second) = partial.addingReportingOverflow(carry)
    carry = product.high + (first ? 1 : 0) + (second ? 1 : 0)
    return low
  }
}
