import Derivations
import Expressions
import LaTeX

/// How the answer of a command about expressions is written.
enum ExpressionFormat: String, CaseIterable {
  case text, latex

  /// `expression` in this format.
  func write(_ expression: Expression, of graph: ExpressionGraph) -> String {
    switch self {
    case .text: TextPrinter(graph).text(expression)
    case .latex: ExpressionPrinter(graph, .standard).latex(expression)
    }
  }
}

extension ExpressionGraph {
  /// `text` as an expression of this graph.
  mutating func read(
    _ text: String, bindings: [String: Expression] = [:]
  ) throws(ProblemError) -> Expression {
    do {
      return try TextParser.parse(text, into: &self, context: TextParser.Context(bindings: bindings))
    } catch {
      throw .malformed(error)
    }
  }
}
