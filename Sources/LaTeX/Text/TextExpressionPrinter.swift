import Derivations
import Expressions

/// Writes expressions in Unicode text for terminals.
///
///     TextExpressionPrinter(graph).text(expression)        // Σ_{j=1..4} w_ij^2 a_j^2 + b_i^2
///
/// It is made for reading; the text that the program reads back is `TextPrinter`'s.
public struct TextExpressionPrinter {
  private let graph: ExpressionGraph
  private let notation: Notation

  /// A printer of expressions of `graph`.
  public init(_ graph: ExpressionGraph, _ notation: Notation = .standard) {
    self.graph = graph
    self.notation = notation
  }

  /// `expression` in plain text. No bound index has a name that is free in `statement`, the expressions that stand on the
  /// same line; none means the expression alone. Linear in the size of the expression written out.
  public func text(_ expression: Expression, in statement: [Expression] = []) -> String {
    var writer = TextWriter(graph: graph, notation: notation, statement: statement + [expression])
    return writer.text(expression)
  }
}
