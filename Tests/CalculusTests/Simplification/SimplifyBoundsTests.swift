import Calculus
import Expressions
import Testing

/// Large and deep expressions: every pass stays linear, nothing hangs, nothing overflows the stack.
@Suite("simplify: bounds")
struct SimplifyBoundsTests {
  @Test("a sum of many terms") func longSum() {
    var graph = ExpressionGraph()
    var terms: [Expression] = []
    for number in 0..<4_000 {
      let symbol = graph.symbol("x", [graph.number(number % 2_000)])
      terms.append(graph.multiply([graph.number(number < 2_000 ? 2 : 3), symbol]))
    }
    let sum = graph.add(terms)
    let result = graph.simplify(sum)
    let parts = graph.children(of: result)
    // 5·x_0 + … has the common factor 5.
    #expect(parts.first.flatMap { graph.numberValue($0) } == 5)
    #expect(parts.last.map { graph.children(of: $0).count } == 2_000)
  }

  @Test("a product of many factors") func longProduct() {
    var graph = ExpressionGraph()
    var factors: [Expression] = []
    for number in 0..<4_000 { factors.append(graph.symbol("x", [graph.number(number % 2_000)])) }
    let product = graph.multiply(factors)
    let result = graph.simplify(product)
    #expect(graph.children(of: result).count == 2_000)
  }

  @Test("a polynomial in Horner's form, deep") func deep() {
    var graph = ExpressionGraph()
    let x = graph.symbol("x")
    var expression = x
    for number in 1...3_000 {
      expression = graph.add([graph.multiply([expression, x]), graph.number(number % 7 + 1)])
    }
    let result = graph.simplify(expression)
    #expect(graph.size(of: result) > 3_000)
  }

  @Test("functions within functions, deep") func nested() {
    var graph = ExpressionGraph()
    var expression = graph.symbol("x")
    for _ in 0..<3_000 { expression = graph.call("sin", graph.negate(expression)) }
    let result = graph.simplify(expression)
    #expect(graph.size(of: result) == 3_001)
  }

  @Test("shared parts: exponentially long when written out") func shared() {
    var graph = ExpressionGraph()
    let y = graph.symbol("y")
    var expression = graph.symbol("x")
    for _ in 0..<60 {
      let square = graph.power(expression, 2)
      expression = graph.call("f", graph.add([graph.multiply([expression, y]), square, expression]))
    }
    let result = graph.simplify(expression)
    #expect(graph.size(of: result) < 1_000)
    var product = graph.symbol("x")
    for _ in 0..<40 {
      let one = graph.power(graph.multiply([product, y]), 2)
      product = graph.add([one, graph.power(graph.add([product, y]), 2)])
    }
    let other = graph.simplify(product)
    #expect(graph.size(of: other) < 2_000)
  }

  @Test(
    "powers that must not be multiplied out", arguments: ["(x + y)^1000", "(x + y + z)^50*(x - y)^40", "2^100000*x"])
  func powers(_ text: String) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(text, into: &graph)
    let result = graph.simplify(expression)
    #expect(result == expression)
  }
}
