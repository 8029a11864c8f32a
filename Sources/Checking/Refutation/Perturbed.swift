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
  /// How far rounding may have moved any coefficient.
  var error: Double

  init(coefficients: SIMD8<Double>, error: Double) {
    self.coefficients = coefficients
    self.error = error
  }

  /// A constant.
  init(_ value: Double) {
    coefficients = .zero
    coefficients[0] = value
    error = 0
  }

  /// The number itself.
  var value: Double { coefficients[0] }

  /// Whether every coefficient is a number.
  var isFinite: Bool { coefficients.sum().isFinite }

  /// The greatest coefficient in magnitude, of the first 2^level.
  @inline(__always) func norm(_ level: Int) -> Double {
    var result = coefficients[0].magnitude
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
    var result = Perturbed(coefficients: .zero, error: error)
    for place in 0..<(1 << k) { result.coefficients[place] = coefficients[place | 1 << k] }
    return result
  }

  static let rounding = 0x1p-52

  static func + (a: Perturbed, b: Perturbed) -> Perturbed {
    let sum = a.coefficients + b.coefficients
    return Perturbed(coefficients: sum, error: a.error + b.error + rounding * sum[0].magnitude)
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
    let (left, right) = (a.norm(level), b.norm(level))
    return Perturbed(
      coefficients: result, error: left * b.error + right * a.error + rounding * left * right)
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
    let steepness = level == 0 ? 1 : max(1, series[1].magnitude)
    result.error = a.error * steepness + rounding * result.norm(level)
    return result
  }
}
