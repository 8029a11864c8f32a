/// A number with the slope that comes with it: value + slope·ε with ε² = 0 (Clifford 1873).
///
///     u = u₀ + u₁ε, v = v₀ + v₁ε:   u·v = u₀v₀ + (u₀v₁ + u₁v₀)ε,   g(u) = g(u₀) + g′(u₀)u₁ε
///
/// A function evaluated at x + ε gives its value and its derivative at x. The rules of the elementary functions stand in
/// `Dual+Scalar.swift`; they are the only derivatives that are typed in, here as in any calculus.
public struct Dual: Hashable, Sendable {
  /// The number itself.
  public var value: Double
  /// The derivative with respect to whatever was seeded with slope 1.
  public var slope: Double

  /// value + slope·ε.
  @inline(__always) public init(_ value: Double, slope: Double) {
    self.value = value
    self.slope = slope
  }

  /// A constant.
  @inline(__always) public init(_ value: Double) { self.init(value, slope: 0) }
}
