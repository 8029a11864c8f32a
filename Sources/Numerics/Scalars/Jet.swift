/// A truncated Taylor series c₀ + c₁t + … + cₙtⁿ: what derivatives of order 2 and more are read off.
///
/// A constant has one coefficient; the result of an operation has as many as the longer operand. So x₀ + t with n + 1
/// coefficients, put through a function, gives that function's first n derivatives at x₀: the k-th is k!·c_k.
public struct Jet: Sendable {
  /// c₀, c₁, …; at least one.
  public var coefficients: [Double]

  /// A series by its coefficients; none stands for 0.
  public init(coefficients: [Double]) { self.coefficients = coefficients.isEmpty ? [0] : coefficients }

  /// A constant.
  public init(_ value: Double) { coefficients = [value] }

  /// x₀ + t, up to tⁿ.
  public static func variable(_ value: Double, order: Int) -> Jet {
    var coefficients = [Double](repeating: 0, count: order + 1)
    coefficients[0] = value
    if order > 0 { coefficients[1] = 1 }
    return Jet(coefficients: coefficients)
  }

  /// The coefficient of t^k; 0 beyond the last.
  @inline(__always) public subscript(_ k: Int) -> Double { k < coefficients.count ? coefficients[k] : 0 }

  /// The derivative of order `k` at t = 0: k!·c_k.
  public func derivative(_ k: Int) -> Double {
    var result = self[k]
    if k > 1 { for factor in 2...k { result *= Double(factor) } }
    return result
  }

  /// The series of the derivative of order `order`, shorter by as much:
  /// Σ c_k t^k becomes Σ c_{k+m}·(k+m)!/k!·t^k.
  func differentiated(_ order: Int) -> Jet {
    guard coefficients.count > order else { return Jet(0) }
    return Jet(
      coefficients: (0..<coefficients.count - order).map { k in
        (0..<order).reduce(coefficients[k + order]) { $0 * Double(k + order - $1) }
      })
  }

  /// This series with `inner` − inner₀ for t, by Horner's scheme.
  func composed(with inner: Jet) -> Jet {
    var shift = inner
    shift.coefficients[0] = 0
    var result = Jet(self[coefficients.count - 1])
    for k in (0..<coefficients.count - 1).reversed() { result = result * shift + Jet(self[k]) }
    return result
  }

  /// The series of G(u) from its value and the series of G′(u): g′ = G′(u)·u′, so k·g_k = Σ_{j=1}^k j·u_j·p_{k−j}.
  static func integrated(_ value: Double, derivative p: Jet, along u: Jet) -> Jet {
    var g = [Double](repeating: 0, count: u.coefficients.count)
    g[0] = value
    for k in u.coefficients.indices.dropFirst() {
      var sum = 0.0
      for j in 1...k { sum += Double(j) * u[j] * p[k - j] }
      g[k] = sum / Double(k)
    }
    return Jet(coefficients: g)
  }
}
