import Expressions
import Testing

@testable import Numerics

/// A graph, an environment with a few arrays, and indices that texts may mention.
private struct Bench {
  var graph = ExpressionGraph()
  var environment: IndexEnvironment<Double>
  var bindings: [String: Expression] = [:]
  let w: [[Double]]
  let a: [Double]
  let b: [Double]

  init() {
    var source = SplitMix64(seed: 4)
    func vector(_ count: Int) -> [Double] { (0..<count).map { _ in source.normal() } }
    w = (0..<3).map { _ in vector(4) }
    a = vector(4)
    b = vector(3)
    environment = IndexEnvironment(
      scope: IndexScope(
        integers: ["N": 4, "K": 3],
        layeredIntegers: [ArrayKey("n", layer: 1): 4, ArrayKey("n", layer: 2): 3]),
      arrays: [
        ArrayKey("w"): IndexedArray(w.flatMap { $0 }, ranges: [1...3, 1...4]),
        ArrayKey("a"): IndexedArray(a, ranges: [1...4]), ArrayKey("b"): IndexedArray(b, ranges: [1...3]),
        ArrayKey("c"): IndexedArray(2.5), ArrayKey("u", layer: 1): IndexedArray(a, ranges: [1...4]),
        ArrayKey("u", layer: 2): IndexedArray(b, ranges: [1...3]),
      ])
    let one = graph.number(1)
    for (name, upper) in [("i", "K"), ("k", "K"), ("j", "N"), ("m", "N")] {
      bindings[name] = graph.index(name, from: one, to: graph.symbol(upper))
    }
  }

  mutating func expression(_ text: String) throws -> Expression {
    try TextParser.parse(text, into: &graph, context: TextParser.Context(bindings: bindings))
  }

  mutating func value(_ text: String, over names: String...) throws -> [Double] {
    let expression = try expression(text)
    let indices = names.compactMap { bindings[$0] }
    return try environment.evaluate(expression, over: indices, in: graph).elements
  }
}

private func expectClose(
  _ found: [Double], _ expected: [Double], _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, comment, sourceLocation: sourceLocation)
  for (x, y) in zip(found, expected) {
    #expect(abs(x - y) <= 1e-13 * max(1, abs(y)), comment, sourceLocation: sourceLocation)
  }
}

@Suite struct IndexEnvironmentTests {
  @Test func contractions() throws {
    var bench = Bench()
    let (w, a, b) = (bench.w, bench.a, bench.b)
    let product = (0..<3).map { i in (0..<4).reduce(0) { $0 + w[i][$1] * a[$1] } }
    expectClose(try bench.value("sum(j, 1, N, w[i,j]*a[j])", over: "i"), product)
    expectClose(try bench.value("sum(j, 1, N, a[j]*w[i,j]) + b[i]", over: "i"), zip(product, b).map(+))
    let transposed = (0..<4).map { j in (0..<3).reduce(0) { $0 + w[$1][j] * b[$1] } }
    expectClose(try bench.value("sum(i, 1, K, b[i]*w[i,j])", over: "j"), transposed)
    let form = zip(product, b).map(*).reduce(0, +)
    expectClose(try bench.value("sum(i, 1, K, sum(j, 1, N, b[i]*w[i,j]*a[j]))"), [form])
    expectClose(try bench.value("c*sum(i, 1, K, b[i]*sum(j, 1, N, w[i,j]*a[j]))/2"), [form * 1.25])
    var gram: [Double] = []
    for i in 0..<3 {
      for k in 0..<3 { gram.append((0..<4).reduce(0.0) { $0 + w[i][$1] * w[k][$1] * a[$1] }) }
    }
    expectClose(try bench.value("sum(j, 1, N, w[i,j]*w[k,j]*a[j])", over: "i", "k"), gram)
    expectClose(try bench.value("sum(j, 1, N, w[i,j])", over: "i"), w.map { $0.reduce(0, +) })
    expectClose(try bench.value("sum(i, 1, K, w[i,j])", over: "j"), (0..<4).map { j in w.reduce(0) { $0 + $1[j] } })
    expectClose(try bench.value("sum(j, 1, N, c)"), [10])
    expectClose(try bench.value("sum(j, 3, 2, a[j])"), [0])
  }

  @Test func outerProductsInAnyOrder() throws {
    var bench = Bench()
    let (a, b) = (bench.a, bench.b)
    expectClose(try bench.value("b[i]*a[j]", over: "i", "j"), b.flatMap { x in a.map { x * $0 } })
    expectClose(try bench.value("b[i]*a[j]", over: "j", "i"), a.flatMap { x in b.map { x * $0 } })
    expectClose(try bench.value("a[j]", over: "i", "j"), a + a + a)
    expectClose(try bench.value("w[i,j]/a[j]", over: "j", "i"), (0..<4).flatMap { j in bench.w.map { $0[j] / a[j] } })
  }

  @Test func indicesConditionsAndBranches() throws {
    var bench = Bench()
    let (a, b) = (bench.a, bench.b)
    expectClose(try bench.value("[i == k]", over: "i", "k"), [1, 0, 0, 0, 1, 0, 0, 0, 1])
    expectClose(try bench.value("[i < k and not i == 1]", over: "i", "k"), [0, 0, 0, 0, 0, 1, 0, 0, 0])
    expectClose(try bench.value("sum(k, 1, K, [k == i]*b[k]^2)", over: "i"), b.map { $0 * $0 })
    expectClose(try bench.value("sum(i, 1, K, [i == j]*b[i])", over: "j"), b + [0])
    expectClose(try bench.value("j*a[j]", over: "j"), a.enumerated().map { Double($0 + 1) * $1 })
    expectClose(
      try bench.value("where(a[j] > 0, a[j], j == 2, 7, a[j]/10)", over: "j"),
      a.enumerated().map {
        $1 > 0 ? $1 : $0 == 1 ? 7 : $1 / 10
      })
    expectClose(try bench.value("max(a[j], 0, c/10)", over: "j"), a.map { max($0, 0.25) })
    expectClose(
      try bench.value("exp(b[i])/sum(k, 1, K, exp(b[k]))", over: "i"),
      {
        let exponentials = b.map { Double.exp($0) }
        return exponentials.map { $0 / exponentials.reduce(0, +) }
      }())
    expectClose(try bench.value("a[j]^2 + a[3] - 1/N - N*c", over: "j"), a.map { $0 * $0 + a[2] - 0.25 - 10 })
    expectClose(
      try bench.value("sigmoid'(a[j]) + sin''(a[j])", over: "j"),
      a.map {
        let s = 1 / (1 + Double.exp(-$0))
        return s * (1 - s) - Double.sin($0)
      })
    expectClose(try bench.value("c^a[j]", over: "j"), a.map { Double.pow(2.5, $0) })
  }

  @Test func layersBoundsAndShiftedSubscripts() throws {
    var bench = Bench()
    let (a, b) = (bench.a, bench.b)
    let layered = Family("u", isLayered: true)
    let width = Family("n", isLayered: true)
    let one = bench.graph.number(1)
    let layer = bench.graph.index("l", from: one, to: bench.graph.number(2))
    let unit = bench.graph.index("p", from: one, to: bench.graph.symbol(width, [layer]))
    let u = bench.graph.symbol(layered, [layer, unit])
    let inner = bench.graph.summation(over: unit, from: one, to: bench.graph.symbol(width, [layer]), u)
    let outer = bench.graph.summation(over: layer, from: one, to: bench.graph.number(2), inner)
    expectClose(try bench.environment.evaluate(outer, in: bench.graph).elements, [(a + b).reduce(0, +)])
    bench.environment.scope.values[layer] = 2
    expectClose(try bench.environment.evaluate(u, over: [unit], in: bench.graph).elements, b)
    expectClose(try bench.value("sum(i, 1, K - 1, a[i + 1] - a[i])"), [a[2] - a[0]])
    expectClose(try bench.value("sum(i, 1, K, a[5 - i])"), [a[3] + a[2] + a[1]])
  }

  @Test func dualNumbersGiveDerivatives() throws {
    var bench = Bench()
    let expression = try bench.expression("sum(i, 1, K, tanh(sum(j, 1, N, w[i,j]*a[j]))^2)")
    var seeded = bench.a.map { Dual($0) }
    seeded[2].slope = 1
    var environment = IndexEnvironment<Dual>(scope: bench.environment.scope)
    environment.arrays = bench.environment.arrays.mapValues { array in
      IndexedArray(array.storage.map { Dual($0) }, axes: array.axes)
    }
    environment.arrays[ArrayKey("a")] = IndexedArray(seeded, ranges: [1...4])
    let found = try environment.evaluate(expression, in: bench.graph)[].slope
    let expected = bench.w.reduce(0.0) { sum, row in
      let t = Double.tan(0) + zip(row, bench.a).map(*).reduce(0, +)
      let y = (Double.exp(t) - Double.exp(-t)) / (Double.exp(t) + Double.exp(-t))
      return sum + 2 * y * (1 - y * y) * row[2]
    }
    #expect(abs(found - expected) < 1e-13)
  }

  @Test func partialsAreAskedFor() throws {
    var bench = Bench()
    let expression = try bench.expression("sum(i, 1, K, b[i]*partial(b[i], a[j]))")
    let w = bench.w
    bench.environment.partial = { request throws(EvaluationError) in
      #expect(request.ranges == [1...4, 1...3])
      return IndexedArray((0..<4).flatMap { j in (0..<3).map { w[$0][j] } }, ranges: request.ranges)
    }
    let expected = (0..<4).map { j in (0..<3).reduce(0) { $0 + bench.b[$1] * w[$1][j] } }
    let j = try #require(bench.bindings["j"])
    expectClose(try bench.environment.evaluate(expression, over: [j], in: bench.graph).elements, expected)
  }

  @Test(arguments: [
    ("q + 1", EvaluationError.undefinedSymbol("q")),
    ("f(c)", .undefinedFunction("f")),
    ("a[j]", .freeIndex("j")),
    ("sum(j, 1, N, b[j])", .outOfRange(symbol: "b[j]", subscripts: 1...4, allowed: 1...3)),
    ("sum(j, 1, N, w[j])", .wrongSubscriptCount(symbol: "w[j]", given: 1, expected: 2)),
    ("sum(j, 1, M, a[j])", .undefinedInteger("M")),
    ("a[c]", .notAnIndexExpression("c")),
    ("partial(c, b[1])", .noPartial),
  ])
  func whatHasNoValueIsNamed(text: String, expected: EvaluationError) throws {
    var bench = Bench()
    let error = #expect(throws: EvaluationError.self) { try bench.value(text) }
    #expect(error == expected)
  }
}

@Suite struct IndexProgramTests {
  /// A product of a matrix and a vector is two nested loops, not an array of products.
  @Test func sumsOfProductsAreNotStored() throws {
    var graph = ExpressionGraph()
    let one = graph.number(1)
    let i = graph.index("i", from: one, to: graph.number(100))
    let bindings = ["i": i]
    let text = "sum(j, 1, 200, w[i,j]*a[j]*2)/exp(b[i])"
    let expression = try TextParser.parse(text, into: &graph, context: TextParser.Context(bindings: bindings))
    let shapes = [
      ArrayKey("w"): [ArrayAxis(count: 100, stride: 200), ArrayAxis(count: 200, stride: 1)],
      ArrayKey("a"): [ArrayAxis(count: 200, stride: 1)], ArrayKey("b"): [ArrayAxis(count: 100, stride: 1)],
    ]
    let program = try IndexProgram.compile([(expression, [i])], in: &graph, scope: IndexScope(), shapes: shapes)
    // The contraction, twice it, the exponential, the quotient; 100 numbers each.
    #expect(program.instructions.count == 4)
    #expect(program.registerCount == 400)
  }

  @Test func whatIsSharedIsComputedOnce() throws {
    var graph = ExpressionGraph()
    let expressions = try ["exp(c) + exp(c)^2", "exp(c)*3"].map { try TextParser.parse($0, into: &graph) }
    let program = try IndexProgram.compile(
      expressions.map { ($0, []) }, in: &graph, scope: IndexScope(), shapes: [ArrayKey("c"): []])
    #expect(program.instructions.count == 4)
    let environment = IndexEnvironment(arrays: [ArrayKey("c"): IndexedArray(0.5)])
    let values = try program.run(in: environment).map { $0[] }
    #expect(values == [Double.exp(0.5) + Double.exp(0.5) * Double.exp(0.5), Double.exp(0.5) * 3])
  }
}
