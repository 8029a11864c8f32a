// Knuth, The Art of Computer Programming, vol. 2, 4.3.1: algorithm D (division of multiple-precision numbers), with
// the base b = 2⁶⁴.

extension NaturalNumber {
  /// The q and r with n = q · d + r and 0 ≤ r < d; the divisor d must not be zero.
  ///
  /// Its cost is the number of words of d times the number of words of q.
  func quotientAndRemainder(dividingBy divisor: Self) -> (quotient: Self, remainder: Self) {
    precondition(!divisor.isZero, "division by zero")
    if self < divisor { return (.zero, self) }
    if let word = divisor.asWord {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: word)
      return (quotient, Self(remainder))
    }
    return longDivision(by: divisor)
  }

  /// Short division: from the top, the remainder so far is the high word of the next two-word dividend.
  func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: Self, remainder: UInt64) {
    var quotient = words
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, quotient[index]))
    }
    return (Self(words: quotient), remainder)
  }

  /// n mod m for `modulus` = m > 0, without the quotient.
  func remainder(modulo modulus: UInt64) -> UInt64 {
    precondition(modulus != 0, "division by zero")
    var remainder: UInt64 = 0
    for word in words.reversed() {
      remainder = modulus.dividingFullWidth((remainder, word)).remainder
    }
    return remainder
  }

  /// Algorithm D, for a divisor of at least two words which isn't greater than the number.
  private func longDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
    // D1: normalise, so that the top bit of the divisor is set. The dividend gets one word more.
    let shift = 64 - (divisor.bitWidth - 1) % 64 - 1
    let v = divisor.shiftedLeft(by: shift).words
    var u = shiftedLeft(by: shift).words
    if u.count == words.count { u.append(0) }
    var quotient = [UInt64](repeating: 0, count: words.count - v.count + 1)
    // D2 to D7: one digit of the quotient after the other.
    for position in quotient.indices.reversed() {
      var digit = Self.estimatedDigit(of: u, dividedBy: v, at: position)
      if Self.subtract(v, times: digit, from: &u, at: position) {
        Self.addBack(v, to: &u, at: position)
        digit -= 1
      }
      quotient[position] = digit
    }
    // D8: undo the normalisation.
    return (Self(words: quotient), Self(words: Array(u[..<v.count])).shiftedRight(by: shift))
  }

  /// D3: the estimate q̂ of the digit at `position`, from three digits of u and two of v; q ≤ q̂ ≤ q + 1.
  private static func estimatedDigit(of u: [UInt64], dividedBy v: [UInt64], at position: Int) -> UInt64 {
    let (u2, u1, u0) = (u[position + v.count], u[position + v.count - 1], u[position + v.count - 2])
    let (v1, v0) = (v[v.count - 1], v[v.count - 2])
    var digit: UInt64
    var remainder: UInt64
    var overflow = false
    if u2 == v1 {
      // (u₂b + u₁) / v₁ would be b or more: start from b − 1, with the remainder u₂b + u₁ − (b − 1)v₁ = u₁ + v₁.
      digit = .max
      (remainder, overflow) = u1.addingReportingOverflow(v1)
    } else {
      (digit, remainder) = v1.dividingFullWidth((u2, u1))
    }
    // While q̂v₀ > r̂b + u₀ the estimate is too large; that can't be so any more once r̂ ≥ b.
    while !overflow {
      let product = digit.multipliedFullWidth(by: v0)
      if (product.high, product.low) <= (remainder, u0) { break }
      digit -= 1
      (remainder, overflow) = remainder.addingReportingOverflow(v1)
    }
    return digit
  }

  /// D4: u ← u − v · `digit` · bᵖ; whether that was negative (u is then right modulo b to the length of v + 1).
  private static func subtract(_ v: [UInt64], times digit: UInt64, from u: inout [UInt64], at position: Int) -> Bool {
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for index in v.indices {
      let product = v[index].multiplied(by: digit, carry: &carry)
      u[position + index] = u[position + index].subtracting(product, borrow: &borrow)
    }
    u[position + v.count] = u[position + v.count].subtracting(carry, borrow: &borrow)
    return borrow != 0
  }

  /// D6: u ← u + v · bᵖ; the carry out of the top cancels the borrow of D4. Needed for about 2 digits in b.
  private static func addBack(_ v: [UInt64], to u: inout [UInt64], at position: Int) {
    var carry: UInt64 = 0
    for index in v.indices {
      u[position + index] = u[position + index].adding(v[index], carry: &carry)
    }
    u[position + v.count] = u[position + v.count] &+ carry
  }
}
