#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The C library's functions under names that the members of `Scalar` do not shadow.

@inline(__always) func realExp(_ x: Double) -> Double { exp(x) }
@inline(__always) func realLog(_ x: Double) -> Double { log(x) }
@inline(__always) func realSin(_ x: Double) -> Double { sin(x) }
@inline(__always) func realCos(_ x: Double) -> Double { cos(x) }
@inline(__always) func realTan(_ x: Double) -> Double { tan(x) }
@inline(__always) func realAsin(_ x: Double) -> Double { asin(x) }
@inline(__always) func realAcos(_ x: Double) -> Double { acos(x) }
@inline(__always) func realAtan(_ x: Double) -> Double { atan(x) }
@inline(__always) func realSinh(_ x: Double) -> Double { sinh(x) }
@inline(__always) func realCosh(_ x: Double) -> Double { cosh(x) }
@inline(__always) func realErf(_ x: Double) -> Double { erf(x) }
@inline(__always) func realPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
