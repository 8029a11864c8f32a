extension Rational {
  /// The number 0.
  public static let zero = Rational(reduced: 0, 1)

  /// The number 1.
  public static let one = Rational(reduced: 1, 1)

  /// The number −1.
  public static let minusOne = Rational(reduced: -1, 1)

  /// The numerator of the fraction in lowest terms; it has the sign of the number.
  public var numerator: BigInteger {
    switch storage {
    case .small(let numerator, _): BigInteger(numerator)
    case .big(let numerator, _): numerator
    }
  }

  /// The denominator of the fraction in lowest terms; it is positive, and 1 for an integer.
  public var denominator: BigInteger {
    switch storage {
    case .small(_, let denominator): BigInteger(denominator)
    case .big(_, let denominator): denominator
    }
  }

  /// Whether the number is 0.
  public var isZero: Bool { signum == 0 }

  /// Whether the number is 1.
  public var isOne: Bool { asInt == 1 }

  /// Whether the number is an integer, of any size.
  public var isInteger: Bool {
    switch storage {
    case .small(_, let denominator): denominator == 1
    case .big(_, let denominator): denominator == .one
    }
  }

  /// Whether the number is less than zero.
  public var isNegative: Bool { signum < 0 }

  /// −1, 0 or 1 for a negative number, zero and a positive one.
  public var signum: Int {
    switch storage {
    case .small(let numerator, _): numerator.signum()
    case .big(let numerator, _): numerator.signum
    }
  }

  /// The absolute value.
  public var magnitude: Rational { isNegative ? -self : self }

  /// The value as a machine word, if it is an integer which fits in one.
  public var asInt: Int? {
    if case .small(let numerator, 1) = storage { numerator } else { nil }
  }

  /// The greatest integer which isn't greater than the number.
  public var floor: Rational {
    switch storage {
    case .small(_, 1):
      return self
    case .small(let numerator, let denominator):
      let quotient = numerator / denominator
      return Rational(numerator < 0 ? quotient - 1 : quotient)  // Here the remainder isn't 0: d > 1, lowest terms.
    case .big(let numerator, let denominator):
      let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
      return Rational(remainder.isNegative ? quotient - .one : quotient)
    }
  }

  /// The nearest floating-point number, ties to even, rounded once; an infinity beyond the greatest finite ones.
  public var doubleValue: Double {
    let exactlyRepresentable = -(1 << 53)...(1 << 53)
    switch storage {
    case .small(let numerator, let denominator)
    where exactlyRepresentable.contains(numerator) && exactlyRepresentable.contains(denominator):
      return Double(numerator) / Double(denominator)
    default:
      let magnitude = NaturalNumber.doubleQuotient(numerator.natural, denominator.natural)
      return isNegative ? -magnitude : magnitude
    }
  }
}
