import Calculus
import Expressions
import Testing

@Suite("derivative through the output")
struct ThroughOutputTests {
  /// A definition in z, and its derivative in z and the output a.
  static let slopes: [SimplifyCase] = [
    SimplifyCase("1/(1 + exp(-z))", "a*(1 - a)"),
    SimplifyCase("exp(z)/(1 + exp(z))", "a*(1 - a)"),
    SimplifyCase("1/(1 + exp(-2*z))", "2*a*(1 - a)"),
    SimplifyCase("(exp(z) - exp(-z))/(exp(z) + exp(-z))", "1 - a^2"),
    SimplifyCase("tanh(z)", "1 - a^2"),
    SimplifyCase("2*sigmoid(2*z) - 1", "1 - a^2"),
    SimplifyCase("sigmoid(z)", "a*(1 - a)"),
    SimplifyCase("where(z > 0, z, 0)", "[z > 0]"),
    SimplifyCase("max(z, 0)", "[z > 0]"),
    SimplifyCase("where(z > 0, z, 1/100*z)", "where(z > 0, 1, 1/100)"),
    SimplifyCase("where(z > 0, z, exp(z) - 1)", "where(z > 0, 1, a + 1)"),
    SimplifyCase("where(z > 0, z, 3*(exp(z) - 1))", "where(z > 0, 1, a + 3)"),
    SimplifyCase("where(z > 0, 2*z, 6*(exp(z) - 1))", "where(z > 0, 2, a + 6)"),
    SimplifyCase("lambda*where(z > 0, z, alpha*(exp(z) - 1))", "where(z > 0, lambda, a + lambda*alpha)"),
    SimplifyCase("log(1 + exp(z))", "sigmoid(z)"),
    SimplifyCase("z/(1 + abs(z))", "1/(1 + abs(z))^2"),
    SimplifyCase("z*sigmoid(z)", "a + (1 - a)*sigmoid(z)"),
    SimplifyCase("z/(1 + exp(-z))", "a + (1 - a)*sigmoid(z)"),
    SimplifyCase("sin(z)", "cos(z)"),
    SimplifyCase("cos(z)", "-sin(z)"),
    SimplifyCase("exp(z)", "a"),
    SimplifyCase("exp(-z^2)", "-2*z*a"),
    SimplifyCase("z", "1"),
    SimplifyCase("3*z + 2", "3"),
    SimplifyCase("z^2", "2*z"),
    SimplifyCase("sqrt(z)", "1/(2*a)"),
    SimplifyCase("log(z)", "1/z"),
    SimplifyCase("sigmoid(z)^2", "2*a*(1 - sigmoid(z))"),
    SimplifyCase("sinh(z)", "cosh(z)"),
    SimplifyCase("atan(z)", "1/(z^2 + 1)"),
    SimplifyCase("z*(1 + erf(z/sqrt(2)))/2", "(1 + erf(z/sqrt(2)))/2 + z*exp(-z^2/2)/sqrt(2*pi)"),
    SimplifyCase("log(cosh(z))", "tanh(z)"),
  ]

  @Test("slopes", arguments: slopes)
  func slope(_ example: SimplifyCase) throws {
    var graph = ExpressionGraph()
    let z = graph.symbol("z")
    let value = try TextParser.parse(example.text, into: &graph)
    let definition = FunctionDefinition(parameter: z, value: value)
    let a = graph.symbol("a")
    let slope = graph.derivativeThroughOutput(of: definition, at: z, output: a)
    #expect(TextPrinter(graph).text(slope) == example.result)
  }

  @Test("every activation's slope agrees with differences", arguments: FunctionTable.records.map(\.name))
  func agreesWithDifferences(_ name: String) throws {
    guard let record = FunctionTable.record(named: name), !record.isVectorValued, record.definition != nil else {
      return
    }
    var graph = ExpressionGraph()
    let z = graph.symbol("z")
    let output = graph.call(name, z)
    let found = graph.derivativeThroughOutput(of: name, at: z, output: output)
    let slope = try #require(found)
    for seed in UInt64(1)...12 {
      var evaluator = Evaluator(graph, seed: seed, range: -3...3)
      let x = evaluator.value(z)
      if record.kinks.contains(where: { abs($0.doubleValue - x) < 1e-3 }) { continue }
      let h = 1e-5
      let difference =
        (Self.value(name, at: x + h, graph, seed) - Self.value(name, at: x - h, graph, seed)) / (2 * h)
      #expect(
        agree(evaluator.value(slope), difference, tolerance: 1e-6),
        "seed \(seed), z = \(x): \(TextPrinter(graph).text(slope))")
    }
  }

  /// The normal form proves what the search found.
  @Test("slopes are proved", arguments: slopes)
  func isProved(_ example: SimplifyCase) throws {
    var graph = ExpressionGraph()
    let z = graph.symbol("z")
    let value = try TextParser.parse(example.text, into: &graph)
    let a = graph.symbol("a")
    let definition = FunctionDefinition(parameter: z, value: value)
    let slope = graph.derivativeThroughOutput(of: definition, at: z, output: a)
    let inserted = graph.replace(a, by: value, in: slope)
    let derivative = graph.resolveSlopes(graph.derivative(of: value, by: z))
    let isZero = graph.isProvablyZero(graph.subtract(inserted, derivative))
    #expect(isZero, "\(TextPrinter(graph).text(slope))")
  }

  private static func value(_ name: String, at x: Double, _ graph: ExpressionGraph, _ seed: UInt64) -> Double {
    var evaluator = Evaluator(graph, seed: seed)
    return evaluator.value(of: name, at: x)
  }

  static let known: [SimplifyCase] = [
    SimplifyCase("1/(1 + exp(-z))", "sigmoid"),
    SimplifyCase("exp(z)/(exp(z) + 1)", "sigmoid"),
    SimplifyCase("1 - 1/(1 + exp(z))", "sigmoid"),
    SimplifyCase("1/2 + 1/2*tanh(z/2)", "sigmoid"),
    SimplifyCase("z*sigmoid(z)", "silu"),
    SimplifyCase("z/(1 + exp(-z))", "silu"),
    SimplifyCase("max(z, 0)", "relu"),
    SimplifyCase("max(0, z)", "relu"),
    SimplifyCase("where(z <= 0, 0, z)", "relu"),
    SimplifyCase("where(z >= 0, z, 0)", "relu"),
    SimplifyCase("where(z > 0, z, 0.01*z)", "leaky_relu"),
    SimplifyCase("where(z > 0, z, exp(z) - 1)", "elu"),
    SimplifyCase("z", "identity"),
    SimplifyCase("exp(z)", "exp"),
    SimplifyCase("sin(z)", "sin"),
    SimplifyCase("tanh(z)", "tanh"),
    SimplifyCase("2/(1 + exp(-2*z)) - 1", "tanh"),
    SimplifyCase("(exp(2*z) - 1)/(exp(2*z) + 1)", "tanh"),
    SimplifyCase("log(1 + exp(z))", "softplus"),
    SimplifyCase("log(exp(z) + 1)", "softplus"),
    SimplifyCase("z/(abs(z) + 1)", "softsign"),
    SimplifyCase("z/2*(1 + erf(z/sqrt(2)))", "gelu"),
    SimplifyCase("sigmoid(2*z)", ""),
    SimplifyCase("z^2", ""),
    SimplifyCase("where(z > 0, 1, 0)", "step"),
    SimplifyCase("where(z >= 0, 1, 0)", ""),
  ]

  @Test("known functions", arguments: known)
  func recognises(_ example: SimplifyCase) throws {
    var graph = ExpressionGraph()
    let z = graph.symbol("z")
    let value = try TextParser.parse(example.text, into: &graph)
    let name = graph.knownFunction(equalTo: FunctionDefinition(parameter: z, value: value))
    #expect(name ?? "" == example.result)
  }

  @Test("softmax: the Jacobian through the outputs, and cross-entropy behind it")
  func softmax() throws {
    var graph = ExpressionGraph()
    let one = graph.number(1)
    let n = graph.symbol("n")
    let (i, k) = (graph.index("i", from: one, to: n), graph.index("k", from: one, to: n))
    let context = TextParser.Context(defaultRange: (one, n), bindings: ["i": i, "k": k])
    let a = try TextParser.parse("a[k]", into: &graph, context: context)
    let definition = try TextParser.parse("exp(z[k])/sum(m, exp(z[m]))", into: &graph, context: context)
    let z = try TextParser.parse("z[i]", into: &graph, context: context)
    let raw = graph.contractKroneckers(graph.derivative(of: definition, by: z))
    let jacobian = graph.foldDefinitions(raw, [(a, definition)])
    #expect(TextPrinter(graph).text(jacobian) == "a[k]*([k == i] - a[i])")

    let slope = try TextParser.parse("-y[k]/a[k]", into: &graph, context: context)
    let delta = graph.summation(over: k, from: one, to: n, graph.multiply([slope, jacobian]))
    let simplified = graph.simplify(delta)
    #expect(TextPrinter(graph).text(simplified) == "a[i]*sum(k, 1, n, y[k]) - y[i]")
    let total = try TextParser.parse("sum(m, y[m])", into: &graph, context: context)
    let restricted = graph.simplify(delta, assuming: [(total, one)])
    #expect(TextPrinter(graph).text(restricted) == "a[i] - y[i]")
  }
}
