import Expressions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A real number with what is known of it: exactly, as long as arithmetic alone was done, or in double precision with a
/// bound on the error (running error analysis: Higham 2002, "Accuracy and Stability of Numerical Algorithms", §3.3).
struct SampleValue {
  /// The number itself, if it is known.
  let exact: Rational?
  /// The number, or close to it.
  let value: Double
  /// How far `value` may be from the number.
  let error: Double

  /// Rounding to nearest moves a number by at most this part of it.
  static let roundoff = 0x1p-53
  /// Numbers are kept exact up to this size.
  private static let largestExactBits = 512

  init(_ number: Rational) {
    let value = number.doubleValue
    self.init(exact: number, value: value, error: number.isInteger && abs(value) < 0x1p53 ? 0 : abs(value) * 0x1p-52)
  }

  init(value: Double, error: Double) { self.init(exact: nil, value: value, error: error) }

  private init(exact: Rational?, value: Double, error: Double) {
    self.exact = exact
    self.value = value
    self.error = error
  }

  /// Whether it is a number with a useful error.
  var isUsable: Bool { value.isFinite && error.isFinite && abs(value) < 0x1p500 }

  static func + (a: SampleValue, b: SampleValue) -> SampleValue {
    if let x = a.exact, let y = b.exact, let sum = kept(x + y) { return SampleValue(sum) }
    let value = a.value + b.value
    return SampleValue(value: value, error: a.error + b.error + abs(value) * 2 * roundoff)
  }

  static func * (a: SampleValue, b: SampleValue) -> SampleValue {
    if let x = a.exact, let y = b.exact, let product = kept(x * y) { return SampleValue(product) }
    let value = a.value * b.value
    let error = abs(a.value) * b.error + abs(b.value) * a.error + a.error * b.error
    return SampleValue(value: value, error: error + abs(value) * 2 * roundoff + 0x1p-1060)
  }

  /// a^b as a real number; nil where it has none or is not to be told from having none.
  static func power(_ a: SampleValue, _ b: SampleValue) -> SampleValue? {
    if let base = a.exact, let exponent = b.exact {
      if base.isZero { return exponent > 0 ? SampleValue(0) : nil }
      if let result = exactPower(base, exponent) { return SampleValue(result) }
    }
    let isInteger = b.exact?.isInteger ?? false
    // A base of uncertain sign has a power only if the exponent is whole.
    guard a.value - a.error > 0 || isInteger && abs(a.value) > a.error else { return nil }
    return applied(a) { base in applied(b) { pow(base, $0) } }
  }

  private static func exactPower(_ base: Rational, _ exponent: Rational) -> Rational? {
    guard let degree = exponent.denominator.asInt, let times = exponent.numerator.asInt,
      degree == 1 || !base.isNegative, let root = degree == 1 ? base : base.exactRoot(degree),
      Rational.bitWidthOfPower(base: root, exponent: times) <= largestExactBits
    else { return nil }
    return root.power(times)
  }

  /// A function of `argument` that the mathematical library computes to a few units in the last place. How an error of
  /// the argument is passed on is seen by moving the argument by it.
  static func applied(_ argument: SampleValue, _ function: (Double) -> Double) -> SampleValue {
    applied(argument) { SampleValue(value: function($0), error: 0) }
  }

  private static func applied(_ argument: SampleValue, _ function: (Double) -> SampleValue) -> SampleValue {
    let middle = function(argument.value)
    var spread = middle.error
    if argument.error > 0 {
      for moved in [argument.value - argument.error, argument.value + argument.error] {
        let there = function(moved)
        spread = max(spread, 2 * abs(there.value - middle.value) + there.error)
      }
      if spread.isNaN { spread = .infinity }
    }
    return SampleValue(value: middle.value, error: spread + abs(middle.value) * 8 * roundoff)
  }

  private static func kept(_ number: Rational) -> Rational? {
    let bits = max(number.numerator.magnitudeBitWidth, number.denominator.magnitudeBitWidth)
    return bits <= largestExactBits ? number : nil
  }

  /// −1, 0 or 1 as a is less than, equal to or greater than b; nil if the errors leave that open.
  static func order(_ a: SampleValue, _ b: SampleValue) -> Int? {
    if let x = a.exact, let y = b.exact { return x == y ? 0 : x < y ? -1 : 1 }
    let difference = a.value - b.value
    guard abs(difference) > 4 * (a.error + b.error) else { return nil }
    return difference < 0 ? -1 : 1
  }

  /// Whether a and b are certainly different.
  static func differ(_ a: SampleValue, _ b: SampleValue) -> Bool {
    if let x = a.exact, let y = b.exact { return x != y }
    let scale = max(abs(a.value), abs(b.value))
    return abs(a.value - b.value) > 16 * (a.error + b.error) + 0x1p-46 * scale + 0x1p-900
  }
}
