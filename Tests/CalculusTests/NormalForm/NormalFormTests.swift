import Expressions
import Testing

@testable import Calculus

@Suite struct NormalFormTests {
  static let texts = EqualityTables.equal.flatMap { line in
    line.firstRange(of: " === ").map { [String(line[..<$0.lowerBound]), String(line[$0.upperBound...])] } ?? []
  }

  /// The text of the normal form, in a graph that holds other things already.
  private func normalForm(_ text: String, after others: [String] = []) throws -> String {
    var graph = ExpressionGraph()
    for other in others { _ = try TextParser.parse(other, into: &graph) }
    let expression = try TextParser.parse(text, into: &graph)
    let result = graph.normalise(expression)
    return TextPrinter(graph).text(result)
  }

  @Test(arguments: texts)
  func doesNotDependOnWhatTheGraphHeldBefore(_ text: String) throws {
    let junk = ["z + y*x", "w[j,i]*f(exp(-z))", "sum(k, 1, n, b[k]*a[k])", "log(y) + b - a", "2^n + sqrt(3)"]
    #expect(try normalForm(text) == normalForm(text, after: junk))
  }

  @Test(arguments: texts)
  func isIdempotent(_ text: String) throws {
    var graph = ExpressionGraph()
    let expression = try TextParser.parse(text, into: &graph)
    let once = graph.normalise(expression)
    let twice = graph.normalise(once)
    let printer = TextPrinter(graph)
    #expect(once == twice, "\(printer.text(once)) and \(printer.text(twice))")
  }

  @Test func arithmeticComesBack() throws {
    for text in ["(x + y)^2/(x - y)", "x*y^(-2) + 3", "sqrt(x)*x", "1/(1 + 1/x)", "f(x)^2*g(y) - 1/2"] {
      var graph = ExpressionGraph()
      let expression = try TextParser.parse(text, into: &graph)
      let function = try #require(graph.rationalFunction(of: expression))
      let back = graph.expression(of: function)
      let again = try #require(graph.rationalFunction(of: back))
      #expect(function == again, "\(text)")
      guard case .equal = graph.decideEquality(expression, back) else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test(arguments: [
    ("exp(x)*exp(-x)", "1"), ("log(exp(x)*y^2/y)", "x + log(y)"), ("(x^2 - 1)/(x - 1)", "1 + x"),
    ("sum(i, 1, n, [i == k]*x[i])", "sum(i, 1, n, [i == k]*x[i])"), ("sum(i, 1, 3, 2)", "6"),
    ("sum(i, 2, 1, x[i])", "0"), ("sqrt(12)", "2*sqrt(3)"), ("max(2, 3)", "3"), ("[1 < 2]*x", "x"),
    ("sin(pi/6)", "1/2"), ("exp(0)", "1"), ("log(1)", "0"), ("0*f(x)", "0"), ("sigmoid(0)", "1/2"),
  ])
  func values(_ text: String, _ expected: String) throws {
    var (graph, a, b) = try pair("\(text) === \(expected)")
    let form = graph.normalise(a)
    let other = graph.normalise(b)
    #expect(form == other, "\(TextPrinter(graph).text(form))")
  }
}
