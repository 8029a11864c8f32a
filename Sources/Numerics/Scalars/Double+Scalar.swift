extension Double: Scalar {
  /// The number itself.
  @inline(__always) public var value: Double { self }

  @inline(__always) public static func exp(_ x: Double) -> Double { realExp(x) }
  @inline(__always) public static func log(_ x: Double) -> Double { realLog(x) }
  @inline(__always) public static func sin(_ x: Double) -> Double { realSin(x) }
  @inline(__always) public static func cos(_ x: Double) -> Double { realCos(x) }
  @inline(__always) public static func tan(_ x: Double) -> Double { realTan(x) }
  @inline(__always) public static func asin(_ x: Double) -> Double { realAsin(x) }
  @inline(__always) public static func acos(_ x: Double) -> Double { realAcos(x) }
  @inline(__always) public static func atan(_ x: Double) -> Double { realAtan(x) }
  @inline(__always) public static func sinh(_ x: Double) -> Double { realSinh(x) }
  @inline(__always) public static func cosh(_ x: Double) -> Double { realCosh(x) }
  @inline(__always) public static func erf(_ x: Double) -> Double { realErf(x) }
  @inline(__always) public static func abs(_ x: Double) -> Double { x.magnitude }
  @inline(__always) public static func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }
  @inline(__always) public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  @inline(__always) public static func pow(_ x: Double, _ y: Double) -> Double { realPow(x, y) }

  @inline(__always) public static func less(_ a: Double, _ b: Double) -> Double { a < b ? 1 : 0 }
  @inline(__always) public static func lessOrEqual(_ a: Double, _ b: Double) -> Double { a <= b ? 1 : 0 }
  @inline(__always) public static func equal(_ a: Double, _ b: Double) -> Double { a == b ? 1 : 0 }
  @inline(__always) public static func select(_ condition: Double, _ a: Double, _ b: Double) -> Double {
    condition != 0 ? a : b
  }

  public static func apply(_ function: ScalarFunction, order: Int, to values: UnsafeMutableBufferPointer<Double>) {
    switch order {
    case 0:
      function.replace(values)
    case 1:
      withUnsafeTemporaryAllocation(of: Dual.self, capacity: values.count) { duals in
        for place in values.indices { duals.initializeElement(at: place, to: Dual(values[place], slope: 1)) }
        function.replace(duals)
        for place in values.indices { values[place] = duals[place].slope }
      }
    default:
      for place in values.indices {
        values[place] = function.taylor(at: values[place], order: order).derivative(order)
      }
    }
  }
}
