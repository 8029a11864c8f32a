import Calculus
import Expressions

/// What is computed from what, by the definitions.
extension DefinitionTable {
  /// Whether `symbol` may change when some member of `other`'s family and layer does: it is one itself, or its
  /// definition mentions a symbol that depends on it.
  ///
  /// Definitions lead down the layers, so the search ends at the layer of `other`.
  func depends(_ symbol: Expression, on other: Expression, in graph: inout ExpressionGraph) -> Bool {
    var seen: Set<Expression> = []
    return depends(symbol, on: other, &seen, &graph)
  }

  private func depends(
    _ symbol: Expression, on other: Expression, _ seen: inout Set<Expression>, _ graph: inout ExpressionGraph
  ) -> Bool {
    if isSameCut(symbol, other, &graph) { return true }
    guard seen.insert(symbol).inserted else { return false }
    if let below = layerDifference(symbol, other, &graph), below.isNegative { return false }
    guard let value = value(of: symbol, in: &graph) else { return false }
    // Bounds and conditions aside, any symbol of the definition may carry the change.
    return symbols(in: value, &graph).contains { depends($0, on: other, &seen, &graph) }
  }

  /// Whether both are members of one family at one layer: one cut through the computation.
  func isSameCut(_ a: Expression, _ b: Expression, _ graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let family, _) = graph[a], case .symbol(family, _) = graph[b] else { return false }
    guard graph[family].isLayered else { return true }
    return layerDifference(a, b, &graph)?.isZero ?? false
  }

  /// The number of layers from b up to a, if both have one and the difference is known.
  private func layerDifference(_ a: Expression, _ b: Expression, _ graph: inout ExpressionGraph) -> Rational? {
    guard case .symbol(let x, let left) = graph[a], case .symbol(let y, let right) = graph[b], graph[x].isLayered,
      graph[y].isLayered, let upper = left.first, let lower = right.first
    else { return nil }
    return graph.constantDifference(upper, lower)
  }

  /// The symbols of `expression` with sums opened, so that their subscripts are free indices with ranges.
  func symbols(in expression: Expression, _ graph: inout ExpressionGraph) -> [Expression] {
    var result: [Expression] = []
    var seen: Set<Expression> = []
    func visit(_ node: Expression, _ graph: inout ExpressionGraph) {
      guard seen.insert(node).inserted else { return }
      switch graph[node] {
      case .symbol: result.append(node)
      case .summation:
        if let opened = graph.open(node) { visit(opened.body, &graph) }
      default:
        for child in graph.children(of: node) { visit(child, &graph) }
      }
    }
    visit(expression, &graph)
    return result
  }
}
