// Knuth, The Art of Computer Programming, vol. 2, 4.3.1: algorithms A (addition), S (subtraction), M (multiplication).

extension NaturalNumber {
  /// The sum; linear in the number of words.
  static func + (lhs: Self, rhs: Self) -> Self {
    let (longer, shorter) = lhs.words.count < rhs.words.count ? (rhs.words, lhs.words) : (lhs.words, rhs.words)
    var sum = longer
    var carry: UInt64 = 0
    for index in shorter.indices {
      sum[index] = sum[index].adding(shorter[index], carry: &carry)
    }
    var index = shorter.count
    while carry != 0, index < sum.count {
      sum[index] = sum[index].adding(0, carry: &carry)
      index += 1
    }
    if carry != 0 { sum.append(carry) }
    return Self(words: sum)
  }

  /// The difference; the minuend must not be less than the subtrahend. Linear in the number of words.
  static func - (lhs: Self, rhs: Self) -> Self {
    precondition(lhs.words.count >= rhs.words.count, "a natural number has no negative difference")
    var difference = lhs.words
    var borrow: UInt64 = 0
    for index in rhs.words.indices {
      difference[index] = difference[index].subtracting(rhs.words[index], borrow: &borrow)
    }
    var index = rhs.words.count
    while borrow != 0, index < difference.count {
      difference[index] = difference[index].subtracting(0, borrow: &borrow)
      index += 1
    }
    precondition(borrow == 0, "a natural number has no negative difference")
    return Self(words: difference)
  }

  /// The product, by the schoolbook method: the product of the numbers of words.
  static func * (lhs: Self, rhs: Self) -> Self {
    if lhs.isZero || rhs.isZero { return .zero }
    let columns = rhs.words.count
    var product = [UInt64](repeating: 0, count: lhs.words.count + columns)
    for (row, factor) in lhs.words.enumerated() where factor != 0 {
      var carry: UInt64 = 0
      for column in 0..<columns {
        product[row + column] = factor.multiplied(
          by: rhs.words[column], adding: product[row + column], carry: &carry)
      }
      product[row + columns] = carry
    }
    return Self(words: product)
  }

  /// n · 2ᵏ for `count` = k ≥ 0.
  func shiftedLeft(by count: Int) -> Self {
    if isZero || count == 0 { return self }
    let (wordShift, bitShift) = count.quotientAndRemainder(dividingBy: 64)
    var shifted = [UInt64](repeating: 0, count: wordShift)
    shifted.reserveCapacity(wordShift + words.count + 1)
    var carry: UInt64 = 0
    for word in words {
      shifted.append(word << bitShift | carry)
      carry = word >> (64 - bitShift)  // A shift by 64 gives 0.
    }
    shifted.append(carry)
    return Self(words: shifted)
  }

  /// ⌊n / 2ᵏ⌋ for `count` = k ≥ 0.
  func shiftedRight(by count: Int) -> Self {
    let (wordShift, bitShift) = count.quotientAndRemainder(dividingBy: 64)
    if wordShift >= words.count { return .zero }
    var shifted = Array(words[wordShift...])
    for index in shifted.indices {
      let next = index + 1 < shifted.count ? shifted[index + 1] : 0
      shifted[index] = shifted[index] >> bitShift | next << (64 - bitShift)
    }
    return Self(words: shifted)
  }

  /// nᵏ for `exponent` = k, by repeated squaring (Knuth, 4.6.3); n⁰ is 1, also for n = 0.
  func power(_ exponent: UInt) -> Self {
    if isZero || self == .one { return exponent == 0 ? .one : self }
    var result = Self.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }
}
