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
  /// Losses that have no definition, but all of whose derivatives at the cuts stay.
  let openLosses: [(loss: Expression, outputs: [Expression])]
  let depth: Depth
  private var memo: [Expression: Expression] = [:]

  init(
    definitions: DefinitionTable, cuts: [Expression], openLosses: [(loss: Expression, outputs: [Expression])],
    depth: Depth
  ) {
    self.openLosses = openLosses
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
  mutating func rewrite(
    _ node: Expression, _ graph: inout ExpressionGraph, _ isComplete: inout Bool
  ) -> Expression {
    if let known = memo[node] { return known }
    var result = node
    switch graph[node] {
    case .partial(let u, let v):
      if let value = derivative(of: u, by: v, &graph) { result = value } else { isComplete = false }
    case .symbol:
      if let value = definitions.value(of: node, in: &graph), graph.holdsPartial(value) {
        result = rewrite(value, &graph, &isComplete)
      }
    default:
      result = graph.mapChildren(of: node) { graph, child in rewrite(child, &graph, &isComplete) }
    }
    memo[node] = result
    return result
  }

  /// ∂u/∂v computed; that of the loss by the chain rule, or left as it is at a cut.
  mutating func derivative(
    of u: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    if Self.isLoss(u, graph),
      openLosses.contains(where: { $0.loss == u }) || definitions.value(of: u, in: &graph) != nil
    {
      return lossDerivative(u, by: v, &graph)
    }
    if graph.holdsPartial(u) {
      // The derivative of a derivative: the inner one as a formula first.
      var isComplete = true
      let inner = rewrite(u, &graph, &isComplete)
      return isComplete ? totalDerivative(of: inner, by: v, &graph) : nil
    }
    return totalDerivative(of: u, by: v, &graph)
  }

  /// u written out down to v, then differentiated; nil where it is not known what depends on v.
  func totalDerivative(of u: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression? {
    guard case .symbol = graph[v] else { return nil }
    if graph.holdsPartial(u) { return nil }
    // Of a formula in v, what is not known is held; of anything else it might depend on v.
    let isFormula = definitions.symbols(in: u, &graph).contains { symbol in
      symbol != u && definitions.isSameCut(symbol, v, &graph) == true
    }
    guard let written = expand(u, downTo: v, holding: isFormula, &graph) else { return nil }
    return graph.contractKroneckers(graph.derivative(of: written, by: v))
  }

  /// `u` with every symbol replaced by its definition that depends on v and is not of v's own cut; nil if one has no
  /// definition that is known to cover it.
  func expand(
    _ u: Expression, downTo v: Expression, holding holdsUnknown: Bool, _ graph: inout ExpressionGraph
  ) -> Expression? {
    switch graph[u] {
    case .symbol:
      guard let isSame = definitions.isSameCut(u, v, &graph) else { return nil }
      if isSame { return u }
      guard holdsUnknown || definitions.isKnown(u, in: &graph), let depends = definitions.depends(u, on: v, in: &graph)
      else { return nil }
      if !depends { return u }
      guard let value = definitions.value(of: u, in: &graph) else { return nil }
      return expand(value, downTo: v, holding: holdsUnknown, &graph)
    case .summation:
      if let split = splitFirstTerm(u, dependingOn: v, &graph) {
        return expand(split, downTo: v, holding: holdsUnknown, &graph)
      }
    case .partial:
      // A derivative behind a name: it depends on more than it mentions.
      return nil
    default: break
    }
    var isComplete = true
    let result = graph.mapChildren(of: u) { graph, child in
      guard let expanded = expand(child, downTo: v, holding: holdsUnknown, &graph) else {
        isComplete = false
        return child
      }
      return expanded
    }
    return isComplete ? result : nil
  }

  /// Σ_{j=0}^n g(j) = g(0) + Σ_{j=1}^n g(j), if some symbol under the sum that depends on v is defined apart for the first
  /// value of j: a_0 = 1 with folded biases. The first term exists because the upper bound is known to reach it.
  func splitFirstTerm(
    _ sum: Expression, dependingOn v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    guard let opened = graph.open(sum), let first = graph.numberValue(opened.lower),
      graph.isKnown(opened.lower, toLieFrom: opened.lower, to: opened.upper)
    else { return nil }
    let isSpecial = definitions.symbols(in: opened.body, &graph).contains { symbol in
      guard graph.contains(opened.index, in: symbol), definitions.depends(symbol, on: v, in: &graph) == true else {
        return false
      }
      let atFirst = graph.replace(opened.index, by: opened.lower, in: symbol)
      return definitions.value(of: symbol, in: &graph) == nil && definitions.value(of: atFirst, in: &graph) != nil
    }
    guard isSpecial, let term = graph.term(of: sum, at: opened.lower) else { return nil }
    let next = graph.number(first + 1)
    let index = graph.freshIndex("j", from: next, to: opened.upper)
    let rest = graph.replace(opened.index, by: index, in: opened.body)
    return graph.add([term, graph.summation(over: index, from: next, to: opened.upper, rest)])
  }
}
