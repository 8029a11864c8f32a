extension NaturalNumber {
  /// The nearest floating-point number, ties to even; infinity beyond the greatest finite one.
  var doubleValue: Double {
    let excess = max(0, bitWidth - 64)
    let top = shiftedRight(by: excess).words.first ?? 0
    return Double(rounding: top, scaledBy: excess, isTruncated: excess > 0 && trailingZeroBitCount < excess)
  }

  /// The floating-point number nearest to n / d, ties to even, rounded once; d must not be zero.
  ///
  /// With a and b the bit widths of n and d, 2ᵃ⁻ᵇ⁻¹ < n / d < 2ᵃ⁻ᵇ⁺¹. So with k = 63 − (a − b) the whole part of
  /// 2ᵏ · n / d has 63 or 64 bits: more than a significand, and the remainder tells on which side of a tie it lies.
  static func doubleQuotient(_ numerator: Self, _ denominator: Self) -> Double {
    if numerator.isZero { return 0 }
    let shift = 63 - (numerator.bitWidth - denominator.bitWidth)
    let (quotient, remainder) = numerator.shiftedLeft(by: max(0, shift))
      .quotientAndRemainder(dividingBy: denominator.shiftedLeft(by: max(0, -shift)))
    return Double(rounding: quotient.words.first ?? 0, scaledBy: -shift, isTruncated: !remainder.isZero)
  }
}

extension Double {
  /// The number nearest to (s + ε) · 2ᵏ, ties to even, for `significand` = s and `exponent` = k, where 0 < ε < 1 if
  /// `isTruncated` and ε = 0 otherwise. A truncated significand must have at least 54 bits.
  ///
  /// The bits of s are cut at the unit in the last place 2ᵘ, with u = max(e − 52, −1074) for a value in 2ᵉ ..< 2ᵉ⁺¹
  /// (−1074 being that of the subnormal numbers). Rounded to `kept` units the bit pattern is (u + 1074) · 2⁵² + kept
  /// in all cases: a normal number's leading bit adds the missing 1 to the exponent field, and a carry out of the
  /// significand goes into it, at the end to infinity.
  init(rounding significand: UInt64, scaledBy exponent: Int, isTruncated: Bool) {
    let bitWidth = 64 - significand.leadingZeroBitCount
    let leadingExponent = exponent + bitWidth - 1
    if significand == 0 || leadingExponent < -1075 {
      self = 0
      return
    }
    if leadingExponent > 1023 {
      self = .infinity
      return
    }
    let unit = max(leadingExponent - 52, -1074)
    let dropped = unit - exponent  // At most 64, as the leading exponent is at least unit − 1.
    var kept = significand >> dropped  // By a negative count this is a shift to the left; by 64 it gives 0.
    if dropped > 0 {
      let rest = significand - kept << dropped
      let half: UInt64 = 1 << (dropped - 1)
      if rest > half || (rest == half && (isTruncated || kept & 1 == 1)) { kept += 1 }
    }
    self.init(bitPattern: UInt64(unit + 1074) << 52 + kept)
  }
}
