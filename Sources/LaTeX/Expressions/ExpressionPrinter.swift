import Derivations
import Expressions

/// Writes expressions in LaTeX, as notes do; amsmath is all it needs.
///
///     ExpressionPrinter(graph).latex(expression)        // \frac{e^{-z}}{(1 + e^{-z})^2}
public struct ExpressionPrinter {
  private let graph: ExpressionGraph
  private let notation: Notation

  /// A printer of expressions of `graph`.
  public init(_ graph: ExpressionGraph, _ notation: Notation = .standard) {
    self.graph = graph
    self.notation = notation
  }

  /// `expression` in LaTeX. Linear in the size of the expression written out.
  ///
  /// A bound index is not written with a name that is free in `statement`, the expressions that stand on the same line;
  /// none means the expression alone.
  public func latex(_ expression: Expression, in statement: [Expression] = []) -> String {
    var writer = LaTeXWriter(graph: graph, notation: notation, statement: statement + [expression])
    return writer.latex(expression)
  }
}
