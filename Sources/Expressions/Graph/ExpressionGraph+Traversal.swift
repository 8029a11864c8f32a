/// Walking over expressions and rebuilding them.
extension ExpressionGraph {
  /// The operands of a node, in order. Those of a summation are its bounds and its unopened body.
  public func children(of expression: Expression) -> [Expression] {
    switch self[expression] {
    case .number, .constant, .index, .bound: []
    case .symbol(_, let operands), .add(let operands), .multiply(let operands), .call(_, let operands),
      .and(let operands), .or(let operands), .piecewise(let operands):
      Array(operands)
    case .power(let base, let exponent): [base, exponent]
    case .comparison(_, let a, let b): [a, b]
    case .partial(let u, let v): [u, v]
    case .not(let a), .bracket(let a): [a]
    case .summation(let lower, let upper, let body): [lower, upper, body]
    }
  }

  /// The node `expression` with other operands, tidied by the constructors.
  mutating func rebuild(_ expression: Expression, _ operands: [Expression]) -> Expression {
    switch self[expression] {
    case .number, .constant, .index, .bound: return expression
    case .symbol(let family, _): return symbol(self[family], operands)
    case .add: return add(operands)
    case .multiply: return multiply(operands)
    case .call(let function, _): return call(self[function], operands)
    case .and: return and(operands)
    case .or: return or(operands)
    case .piecewise:
      let branches = stride(from: 0, to: operands.count - 1, by: 2).map { (operands[$0], operands[$0 + 1]) }
      return piecewise(branches, otherwise: operands[operands.count - 1])
    case .power: return power(operands[0], operands[1])
    case .comparison(let comparison, _, _): return compare(operands[0], comparison, operands[1])
    case .partial: return partial(operands[0], by: operands[1])
    case .not: return not(operands[0])
    case .bracket: return bracket(operands[0])
    case .summation:
      return rebind(height: boundHeight(expression), operands, name: boundNames[expression])
    }
  }

  /// `expression` with `transform` applied to each operand. A summation is opened first and closed after, so that
  /// `transform` never sees a bound index.
  public mutating func mapChildren(
    of expression: Expression, _ transform: (inout ExpressionGraph, Expression) -> Expression
  ) -> Expression {
    if kinds[expression.position] == .summation, let opened = open(expression) {
      let lower = transform(&self, opened.lower)
      let upper = transform(&self, opened.upper)
      let body = transform(&self, opened.body)
      if lower == opened.lower, upper == opened.upper, body == opened.body { return expression }
      return summation(over: opened.index, from: lower, to: upper, body)
    }
    let old = children(of: expression)
    if old.isEmpty { return expression }
    var new: [Expression] = []
    new.reserveCapacity(old.count)
    for child in old { new.append(transform(&self, child)) }
    return old == new ? expression : rebuild(expression, new)
  }

  /// Rewrites `expression` from the leaves up: `rule` sees every node after its operands were rewritten, and gives what
  /// stands for it. Each shared node is rewritten once per memo; a memo belongs to one rule.
  public mutating func rewriteBottomUp(
    _ expression: Expression, memo: inout [Expression: Expression],
    _ rule: (inout ExpressionGraph, Expression) -> Expression
  ) -> Expression {
    if let known = memo[expression] { return known }
    let mapped = mapChildren(of: expression) { graph, child in
      graph.rewriteBottomUp(child, memo: &memo, rule)
    }
    let result = rule(&self, mapped)
    memo[expression] = result
    return result
  }

  /// Whether `target` occurs in `expression` (outside bound positions).
  public func contains(_ target: Expression, in expression: Expression) -> Bool {
    contains(in: expression) { $0 == target }
  }

  /// Whether some node of `expression` satisfies `predicate`. Bodies of summations are searched unopened.
  public func contains(in expression: Expression, where predicate: (Expression) -> Bool) -> Bool {
    var found = false
    forEachNode(of: expression) { node in
      if predicate(node) { found = true }
      return !found
    }
    return found
  }

  /// Whether a formal derivative ∂u/∂v stands somewhere in `expression`.
  public func holdsPartial(_ expression: Expression) -> Bool {
    contains(in: expression) { if case .partial = self[$0] { true } else { false } }
  }

  /// Calls `visit` once for every distinct node of `expression`, parents first; stops when it returns false.
  public func forEachNode(of expression: Expression, _ visit: (Expression) -> Bool) {
    var seen: Set<Expression> = [expression]
    var stack = [expression]
    while let node = stack.popLast() {
      guard visit(node) else { return }
      for child in children(of: node).reversed() where seen.insert(child).inserted { stack.append(child) }
    }
  }

  /// The free indices of `expression`, in the order of their first occurrence.
  public func freeIndices(of expression: Expression) -> [Expression] {
    var result: [Expression] = []
    var seen: Set<Expression> = []
    func visit(_ node: Expression) {
      guard mentionsIndex(node), seen.insert(node).inserted else { return }
      if case .index = self[node] { result.append(node) } else { children(of: node).forEach(visit) }
    }
    visit(expression)
    return result
  }

  /// The number of distinct nodes of `expression`: its size with sharing.
  public func size(of expression: Expression) -> Int {
    var count = 0
    forEachNode(of: expression) { _ in
      count += 1
      return true
    }
    return count
  }
}
