import Expressions
import Numerics

/// The Taylor series of elementary functions, up to the third power.
enum TaylorSeries {
  /// The coefficients of `name` at x up to `order`, nil if there is no such function of one argument.
  static func of(_ name: String, at x: Double, order: Int) -> SIMD4<Double>? {
    switch order {
    case 0:
      guard let value = apply(name, x) else { return nil }
      return [value, 0, 0, 0]
    case 1:
      guard let value = apply(name, Dual(x, slope: 1)) else { return nil }
      return [value.value, value.slope, 0, 0]
    default:
      guard let value = apply(name, Jet.variable(x, order: order)) else { return nil }
      return [value[0], value[1], value[2], value[3]]
    }
  }

  private static func apply<Number: Scalar>(_ name: String, _ x: Number) -> Number? {
    switch name {
    case "exp": .exp(x)
    case "log": .log(x)
    case "sin": .sin(x)
    case "cos": .cos(x)
    case "tan": .tan(x)
    case "asin": .asin(x)
    case "acos": .acos(x)
    case "atan": .atan(x)
    case "sinh": .sinh(x)
    case "cosh": .cosh(x)
    case "erf": .erf(x)
    default: nil
    }
  }

  /// x^p: the coefficients p(p−1)…(p−j+1)/j! · x^{p−j}.
  static func power(_ x: Double, _ exponent: Double, order: Int) -> SIMD4<Double> {
    var result = SIMD4<Double>(Double.pow(x, exponent), 0, 0, 0)
    var factor = 1.0
    for j in 1..<max(1, order + 1) {
      factor *= (exponent - Double(j) + 1) / Double(j)
      // A polynomial ends, also at 0.
      result[j] = factor == 0 ? 0 : factor * Double.pow(x, exponent - Double(j))
    }
    return result
  }
}
