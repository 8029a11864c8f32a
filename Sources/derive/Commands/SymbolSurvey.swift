import Expressions

/// The symbols that an expression depends on, in the order of their first occurrence. Subscripts and the bounds of sums
/// do not count: nobody differentiates by them.
struct SymbolSurvey {
  /// A symbol; inside a sum its subscripts may be the sum's index.
  private(set) var symbols: [Expression] = []
  private var seen: Set<Expression> = []

  /// The symbols of `expression`, its sums opened. Linear in its size.
  init(of expression: Expression, in graph: inout ExpressionGraph) { visit(expression, &graph) }

  private mutating func visit(_ node: Expression, _ graph: inout ExpressionGraph) {
    guard seen.insert(node).inserted else { return }
    switch graph[node] {
    case .symbol: symbols.append(node)
    case .summation:
      if let opened = graph.open(node) { visit(opened.body, &graph) }
    default:
      for child in graph.children(of: node) { visit(child, &graph) }
    }
  }

  /// The members of the family of `symbol` with as many subscripts.
  func relatives(of symbol: Expression, in graph: ExpressionGraph) -> [Expression] {
    guard case .symbol(let family, let subscripts) = graph[symbol] else { return [] }
    return symbols.filter {
      if case .symbol(family, let others) = graph[$0] { others.count == subscripts.count } else { false }
    }
  }
}
