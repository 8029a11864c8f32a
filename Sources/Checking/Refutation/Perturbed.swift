import Numerics

/// A number with up to three infinitesimals: Σ_m c_m ε^m over the subsets m of {ε₀, ε₁, ε₂}, each with ε² = 0.
///
/// What is seeded with value + ε_k gives derivatives with respect to it; derivatives of derivatives are exact, since every
/// ∂ takes an infinitesimal of its own. The coefficient of the subset with the bit pattern m stands at place m. A bound on
/// the rounding error, to first order, is carried along, so that a difference of two values can be told from noise.
struct Perturbed: Sendable {
  /// The most infinitesimals there are.
  static let mostLevels = 3

  var coefficients: SIMD8<Double>
  /// How far rounding may have moved the number itself.
  var error: Double
  /// How far it may have moved any other coefficient. Slopes may be far smaller than values, and as exact.
  var slopeError: Double

  init(coefficients: SIMD8<Double>, error: Double, slopeError: Double) {
    self.coefficients = coefficients
    self.error = error
    self.slopeError = slopeError
  }

  /// A constant.
  init(_ value: Double) {
    coefficients = .zero
    coefficients[0] = value
    error = 0
    slopeError = 0
  }

  /// The number itself.
  var value: Double { coefficients[0] }

  /// Whether every coefficient is a number.
  var isFinite: Bool { coefficients.sum().isFinite }

  /// The greatest coefficient of an infinitesimal in magnitude, of the first 2^level.
  @inline(__always) func slopeNorm(_ level: Int) -> Double {
    var result = 0.0
    for place in 1..<max(1, 1 << level) { result = max(result, coefficients[place].magnitude) }
    return result
  }

  /// This number with ε_k added.
  func seeded(_ k: Int) -> Perturbed {
    var result = self
    result.coefficients[1 << k] += 1
    return result
  }

  /// What ε_k is multiplied by; ε_k is the last infinitesimal that is in use.
  func slope(_ k: Int) -> Perturbed {
    var result = Perturbed(coefficients: .zero, error: slopeError, slopeError: slopeError)
    for place in 0..<(1 << k) { result.coefficients[place] = coefficients[place | 1 << k] }
    return result
  }

  static let rounding = 0x1p-52

  static func + (a: Perturbed, b: Perturbed) -> Perturbed {
    let sum = a.coefficients + b.coefficients
    return Perturbed(
      coefficients: sum, error: a.error + b.error + rounding * sum[0].magnitude,
      slopeError: a.slopeError + b.slopeError)
  }

  /// a·b with the first `level` infinitesimals: the coefficient of m is Σ a_s b_{m∖s} over the subsets s of m.
  @inline(__always) static func product(_ a: Perturbed, _ b: Perturbed, _ level: Int) -> Perturbed {
    var result = SIMD8<Double>.zero
    if level == 0 {
      result[0] = a.coefficients[0] * b.coefficients[0]
    } else if level == 1 {
      result[0] = a.coefficients[0] * b.coefficients[0]
      result[1] = a.coefficients[0] * b.coefficients[1] + a.coefficients[1] * b.coefficients[0]
    } else {
      for place in 0..<(1 << level) {
        var subset = place
        var sum = a.coefficients[0] * b.coefficients[place]
        while subset > 0 {
          sum += a.coefficients[subset] * b.coefficients[place & ~subset]
          subset = (subset - 1) & place
        }
        result[place] = sum
      }
    }
    let (x, y) = (a.coefficients[0].magnitude, b.coefficients[0].magnitude)
    let (dx, dy) = (a.slopeNorm(level), b.slopeNorm(level))
    let slopes =
      (x + dx) * b.slopeError + (y + dy) * a.slopeError + dx * b.error + dy * a.error
      + rounding * (x * dy + dx * y + dx * dy)
    return Perturbed(
      coefficients: result, error: x * b.error + y * a.error + rounding * x * y, slopeError: level == 0 ? 0 : slopes)
  }

  /// Σ_j series_j (a − a₀)^j, the Taylor series of a function at a₀ applied to a.
  static func composed(_ series: SIMD4<Double>, _ a: Perturbed, _ level: Int) -> Perturbed {
    var shift = a
    shift.coefficients[0] = 0
    var result = Perturbed(series[0])
    var power = shift
    for order in 1..<max(1, level + 1) {
      if order > 1 { power = product(power, shift, level) }
      // 0 · ∞ is 0 here: what does not move has no slope.
      for place in 1..<(1 << level) where power.coefficients[place] != 0 {
        result.coefficients[place] += series[order] * power.coefficients[place]
      }
    }
    guard level > 0 else {
      // Without slopes the steepness is not known; functions are not much steeper than they are large.
      result.error = a.error * max(1, series[0].magnitude) + rounding * series[0].magnitude
      return result
    }
    let steepness = series[1].magnitude
    result.error = a.error * steepness + rounding * series[0].magnitude
    // The second derivative of what occurs is of the size of the first, or of its square.
    let curvature = max(2 * series[2].magnitude, steepness * (1 + steepness))
    result.slopeError = steepness * a.slopeError + (curvature * a.error + rounding * steepness) * a.slopeNorm(level)
    return result
  }
}
