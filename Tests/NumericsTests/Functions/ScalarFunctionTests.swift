import Expressions
import Testing

@testable import Numerics

/// Points of the domain of a function that are not near a kink.
private func points(of record: FunctionRecord, seed: UInt64) -> [Double] {
  var source = SplitMix64(seed: seed)
  let range: (Double, Double) =
    switch record.domain {
    case .symmetricUnitInterval: (-0.9, 0.9)
    case .positive: (0.1, 4)
    default: (-1.4, 1.4)
    }
  return (0..<20).map { _ in source.uniform(range.0, range.1) }.filter { point in
    record.kinks.allSatisfy { abs(point - $0.doubleValue) > 0.01 }
  }
}

private let unary = FunctionTable.records.filter { $0.arity == 1...1 && !$0.isVectorValued }

@Suite struct ScalarFunctionTests {
  @Test(arguments: unary.map(\.name))
  func definitionAgreesWithValue(name: String) throws {
    let record = try #require(FunctionTable.record(named: name))
    guard let value = record.value else { return }
    let function = try ScalarFunction(named: name)
    for x in points(of: record, seed: 1) {
      #expect(abs(function(x) - value([x])) <= 1e-14 * max(1, abs(value([x]))), "\(name) at \(x), seed 1")
    }
  }

  @Test(arguments: unary.map(\.name), [0, 1, 2, 3])
  func derivativeAgreesWithCentralDifferences(name: String, order: Int) throws {
    let record = try #require(FunctionTable.record(named: name))
    let function = try ScalarFunction(named: name)
    let h = 1e-3
    for x in points(of: record, seed: 2) {
      func difference(_ h: Double) -> Double {
        (function.derivative(order, at: x + h) - function.derivative(order, at: x - h)) / (2 * h)
      }
      // Cut off at h⁶ by two steps of Richardson's extrapolation.
      let first = (4 * difference(h / 2) - difference(h)) / 3
      let second = (4 * difference(h / 4) - difference(h / 2)) / 3
      let expected = (16 * second - first) / 15
      let derivative = function.derivative(order + 1, at: x)
      #expect(
        abs(derivative - expected) <= 1e-8 * max(1, abs(derivative)),
        "derivative \(order + 1) of \(name) at \(x): \(derivative), not \(expected); seed 2")
    }
  }

  @Test func dualsCarryDerivativesOfAnyOrder() throws {
    let function = try ScalarFunction(named: "tanh")
    for order in 0...3 {
      var values = [Dual(0.7, slope: 2)]
      values.withUnsafeMutableBufferPointer { Dual.apply(function, order: order, to: $0) }
      #expect(abs(values[0].value - function.derivative(order, at: 0.7)) < 1e-12)
      #expect(abs(values[0].slope - 2 * function.derivative(order + 1, at: 0.7)) < 1e-12)
    }
  }

  @Test func derivativesInDefinitionsAreFunctionsToo() throws {
    let slope = try ScalarFunction(definition: "sigmoid'(z)")
    let sigmoid = try ScalarFunction(named: "sigmoid")
    #expect(abs(slope(0.3) - sigmoid.derivative(at: 0.3)) < 1e-15)
    #expect(abs(slope.derivative(at: 0.3) - sigmoid.derivative(2, at: 0.3)) < 1e-13)
    #expect(abs(slope.derivative(2, at: 0.3) - sigmoid.derivative(3, at: 0.3)) < 1e-13)
  }

  @Test func longArraysGoThroughInPieces() throws {
    let function = try ScalarFunction(definition: "z*sigmoid(z) + sum(k, 1, 3, z^k/k)")
    var values = (0..<101).map { Double($0) / 50 - 1 }
    let single = values.map { function($0) }
    values.withUnsafeMutableBufferPointer { function.replace($0) }
    #expect(values == single)
    let x = values[7]
    let expected = x / (1 + Double.exp(-x)) + x + x * x / 2 + x * x * x / 3
    #expect(abs(function(x) - expected) < 1e-14)
  }

  @Test func parametersAndOpaqueFunctionsAreGiven() throws {
    let square = try ScalarFunction(definition: "z^2")
    let function = try ScalarFunction(
      definition: "f(z) + c*f'(z)", parameters: [("c", Rational(1, 2))], functions: ["f": square])
    #expect(function(3.0) == 12)
    #expect(throws: EvaluationError.undefinedFunction("f")) { try ScalarFunction(definition: "f(z)") }
  }

  @Test(arguments: [
    ("where(z > 0, z, 0)", 0.25, 0.25), ("abs(z - 1)", 0.75, 0.25), ("max(z, 1, 2*z)", 0.4, 0.2),
    ("exp(z)", 0.1, .infinity), ("where(z > 0, z, abs(z + 1))", 0.25, 0.25), ("sqrt(z)", 0.1, 0.1),
    ("where(2 > 1, z, 0)", 0.0, .infinity),
  ])
  func clearanceIsTheDistanceToTheNearestKink(definition: String, x: Double, expected: Double) throws {
    let function = try ScalarFunction(definition: definition)
    let clearance = function(KinkProbe.moving(x)).clearance
    #expect(clearance == expected || abs(clearance - expected) < 1e-15)
  }
}
