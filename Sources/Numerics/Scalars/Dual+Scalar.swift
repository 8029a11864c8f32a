extension Dual: Scalar {
  @inline(__always) public static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, slope: a.slope + b.slope)
  }
  @inline(__always) public static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, slope: a.slope - b.slope)
  }
  @inline(__always) public static prefix func - (a: Dual) -> Dual { Dual(-a.value, slope: -a.slope) }
  @inline(__always) public static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, slope: a.value * b.slope + a.slope * b.value)
  }
  // (u/v)′ = (u′ − (u/v)·v′)/v.
  @inline(__always) public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(quotient, slope: (a.slope - quotient * b.slope) / b.value)
  }

  /// g(u₀) + g′(u₀)u₁ε. A constant stays one even where g′ is infinite.
  @inline(__always) private func mapped(_ value: Double, _ derivative: @autoclosure () -> Double) -> Dual {
    Dual(value, slope: slope == 0 ? 0 : derivative() * slope)
  }

  @inline(__always) public static func exp(_ x: Dual) -> Dual {
    let value = realExp(x.value)
    return x.mapped(value, value)
  }
  @inline(__always) public static func log(_ x: Dual) -> Dual { x.mapped(realLog(x.value), 1 / x.value) }
  @inline(__always) public static func sin(_ x: Dual) -> Dual { x.mapped(realSin(x.value), realCos(x.value)) }
  @inline(__always) public static func cos(_ x: Dual) -> Dual { x.mapped(realCos(x.value), -realSin(x.value)) }
  @inline(__always) public static func tan(_ x: Dual) -> Dual {
    let value = realTan(x.value)
    return x.mapped(value, 1 + value * value)
  }
  @inline(__always) public static func asin(_ x: Dual) -> Dual {
    x.mapped(realAsin(x.value), 1 / ((1 - x.value) * (1 + x.value)).squareRoot())
  }
  @inline(__always) public static func acos(_ x: Dual) -> Dual {
    x.mapped(realAcos(x.value), -1 / ((1 - x.value) * (1 + x.value)).squareRoot())
  }
  @inline(__always) public static func atan(_ x: Dual) -> Dual {
    x.mapped(realAtan(x.value), 1 / (1 + x.value * x.value))
  }
  @inline(__always) public static func sinh(_ x: Dual) -> Dual { x.mapped(realSinh(x.value), realCosh(x.value)) }
  @inline(__always) public static func cosh(_ x: Dual) -> Dual { x.mapped(realCosh(x.value), realSinh(x.value)) }
  // erf x = 2/√π ∫₀ˣ exp(−t²) dt.
  @inline(__always) public static func erf(_ x: Dual) -> Dual {
    x.mapped(realErf(x.value), 2 / Double.pi.squareRoot() * realExp(-x.value * x.value))
  }
  @inline(__always) public static func abs(_ x: Dual) -> Dual { x.mapped(x.value.magnitude, Double.sign(x.value)) }
  @inline(__always) public static func sign(_ x: Dual) -> Dual { Dual(Double.sign(x.value)) }
  @inline(__always) public static func sqrt(_ x: Dual) -> Dual {
    let value = x.value.squareRoot()
    return x.mapped(value, 0.5 / value)
  }
  @inline(__always) public static func pow(_ x: Dual, _ exponent: Double) -> Dual {
    x.mapped(realPow(x.value, exponent), exponent * realPow(x.value, exponent - 1))
  }
  // (u^v)′ = v·u^(v−1)·u′ + u^v·log u·v′.
  @inline(__always) public static func pow(_ x: Dual, _ y: Dual) -> Dual {
    let value = realPow(x.value, y.value)
    let byBase = x.slope == 0 ? 0 : y.value * realPow(x.value, y.value - 1) * x.slope
    let byExponent = y.slope == 0 ? 0 : value * realLog(x.value) * y.slope
    return Dual(value, slope: byBase + byExponent)
  }

  @inline(__always) public static func less(_ a: Dual, _ b: Dual) -> Dual { Dual(a.value < b.value ? 1 : 0) }
  @inline(__always) public static func lessOrEqual(_ a: Dual, _ b: Dual) -> Dual { Dual(a.value <= b.value ? 1 : 0) }
  @inline(__always) public static func equal(_ a: Dual, _ b: Dual) -> Dual { Dual(a.value == b.value ? 1 : 0) }
  @inline(__always) public static func select(_ condition: Dual, _ a: Dual, _ b: Dual) -> Dual {
    condition.value != 0 ? a : b
  }

  public static func apply(_ function: ScalarFunction, order: Int, to values: UnsafeMutableBufferPointer<Dual>) {
    if order == 0 { return function.replace(values) }
    for place in values.indices {
      let x = values[place]
      let series = function.taylor(at: x.value, order: order + 1)
      values[place] = Dual(series.derivative(order), slope: x.slope == 0 ? 0 : series.derivative(order + 1) * x.slope)
    }
  }
}
