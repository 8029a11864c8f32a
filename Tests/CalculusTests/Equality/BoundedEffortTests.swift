import Expressions
import Testing

@testable import Calculus

/// Large and deep problems get an answer: a right one or none.
@Suite struct BoundedEffortTests {
  private func decide(_ left: String, _ right: String) throws -> Equality {
    var graph = ExpressionGraph()
    let a = try TextParser.parse(left, into: &graph)
    let b = try TextParser.parse(right, into: &graph)
    return graph.decideEquality(a, b)
  }

  private func isEqual(_ answer: Equality) -> Bool { if case .equal = answer { true } else { false } }

  private func isNotEqual(_ answer: Equality) -> Bool { if case .notEqual = answer { true } else { false } }

  @Test func longSums() throws {
    let terms = (1...1000).map { "f(x\($0)*y)*g(y + x\($0))" }
    let sum = terms.joined(separator: " + ")
    #expect(isEqual(try decide(sum, terms.reversed().joined(separator: " + "))))
    #expect(isNotEqual(try decide(sum, terms.dropFirst().joined(separator: " + "))))
  }

  @Test func productsThatCannotBeMultipliedOut() throws {
    let factors = (1...40).map { "(x\($0) + y\($0) + 1)" }
    let product = factors.joined(separator: "*")
    let reversed = (1...40).reversed().map { "(1 + y\($0) + x\($0))" }.joined(separator: "*")
    #expect(isEqual(try decide(product, reversed)))
    #expect(isNotEqual(try decide(product, "\(reversed) + 1")))
    #expect(isEqual(try decide("(x + y)^1000", "(y + x)^998*(x^2 + 2*x*y + y^2)")))
    #expect(!isEqual(try decide("(x + y)^1000", "(y + x)^998*(x^2 + 3*x*y + y^2)")))
  }

  @Test func deepNesting() throws {
    for name in ["sigmoid", "f", "abs", "sin"] {
      let (open, close) = (String(repeating: "\(name)(", count: 150), String(repeating: ")", count: 150))
      let deep = "\(open)x\(close)"
      let other = "\(open)x + 0.5\(close)"
      #expect(isEqual(try decide("\(deep) + y", "y + \(deep)")), "\(name)")
      _ = try decide(deep, other)
    }
  }

  @Test func deepGraphs() {
    var graph = ExpressionGraph()
    let x = graph.symbol("x")
    var a = x
    var b = graph.add([x, graph.number(1)])
    for _ in 0..<3_000 {
      a = graph.call("f", graph.add([x, a]))
      b = graph.call("f", graph.add([b, x]))
    }
    if case .equal = graph.decideEquality(a, b) { Issue.record("not seen to be equal by anything sound") }
  }

  @Test func continuedFractions() throws {
    var fraction = "x"
    var other = "x + 1"
    for k in 1...60 {
      fraction = "1/(a\(k) + \(fraction))"
      other = "1/(a\(k) + \(other))"
    }
    #expect(!isEqual(try decide(fraction, other)))
  }

  @Test func manyConditions() throws {
    let sum = (1...12).map { "relu(x\($0))*w\($0)" }
    let forward = sum.joined(separator: " + ")
    let backward = sum.reversed().joined(separator: " + ")
    #expect(isEqual(try decide("f(\(forward))", "f(\(backward))")))
    #expect(isEqual(try decide("(\(forward))^2", "(\(forward))*(\(backward))")))
    #expect(!isEqual(try decide("exp(\(forward))", "exp(\(backward) + relu(x13))")))
  }
}
