import Expressions
import LaTeX

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

  /// What σ^{-1}(y) = u says where a line before defines σ: that σ(u) = y. Nil for anything else.
  func undone(_ left: [MathNode], _ right: [MathNode]) -> (left: [MathNode], right: [MathNode])? {
    let visible = left.withoutBlanks
    guard visible.count == 2, visible[1].isRoundFence, case .fence(let fence) = visible[1].kind,
      case .scripts(let scripts) = visible[0].kind, let sign = scripts.base, scripts.lower == nil,
      scripts.primes.isEmpty, scripts.upper?.nodes.isMinusOne == true, let letter = sign.symbolName ?? sign.word,
      let name = vocabulary.functions[letter] ?? Elaborator.name(ofWord: letter), isDefined(name)
    else { return nil }
    let whole = MathFence(
      open: MathDelimiter("(", .open, right.extent), body: right, close: MathDelimiter(")", .close, right.extent))
    return ([sign, MathNode(.fence(whole), right.extent)], fence.body)
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
