import Derivations
import Expressions
import Networks

/// A derivation with one slip in it.
struct Sabotage: Sendable {
  var derivation: Derivation
  /// Where the slip is.
  var place: ClaimPlace
  /// What was done.
  var slip: String

  /// Every derivation that differs from `derivation` in one member of one chain by one sign, one lost factor, one
  /// exchange of indices, of layers or of y and ŷ.
  static func all(of derivation: Derivation) -> [Sabotage] {
    var result: [Sabotage] = []
    for (section, content) in derivation.sections.enumerated() {
      for (row, line) in content.rows.enumerated() {
        for (number, statement) in line.statements.enumerated() {
          for (step, link) in statement.steps.enumerated() where link.reason != .assumption {
            var graph = derivation.graph
            for (slip, expression) in slips(in: link.expression, &graph) where expression != link.expression {
              var changed = derivation
              changed.graph = graph
              changed.sections[section].rows[row].statements[number].steps[step].expression = expression
              let place = ClaimPlace(section: section, row: row, statement: number, step: step)
              result.append(Sabotage(derivation: changed, place: place, slip: slip))
            }
          }
        }
      }
    }
    return result
  }

  private static func slips(
    in expression: Expression, _ graph: inout ExpressionGraph
  ) -> [(slip: String, expression: Expression)] {
    var result = [("sign", graph.negate(expression))]
    if case .add(let terms) = graph[expression] {
      for place in terms.indices {
        let changed = terms.indices.map { $0 == place ? graph.negate(terms[$0]) : terms[$0] }
        result.append(("sign of a term", graph.add(changed)))
      }
    }
    for (place, factor) in graph.factors(of: expression).enumerated() {
      var rest = graph.factors(of: expression)
      rest.remove(at: place)
      if graph.numberValue(factor) == .minusOne || rest.isEmpty || isOne(factor, graph) { continue }
      result.append(("lost factor", graph.multiply(rest)))
    }
    result.append(
      ("indices exchanged", exchange(NetworkSymbol.weight, in: expression, &graph) { [$0[0], $0[2], $0[1]] }))
    result.append(("layer shifted", exchange(NetworkSymbol.delta, in: expression, &graph, shiftLayer: true) { $0 }))
    result.append(("f' for f", primed(expression, &graph)))
    return result
  }

  /// Whether `factor` is ∂z/∂b, which is 1: nothing is lost with it.
  private static func isOne(_ factor: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .partial(_, let v) = graph[factor], case .symbol(let family, _) = graph[v] else { return false }
    return graph[family] == NetworkSymbol.bias
  }

  private static func exchange(
    _ family: Family, in expression: Expression, _ graph: inout ExpressionGraph, shiftLayer: Bool = false,
    _ change: ([Expression]) -> [Expression]
  ) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .symbol(let id, let subscripts) = graph[node], graph[id] == family else { return node }
      var changed = change(Array(subscripts))
      if shiftLayer { changed[0] = graph.add([changed[0], graph.number(-1)]) }
      return graph.symbol(family, changed)
    }
  }

  /// f for every f′.
  private static func primed(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], graph[id].order == 1 else { return node }
      return graph.call(Function(graph[id].name), Array(arguments))
    }
  }
}

extension ExpressionGraph {
  func factors(of expression: Expression) -> [Expression] {
    if case .multiply(let factors) = self[expression] { Array(factors) } else { [expression] }
  }
}
