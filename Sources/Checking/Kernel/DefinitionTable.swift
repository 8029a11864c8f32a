import Calculus
import Derivations
import Expressions

/// The definitions that stand so far, in the order in which they came.
///
/// A definition's left side is a symbol whose subscripts are free indices (it holds for all their values in range) or
/// constants: z_i^l with l = 1…L, z_i^4, x_0. Later definitions of what is defined already are not taken: such a line is a
/// claim.
struct DefinitionTable {
  /// head = value for all values of the free indices among the head's subscripts.
  struct Entry {
    let family: Family
    let subscripts: [Expression]
    let value: Expression
  }

  private(set) var entries: [Entry] = []

  /// Takes in `head = value`, unless the head is no symbol or a member of it is defined already.
  mutating func add(_ head: Expression, _ value: Expression, in graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let id, let subscripts) = graph[head], self.value(of: head, in: &graph) == nil else {
      return false
    }
    // A symbol is not defined by itself.
    if graph.contains(head, in: value) { return false }
    entries.append(Entry(family: graph[id], subscripts: Array(subscripts), value: value))
    return true
  }

  /// What `symbol` is by definition, nil if no definition is known to cover it.
  func value(of symbol: Expression, in graph: inout ExpressionGraph) -> Expression? {
    guard case .symbol(let id, let actual) = graph[symbol] else { return nil }
    for entry in entries where entry.family == graph[id] && entry.subscripts.count == actual.count {
      if let bindings = match(entry.subscripts, Array(actual), in: &graph) {
        return graph.replace(bindings, in: entry.value)
      }
    }
    return nil
  }

  /// The values of the pattern's free indices at which it is `actual`, if those are known to lie in their ranges.
  private func match(
    _ pattern: [Expression], _ actual: [Expression], in graph: inout ExpressionGraph
  ) -> [Expression: Expression]? {
    var bindings: [Expression: Expression] = [:]
    for (variable, value) in zip(pattern, actual) {
      guard case .index(let id) = graph[variable] else {
        if graph.constantDifference(variable, value)?.isZero != true { return nil }
        continue
      }
      // The range of a unit index depends on the layer, whose value is bound by now: the layer comes first.
      let range = graph[id]
      let lower = graph.replace(bindings, in: range.lower)
      let upper = graph.replace(bindings, in: range.upper)
      guard variable == value || graph.isKnown(value, toLieFrom: lower, to: upper) else { return nil }
      bindings[variable] = value
    }
    return bindings
  }

  /// The definitions that mention members of `family` directly.
  func entries(mentioning family: Family, in graph: ExpressionGraph) -> [Entry] {
    entries.filter { entry in
      graph.contains(in: entry.value) { node in
        if case .symbol(let id, _) = graph[node] { graph[id] == family } else { false }
      }
    }
  }
}
