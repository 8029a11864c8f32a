import Expressions

/// Reverse differentiation: all partial derivatives of one expression in one sweep.
extension ExpressionGraph {
  /// The derivatives of `expression` with respect to each of `variables`, not simplified but contracted.
  ///
  /// One sweep from the root to the leaves carries adjoints, ē = ∂root/∂e, so that all derivatives together cost a small
  /// multiple of the expression itself, at most 4 operations for each of its own (Baur & Strassen 1983; Griewank & Walther
  /// 2008, section 3.3). Under sums adjoints are functions of the summed indices: what flows from Σ_i b(i) into a part of
  /// b that does not depend on i is summed over i.
  public mutating func gradient(of expression: Expression, by variables: [Expression]) -> [Expression] {
    var sweep = ReverseSweep()
    return sweep.gradient(of: expression, by: variables, in: &self)
  }
}

private struct ReverseSweep {
  /// The contributions to each node's adjoint so far.
  private var contributions: [Expression: [Expression]] = [:]
  /// The indices of opened sums on which each node depends, in the order of opening.
  private var scopes: [Expression: [Expression]] = [:]
  private var openedIndices: [Expression: ExpressionGraph.OpenedSummation] = [:]
  /// When each of them was opened: outer sums before inner ones, whose bounds may mention the outer index.
  private var openingOrder: [Expression: Int] = [:]
  /// Nodes, operands before parents.
  private var postorder: [Expression] = []

  mutating func gradient(
    of root: Expression, by variables: [Expression], in graph: inout ExpressionGraph
  ) -> [Expression] {
    visit(root, &graph)
    contributions[root] = [graph.number(1)]
    var leaves: [(symbol: Expression, adjoint: Expression)] = []
    for node in postorder.reversed() {
      guard let parts = contributions[node] else { continue }
      let adjoint = graph.add(parts)
      if case .symbol = graph[node] {
        leaves.append((node, adjoint))
      } else {
        propagate(adjoint, from: node, &graph)
      }
    }
    // Without sums, and with numbers for all subscripts, two symbols are the same or have nothing to do with each other,
    // and there is nothing to contract.
    if openedIndices.isEmpty, leaves.allSatisfy({ graph.isConcrete($0.symbol) }),
      variables.allSatisfy({ graph.isConcrete($0) })
    {
      let adjoints = Dictionary(leaves.map { ($0.symbol, $0.adjoint) }, uniquingKeysWith: { first, _ in first })
      return variables.map { adjoints[$0] ?? graph.number(0) }
    }
    return variables.map { variable in collect(leaves, variable, &graph) }
  }

  /// Σ over the leaf's own indices of its adjoint times ∂leaf/∂variable.
  private func collect(
    _ leaves: [(symbol: Expression, adjoint: Expression)], _ variable: Expression, _ graph: inout ExpressionGraph
  ) -> Expression {
    var terms: [Expression] = []
    for leaf in leaves {
      let match = graph.derivative(of: leaf.symbol, by: variable)
      if graph.numberValue(match)?.isZero == true { continue }
      var term = graph.multiply([leaf.adjoint, match])
      for index in scopes[leaf.symbol, default: []].reversed() { term = sum(term, over: index, &graph) }
      terms.append(graph.contractKroneckers(term))
    }
    return graph.add(terms)
  }

  private func sum(_ term: Expression, over index: Expression, _ graph: inout ExpressionGraph) -> Expression {
    guard let opened = openedIndices[index] else { return term }
    return graph.summation(over: index, from: opened.lower, to: opened.upper, term)
  }

  private mutating func visit(_ node: Expression, _ graph: inout ExpressionGraph) {
    guard scopes[node] == nil else { return }
    var scope: [Expression] = []
    scopes[node] = scope
    for child in differentiableChildren(of: node, &graph) { visit(child, &graph) }
    if graph.mentionsIndex(node) {
      var indices: Set<Expression> = []
      for index in graph.freeIndices(of: node) { collect(index, into: &indices, graph) }
      scope = indices.sorted { openingOrder[$0, default: 0] < openingOrder[$1, default: 0] }
    }
    scopes[node] = scope
    postorder.append(node)
  }

  /// `index` if it was opened, and the opened indices in its bounds: what mentions j of Σ_{j=1}^{k} lives inside the sum
  /// over k as well.
  private func collect(_ index: Expression, into indices: inout Set<Expression>, _ graph: ExpressionGraph) {
    guard let opened = openedIndices[index], indices.insert(index).inserted else { return }
    for bound in [opened.lower, opened.upper] {
      for outer in graph.freeIndices(of: bound) { collect(outer, into: &indices, graph) }
    }
  }

  /// The operands through which a change can flow; opens sums.
  private mutating func differentiableChildren(
    of node: Expression, _ graph: inout ExpressionGraph
  ) -> [Expression] {
    switch graph[node] {
    case .number, .constant, .index, .bound, .symbol, .comparison, .and, .or, .not, .bracket, .partial: return []
    case .summation:
      guard let opened = graph.open(node) else { return [] }
      openedIndices[opened.index] = opened
      if openingOrder[opened.index] == nil { openingOrder[opened.index] = openingOrder.count }
      return [opened.body]
    case .piecewise(let parts):
      let all = Array(parts)
      return stride(from: 1, to: all.count, by: 2).map { all[$0] } + [all[all.count - 1]]
    default: return graph.children(of: node)
    }
  }

  private mutating func send(
    _ contribution: Expression, to child: Expression, from parentScope: [Expression], _ graph: inout ExpressionGraph
  ) {
    guard graph.numberValue(contribution)?.isZero != true else { return }
    let own = scopes[child, default: []]
    var term = contribution
    for index in parentScope.reversed() where !own.contains(index) { term = sum(term, over: index, &graph) }
    contributions[child, default: []].append(term)
  }

  private mutating func propagate(_ adjoint: Expression, from node: Expression, _ graph: inout ExpressionGraph) {
    let scope = scopes[node, default: []]
    switch graph[node] {
    case .add(let terms):
      for term in Array(terms) { send(adjoint, to: term, from: scope, &graph) }
    case .multiply(let factors):
      propagateProduct(adjoint, Array(factors), scope, &graph)
    case .power(let base, let exponent):
      propagatePower(adjoint, node, base, exponent, scope, &graph)
    case .call(let function, let arguments) where arguments.count == 1:
      let argument = arguments[arguments.startIndex]
      let slope = graph.slope(of: graph[function], at: argument)
      send(graph.multiply([adjoint, slope]), to: argument, from: scope, &graph)
    case .call(let function, let arguments):
      propagateExtremum(adjoint, graph[function], Array(arguments), scope, &graph)
    case .summation:
      guard let opened = graph.open(node) else { return }
      // The body's own scope has the index; if it does not depend on it, the adjoint counts once for each value.
      send(adjoint, to: opened.body, from: scope + [opened.index], &graph)
    case .piecewise(let parts):
      propagatePiecewise(adjoint, Array(parts), scope, &graph)
    default: break
    }
  }

  /// Each factor's adjoint is that of the product times the other factors, by products of prefixes and suffixes: linear in
  /// the number of factors.
  private mutating func propagateProduct(
    _ adjoint: Expression, _ factors: [Expression], _ scope: [Expression], _ graph: inout ExpressionGraph
  ) {
    var suffixes = [graph.number(1)]
    for factor in factors.dropFirst().reversed() {
      suffixes.append(graph.multiply([factor, suffixes[suffixes.count - 1]]))
    }
    var prefix = adjoint
    for (place, factor) in factors.enumerated() {
      if graph.numberValue(factor) == nil {
        let others = graph.multiply([prefix, suffixes[factors.count - 1 - place]])
        send(others, to: factor, from: scope, &graph)
      }
      prefix = graph.multiply([prefix, factor])
    }
  }

  private mutating func propagatePower(
    _ adjoint: Expression, _ node: Expression, _ base: Expression, _ exponent: Expression, _ scope: [Expression],
    _ graph: inout ExpressionGraph
  ) {
    if graph.numberValue(base) == nil {
      let lowered = graph.power(base, graph.subtract(exponent, graph.number(1)))
      send(graph.multiply([exponent, adjoint, lowered]), to: base, from: scope, &graph)
    }
    if graph.numberValue(exponent) == nil, graph.numberValue(base)?.isZero != true {
      send(graph.multiply([adjoint, node, graph.call("log", base)]), to: exponent, from: scope, &graph)
    }
  }

  private mutating func propagateExtremum(
    _ adjoint: Expression, _ function: Function, _ arguments: [Expression], _ scope: [Expression],
    _ graph: inout ExpressionGraph
  ) {
    for (place, argument) in arguments.enumerated() {
      // The derivative by one argument, the others held.
      let slopes = arguments.indices.map { graph.number($0 == place ? 1 : 0) }
      let slope = graph.slopeOfExtremum(function, arguments, slopes: slopes)
      send(graph.multiply([adjoint, slope]), to: argument, from: scope, &graph)
    }
  }

  private mutating func propagatePiecewise(
    _ adjoint: Expression, _ parts: [Expression], _ scope: [Expression], _ graph: inout ExpressionGraph
  ) {
    let last = parts.count - 1
    let conditions = stride(from: 0, to: last, by: 2).map { parts[$0] }
    let values = stride(from: 1, to: last, by: 2).map { parts[$0] } + [parts[last]]
    for (place, value) in values.enumerated() {
      var branches: [(condition: Expression, value: Expression)] = []
      for (other, condition) in conditions.enumerated() {
        branches.append((condition, other == place ? adjoint : graph.number(0)))
      }
      let otherwise = place == conditions.count ? adjoint : graph.number(0)
      send(graph.piecewise(branches, otherwise: otherwise), to: value, from: scope, &graph)
    }
  }
}

extension ExpressionGraph {
  /// Whether `expression` is a symbol whose subscripts, if it has any, are numbers.
  fileprivate func isConcrete(_ expression: Expression) -> Bool {
    guard case .symbol(_, let subscripts) = self[expression] else { return false }
    return subscripts.allSatisfy { numberValue($0) != nil }
  }
}
