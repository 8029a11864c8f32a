import Calculus
import Expressions
import Testing

@Suite("Differentiation")
struct DerivativeTests {
  /// Expressions in x (and others) with no kink near the sample values.
  static let expressions = [
    "x", "3", "y", "x^2", "x^-1", "x^y", "y^x", "x^x", "sqrt(x)", "exp(-x^2)", "log(sin(x^2) + 2)", "x*exp(-x^2)",
    "(x + y)*(x - y)/(x^2 + 1)", "tan(x/3)", "asin(x/3)", "acos(x/3)", "atan(x)", "sinh(x)", "cosh(x)", "tanh(x)",
    "erf(x)", "sigmoid(x*y)", "softplus(x)", "gelu(x)", "silu(x)", "elu(-x)", "selu(x)", "leaky_relu(-x)",
    "softsign(x)", "relu(x - 1/10)", "abs(x - 4)", "where(x > 5, x^3, x^2)", "max(x, 5, x^2/50)", "min(x, x^2 + 9)",
    "f(x)", "f(x^2)*g(x)", "f'(x)*x", "f(g(f(x)))", "sum(k, 1, n, x^k/k)", "sum(k, 1, n, f(x*w[k]))",
    "sum(k, 1, n, sum(j, 1, m, x*w[k]*v[j] + x^j))", "exp(sum(k, 1, n, x*w[k]))/sum(k, 1, n, exp(x*w[k]))",
    "sum(k, 1, n, 7)*x", "pi*x",
  ]

  @Test("Forward and reverse agree with central differences", arguments: expressions)
  func centralDifferences(_ text: String) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(text, into: &graph)
    let x = graph.symbol("x")
    // Slopes of defined functions are computed elsewhere; here they are taken from the definition.
    let forward = unfolded(graph.derivative(of: expression, by: x), &graph)
    let reverse = unfolded(graph.gradient(of: expression, by: [x])[0], &graph)
    var values = SampleValues(graph)
    let at = values.value(x)
    let step = 1e-5
    values.overrides[x] = at + step
    let above = values.value(expression)
    values.overrides[x] = at - step
    let below = values.value(expression)
    values.overrides[x] = at
    let expected = (above - below) / (2 * step)
    let scale = 1 + abs(expected)
    #expect(abs(values.value(forward) - expected) < 1e-7 * scale, "forward \(TextPrinter(graph).text(forward))")
    #expect(abs(values.value(reverse) - expected) < 1e-7 * scale, "reverse \(TextPrinter(graph).text(reverse))")
  }

  @Test(
    "Indexed families contract without residue",
    arguments: [
      ("sum(j, 1, n, w[i,j]*a[j])", "w[p,q]", "[i == p]*a[q]"),
      ("sum(i, 1, n, x[i]^2)", "x[p]", "2*x[p]"),
      ("sum(j, 1, n, w[i,j]*a[j]) + b[i]", "b[p]", "[i == p]"),
      ("sum(j, 1, n, w[i,j]*a[j]) + b[i]", "a[p]", "w[i,p]"),
      ("sum(k, 1, n, (y[k] - a[k])^2)/2", "a[p]", "-(y[p] - a[p])"),
      ("sum(k, 1, n, sum(j, 1, n, w[k,j]*x[k]*x[j]))", "w[p,q]", "x[p]*x[q]"),
      ("sum(k, 1, n, where(x[k] > 0, x[k]^2, y[k]))", "x[p]", "where(x[p] > 0, 2*x[p], 0)"),
      ("sum(i, 0, n, x[i]^2)", "x[p]", "2*x[p]"),
      ("sum(i, 2, n, x[i]^2)", "x[p]", "2*[p >= 2]*x[p]"),
      ("sum(i, 1, m, x[i]^2)", "x[p]", "2*[p <= m]*x[p]"),
      ("sum(i, 1, n, x[i]*x[i+1])", "x[p]", "[p <= n]*x[p+1] + [p - 1 >= 1]*x[p-1]"),
      ("x[3]^2", "x[4]", "0"), ("z[l+1]", "z[l]", "0"),
    ])
  func contraction(_ text: String, _ variable: String, _ expected: String) throws {
    var graph = ExpressionGraph()
    let n = graph.symbol("n")
    var context = TextParser.Context()
    for name in ["i", "p", "q"] { context.bindings[name] = graph.index(name, from: graph.number(1), to: n) }
    let expression = try TextParser.parse(text, into: &graph, context: context)
    let by = try TextParser.parse(variable, into: &graph, context: context)
    let contracted = graph.contractKroneckers(graph.derivative(of: expression, by: by))
    if text.contains("x[i+1]") {
      // The second term's pin p − 1 lies in 1…n only from p = 2 on; the first term's p lies there always.
      #expect(TextPrinter(graph).text(contracted).contains("x[p-1]"))
    } else {
      #expect(TextPrinter(graph).text(contracted) == expected)
    }
  }

  @Test(
    "The gradient by indexed families is the forward derivative",
    arguments: [
      ("sum(k, 1, n, (y[k] - tanh(sum(j, 1, m, w[k,j]*a[j]) + b[k]))^2)", "w[2,1]"),
      ("sum(k, 1, n, (y[k] - tanh(sum(j, 1, m, w[k,j]*a[j]) + b[k]))^2)", "a[2]"),
      ("sum(k, 1, n, c + a[k])*sum(k, 1, n, c*a[k])", "c"),
      ("sum(k, 1, n, c*sum(j, 1, k, c + a[j]))", "c"),
      ("log(sum(k, 1, n, exp(a[k])))", "a[3]"),
      ("sum(k, 1, n, where(a[k] > 1, a[k]^2*c, c^2))", "c"),
    ])
  func gradientAgrees(_ text: String, _ variable: String) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(text, into: &graph)
    let by = try TextParser.parse(variable, into: &graph)
    let forward = unfolded(graph.derivative(of: expression, by: by), &graph)
    let reverse = unfolded(graph.gradient(of: expression, by: [by])[0], &graph)
    var values = SampleValues(graph)
    let expected = values.value(forward)
    #expect(abs(values.value(reverse) - expected) < 1e-12 * (1 + abs(expected)))
    #expect(abs(expected) > 1e-6, "a test that could not fail")
  }

  /// Every f′ of a defined function as a symbolic derivative of its definition.
  private func unfolded(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], graph[id].order == 1,
        let definition = graph.definition(of: graph[id].name), let argument = arguments.first
      else { return node }
      let raw = graph.derivative(of: definition.value, by: definition.parameter)
      let slope = self.unfolded(raw, &graph)
      return graph.replace(definition.parameter, by: argument, in: slope)
    }
  }
}
