import Derivations
import Expressions
import Networks

/// A claim that says what δ, ∂L/∂w or ∂L/∂b of some layer is: how the derivation computes it.
struct RecursionRule {
  /// The layer that it is about; a number, a letter, or an index over layers.
  let layer: Expression
  /// The indices of what it defines: i for δ and b, i and j for w, the sample behind them.
  let indices: [Expression]
  /// What it says.
  let value: Expression
  /// Where it stands.
  let place: ClaimPlace

  /// The last member without formal derivatives of every chain that begins with δ, ∂L/∂z, ∂L/∂w or ∂L/∂b, by family.
  static func all(in derivation: Derivation) -> [Family: [RecursionRule]] {
    let graph = derivation.graph
    var rules: [Family: [RecursionRule]] = [:]
    for (section, content) in derivation.sections.enumerated() {
      for (row, line) in content.rows.enumerated() {
        for (number, statement) in (line.statements + line.remarks).enumerated() {
          guard let (family, subscripts) = target(of: statement.head, graph),
            let step = statement.steps.lastIndex(where: { isExplicit($0, graph) })
          else { continue }
          rules[family, default: []].append(
            RecursionRule(
              layer: subscripts[0], indices: Array(subscripts.dropFirst()), value: statement.steps[step].expression,
              place: ClaimPlace(section: section, row: row, statement: number, step: step)))
        }
      }
    }
    return rules
  }

  private static func isExplicit(_ step: Step, _ graph: ExpressionGraph) -> Bool {
    step.relation == .equal
      && !graph.holdsPartial(step.expression)
  }

  /// What `head` is: δ for δ itself and ∂L/∂z, w and b for ∂L/∂w and ∂L/∂b; with the subscripts, the layer first.
  private static func target(of head: Expression, _ graph: ExpressionGraph) -> (Family, [Expression])? {
    var symbol = head
    if case .partial(let u, let v) = graph[head] {
      guard case .symbol(let family, _) = graph[u], graph[family] == NetworkSymbol.loss else { return nil }
      symbol = v
    }
    guard case .symbol(let id, let subscripts) = graph[symbol], subscripts.count > 1 else { return nil }
    // The other subscripts must be indices: a claim about δ_1 alone is no rule.
    for index in subscripts.dropFirst() { guard case .index = graph[index] else { return nil } }
    switch graph[id] {
    case NetworkSymbol.delta where symbol == head: return (NetworkSymbol.delta, Array(subscripts))
    case NetworkSymbol.preactivation where symbol != head: return (NetworkSymbol.delta, Array(subscripts))
    case NetworkSymbol.weight where symbol != head: return (NetworkSymbol.weight, Array(subscripts))
    case NetworkSymbol.bias where symbol != head: return (NetworkSymbol.bias, Array(subscripts))
    default: return nil
    }
  }
}
