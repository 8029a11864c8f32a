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

  /// Whether a formal derivative stands somewhere in `expression`.
  static func holdsPartial(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    graph.contains(in: expression) { if case .partial = graph[$0] { true } else { false } }
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
      if let value = definitions.value(of: node, in: &graph), Self.holdsPartial(value, graph) {
        result = rewrite(value, &graph, &isComplete)
      }
    default:
      result = graph.mapChildren(of: node) { graph, child in rewrite(child, &graph, &isComplete) }
    }
    memo[node] = result
    return result
  }

  /// ∂u/∂v computed; that of the loss by the chain rule, or left as it is at a cut.
  private mutating func derivative(
    of u: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    if Self.isLoss(u, graph),
      openLosses.contains(where: { $0.loss == u }) || definitions.value(of: u, in: &graph) != nil
    {
      return lossDerivative(u, by: v, &graph)
    }
    if Self.holdsPartial(u, graph) {
      // The derivative of a derivative: the inner one as a formula first.
      var isComplete = true
      let inner = rewrite(u, &graph, &isComplete)
      return isComplete ? totalDerivative(of: inner, by: v, &graph) : nil
    }
    return totalDerivative(of: u, by: v, &graph)
  }

  /// u written out down to v, then differentiated; nil where it is not known what depends on v.
  private func totalDerivative(of u: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression? {
    guard case .symbol = graph[v] else { return nil }
    if Self.holdsPartial(u, graph) { return nil }
    // Of a formula in v, what is not known is held; of anything else it might depend on v.
    let isFormula = definitions.symbols(in: u, &graph).contains { symbol in
      symbol != u && definitions.isSameCut(symbol, v, &graph) == true
    }
    guard let written = expand(u, downTo: v, holding: isFormula, &graph) else { return nil }
    return graph.contractKroneckers(graph.derivative(of: written, by: v))
  }

  /// `u` with every symbol replaced by its definition that depends on v and is not of v's own cut; nil if one has no
  /// definition that is known to cover it.
  private func expand(
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
  private func splitFirstTerm(
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

  /// ∂L/∂v = Σ_s ∂L/∂s · ∂s/∂v over the symbols s whose definitions mention v; ∂L/∂L = 1. Nil where it is not known
  /// which symbols those are.
  private func lossDerivative(_ loss: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression? {
    for cut in cuts {
      guard let isSame = definitions.isSameCut(cut, v, &graph) else { return nil }
      if isSame { return graph.partial(loss, by: v) }
    }
    var terms: [Expression] = []
    guard case .symbol(let lossFamily, _) = graph[loss], case .symbol(let family, _) = graph[v] else { return nil }
    var upstream = definitions.reach(from: graph[lossFamily])
    for open in openLosses where open.loss == loss {
      for output in open.outputs {
        if case .symbol(let id, _) = graph[output] { upstream.formUnion(definitions.reach(from: graph[id])) }
      }
    }
    // Nothing is known of a quantity whose definition was not taken, if it may lead from v to the loss.
    for entry in definitions.refused where entry.mentions.contains(graph[family]) || entry.family == graph[lossFamily] {
      return nil
    }
    for entry in definitions.entries where entry.mentions.contains(graph[family]) {
      // What the loss is not computed from adds nothing; names for its derivatives, such as δ, are of that kind.
      guard upstream.contains(entry.family) else { continue }
      if entry.holdsPartial { return nil }
      switch successor(entry, of: v, &graph) {
      case .no: continue
      case .unknown: return nil
      case .yes(let successor):
        guard let term = term(of: successor, loss, by: v, &graph) else { return nil }
        terms.append(term)
      }
    }
    return terms.isEmpty ? nil : graph.add(terms)
  }

  /// Σ over the indices of s of ∂L/∂s · ∂s/∂v.
  private func term(
    of successor: Successor, _ loss: Expression, by v: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    let slope = graph.contractKroneckers(graph.derivative(of: successor.value, by: v))
    if graph.numberValue(slope)?.isZero == true { return slope }
    var outer = graph.number(1)
    if successor.symbol != loss {
      guard let inner = lossDerivative(loss, by: successor.symbol, &graph) else { return nil }
      outer = inner
    }
    var term = graph.multiply([outer, slope])
    for index in successor.indices.reversed() {
      guard case .index(let id) = graph[index] else { return nil }
      let range = graph[id]
      term = graph.summation(over: index, from: range.lower, to: range.upper, term)
    }
    return graph.contractKroneckers(term)
  }

  /// A symbol whose definition mentions a cut directly, with fresh indices.
  private struct Successor {
    let symbol: Expression
    let value: Expression
    let indices: [Expression]
  }

  private enum SuccessorAnswer {
    case no
    case unknown
    case yes(Successor)
  }

  /// The symbol that `entry` defines at the layer where its definition mentions v's cut, if it does anywhere.
  private func successor(
    _ entry: DefinitionTable.Entry, of v: Expression, _ graph: inout ExpressionGraph
  ) -> SuccessorAnswer {
    var bindings: [Expression: Expression] = [:]
    var subscripts = entry.subscripts
    if entry.family.isLayered, let layer = subscripts.first, case .index(let id) = graph[layer] {
      guard let shifts = layerShifts(entry, layer, to: v, &graph) else { return .unknown }
      guard let shift = shifts.first else { return .no }
      // One definition that mentions a cut of two layers at once is beyond this chain rule.
      guard shifts.count == 1, case .symbol(_, let own) = graph[v], let target = own.first else { return .unknown }
      let shifted = graph.add([target, graph.number(shift)])
      let range = graph[id]
      if graph.isKnown(shifted, toLieOutside: range.lower, range.upper) { return .no }
      guard graph.isKnown(shifted, toLieFrom: range.lower, to: range.upper) else { return .unknown }
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
    var mentions = false
    for symbol in definitions.symbols(in: value, &graph) {
      guard let isSame = definitions.isSameCut(symbol, v, &graph) else { return .unknown }
      mentions = mentions || isSame
    }
    guard mentions else { return .no }
    return .yes(Successor(symbol: graph.symbol(entry.family, subscripts), value: value, indices: indices))
  }

  /// By how much the layer of the symbol defined lies above that of v's family in its definition: z^l mentions a^{l−1}, so
  /// from a it is 1. All different shifts; nil if one is not known.
  private func layerShifts(
    _ entry: DefinitionTable.Entry, _ layer: Expression, to v: Expression, _ graph: inout ExpressionGraph
  ) -> [Rational]? {
    guard case .symbol(let family, _) = graph[v] else { return nil }
    var shifts: [Rational] = []
    for symbol in definitions.symbols(in: entry.value, &graph) {
      guard case .symbol(family, let subscripts) = graph[symbol] else { continue }
      guard graph[family].isLayered, let mentioned = subscripts.first,
        let shift = graph.constantDifference(layer, mentioned)
      else { return nil }
      if !shifts.contains(shift) { shifts.append(shift) }
    }
    return shifts
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
      if Self.holdsPartial(value, graph) { return expression }
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
