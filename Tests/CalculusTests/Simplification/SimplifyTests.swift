import Calculus
import Expressions
import Testing

/// What is typed and what it is simplified to.
struct SimplifyCase: CustomTestStringConvertible, Sendable {
  let text: String
  let result: String

  init(_ text: String, _ result: String) {
    self.text = text
    self.result = result
  }

  var testDescription: String { text }
}

@Suite("simplify: texts")
struct SimplifyTests {
  static let arithmetic: [SimplifyCase] = [
    SimplifyCase("2*x + 3*x", "5*x"),
    SimplifyCase("x*x^2", "x^3"),
    SimplifyCase("x/x", "1"),
    SimplifyCase("x - x", "0"),
    SimplifyCase("1/2*2*(y-a)*(-1)", "a - y"),
    SimplifyCase("-y + a", "a - y"),
    SimplifyCase("-(a - b)", "b - a"),
    SimplifyCase("-x*(a - b)", "x*(b - a)"),
    SimplifyCase("(a - b)/(b - a)", "-1"),
    SimplifyCase("x*y + y*x", "2*x*y"),
    SimplifyCase("sin(x*y) - sin(y*x)", "0"),
    SimplifyCase("(x^2-1)/(x-1)", "x + 1"),
    SimplifyCase("(x^2 - 3*x + 2)/(x - 1)^2", "(x - 2)/(x - 1)"),
    SimplifyCase("(a - y)/(a*(1 - a))*a*(1 - a)", "a - y"),
    SimplifyCase("(-y/a + (1 - y)/(1 - a))*a*(1 - a)", "a - y"),
    SimplifyCase("1 + 3*x + x^2", "x^2 + 3*x + 1"),
    SimplifyCase("-a^2 + 1", "1 - a^2"),
    SimplifyCase("1/x + 1/x", "2/x"),
    SimplifyCase("(x + 1)*(x + 2) - x^2 - 3*x", "2"),
    SimplifyCase("x*y + x*z", "x*(y + z)"),
    SimplifyCase("3*x + 3*y", "3*(x + y)"),
    SimplifyCase("2*x + 2", "2*x + 2"),
    SimplifyCase("2*x*(x^2 + 1)", "2*x*(x^2 + 1)"),
    SimplifyCase("(x^2 + 1)*2*x", "2*x*(x^2 + 1)"),
    SimplifyCase("3*x^2 + 2*x", "3*x^2 + 2*x"),
    SimplifyCase("a*(1 - a)", "a*(1 - a)"),
    SimplifyCase("x^0", "1"),
    SimplifyCase("(x*y)^2/x", "x*y^2"),
    SimplifyCase("2/sqrt(2)", "sqrt(2)"),
    SimplifyCase("1/sqrt(2)*1/sqrt(pi)", "1/sqrt(2*pi)"),
    SimplifyCase("2*(a + b) + 3*a", "5*a + 2*b"),
    SimplifyCase("(x^3 - y^3)/(x - y)", "x^2 + x*y + y^2"),
    SimplifyCase("x/(x^2 + x)", "1/(x + 1)"),
    SimplifyCase("(2*x - 2)/(x - 1)", "2"),
    SimplifyCase("1 - (1 - x)", "x"),
    SimplifyCase("(x^3 - 1)/(x^2 - 1)", "(x^2 + x + 1)/(x + 1)"),
    SimplifyCase("(1 - y/a)*a*(1 - a)", "(a - y)*(1 - a)"),
    SimplifyCase("-1/(x^2*(1 + 1/x^2))", "-1/(x^2 + 1)"),
    SimplifyCase("-(y/a) + (1 - y)/(1 - a)", "(a - y)/(a*(1 - a))"),
    SimplifyCase("0.5*(x + x)", "x"),
  ]

  static let functions: [SimplifyCase] = [
    SimplifyCase("exp(u)*exp(v)", "exp(u + v)"),
    SimplifyCase("exp(x)*exp(-x)", "1"),
    SimplifyCase("exp(-z)/(1+exp(-z))^2", "exp(-z)/(1 + exp(-z))^2"),
    SimplifyCase("log(exp(u))", "u"),
    SimplifyCase("exp(log(u))", "u"),
    SimplifyCase("sqrt(x^2)", "abs(x)"),
    SimplifyCase("sqrt(x)^2", "x"),
    SimplifyCase("sinh(u)/cosh(u)", "tanh(u)"),
    SimplifyCase("sinh(a - y)/cosh(a - y)", "tanh(a - y)"),
    SimplifyCase("sinh(y - a)/cosh(y - a)*(-1)", "tanh(a - y)"),
    SimplifyCase("sinh(y - a)/cosh(a - y)*(-1)", "tanh(a - y)"),
    SimplifyCase("1 - tanh(x)^2", "1 - tanh(x)^2"),
    SimplifyCase("1/cos(x)^2", "1/cos(x)^2"),
    SimplifyCase("sin(x)^2 + cos(x)^2", "1"),
    SimplifyCase("2*cos(x)/sin(x^2)*x + 5*sin(y)^2 + 5*cos(y)^2", "2*x*cos(x)/sin(x^2) + 5"),
    SimplifyCase("sin(x)^2/cos(x)^2", "tan(x)^2"),
    SimplifyCase("x^x*(log(x) + x*1/x)", "x^x*(log(x) + 1)"),
    SimplifyCase("exp(-x^2) - 2*x*x*exp(-x^2)", "(1 - 2*x^2)*exp(-x^2)"),
    SimplifyCase("abs(-x)", "abs(x)"),
    SimplifyCase("abs(x)*sign(x)", "x"),
    SimplifyCase("1/(1 + abs(z)) - z*sign(z)/(1 + abs(z))^2", "1/(1 + abs(z))^2"),
    SimplifyCase("2*x*cos(x^2)/sin(x^2)", "2*x*cos(x^2)/sin(x^2)"),
    SimplifyCase("exp(x)^2", "exp(2*x)"),
    SimplifyCase("f'(z)*(a - y)", "(a - y)*f'(z)"),
    SimplifyCase("max(x, x)", "x"),
    SimplifyCase("1/exp(x)", "exp(-x)"),
    SimplifyCase("exp(x)/(1 + exp(x))", "1/(exp(-x) + 1)"),
    SimplifyCase("-exp(-x)/(1 + exp(-x))", "-1/(exp(x) + 1)"),
    SimplifyCase("x*(2*x + 2)*exp(2*x)", "2*x*(x + 1)*exp(2*x)"),
    SimplifyCase("sign(x^3)", "sign(x)"),
    SimplifyCase("(1 + x/sqrt(x^2 + 1))/(x + sqrt(x^2 + 1))", "1/sqrt(x^2 + 1)"),
    SimplifyCase("sqrt(1 - x^2) - x^2/sqrt(1 - x^2)", "(1 - 2*x^2)/sqrt(1 - x^2)"),
  ]

  static let conditions: [SimplifyCase] = [
    SimplifyCase("where(z > 0, 1, 0)", "[z > 0]"),
    SimplifyCase("where(z > 0, 0, 1)", "[z <= 0]"),
    SimplifyCase("where(z > 0, x + x, 2*x)", "2*x"),
    SimplifyCase("where(z > 0, 1, 1/100)", "where(z > 0, 1, 1/100)"),
    SimplifyCase("[z > 0]*[z > 0]", "[z > 0]"),
    SimplifyCase("[z > 0]*[z <= 0]", "0"),
    SimplifyCase("where(z > 0, abs(z), -abs(z))", "z"),
    SimplifyCase("[-z > 0]", "[z < 0]"),
    SimplifyCase("[x + 2*y < x]", "[y < 0]"),
    SimplifyCase("where(y*a < 1, -y, 0)", "-y*[y*a < 1]"),
    SimplifyCase("where(z > 0, z, 0)", "where(z > 0, z, 0)"),
  ]

  static let sums: [SimplifyCase] = [
    SimplifyCase("sum(k, 2*x*u[k])", "2*x*sum(k, 1, n, u[k])"),
    SimplifyCase("sum(k, 1, n, c)", "n*c"),
    SimplifyCase("sum(i, 1, n, sum(j, 1, m, u[i]*v[j]))", "sum(i, 1, n, u[i])*sum(j, 1, m, v[j])"),
    SimplifyCase("sum(k, 2, n, c)", "c*(n - 1)"),
    SimplifyCase("sum(k, u[k]) + sum(m, u[m])", "2*sum(k, 1, n, u[k])"),
    SimplifyCase("sum(k, u[k]*v[k]) - sum(m, v[m]*u[m])", "0"),
    SimplifyCase("sum(k, u[k] - v[k]*c)", "sum(k, 1, n, u[k] - v[k]*c)"),
    SimplifyCase("sum(k, u[k]) - sum(m, v[m])", "sum(k, 1, n, u[k] - v[k])"),
    SimplifyCase(
      "(sum(m, exp(z[m]))*exp(z[1])*[x > 0] - exp(z[1] + z[2]))/sum(m, exp(z[m]))^2",
      "(sum(m, 1, n, exp(z[m]))*[x > 0] - exp(z[2]))*exp(z[1])/sum(m, 1, n, exp(z[m]))^2"),
    SimplifyCase("sum(k, 1, 3, [k == 2]*u[k])", "u[2]"),
    SimplifyCase("sum(k, 1, 3, -y[k]/a[k]*a[k]*([k == 2] - a[2]))", "a[2]*sum(k, 1, 3, y[k]) - y[2]"),
  ]

  @Test("texts", arguments: arithmetic + functions + conditions + sums)
  func simplifies(_ example: SimplifyCase) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(example.text, into: &graph)
    let result = graph.simplify(expression)
    #expect(TextPrinter(graph).text(result) == example.result)
    let again = graph.simplify(result)
    #expect(again == result, "simplified twice: \(TextPrinter(graph).text(again))")
    #expect(graph.cost(of: result) <= graph.cost(of: expression))
  }
}
