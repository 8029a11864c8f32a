import Expressions

/// Copies expressions from a graph into another one that agrees with it up to some node.
struct ExpressionImport {
  private var source: ExpressionGraph
  private let shared: Int
  private var memo: [Expression: Expression] = [:]

  /// Both graphs have the same first `shared` nodes.
  init(from source: ExpressionGraph, sharing shared: Int) {
    self.source = source
    self.shared = shared
  }

  /// The expression in the other graph.
  mutating func copy(_ expression: Expression, into graph: inout ExpressionGraph) -> Expression {
    if expression.position < shared { return expression }
    if let known = memo[expression] { return known }
    let result = made(expression, &graph)
    memo[expression] = result
    return result
  }

  private mutating func copy(
    all expressions: some Collection<Expression>, _ graph: inout ExpressionGraph
  ) -> [Expression] {
    var result: [Expression] = []
    for expression in Array(expressions) { result.append(copy(expression, into: &graph)) }
    return result
  }

  private mutating func made(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch source[expression] {
    case .number(let value): return graph.number(value)
    case .constant(let constant): return graph.constant(constant)
    case .index(let id): return index(source[id], &graph)
    case .bound: return expression
    case .symbol(let id, let subscripts): return graph.symbol(source[id], copy(all: subscripts, &graph))
    case .add(let terms): return graph.add(copy(all: terms, &graph))
    case .multiply(let factors): return graph.multiply(copy(all: factors, &graph))
    case .power(let base, let exponent):
      let parts = copy(all: [base, exponent], &graph)
      return graph.power(parts[0], parts[1])
    case .call(let id, let arguments): return graph.call(source[id], copy(all: arguments, &graph))
    case .summation: return summation(expression, &graph)
    case .comparison(let comparison, let a, let b):
      let parts = copy(all: [a, b], &graph)
      return graph.compare(parts[0], comparison, parts[1])
    case .and(let conditions): return graph.and(copy(all: conditions, &graph))
    case .or(let conditions): return graph.or(copy(all: conditions, &graph))
    case .not(let condition): return graph.not(copy(condition, into: &graph))
    case .bracket(let condition): return graph.bracket(copy(condition, into: &graph))
    case .piecewise(let parts):
      let list = copy(all: parts, &graph)
      let branches = stride(from: 0, to: list.count - 1, by: 2).map { (list[$0], list[$0 + 1]) }
      return graph.piecewise(branches, otherwise: list[list.count - 1])
    case .partial(let u, let v):
      let parts = copy(all: [u, v], &graph)
      return graph.partial(parts[0], by: parts[1])
    }
  }

  private mutating func index(_ index: Index, _ graph: inout ExpressionGraph) -> Expression {
    let bounds = copy(all: [index.lower, index.upper], &graph)
    // One that was made while something was computed is equal to no other.
    return index.serial == 0
      ? graph.index(index.name, from: bounds[0], to: bounds[1])
      : graph.freshIndex(index.name, from: bounds[0], to: bounds[1])
  }

  private mutating func summation(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    guard let opened = source.open(expression) else { return expression }
    let index = copy(opened.index, into: &graph)
    let parts = copy(all: [opened.lower, opened.upper, opened.body], &graph)
    return graph.summation(over: index, from: parts[0], to: parts[1], parts[2])
  }
}
