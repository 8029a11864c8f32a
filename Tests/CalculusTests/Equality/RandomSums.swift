import Expressions

/// Random expressions with sums over 1…n and 1…m, indexed symbols and Kronecker deltas.
struct RandomSums {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// An expression that may use `indices`.
  mutating func expression(_ depth: Int, _ indices: [Expression], _ graph: inout ExpressionGraph) -> Expression {
    if depth == 0 { return leaf(indices, &graph) }
    if Int.random(in: 0..<12, using: &generator) == 0 { return chain(indices, &graph) }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...3 where indices.count < 3:
      let bounds = [(1, "n"), (1, "n"), (1, "m")].randomElement(using: &generator)!
      let (lower, upper) = (graph.number(bounds.0), graph.symbol(bounds.1))
      let index = graph.freshIndex("i", from: lower, to: upper)
      let body = expression(depth - 1, indices + [index], &graph)
      return graph.summation(over: index, from: lower, to: upper, body)
    case 4, 5:
      let parts = (0..<2).map { _ in expression(depth - 1, indices, &graph) }
      return graph.add(parts)
    case 6:
      let names = ["exp", "f", "tanh", "relu"]
      return graph.call(names.randomElement(using: &generator)!, expression(depth - 1, indices, &graph))
    case 7:
      return graph.power(expression(depth - 1, indices, &graph), 2)
    default:
      let parts = (0..<Int.random(in: 2...3, using: &generator)).map { _ in expression(depth - 1, indices, &graph) }
      return graph.multiply(parts)
    }
  }

  /// Nested sums over a product in which several symbols share their indices.
  private mutating func chain(_ outer: [Expression], _ graph: inout ExpressionGraph) -> Expression {
    let (lower, upper) = (graph.number(1), graph.symbol("n"))
    var inner: [Expression] = []
    for _ in 0..<Int.random(in: 2...max(2, 5 - outer.count), using: &generator) {
      inner.append(graph.freshIndex("j", from: lower, to: upper))
    }
    let indices = inner + outer
    var factors: [Expression] = []
    for _ in 0..<Int.random(in: 2...6, using: &generator) { factors.append(leaf(indices, &graph)) }
    var result = graph.multiply(factors)
    for index in inner { result = graph.summation(over: index, from: lower, to: upper, result) }
    return result
  }

  private mutating func leaf(_ indices: [Expression], _ graph: inout ExpressionGraph) -> Expression {
    guard let first = indices.randomElement(using: &generator), let second = indices.randomElement(using: &generator)
    else { return graph.symbol(["c", "d"].randomElement(using: &generator)!) }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return graph.symbol("x", [first])
    case 2: return graph.symbol("y", [first])
    case 3, 4, 5: return graph.symbol("w", [first, second])
    case 6: return graph.kroneckerDelta(first, second)
    default: return graph.symbol("c")
    }
  }

  /// The same with operands in another order, nested sums exchanged where their ranges allow it, and squares written out.
  mutating func rewritten(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    var random = self
    let result = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in random.rewrittenNode(node, &graph) }
    self = random
    return result
  }

  private mutating func rewrittenNode(_ node: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch graph[node] {
    case .add(let terms): return graph.add(Array(terms).shuffled(using: &generator))
    case .multiply(let factors): return graph.multiply(Array(factors).shuffled(using: &generator))
    case .power(let base, let exponent) where graph.numberValue(exponent) == 2 && Bool.random(using: &generator):
      return graph.multiply([base, base])
    case .summation:
      guard let outer = graph.openFresh(node) else { return node }
      if let inner = graph.openFresh(outer.body) {
        // Rectangular ranges: the sums may be exchanged.
        let swapped = graph.summation(over: outer.index, from: outer.lower, to: outer.upper, inner.body)
        return graph.summation(over: inner.index, from: inner.lower, to: inner.upper, swapped)
      }
      if case .add(let terms) = graph[outer.body] {
        let sums = Array(terms).map {
          graph.summation(over: outer.index, from: outer.lower, to: outer.upper, $0)
        }
        return graph.add(sums)
      }
      return node
    default: return node
    }
  }

  /// The expression with two subscripts or symbols confused, or a factor doubled, in one place.
  mutating func mutated(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var nodes: [Expression] = []
    graph.forEachNode(of: expression) { node in
      if case .symbol(_, let subscripts) = graph[node], !subscripts.isEmpty { nodes.append(node) }
      return true
    }
    guard let target = nodes.randomElement(using: &generator), case .symbol(let family, let subscripts) = graph[target]
    else { return graph.negate(expression) }
    let replacement: Expression
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: replacement = graph.symbol(graph[family], Array(subscripts.reversed()))
    case 1: replacement = graph.symbol(graph[family].name == "x" ? "y" : "x", [subscripts[subscripts.startIndex]])
    default: replacement = graph.multiply([graph.number(2), target])
    }
    return graph.replace(target, by: replacement, in: expression)
  }
}
