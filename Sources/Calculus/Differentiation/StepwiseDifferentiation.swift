import Expressions

/// Differentiation one rule at a time, as it is written out on paper.
extension ExpressionGraph {
  /// `expression`, which holds formal derivatives ∂u/∂v of composite u, after one more rule; nil if every u is a symbol.
  ///
  /// The rule is the one that the first such derivative (in the order of writing) needs next; it is applied to every
  /// derivative that needs the same one. Sums and constant factors are taken apart together, down to their terms.
  /// `depends` says whether a symbol may change with v; what does not is constant.
  public mutating func differentiatedOneStep(
    _ expression: Expression, depends: @escaping (inout ExpressionGraph, Expression, Expression) -> Bool
  ) -> (expression: Expression, rule: RuleName)? {
    let stepper = DifferentiationStep(depends: depends)
    guard let rule = stepper.firstRule(in: expression, &self) else { return nil }
    var memo: [Expression: Expression] = [:]
    let result = rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .partial(let u, let v) = graph[node], stepper.rule(for: u, by: v, &graph) == rule else { return node }
      return stepper.apply(rule, to: u, by: v, &graph)
    }
    return (result, rule)
  }
}

private struct DifferentiationStep {
  let depends: (inout ExpressionGraph, Expression, Expression) -> Bool

  /// The rule that the first derivative of a composite expression needs.
  func firstRule(in expression: Expression, _ graph: inout ExpressionGraph) -> RuleName? {
    if case .partial(let u, let v) = graph[expression] { return rule(for: u, by: v, &graph) }
    let children: [Expression]
    if case .summation = graph[expression], let opened = graph.open(expression) {
      children = [opened.body]
    } else {
      children = graph.children(of: expression)
    }
    for child in children { if let rule = firstRule(in: child, &graph) { return rule } }
    return nil
  }

  /// The rule that ∂u/∂v needs next; nil where u is a symbol that depends on v.
  func rule(for u: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> RuleName? {
    guard mayChange(u, with: v, &graph) else { return .constantRule }
    switch graph[u] {
    case .symbol: return u == v ? .powerRule : nil
    case .add, .summation: return .sumRule
    case .multiply(let factors):
      let changing = Array(factors).filter { mayChange($0, with: v, &graph) }
      if changing.count < factors.count { return .sumRule }
      return changing.contains { isReciprocal($0, graph) } ? .quotientRule : .productRule
    case .power(_, let exponent): return graph.numberValue(exponent) == nil ? .chainRule : .powerRule
    case .call(let function, _):
      return graph[function] == Function("exp")
        ? .exponentialRule : graph.isExtremum(u) ? .differentiateBranches : .chainRule
    case .piecewise: return .differentiateBranches
    default: return nil
    }
  }

  /// Whether some symbol in `u`, outside of subscripts, may change with v.
  private func mayChange(_ u: Expression, with v: Expression, _ graph: inout ExpressionGraph) -> Bool {
    switch graph[u] {
    case .symbol: return u == v || depends(&graph, u, v)
    case .number, .constant, .index, .bound, .comparison, .and, .or, .not, .bracket: return false
    case .partial: return true
    default: return graph.children(of: u).contains { mayChange($0, with: v, &graph) }
    }
  }

  private func isReciprocal(_ factor: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .power(_, let exponent) = graph[factor] else { return false }
    return graph.numberValue(exponent)?.isNegative == true
  }

  func apply(_ rule: RuleName, to u: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch rule {
    case .constantRule: return graph.number(0)
    case .sumRule: return linear(u, v, &graph)
    case .quotientRule: return quotient(u, v, &graph)
    default: return oneLevel(u, v, &graph)
    }
  }

  /// The derivative of u with the derivatives of its operands left formal: differentiate with placeholders for them.
  private func oneLevel(_ u: Expression, _ v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    if u == v { return graph.number(1) }
    switch graph[u] {
    case .multiply(let factors):
      let all = Array(factors)
      let terms = all.indices.map { place in
        var term = all
        term[place] = graph.partial(all[place], by: v)
        return graph.multiply(term)
      }
      return graph.add(terms)
    case .power(let base, let exponent) where graph.numberValue(exponent) != nil:
      let lowered = graph.power(base, graph.subtract(exponent, graph.number(1)))
      return graph.multiply([exponent, lowered, graph.partial(base, by: v)])
    case .call(let function, let arguments) where arguments.count == 1:
      let argument = arguments[arguments.startIndex]
      return graph.multiply([graph.slope(of: graph[function], at: argument), graph.partial(argument, by: v)])
    case .call(let function, let arguments) where ["max", "min"].contains(graph[function].name):
      let all = Array(arguments)
      let slopes = all.map { graph.partial($0, by: v) }
      return graph.slopeOfExtremum(graph[function], all, slopes: slopes)
    case .power(let base, let exponent):
      return symbolicPower(u, base, exponent, v, &graph)
    case .piecewise(let parts):
      let all = Array(parts)
      let branches = stride(from: 0, to: all.count - 1, by: 2).map { place in
        (condition: all[place], value: graph.partial(all[place + 1], by: v))
      }
      return graph.piecewise(branches, otherwise: graph.partial(all[all.count - 1], by: v))
    default:
      return graph.derivative(of: u, by: v)
    }
  }

  /// (b^e)′ = b^e·(e′ log b + e b′/b), without the terms that are 0 because b or e is constant.
  private func symbolicPower(
    _ u: Expression, _ base: Expression, _ exponent: Expression, _ v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression {
    if graph.numberValue(base)?.isZero == true { return graph.number(0) }
    guard mayChange(exponent, with: v, &graph) else {
      let lowered = graph.power(base, graph.subtract(exponent, graph.number(1)))
      return graph.multiply([exponent, lowered, graph.partial(base, by: v)])
    }
    let first = graph.multiply([graph.partial(exponent, by: v), graph.call("log", base)])
    guard mayChange(base, with: v, &graph) else { return graph.multiply([u, first]) }
    let second = graph.multiply([exponent, graph.partial(base, by: v), graph.power(base, -1)])
    return graph.multiply([u, graph.add([first, second])])
  }

  /// Sums term by term, constant factors in front, down to derivatives of what is neither.
  private func linear(_ u: Expression, _ v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    guard mayChange(u, with: v, &graph) else { return graph.number(0) }
    switch graph[u] {
    case .add(let terms):
      let parts = Array(terms).map { linear($0, v, &graph) }
      return graph.add(parts)
    case .summation:
      guard let opened = graph.open(u) else { return graph.partial(u, by: v) }
      let body = linear(opened.body, v, &graph)
      return graph.summation(over: opened.index, from: opened.lower, to: opened.upper, body)
    case .multiply(let factors):
      let all = Array(factors)
      let constant = all.filter { !mayChange($0, with: v, &graph) }
      guard !constant.isEmpty else { return graph.partial(u, by: v) }
      let changing = graph.multiply(all.filter { mayChange($0, with: v, &graph) })
      return graph.multiply(constant + [linear(changing, v, &graph)])
    default:
      return graph.partial(u, by: v)
    }
  }

  /// (p/q)′ = (p′q − p q′)/q².
  private func quotient(_ u: Expression, _ v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    let factors = graph.factors(of: u)
    let above = graph.multiply(factors.filter { !isReciprocal($0, graph) })
    let below = graph.power(graph.multiply(factors.filter { isReciprocal($0, graph) }), -1)
    let first = graph.multiply([graph.partial(above, by: v), below])
    let second = graph.multiply([above, graph.partial(below, by: v)])
    return graph.multiply([graph.subtract(first, second), graph.power(below, -2)])
  }
}
