import Expressions

/// The values of an index, as they are listed behind a formula.
enum IndexRange {
  /// At most three values are listed.
  case values([Int])
  /// 1, …, N.
  case bounds(Expression, Expression)

  /// The range of the free index `index`; nil for anything else.
  init?(of index: Expression, _ graph: ExpressionGraph) {
    guard case .index(let id) = graph[index] else { return nil }
    let declared = graph[id]
    if let lower = graph.numberValue(declared.lower)?.asInt, let upper = graph.numberValue(declared.upper)?.asInt,
      lower <= upper, upper - lower < 3
    {
      self = .values(Array(lower...upper))
    } else if declared.lower == declared.upper {
      self = .bounds(declared.lower, declared.lower)
    } else {
      self = .bounds(declared.lower, declared.upper)
    }
  }
}
