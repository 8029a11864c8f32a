import Expressions

extension ExpressionGraph {
  /// `expression` with each formal derivative ∂u/∂v replaced by what `transform` gives for it; nil leaves it alone.
  mutating func rewriteFormalDerivatives(
    in expression: Expression,
    _ transform: (inout ExpressionGraph, _ u: Expression, _ v: Expression) -> Expression?
  ) -> Expression {
    var memo: [Expression: Expression] = [:]
    return rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .partial(let u, let v) = graph[node] else { return node }
      return transform(&graph, u, v) ?? node
    }
  }

  /// The subscripts of a symbol of `family`, nil for everything else.
  func subscripts(of expression: Expression, in family: Family) -> [Expression]? {
    guard case .symbol(let id, let subscripts) = self[expression], self[id] == family else { return nil }
    return Array(subscripts)
  }
}
