import Derivations
import Expressions

/// The names that indices are written with inside one statement.
///
/// A bound index keeps the name that its summation was written with, unless that is taken; then it gets the next one of
/// the notation's list. Taken is every name that is free anywhere in the statement, not in the body alone (so that one
/// letter means one thing on a line), every letter of a symbol, and the names of the summations around it.
struct IndexNames {
  private let notation: Notation
  private var taken: Set<String> = []
  private var names: [Expression: String] = [:]

  /// The names inside a statement that consists of `expressions`. Linear in their size.
  init(notation: Notation, expressions: [Expression], graph: ExpressionGraph) {
    self.notation = notation
    var indices: [(index: Expression, declared: Index)] = []
    var seen: Set<Expression> = []
    for expression in expressions {
      graph.forEachNode(of: expression) { node in
        switch graph[node] {
        case .symbol(let family, _): taken.insert(notation.style(of: graph[family]).latex)
        case .call(let function, _):
          let name = graph[function].name
          // An exponential may be written as a power of e.
          taken.insert(name == "exp" ? "e" : notation.renamedFunctions[name]?.latex ?? name)
        case .index(let id) where seen.insert(node).inserted: indices.append((node, graph[id]))
        default: break
        }
        return true
      }
    }
    // Indices that somebody named go first, so that one made by opening a summation makes way.
    for (index, declared) in indices where declared.serial == 0 { assign(written(declared.name), to: index) }
    for (index, declared) in indices where declared.serial != 0 {
      assign(freeName(preferring: declared.name, upTo: declared.upper, graph), to: index)
    }
  }

  private mutating func assign(_ name: String, to index: Expression) {
    names[index] = name
    taken.insert(name)
  }

  private func written(_ name: String) -> String { notation.renamedIndices[name] ?? name }

  /// The name of an index; `declared` stands in for one that is not of the statement.
  func name(of index: Expression, declared: String) -> String { names[index] ?? written(declared) }

  /// Chooses a name for the index of an opened summation until `leave` is called with the result.
  mutating func enter(_ opened: ExpressionGraph.OpenedSummation, name: String?, _ graph: ExpressionGraph) -> String {
    let chosen = freeName(preferring: name, upTo: opened.upper, graph)
    assign(chosen, to: opened.index)
    return chosen
  }

  /// Gives a bound name back: a summation further right may use it again.
  mutating func leave(_ name: String) { taken.remove(name) }

  private func freeName(preferring name: String?, upTo upper: Expression, _ graph: ExpressionGraph) -> String {
    let preferred = name.map { [written($0)] } ?? []
    let candidates = preferred + (isBatchSize(upper, graph) ? notation.sampleIndices : notation.unitIndices)
    if let free = candidates.first(where: { !taken.contains($0) }) { return free }
    let letters = candidates + ["c", "d", "u", "v"]
    let primed = (1...).lazy.flatMap { count in letters.lazy.map { $0 + String(repeating: "'", count: count) } }
    return primed.first { !taken.contains($0) } ?? "k"
  }

  private func isBatchSize(_ bound: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let family, _) = graph[bound] else { return false }
    return graph[family].name == "S"
  }
}
