import Expressions

/// Whether chains of definitions end, as far as that can be seen without numbers.
extension DefinitionTable {
  /// Whether no chain of definitions that begins with a member of `family` comes back to a symbol that it has passed. False
  /// means "not seen".
  ///
  /// A chain that comes back either passes a quantity without layers or stays within layered ones. A step between layered
  /// quantities leads to the same layer or to one below, so within them it comes back only by steps at one layer; these,
  /// and all steps from and to quantities without layers, must not lead round between families. From a layered quantity
  /// to one without layers and back to a layered one no chain may lead at all.
  func descends(from family: Family, in graph: ExpressionGraph) -> Bool {
    let reached = reach(from: family)
    for own in reached {
      guard let entries = definitions(of: own) else { continue }
      if !entries.leadsDown || entries.calls.contains(where: { mentionsOthers(function: $0, graph) }) { return false }
      guard own.isLayered else { continue }
      for other in entries.mentions where !other.isLayered && defines(other) {
        if reach(from: other).contains(where: { $0.isLayered && defines($0) }) { return false }
      }
    }
    var finished: Set<Family> = []
    var path: Set<Family> = []
    return reached.allSatisfy { endsAtOneLayer($0, &path, &finished) }
  }

  /// Whether the steps between families that may stay at one layer lead nowhere round from here.
  private func endsAtOneLayer(_ family: Family, _ path: inout Set<Family>, _ finished: inout Set<Family>) -> Bool {
    if finished.contains(family) { return true }
    guard path.insert(family).inserted else { return false }
    defer { path.remove(family) }
    if let entries = definitions(of: family) {
      for other in entries.mentions {
        if family.isLayered, other.isLayered, !other.isCount, !entries.sameLayer.contains(other) { continue }
        if !endsAtOneLayer(other, &path, &finished) { return false }
      }
    }
    finished.insert(family)
    return true
  }

  /// Whether a function is defined in terms of more than its argument.
  private func mentionsOthers(function name: String, _ graph: ExpressionGraph) -> Bool {
    guard let definition = graph.definition(ofOwn: name) else { return false }
    return graph.contains(in: definition.value) { node in
      if case .symbol = graph[node] { node != definition.parameter } else { false }
    }
  }
}
