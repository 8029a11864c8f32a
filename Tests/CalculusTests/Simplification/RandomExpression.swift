import Expressions

/// Random expressions with every kind of node.
struct RandomExpression {
  var generator: SplitMix64
  private var indices: [Expression] = []

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func expression(depth: Int, _ graph: inout ExpressionGraph) -> Expression {
    if depth == 0 || below(8) == 0 { return leaf(&graph) }
    switch below(16) {
    case 0...3: return graph.add(operands(depth, &graph))
    case 4...7: return graph.multiply(operands(depth, &graph))
    case 8: return graph.negate(expression(depth: depth - 1, &graph))
    case 9, 10: return graph.power(expression(depth: depth - 1, &graph), [2, -1, -2, 3][below(4)])
    case 11: return graph.power(graph.call("exp", expression(depth: depth - 1, &graph)), graph.number(Rational(1, 2)))
    case 12:
      return graph.call(
        ["exp", "sin", "cos", "tanh", "abs", "sign", "sinh", "cosh", "sigmoid", "f"][below(10)],
        expression(depth: depth - 1, &graph))
    case 13:
      let condition = condition(depth - 1, &graph)
      let value = expression(depth: depth - 1, &graph)
      return graph.piecewise([(condition, value)], otherwise: expression(depth: depth - 1, &graph))
    case 14: return graph.bracket(condition(depth - 1, &graph))
    default: return summation(depth, &graph)
    }
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func leaf(_ graph: inout ExpressionGraph) -> Expression {
    switch below(5) {
    case 0: return graph.number(Rational(below(9) - 4, [1, 1, 1, 2, 3][below(5)]))
    case 1 where !indices.isEmpty: return graph.symbol(["u", "v"][below(2)], [indices[below(indices.count)]])
    default: return graph.symbol(["x", "y", "z"][below(3)])
    }
  }

  private mutating func operands(_ depth: Int, _ graph: inout ExpressionGraph) -> [Expression] {
    (0..<2 + below(3)).map { _ in expression(depth: depth - 1, &graph) }
  }

  private mutating func condition(_ depth: Int, _ graph: inout ExpressionGraph) -> Expression {
    if indices.count > 1, below(3) == 0 { return graph.compare(indices[0], .equal, indices[1]) }
    let left = expression(depth: max(0, depth - 1), &graph)
    let result = graph.compare(left, below(2) == 0 ? .less : .lessOrEqual, leaf(&graph))
    return below(4) == 0 ? graph.not(result) : result
  }

  private mutating func summation(_ depth: Int, _ graph: inout ExpressionGraph) -> Expression {
    let (lower, upper) = (graph.number(1), graph.symbol("n"))
    let index = graph.freshIndex(["k", "m"][below(2)], from: lower, to: upper)
    indices.append(index)
    let body = expression(depth: depth - 1, &graph)
    indices.removeLast()
    return graph.summation(over: index, from: lower, to: upper, body)
  }
}
