import Calculus
import Expressions

/// What is computed from what, by the definitions.
///
/// Every answer is three-valued: yes, no, or nil for "not known", and whoever asks must not take nil for a no.
extension DefinitionTable {
  /// Whether `symbol` may change when some member of `other`'s cut (its family, at its layer) does: it is of that cut
  /// itself, or a definition that covers it, or may cover it, mentions a symbol that depends on it.
  ///
  /// Definitions lead down the layers, so the search ends at the layer of `other`; where it does not (definitions that go
  /// round in circles), the answer is "not known".
  func depends(_ symbol: Expression, on other: Expression, in graph: inout ExpressionGraph) -> Bool? {
    guard case .symbol(let upper, _) = graph[symbol], case .symbol(let lower, _) = graph[other] else { return nil }
    let reached = reach(from: graph[upper])
    if refused.contains(where: { reached.contains($0.family) }) {
      return isSameCut(symbol, other, &graph) == true ? true : nil
    }
    if !reached.contains(graph[lower]) { return false }
    let leadsDown = reached.allSatisfy { self.leadsDown($0) }
    var path: Set<Expression> = []
    return depends(symbol, on: other, leadsDown, &path, &graph)
  }

  /// The families that chains of definitions lead to from this one, whatever their subscripts.
  func reach(from family: Family) -> Set<Family> {
    var seen: Set<Family> = [family]
    var pending = [family]
    while let next = pending.popLast() {
      for mentioned in mentions(of: next) where seen.insert(mentioned).inserted { pending.append(mentioned) }
    }
    return seen
  }

  private func depends(
    _ symbol: Expression, on other: Expression, _ leadsDown: Bool, _ path: inout Set<Expression>,
    _ graph: inout ExpressionGraph
  ) -> Bool? {
    guard let isSame = isSameCut(symbol, other, &graph) else { return nil }
    if isSame { return true }
    if leadsDown, isBelow(symbol, other, &graph) { return false }
    guard path.count < 64, path.insert(symbol).inserted else { return nil }
    defer { path.remove(symbol) }
    for entry in entries(about: symbol, in: graph) {
      let value: Expression
      switch match(entry, symbol, in: &graph) {
      case .none: continue
      case .covers(let found), .mayCover(let found): value = found
      }
      for inner in symbols(in: value, &graph) {
        guard let answer = depends(inner, on: other, leadsDown, &path, &graph) else { return nil }
        if answer { return true }
      }
    }
    return false
  }

  /// Whether `symbol` has a part in what is defined: some definition is of its family, or mentions it. Of any other symbol
  /// nothing is known, not even that it is constant.
  func isKnown(_ symbol: Expression, in graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[symbol] else { return true }
    let family = graph[id]
    return family.isCount || defines(family)
      || entries(mentioning: family).contains { mentions(id, in: $0.value, graph) }
  }

  /// Whether a value is computed from a family. A name for a derivative of L says nothing of what L depends on.
  private func mentions(_ family: FamilyID, in value: Expression, _ graph: ExpressionGraph) -> Bool {
    var found = false
    graph.forEachNode(of: value) { node in
      if case .partial = graph[node] { return false }
      if case .symbol(family, _) = graph[node] { found = true }
      return !found
    }
    return found
  }

  /// Whether both are members of one family at one layer: one cut through the computation.
  func isSameCut(_ a: Expression, _ b: Expression, _ graph: inout ExpressionGraph) -> Bool? {
    guard case .symbol(let family, let left) = graph[a], case .symbol(family, let right) = graph[b] else {
      return false
    }
    guard graph[family].isLayered, let upper = left.first, let lower = right.first else { return true }
    let same = graph.kronecker(upper, lower)
    return graph.numberValue(same).map(\.isOne)
  }

  /// Whether a's layer is known to be below b's. A layer of weights is numbered apart from the layers of units, but never
  /// by more than one below the units that it leads to, which its own definition-free symbols cannot be changed by.
  private func isBelow(_ a: Expression, _ b: Expression, _ graph: inout ExpressionGraph) -> Bool {
    guard case .symbol(let x, let left) = graph[a], case .symbol(let y, let right) = graph[b], graph[x].isLayered,
      graph[y].isLayered, let upper = left.first, let lower = right.first,
      let difference = graph.constantDifference(upper, lower)
    else { return false }
    return difference.isNegative
  }

  /// The symbols of `expression` with sums opened, so that their subscripts are free indices with ranges.
  func symbols(in expression: Expression, _ graph: inout ExpressionGraph) -> [Expression] {
    var result: [Expression] = []
    var seen: Set<Expression> = []
    func visit(_ node: Expression, _ graph: inout ExpressionGraph) {
      guard seen.insert(node).inserted else { return }
      switch graph[node] {
      case .symbol: result.append(node)
      case .summation:
        if let opened = graph.open(node) { visit(opened.body, &graph) }
      default:
        for child in graph.children(of: node) { visit(child, &graph) }
      }
    }
    visit(expression, &graph)
    return result
  }
}
