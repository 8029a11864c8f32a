import Expressions

/// Derivatives by expressions: ∂e^{−x}/∂(−x).
extension Judge {
  /// `expression` with every ∂u/∂v where v is no symbol, but occurs in u as it is written, as a derivative by a name for v.
  ///
  /// u is then a function of that name and of what else stands in it, which is held.
  mutating func named(_ expression: Expression) -> Expression {
    guard kernel.graph.contains(in: expression, where: { isByExpression($0) }) else { return expression }
    return rewritten(expression)
  }

  private func isByExpression(_ node: Expression) -> Bool {
    guard case .partial(let u, let v) = kernel.graph[node] else { return false }
    if case .symbol = kernel.graph[v] { return false }
    return kernel.graph.numberValue(v) == nil && kernel.graph.contains(v, in: u)
  }

  private mutating func rewritten(_ node: Expression) -> Expression {
    if isByExpression(node), case .partial(let u, let v) = kernel.graph[node] {
      let name = name(for: v)
      let inner = kernel.graph.replace(v, by: name, in: u)
      return kernel.graph.partial(inner, by: name)
    }
    var graph = ExpressionGraph()
    swap(&graph, &kernel.graph)
    let result = graph.mapChildren(of: node) { graph, child in
      swap(&graph, &kernel.graph)
      defer { swap(&graph, &kernel.graph) }
      return rewritten(child)
    }
    swap(&graph, &kernel.graph)
    return result
  }

  /// A symbol, with the free indices of v for subscripts, that is defined as v.
  private mutating func name(for v: Expression) -> Expression {
    let indices = kernel.graph.freeIndices(of: v)
    let family = Family("·v\(v.position)")
    let symbol = kernel.graph.symbol(family, indices)
    let number = program.number(of: family)
    if program.isOpen(number),
      let definition = FormulaCompiler.definition(symbol, v, program, &kernel.graph)
    {
      program.append(definition)
      kernel.take(symbol, v)
    }
    return symbol
  }
}
