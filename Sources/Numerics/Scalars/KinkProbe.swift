/// A number that knows how close the computation it came from passed to a kink: to a place where a comparison turns, or
/// |u|, a root or a fractional power is not smooth. Conditions that are not taken do not count.
///
/// A draw of weights whose loss has too little clearance is thrown away: there the slope from the left is not the slope
/// from the right, and a difference quotient across the kink is neither.
public struct KinkProbe: Sendable {
  /// The number itself.
  public var value: Double
  /// The least distance to a kink, as a part of what was compared where that is greater than 1; infinite without kinks.
  public var clearance: Double
  /// Whether the number depends on anything that may move. Constants compared with constants make no kink.
  public var moves: Bool

  init(_ value: Double, clearance: Double, moves: Bool) {
    self.value = value
    self.clearance = clearance
    self.moves = moves
  }

  /// A constant.
  public init(_ value: Double) { self.init(value, clearance: .infinity, moves: false) }

  /// A number that may move.
  public static func moving(_ value: Double) -> KinkProbe { KinkProbe(value, clearance: .infinity, moves: true) }
}

extension KinkProbe: Scalar {
  private static func combined(_ a: KinkProbe, _ b: KinkProbe, _ value: Double) -> KinkProbe {
    KinkProbe(value, clearance: min(a.clearance, b.clearance), moves: a.moves || b.moves)
  }

  private func with(_ value: Double) -> KinkProbe { KinkProbe(value, clearance: clearance, moves: moves) }

  private func withKink(at kink: Double, _ value: Double) -> KinkProbe {
    KinkProbe(value, clearance: moves ? min(clearance, Double.abs(self.value - kink)) : clearance, moves: moves)
  }

  public static func + (a: KinkProbe, b: KinkProbe) -> KinkProbe { combined(a, b, a.value + b.value) }
  public static func - (a: KinkProbe, b: KinkProbe) -> KinkProbe { combined(a, b, a.value - b.value) }
  public static func * (a: KinkProbe, b: KinkProbe) -> KinkProbe { combined(a, b, a.value * b.value) }
  public static func / (a: KinkProbe, b: KinkProbe) -> KinkProbe { combined(a, b, a.value / b.value) }
  public static prefix func - (a: KinkProbe) -> KinkProbe { a.with(-a.value) }

  public static func exp(_ x: KinkProbe) -> KinkProbe { x.with(realExp(x.value)) }
  public static func log(_ x: KinkProbe) -> KinkProbe { x.with(realLog(x.value)) }
  public static func sin(_ x: KinkProbe) -> KinkProbe { x.with(realSin(x.value)) }
  public static func cos(_ x: KinkProbe) -> KinkProbe { x.with(realCos(x.value)) }
  public static func tan(_ x: KinkProbe) -> KinkProbe { x.with(realTan(x.value)) }
  public static func asin(_ x: KinkProbe) -> KinkProbe { x.with(realAsin(x.value)) }
  public static func acos(_ x: KinkProbe) -> KinkProbe { x.with(realAcos(x.value)) }
  public static func atan(_ x: KinkProbe) -> KinkProbe { x.with(realAtan(x.value)) }
  public static func sinh(_ x: KinkProbe) -> KinkProbe { x.with(realSinh(x.value)) }
  public static func cosh(_ x: KinkProbe) -> KinkProbe { x.with(realCosh(x.value)) }
  public static func erf(_ x: KinkProbe) -> KinkProbe { x.with(realErf(x.value)) }
  public static func abs(_ x: KinkProbe) -> KinkProbe { x.withKink(at: 0, x.value.magnitude) }
  public static func sign(_ x: KinkProbe) -> KinkProbe { x.withKink(at: 0, Double.sign(x.value)) }
  public static func sqrt(_ x: KinkProbe) -> KinkProbe { x.withKink(at: 0, x.value.squareRoot()) }
  public static func pow(_ x: KinkProbe, _ exponent: Double) -> KinkProbe {
    let value = realPow(x.value, exponent)
    return exponent == exponent.rounded() ? x.with(value) : x.withKink(at: 0, value)
  }
  public static func pow(_ x: KinkProbe, _ y: KinkProbe) -> KinkProbe {
    y.moves ? combined(x, y, realPow(x.value, y.value)) : pow(x, y.value)
  }

  private static func compared(_ a: KinkProbe, _ b: KinkProbe, _ holds: Bool) -> KinkProbe {
    var result = combined(a, b, holds ? 1 : 0)
    if result.moves {
      let scale = max(1, max(a.value.magnitude, b.value.magnitude))
      result.clearance = min(result.clearance, Double.abs(a.value - b.value) / scale)
    }
    return result
  }

  public static func less(_ a: KinkProbe, _ b: KinkProbe) -> KinkProbe { compared(a, b, a.value < b.value) }
  public static func lessOrEqual(_ a: KinkProbe, _ b: KinkProbe) -> KinkProbe { compared(a, b, a.value <= b.value) }
  public static func equal(_ a: KinkProbe, _ b: KinkProbe) -> KinkProbe { compared(a, b, a.value == b.value) }
  public static func select(_ condition: KinkProbe, _ a: KinkProbe, _ b: KinkProbe) -> KinkProbe {
    let taken = condition.value != 0 ? a : b
    return KinkProbe(
      taken.value, clearance: min(condition.clearance, taken.clearance), moves: condition.moves || taken.moves)
  }

  public static func apply(_ function: ScalarFunction, order: Int, to values: UnsafeMutableBufferPointer<KinkProbe>) {
    if order == 0 { return function.replace(values) }
    let arguments = Array(values)
    function.replace(values)  // For the clearances: the kinks of a derivative are among those of the function.
    for place in values.indices {
      values[place].value = function.taylor(at: arguments[place].value, order: order).derivative(order)
    }
  }
}
