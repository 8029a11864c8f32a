/// What the numeric code computes with: plain numbers, or numbers that carry something along (a slope, a Taylor series,
/// a distance to the nearest kink). Everything generic over it does the same arithmetic for all of them.
///
/// Truth values are scalars too, 1 and 0, so that a distance to a kink can travel through a condition.
public protocol Scalar: Sendable {
  /// The constant `value`: its slope is 0.
  init(_ value: Double)
  /// The number itself, without what it carries.
  var value: Double { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static prefix func - (a: Self) -> Self

  static func exp(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self
  static func tan(_ x: Self) -> Self
  static func asin(_ x: Self) -> Self
  static func acos(_ x: Self) -> Self
  static func atan(_ x: Self) -> Self
  static func sinh(_ x: Self) -> Self
  static func cosh(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func abs(_ x: Self) -> Self
  static func sign(_ x: Self) -> Self
  static func sqrt(_ x: Self) -> Self
  /// x to a constant power.
  static func pow(_ x: Self, _ exponent: Double) -> Self
  /// x^y; for a moving exponent x must be positive.
  static func pow(_ x: Self, _ y: Self) -> Self

  /// [a < b].
  static func less(_ a: Self, _ b: Self) -> Self
  /// [a ≤ b].
  static func lessOrEqual(_ a: Self, _ b: Self) -> Self
  /// [a = b].
  static func equal(_ a: Self, _ b: Self) -> Self
  /// `a` where the condition is 1, else `b`.
  static func select(_ condition: Self, _ a: Self, _ b: Self) -> Self

  /// The derivative of order `order` of `function` at each of the arguments, in place of them.
  static func apply(_ function: ScalarFunction, order: Int, to values: UnsafeMutableBufferPointer<Self>)
}

extension Scalar {
  /// The smaller of two scalars by value.
  @inline(__always) static func minimum(_ a: Self, _ b: Self) -> Self { select(less(b, a), b, a) }
  /// The greater of two scalars by value.
  @inline(__always) static func maximum(_ a: Self, _ b: Self) -> Self { select(less(a, b), b, a) }
}
