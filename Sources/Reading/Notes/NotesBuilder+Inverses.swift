import Expressions

/// Lines that say how a function is undone: z = ln(σ(z)/(1 − σ(z))).
extension NotesBuilder {
  /// Whether a line says of a symbol what its logarithms give back: it occurs there in nothing but values of a function that
  /// a line before defines. That is no assignment, and defines nothing.
  func isInverse(_ symbol: Expression, _ value: Expression) -> Bool {
    let graph = elaborator.graph
    guard graph.contains(symbol, in: value), graph.contains(in: value, where: { isCall($0, of: "log") }) else {
      return false
    }
    var isInside = true
    graph.forEachNode(of: value) { node in
      if node == symbol { isInside = false }
      guard case .call(let id, let arguments) = graph[node], Array(arguments) == [symbol] else { return isInside }
      // What stands below need not be looked at.
      if !isDefined(graph[id].name) { isInside = false }
      return false
    }
    return isInside
  }

  private func isCall(_ node: Expression, of name: String) -> Bool {
    guard case .call(let id, _) = elaborator.graph[node] else { return false }
    return elaborator.graph[id].name == name && elaborator.graph[id].order == 0
  }

  /// Whether a line before says what a function is.
  private func isDefined(_ name: String) -> Bool {
    if FunctionTable.record(named: name)?.definition != nil { return true }
    return notes.assertions.contains { assertion in
      guard case .call(let id, _) = elaborator.graph[assertion.claim.left] else { return false }
      return elaborator.graph[id].name == name && elaborator.graph[id].order == 0
    }
  }
}
