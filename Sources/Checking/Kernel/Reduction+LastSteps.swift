import Calculus
import Expressions

/// What is left to replace when the derivatives are computed.
extension Reduction {
  /// a_i by f(z_i), ŷ_i by a_i; at full depth every symbol by its definition.
  func expandOutputs(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch graph[expression] {
    case .partial:
      // A derivative at a cut: which symbol it is by must stay.
      return expression
    case .symbol:
      guard let value = definitions.value(of: expression, in: &graph) else { return expression }
      if graph.holdsPartial(value) { return expression }
      if depth == .outputs, Self.holdsParameters(value, graph) { return expression }
      return expandOutputs(value, &graph)
    default:
      return graph.mapChildren(of: expression) { graph, child in expandOutputs(child, &graph) }
    }
  }

  /// Whether a definition brings in something that is given from outside (a weight, a bias), as that of z does and those
  /// of outputs don't: whether it is a sum of products.
  static func holdsParameters(_ value: Expression, _ graph: ExpressionGraph) -> Bool {
    var families: Set<FamilyID> = []
    graph.forEachNode(of: value) { node in
      if case .symbol(let family, _) = graph[node], !graph[family].isCount { families.insert(family) }
      return true
    }
    return families.count > 1
  }

  /// f′(u) of a function with a definition as the derivative of that definition.
  func slopesUnfolded(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
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
