import Testing

@testable import Expressions

@Suite("Text grammar")
struct TextGrammarTests {
  @Test(
    "Errors name what is wrong and where",
    arguments: [
      ("x*(", "column 4: expected an expression, found the end"),
      ("", "column 1: empty expression"),
      ("   ", "column 1: empty expression"),
      ("(x", "column 3: '(' of column 1 is not closed, the text ends"),
      ("f(x", "column 4: '(' of column 2 is not closed, the text ends"),
      ("x)", "column 2: expected an operator, found ')'"),
      ("x y", "column 3: expected an operator, found 'y'"),
      ("1/0", "column 3: division by zero"),
      ("1/(2-2)", "column 3: division by zero"),
      ("0^-1", "column 1: division by zero"),
      ("sigmod(x)", "column 1: unknown function 'sigmod'; did you mean sigmoid?"),
      ("sqr(x)", "column 1: unknown function 'sqr'; did you mean sqrt?"),
      ("blub(x)", "column 1: unknown function 'blub'"),
      ("exp()", "column 1: exp takes 1 argument, not 0"),
      ("exp(x, y)", "column 1: exp takes 1 argument, not 2"),
      ("max(x)", "column 1: max takes 2 or more arguments, not 1"),
      ("sum(k, 1, n)", "column 1: sum takes 2 or 4 arguments, not 3"),
      ("sum(3, x)", "column 5: the first argument of sum must be the name of an index, not '3'"),
      ("where(x, 1, 2)", "column 7: expected a condition such as x > 0, found x"),
      ("where(x > 0)", "column 1: where takes 3 or more arguments, not 1"),
      ("exp(y > 0)", "column 5: expected a value, found the condition y > 0"),
      ("x + (y > 0)", "column 5: expected a value, found the condition (y > 0)"),
      ("1.2.3", "column 1: '1.2.3' is no number"),
      ("1e99999", "column 1: the exponent of 1e99999 is too large; it may be at most 10000 either way"),
      ("x # y", "column 3: unexpected character '#'"),
      ("x'", "column 1: 'x'' cannot carry a prime"),
      ("[x + 1]", "column 2: expected a condition such as x > 0, found x + 1"),
    ])
  func errors(_ pair: (String, String)) {
    var graph = ExpressionGraph()
    #expect {
      try TextParser.parse(pair.0, into: &graph)
    } throws: {
      "\($0)" == pair.1
    }
  }

  @Test("What nests too deeply is an error, not a crash", arguments: ["(", "-", "f(", "x^", "[", "not "])
  func deep(_ opening: String) {
    var graph = ExpressionGraph()
    let text = String(repeating: opening, count: 100_000) + "x"
    #expect(throws: TextError.self) { try TextParser.parse(text, into: &graph) }
  }

  @Test("What is long but flat is read")
  func long() throws {
    var graph = ExpressionGraph()
    let text = (0..<20_000).map { "x[\($0)]" }.joined(separator: " + ")
    let sum = try TextParser.parse(text, into: &graph)
    #expect(graph.children(of: sum).count == 20_000)
  }

  @Test(
    "Precedence",
    arguments: [
      ("-x^2", "-(x^2)"), ("2^-3^x", "2^(-(3^x))"), ("a/b/c", "(a/b)/c"), ("a/b*c", "(a/b)*c"), ("x^y^z", "x^(y^z)"),
      ("a - b - c", "(a - b) - c"), ("2**3", "2^3"), ("x > 0 and y > 0 or z > 0", "(x > 0 and y > 0) or z > 0"),
      ("−x·y", "-x*y"),
    ])
  func precedence(_ pair: (String, String)) throws {
    var graph = ExpressionGraph()
    let context = "where(\(pair.0), 1, 2)"
    guard pair.0.contains(">") else {
      #expect(try TextParser.parse(pair.0, into: &graph) == TextParser.parse(pair.1, into: &graph))
      return
    }
    #expect(try TextParser.parse(context, into: &graph) == TextParser.parse("where(\(pair.1), 1, 2)", into: &graph))
  }

  @Test(
    "What is printed is read back as the same node",
    arguments: [
      "x^x", "2*a/(3*b*c) - 1/100000 - x^2", "where(x > 0, x, y < 1, 2, 0)", "f''(x) + [i == k]", "2^(-3^x)", "(a*b)^2",
      "-(a + b)", "a - (b - c)", "sum(k, 1, n, y[k]*sum(m, 1, k, w[k,m]))", "(x^y)^z", "x^(1/3)", "1/sqrt(x)", "(-2)^x",
      "(1/2)^x", "partial(L, w[3,i,j])", "[x == 1 and not y == 2]", "max(x, y, 2)", "-1/2*x", "(x + y)*(x - y)",
      "-(x*y)", "x*-1", "1/(x*y^2)", "sum(k, 1, n, sum(k, 1, k, k))", "pi*x^-2", "[x <= y]", "where(x != 0, 1/x, 0)",
    ])
  func roundTrip(_ text: String) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(text, into: &graph)
    let printed = TextPrinter(graph).text(expression)
    #expect(try TextParser.parse(printed, into: &graph) == expression, "\(printed)")
  }

  @Test("Printing and reading random expressions settles after one round", arguments: [UInt64(1), 2, 3, 4])
  func randomRoundTrip(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for round in 0..<200 {
      var graph = ExpressionGraph()
      let expression = RandomExpression.make(depth: 5, in: &graph, using: &generator)
      // Reading folds numbers of a quotient that were apart, so the first round may tidy.
      let tidied = try TextParser.parse(TextPrinter(graph).text(expression), into: &graph)
      let printed = TextPrinter(graph).text(tidied)
      let read = try TextParser.parse(printed, into: &graph)
      #expect(TextPrinter(graph).text(read) == printed, "seed \(seed), round \(round)")
    }
  }

  @Test("An unknown symbol is named with those that are known")
  func unknownSymbol() {
    var graph = ExpressionGraph()
    let context = TextParser.Context(symbols: ["alpha", "z"])
    #expect {
      try TextParser.parse("alhpa*z", into: &graph, context: context)
    } throws: {
      "\($0)" == "column 1: unknown symbol 'alhpa' (known here: alpha, z); did you mean alpha?"
    }
  }
}

/// Random expressions of the text grammar.
enum RandomExpression {
  static func make(
    depth: Int, in graph: inout ExpressionGraph, using generator: inout SplitMix64, indices: [Expression] = []
  ) -> Expression {
    func sub() -> Expression { make(depth: depth - 1, in: &graph, using: &generator, indices: indices) }
    switch depth == 0 ? Int.random(in: 0..<3, using: &generator) : Int.random(in: 0..<11, using: &generator) {
    case 0:
      return graph.number(Rational(Int.random(in: -9...9, using: &generator), Int.random(in: 1...4, using: &generator)))
    case 1: return graph.symbol(["x", "y", "alpha"].randomElement(using: &generator) ?? "x")
    case 2: return graph.symbol("w", [indices.randomElement(using: &generator) ?? graph.number(2)])
    case 3, 4: return graph.add([sub(), sub()])
    case 5, 6: return graph.multiply([sub(), sub()])
    case 7:
      let base = sub()
      let result = graph.power(base, Int.random(in: -2...3, using: &generator))
      return graph.isUndefined(result) ? base : result
    case 8: return graph.call(["exp", "tanh", "f"].randomElement(using: &generator) ?? "exp", sub())
    case 9:
      let index = graph.freshIndex("k", from: graph.number(1), to: graph.symbol("n"))
      let body = make(depth: depth - 1, in: &graph, using: &generator, indices: indices + [index])
      return graph.summation(over: index, from: graph.number(1), to: graph.symbol("n"), body)
    default:
      return graph.piecewise([(graph.compare(sub(), .less, sub()), sub())], otherwise: sub())
    }
  }
}
