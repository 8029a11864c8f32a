import Testing

@testable import Expressions

@Suite("Constructors tidy and nothing more")
struct ConstructionTests {
  @Test(
    "Tidied forms",
    arguments: [
      ("0 + x", "x"), ("x + 0", "x"), ("1*x", "x"), ("x*0", "0"), ("x^1", "x"), ("x^0", "1"), ("2*3 + 4", "10"),
      ("x + 2 + y + 3", "x + 5 + y"), ("2*x*3", "6*x"), ("(x^2)^3", "x^6"), ("(x^y)^2", "x^(2*y)"), ("2^10", "1024"),
      ("4^(1/2)", "2"), ("8^(1/3)", "2"), ("2^(1/2)", "sqrt(2)"), ("1/2 + 1/3", "5/6"), ("a - (b - c)", "a - (b - c)"),
      ("x + x", "x + x"), ("x*x", "x*x"), ("b + a", "b + a"), ("-x^2", "-x^2"), ("2^-3", "1/8"), ("-(-x)", "x"),
      ("where(1 < 2, x, y)", "x"), ("where(2 < 1, x, y)", "y"), ("where(x > 0, y, y)", "y"), ("[1 == 1]", "1"),
      ("[x == x]", "1"), ("[x < x]", "0"), ("1/3*3", "1"), ("0^2", "0"), ("1^x", "1"),
    ])
  func tidied(_ pair: (String, String)) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(pair.0, into: &graph)
    #expect(TextPrinter(graph).text(expression) == pair.1)
  }

  @Test("Equal expressions are one node; different ones are different nodes")
  func hashConsing() throws {
    var graph = ExpressionGraph()
    let first = try TextParser.parse("f(x*y) + sum(k, 1, n, w[k]^2)", into: &graph)
    let count = graph.nodeCount
    let second = try TextParser.parse("f(x*y) + sum(j, 1, n, w[j]^2)", into: &graph)
    #expect(first == second)
    // Nothing new but the free index of the second sum, its w and its square, which existed only while it was open.
    #expect(graph.nodeCount <= count + 4)
    #expect(try TextParser.parse("f(y*x) + sum(k, 1, n, w[k]^2)", into: &graph) != first)
  }

  @Test("Many nodes stay distinct and findable")
  func growth() {
    var graph = ExpressionGraph()
    let nodes = (0..<20_000).map { graph.symbol("x", [graph.number($0)]) }
    #expect(Set(nodes).count == 20_000)
    let count = graph.nodeCount
    #expect((0..<20_000).allSatisfy { graph.symbol("x", [graph.number($0)]) == nodes[$0] })
    #expect(graph.nodeCount == count)
  }

  @Test("Huge powers stay powers")
  func hugePower() throws {
    var graph = ExpressionGraph()
    let power = try TextParser.parse("3^(10^12)", into: &graph)
    #expect(TextPrinter(graph).text(power) == "3^1000000000000")
  }

  @Test("0 to a negative power is undefined, and so is what contains it")
  func undefined() {
    var graph = ExpressionGraph()
    let reciprocal = graph.power(graph.number(0), -1)
    #expect(graph.isUndefined(reciprocal))
    #expect(graph.isUndefined(graph.add([graph.symbol("x"), graph.multiply([graph.number(2), reciprocal])])))
    #expect(graph.isUndefined(graph.call("exp", reciprocal)))
  }

  @Test("The structural order is total and does not depend on the order of creation")
  func order() throws {
    let texts = [
      "x", "y", "x[1]", "x[2]", "2", "-1/2", "x + y", "x*y", "f(x)", "f'(x)", "g(x)", "x^2", "sum(k, 1, n, x[k])",
      "[x == y]",
    ]
    func ordered(_ texts: [String]) throws -> [String] {
      var graph = ExpressionGraph()
      let all = try texts.map { try TextParser.parse($0, into: &graph) }
      return graph.ordered(all).map { TextPrinter(graph).text($0) }
    }
    #expect(try ordered(texts) == ordered(texts.reversed()))
  }
}
