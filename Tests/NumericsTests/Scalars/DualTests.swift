import Expressions
import Testing

@testable import Numerics

@Suite struct DualTests {
  static let binary: [(name: String, function: @Sendable (Dual, Dual) -> Dual)] = [
    ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }), ("pow", { Dual.pow($0, $1) }),
    ("minimum", { Dual.minimum($0, $1) }), ("maximum", { Dual.maximum($0, $1) }),
    ("pow with a constant", { x, _ in Dual.pow(x, 2.5) }), ("prefix -", { x, _ in -x }),
  ]

  @Test(arguments: binary.map(\.name))
  func slopesAgreeWithCentralDifferences(name: String) throws {
    let function = try #require(Self.binary.first { $0.name == name }?.function)
    var source = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let (x, y) = (source.uniform(0.3, 2), source.uniform(0.3, 2))
      let (u, v) = (source.normal(), source.normal())
      let h = 1e-5
      let slope = function(Dual(x, slope: u), Dual(y, slope: v)).slope
      let forward = function(Dual(x + h * u), Dual(y + h * v)).value
      let backward = function(Dual(x - h * u), Dual(y - h * v)).value
      #expect(abs(slope - (forward - backward) / (2 * h)) < 1e-8, "\(name) at \(x), \(y), seed 3")
    }
  }

  @Test func constantsStayConstantWhereTheSlopeIsInfinite() {
    #expect(Dual.sqrt(Dual(0)).slope == 0)
    #expect(Dual.pow(Dual(0), 0.5).slope == 0)
    #expect(Dual.pow(Dual(-2), Dual(3)) == Dual(-8))
  }
}
