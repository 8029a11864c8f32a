import Derivations
import Expressions
import LaTeX
import Networks
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Laws that hold of every printed expression.
struct PrinterLawTests {
  @Test(arguments: 0..<40)
  func randomExpressionsAreWellFormed(seed: Int) {
    var random = RandomExpressions(seed: UInt64(seed))
    for _ in 0..<20 {
      let expression = random.expression(depth: 5)
      let latex = ExpressionPrinter(random.graph).latex(expression)
      #expect(Wellformedness.fault(in: latex) == nil, "seed \(seed): \(latex)")
      #expect(!latex.contains("--") && !latex.contains("+ -"), "seed \(seed): \(latex)")
    }
  }

  /// No two expressions of different value look the same: brackets and dots stand wherever they are needed.
  @Test func equalTextsMeanEqualValues() throws {
    let atoms = ["x", "y", "2", "(-3)", "1/2", "sum(k, 1, 3, u[k])", "exp(x)"]
    let shapes: [(String, String, String) -> String] = [
      { "(\($0) + \($1))*\($2)" }, { "\($0) + \($1)*\($2)" }, { "\($0) - (\($1) - \($2))" },
      { "\($0) - \($1) - \($2)" },
      { "(\($0)*\($1))^\($2)" }, { "\($0)*\($1)^\($2)" }, { "(\($0)^\($1))^\($2)" }, { "\($0)^(\($1)^\($2))" },
      { "\($0)/(\($1)*\($2))" }, { "\($0)/\($1)*\($2)" }, { "\($0)/(\($1)/\($2))" }, { "-(\($0) + \($1))*\($2)" },
      { "sum(k, 1, 3, \($0)) + \($1)*\($2)" }, { "sum(k, 1, 3, \($0) + \($1)*\($2))" },
      { "sum(k, 1, 3, \($0) + \($1))*\($2)" }, { "sum(k, 1, 3, (\($0) + \($1))*\($2))" },
      { "exp(\($0)*\($1))^\($2)" }, { "exp(\($0)*\($1)^\($2))" }, { "tanh(\($0)^\($1))*\($2)" },
      { "tanh(\($0))^\($1)*\($2)" }, { "abs(\($0) - \($1))*\($2)" }, { "f(\($0))*(\($1) + \($2))" },
      { "where(x < y, \($0), \($1)) + \($2)" }, { "where(x < y, \($0), \($1) + \($2))" },
      { "where(x < y, \($0), \($1))*\($2)" }, { "where(x < y, \($0), \($1)*\($2))" },
    ]
    var latexValues: [String: (text: String, value: Double)] = [:]
    var plainValues: [String: (text: String, value: Double)] = [:]
    for shape in shapes {
      for a in atoms {
        for b in atoms {
          for c in atoms {
            let text = shape(a, b, c)
            var graph = ExpressionGraph()
            let expression = try TextParser.parse(text, into: &graph)
            let value = Evaluation(graph).value(expression)
            guard value.isFinite else { continue }
            check(ExpressionPrinter(graph).latex(expression), text, value, &latexValues)
            check(TextExpressionPrinter(graph).text(expression), text, value, &plainValues)
          }
        }
      }
    }
  }

  private func check(
    _ printed: String, _ text: String, _ value: Double, _ known: inout [String: (text: String, value: Double)]
  ) {
    guard let other = known.updateValue((text, value), forKey: printed) else { return }
    let isSame = abs(other.value - value) <= 1e-9 * max(1, abs(value))
    #expect(isSame, "\(text) and \(other.text) both print \(printed)")
  }

  @Test func everyFunctionPrints() throws {
    for record in FunctionTable.records {
      var graph = ExpressionGraph()
      let arguments = (0..<record.arity.lowerBound).map { graph.symbol("z", [graph.number($0)]) }
      let orders = record.arity == 1...1 ? [0, 1, 2, 3] : [0]
      for order in orders {
        let call = graph.call(Function(record.name, order: order), arguments)
        let latex = ExpressionPrinter(graph).latex(call)
        #expect(Wellformedness.fault(in: latex) == nil && !latex.isEmpty, "\(record.name)")
        #expect(!TextExpressionPrinter(graph).text(call).contains("\\"), "\(record.name)")
      }
      if let definition = graph.definition(of: record.name) {
        let latex = ExpressionPrinter(graph).latex(definition.value)
        #expect(Wellformedness.fault(in: latex) == nil, "\(record.name): \(latex)")
      }
    }
  }

  @Test func everyLossPrints() throws {
    for record in LossTable.records {
      var graph = ExpressionGraph()
      let expression = try TextParser.parse(record.definition, into: &graph)
      let latex = ExpressionPrinter(graph).latex(expression)
      #expect(Wellformedness.fault(in: latex) == nil, "\(record.name): \(latex)")
    }
  }
}

/// Values at a fixed point, by the definition of each node.
private struct Evaluation {
  private var graph: ExpressionGraph
  private var indices: [Expression: Double] = [:]

  init(_ graph: ExpressionGraph) { self.graph = graph }

  func value(_ expression: Expression) -> Double {
    var copy = self
    return copy.evaluate(expression)
  }

  private mutating func evaluate(_ expression: Expression) -> Double {
    switch graph[expression] {
    case .number(let value): return value.doubleValue
    case .index: return indices[expression] ?? .nan
    case .symbol(let family, let subscripts):
      let base: [String: Double] = ["x": 1.37, "y": 2.11, "a": 0.83, "u": 0.29]
      return (base[graph[family].name] ?? .nan) + subscripts.map { evaluate($0) }.reduce(0) { 0.7 * $0 + 0.31 * $1 }
    case .add(let terms): return terms.map { evaluate($0) }.reduce(0, +)
    case .multiply(let factors): return factors.map { evaluate($0) }.reduce(1, *)
    case .power(let base, let exponent): return pow(evaluate(base), evaluate(exponent))
    case .call(let function, let arguments):
      return call(graph[function].name, evaluate(arguments[arguments.startIndex]))
    case .comparison(_, let a, let b): return evaluate(a) < evaluate(b) ? 1 : 0
    case .piecewise(let parts):
      let parts = Array(parts)
      return evaluate(parts[0]) == 1 ? evaluate(parts[1]) : evaluate(parts[2])
    case .summation:
      guard let opened = graph.open(expression) else { return .nan }
      return (1...3).map { value in
        indices[opened.index] = Double(value)
        return evaluate(opened.body)
      }.reduce(0, +)
    default: return .nan
    }
  }

  private func call(_ name: String, _ argument: Double) -> Double {
    switch name {
    case "exp": exp(argument)
    case "tanh": tanh(argument)
    case "abs": abs(argument)
    default: 0.9 - argument * 0.4
    }
  }
}
