// Knuth, The Art of Computer Programming, vol. 2, 4.5.1: fractions. On machine words the common divisors are taken out
// before the products are formed, which keeps the words small and needs no division after a product. If a word
// overflows all the same, the operation is done over with integers of any size.

extension Rational {
  /// The sum.
  public static func + (lhs: Rational, rhs: Rational) -> Rational {
    if case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage,
      let sum = smallSum(a, b, c, d)
    {
      return sum
    }
    return Rational(
      numerator: lhs.numerator * rhs.denominator + rhs.numerator * lhs.denominator,
      denominator: lhs.denominator * rhs.denominator)
  }

  /// The difference.
  public static func - (lhs: Rational, rhs: Rational) -> Rational {
    lhs + -rhs
  }

  /// The opposite number.
  public static prefix func - (operand: Rational) -> Rational {
    if case .small(let numerator, let denominator) = operand.storage, numerator != .min {
      return Rational(reduced: -numerator, denominator)
    }
    return Rational(reduced: -operand.numerator, operand.denominator)
  }

  /// The product.
  public static func * (lhs: Rational, rhs: Rational) -> Rational {
    if case .small(let a, let b) = lhs.storage, case .small(let c, let d) = rhs.storage,
      let product = smallProduct(a, b, c, d)
    {
      return product
    }
    return Rational(numerator: lhs.numerator * rhs.numerator, denominator: lhs.denominator * rhs.denominator)
  }

  /// The quotient; the divisor must not be zero.
  public static func / (lhs: Rational, rhs: Rational) -> Rational {
    lhs * rhs.reciprocal
  }

  /// Adds in place.
  public static func += (lhs: inout Rational, rhs: Rational) { lhs = lhs + rhs }

  /// Subtracts in place.
  public static func -= (lhs: inout Rational, rhs: Rational) { lhs = lhs - rhs }

  /// Multiplies in place.
  public static func *= (lhs: inout Rational, rhs: Rational) { lhs = lhs * rhs }

  /// Divides in place; the divisor must not be zero.
  public static func /= (lhs: inout Rational, rhs: Rational) { lhs = lhs / rhs }

  /// One divided by the number, which must not be zero.
  public var reciprocal: Rational {
    precondition(!isZero, "division by zero")
    if case .small(let numerator, let denominator) = storage, numerator != .min {
      return Rational(reduced: numerator.signum() * denominator, abs(numerator))
    }
    return isNegative ? Rational(reduced: -denominator, -numerator) : Rational(reduced: denominator, numerator)
  }

  /// a/b + c/d in lowest terms, or nil if a word overflows on the way.
  ///
  /// With g = gcd(b, d) the sum is t / (b/g · d), where t = a(d/g) + c(b/g), and only a divisor of g is left to be
  /// taken out: gcd(t, b/g · d) = gcd(t, g).
  private static func smallSum(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    if b == 1 && d == 1 {
      let (sum, overflow) = a.addingReportingOverflow(c)
      return overflow ? nil : Rational(reduced: sum, 1)
    }
    let common = gcd(b, d)
    let (left, leftOverflow) = a.multipliedReportingOverflow(by: d / common)
    let (right, rightOverflow) = c.multipliedReportingOverflow(by: b / common)
    let (sum, sumOverflow) = left.addingReportingOverflow(right)
    if leftOverflow || rightOverflow || sumOverflow { return nil }
    let divisor = gcd(sum, common)
    let (denominator, overflow) = (b / common).multipliedReportingOverflow(by: d / divisor)
    return overflow ? nil : Rational(reduced: sum / divisor, denominator)
  }

  /// a/b · c/d in lowest terms, or nil if a word overflows.
  ///
  /// As a/b and c/d are in lowest terms, only gcd(a, d) and gcd(c, b) are to be taken out.
  private static func smallProduct(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Rational? {
    let (first, second) = (gcd(a, d), gcd(c, b))
    let (numerator, numeratorOverflow) = (a / first).multipliedReportingOverflow(by: c / second)
    let (denominator, denominatorOverflow) = (b / second).multipliedReportingOverflow(by: d / first)
    return numeratorOverflow || denominatorOverflow ? nil : Rational(reduced: numerator, denominator)
  }
}
