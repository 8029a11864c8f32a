import Calculus
import Expressions

/// Derivatives of losses, by the chain rule over the symbols that the variable is next to.
extension Reduction {
  /// ∂L/∂v = Σ_s ∂L/∂s · ∂s/∂v over the symbols s whose definitions mention v; ∂L/∂L = 1. Nil where it is not known
  /// which symbols those are.
  func lossDerivative(_ loss: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression? {
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
    for entry in definitions.entries(mentioning: v, in: graph) {
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
  func term(
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
  struct Successor {
    let symbol: Expression
    let value: Expression
    let indices: [Expression]
  }

  enum SuccessorAnswer {
    case no
    case unknown
    case yes(Successor)
  }

  /// The symbol that `entry` defines at the layer where its definition mentions v's cut, if it does anywhere.
  func successor(
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
  func layerShifts(
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
}
