import Expressions
import Testing

@testable import Calculus

/// Equations as they come up in derivations: derivatives by the rules against what notes write, for all sizes at once.
@Suite struct BackpropagationEqualityTests {
  /// A graph with a free index i from 1 to n.
  private func parse(_ text: String, _ graph: inout ExpressionGraph) throws -> Expression {
    let one = graph.number(1)
    let n = graph.symbol("n")
    let m = graph.symbol("m")
    let i = graph.index("i", from: one, to: n)
    let j = graph.index("j", from: one, to: m)
    let context = TextParser.Context(bindings: ["i": i, "j": j])
    return try TextParser.parse(text, into: &graph, context: context)
  }

  /// The expression, the symbol, and its derivative as people write it.
  static let derivatives = [
    ("1/2*sum(k, 1, n, (y[k] - a[k])^2)", "a[i]", "a[i] - y[i]"),
    ("1/n*sum(k, 1, n, (y[k] - a[k])^2)", "a[i]", "2/n*(a[i] - y[i])"),
    ("sum(k, 1, n, log(cosh(a[k] - y[k])))", "a[i]", "tanh(a[i] - y[i])"),
    (
      "-sum(k, 1, n, y[k]*log(exp(z[k])/sum(p, 1, n, exp(z[p]))))", "z[i]",
      "exp(z[i])/sum(p, 1, n, exp(z[p]))*sum(k, 1, n, y[k]) - y[i]"
    ),
    ("-sum(k, 1, n, y[k]*log(sigmoid(z[k])) + (1 - y[k])*log(1 - sigmoid(z[k])))", "z[i]", "sigmoid(z[i]) - y[i]"),
    ("sum(k, 1, n, a[k] - y[k]*log(a[k]))", "a[i]", "1 - y[i]/a[i]"),
    ("sum(k, 1, n, abs(y[k] - a[k]))", "a[i]", "sign(a[i] - y[i])"),
    ("sum(k, 1, n, where(y[k]*a[k] < 1, 1 - y[k]*a[k], 0))", "a[i]", "-y[i]*[y[i]*a[i] < 1]"),
    (
      "1/2*sum(k, 1, n, (y[k] - f(sum(p, 1, m, w[k,p]*x[p])))^2)", "w[i,j]",
      "(f(sum(p, 1, m, w[i,p]*x[p])) - y[i])*f'(sum(p, 1, m, w[i,p]*x[p]))*x[j]"
    ),
    (
      "1/2*sum(k, 1, n, (y[k] - f(sum(p, 1, m, w[k,p]*f(sum(q, 1, r, v[p,q]*x[q])))))^2)", "v[j,q]",
      "sum(k, 1, n, (f(sum(p, 1, m, w[k,p]*f(sum(q, 1, r, v[p,q]*x[q])))) - y[k])"
        + "*f'(sum(p, 1, m, w[k,p]*f(sum(q, 1, r, v[p,q]*x[q]))))*w[k,j])*f'(sum(q, 1, r, v[j,q]*x[q]))"
        + "*sum(s, 1, r, x[s]*[s == q])"
    ),
    ("sum(k, 1, n, x[k]^2)", "x[i]", "2*x[i]"),
    ("sigmoid(z)", "z", "sigmoid(z)*(1 - sigmoid(z))"),
    ("tanh(z)", "z", "1 - tanh(z)^2"),
    ("softplus(z)", "z", "sigmoid(z)"),
    ("silu(z)", "z", "silu(z) + sigmoid(z)*(1 - silu(z))"),
    ("gelu(z)", "z", "(1 + erf(z/sqrt(2)))/2 + z*exp(-z^2/2)/sqrt(2*pi)"),
    ("x^x", "x", "x^x*(1 + log(x))"),
    ("relu(z)", "z", "[z > 0]"),
  ]

  @Test(arguments: derivatives)
  func derivative(_ text: String, _ variable: String, _ expected: String) throws {
    var graph = ExpressionGraph()
    let expression = try parse(text, &graph)
    let symbol = try parse(variable, &graph)
    let slope = graph.derivative(of: expression, by: symbol)
    let answer = graph.decideEquality(slope, try parse(expected, &graph))
    guard case .equal = answer else {
      let form = graph.normalise(slope)
      Issue.record("\(answer); \(TextPrinter(graph).text(form))")
      return
    }
    let zero = graph.subtract(slope, try parse(expected, &graph))
    let isZero = graph.isProvablyZero(zero)
    #expect(isZero)
    let wrong = graph.decideEquality(slope, graph.negate(try parse(expected, &graph)))
    guard case .notEqual = wrong else {
      Issue.record("the sign: \(wrong)")
      return
    }
  }
}
