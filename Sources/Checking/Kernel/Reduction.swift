import Calculus
import Expressions

/// Replaces equals by equals until no formal derivative is left but those of the loss at the given cuts.
struct Reduction {
  /// How much is replaced by definitions at the end.
  enum Depth: CaseIterable {
    /// Outputs: a_i by f(z_i), ŷ_i by a_i.
    case outputs
    /// Everything that has a definition.
    case everything
  }

  let definitions: DefinitionTable
  /// The v at which ∂L/∂v stays as it is.
  let cuts: [Expression]
  let depth: Depth
  private var memo: [Expression: Expression] = [:]

  init(definitions: DefinitionTable, cuts: [Expression], depth: Depth) {
    self.definitions = definitions
    self.cuts = cuts
    self.depth = depth
  }

  /// Whether `u` is a scalar that the derivatives of the claim are of.
  static func isLoss(_ u: Expression, _ graph: ExpressionGraph) -> Bool {
    if case .symbol(let family, let subscripts) = graph[u] {
      subscripts.isEmpty && !graph[family].isLayered && !graph[family].isCount
    } else {
      false
    }
  }

  /// The reduced form of `expression`, nil if some derivative in it can't be computed.
  mutating func reduce(_ expression: Expression, in graph: inout ExpressionGraph) -> Expression? {
    var isComplete = true
    memo = [:]
    let withoutPartials = rewrite(expression, &graph, &isComplete)
    guard isComplete else { return nil }
    let contracted = graph.contractKroneckers(withoutPartials)
    let expanded = expandOutputs(contracted, &graph)
    return slopesUnfolded(graph.contractKroneckers(expanded), &graph)
  }

  /// Formal derivatives, outermost first: what is inside ∂(…)/∂v is differentiated as a whole.
  private mutating func rewrite(
    _ node: Expression, _ graph: inout ExpressionGraph, _ isComplete: inout Bool
  ) -> Expression {
    if let known = memo[node] { return known }
    var result = node
    switch graph[node] {
    case .partial(let u, let v):
      if let value = derivative(of: u, by: v, &graph) { result = value } else { isComplete = false }
    case .symbol:
      if let value = definitions.value(of: node, in: &graph), case .partial = graph[value] {
        result = rewrite(value, &graph, &isComplete)
      }
    default:
      result = graph.mapChildren(of: node) { graph, child in rewrite(child, &graph, &isComplete) }
    }
    memo[node] = result
    return result
  }

  /// ∂u/∂v computed; that of the loss by the chain rule, or left as it is at a cut.
  private func derivative(
    of u: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    if Self.isLoss(u, graph), definitions.value(of: u, in: &graph) != nil { return lossDerivative(u, by: v, &graph) }
    return totalDerivative(of: u, by: v, &graph)
  }

  /// u written out down to v, then differentiated.
  private func totalDerivative(
    of u: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    guard case .symbol = graph[v] else { return nil }
    if graph.contains(in: u, where: { if case .partial = graph[$0] { true } else { false } }) { return nil }
    let written = expand(u, downTo: v, &graph)
    return graph.contractKroneckers(graph.derivative(of: written, by: v))
  }

  /// `u` with every symbol replaced by its definition that depends on v and is not of v's own cut.
  private func expand(_ u: Expression, downTo v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    let definitions = self.definitions
    return graph.rewriteBottomUp(u, memo: &memo) { graph, node in
      guard case .symbol = graph[node], !definitions.isSameCut(node, v, &graph),
        definitions.depends(node, on: v, in: &graph), let value = definitions.value(of: node, in: &graph)
      else { return node }
      return self.expand(value, downTo: v, &graph)
    }
  }

  /// ∂L/∂v = Σ_s ∂L/∂s · ∂s/∂v over the symbols s whose definitions mention v; ∂L/∂L = 1.
  private func lossDerivative(
    _ loss: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    guard case .symbol(let family, _) = graph[v] else { return nil }
    if cuts.contains(where: { definitions.isSameCut($0, v, &graph) }) { return graph.partial(loss, by: v) }
    var terms: [Expression] = []
    for entry in definitions.entries(mentioning: graph[family], in: graph) {
      if case .partial = graph[entry.value] { continue }
      guard let successor = successor(entry, of: v, &graph) else { continue }
      let slope = graph.contractKroneckers(graph.derivative(of: successor.value, by: v))
      if graph.numberValue(slope)?.isZero == true { continue }
      let outer: Expression
      if successor.symbol == loss {
        outer = graph.number(1)
      } else {
        guard let inner = lossDerivative(loss, by: successor.symbol, &graph) else { return nil }
        outer = inner
      }
      var term = graph.multiply([outer, slope])
      for index in successor.indices.reversed() {
        guard case .index(let id) = graph[index] else { return nil }
        let range = graph[id]
        term = graph.summation(over: index, from: range.lower, to: range.upper, term)
      }
      terms.append(graph.contractKroneckers(term))
    }
    return terms.isEmpty ? nil : graph.add(terms)
  }

  /// The symbol that `entry` defines, with fresh indices, at the layer where its definition mentions v's cut.
  private func successor(
    _ entry: DefinitionTable.Entry, of v: Expression, _ graph: inout ExpressionGraph
  ) -> (symbol: Expression, value: Expression, indices: [Expression])? {
    var bindings: [Expression: Expression] = [:]
    var subscripts = entry.subscripts
    if entry.family.isLayered, let layer = subscripts.first, case .index(let id) = graph[layer] {
      guard let shifted = layerOfSuccessor(entry, layer, of: v, &graph) else { return nil }
      let range = graph[id]
      guard graph.isKnown(shifted, toLieFrom: range.lower, to: range.upper) else { return nil }
      bindings[layer] = shifted
    }
    var indices: [Expression] = []
    for place in subscripts.indices {
      if let bound = bindings[subscripts[place]] {
        subscripts[place] = bound
      } else if case .index(let id) = graph[subscripts[place]] {
        let range = graph[id]
        let lower = graph.replace(bindings, in: range.lower)
        let upper = graph.replace(bindings, in: range.upper)
        let fresh = graph.freshIndex(range.name, from: lower, to: upper)
        bindings[subscripts[place]] = fresh
        indices.append(fresh)
        subscripts[place] = fresh
      }
    }
    let value = graph.replace(bindings, in: entry.value)
    guard definitions.symbols(in: value, &graph).contains(where: { definitions.isSameCut($0, v, &graph) }) else {
      return nil
    }
    return (graph.symbol(entry.family, subscripts), value, indices)
  }

  /// The layer at which a definition for a symbolic layer mentions v's cut: z^l mentions a^{l−1}, so a^m leads to z^{m+1}.
  private func layerOfSuccessor(
    _ entry: DefinitionTable.Entry, _ layer: Expression, of v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    guard case .symbol(let family, let own) = graph[v], let target = own.first, graph[family].isLayered else {
      return layer
    }
    for symbol in definitions.symbols(in: entry.value, &graph) {
      guard case .symbol(family, let subscripts) = graph[symbol], let mentioned = subscripts.first,
        let shift = graph.constantDifference(layer, mentioned)
      else { continue }
      return graph.add([target, graph.number(shift)])
    }
    return nil
  }

  // MARK: Last steps

  /// a_i by f(z_i), ŷ_i by a_i; at full depth every symbol by its definition.
  private func expandOutputs(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch graph[expression] {
    case .partial:
      // A derivative at a cut: which symbol it is by must stay.
      return expression
    case .symbol:
      guard let value = definitions.value(of: expression, in: &graph) else { return expression }
      if case .partial = graph[value] { return expression }
      if depth == .outputs, Self.holdsParameters(value, graph) { return expression }
      return expandOutputs(value, &graph)
    default:
      return graph.mapChildren(of: expression) { graph, child in expandOutputs(child, &graph) }
    }
  }

  /// Whether a definition brings in something that is given from outside (a weight, a bias), as that of z does and those
  /// of outputs don't: whether it is a sum of products.
  private static func holdsParameters(_ value: Expression, _ graph: ExpressionGraph) -> Bool {
    var families: Set<FamilyID> = []
    graph.forEachNode(of: value) { node in
      if case .symbol(let family, _) = graph[node], !graph[family].isCount { families.insert(family) }
      return true
    }
    return families.count > 1
  }

  /// f′(u) of a function with a definition as the derivative of that definition.
  private func slopesUnfolded(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], graph[id].order > 0, let argument = arguments.first,
        let definition = graph.definition(of: graph[id].name)
      else { return node }
      var slope = definition.value
      for _ in 0..<graph[id].order {
        slope = self.slopesUnfolded(graph.derivative(of: slope, by: definition.parameter), &graph)
      }
      return graph.replace(definition.parameter, by: argument, in: slope)
    }
  }
}
