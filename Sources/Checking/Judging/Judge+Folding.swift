import Derivations
import Expressions
import Networks

extension Judge {
  /// The assertions with definitions in terms of one another: where U = XW + b and Z = σ(XW + b) are said, Z is σ(U), so
  /// that it depends on U. Networks that are told have their definitions in terms of one another already.
  mutating func definitionsFolded(_ assertions: [Assertion]) -> [Assertion] {
    // A single definition of z_t beside those of the notes makes no network.
    let roles = background.definitions.compactMap { definition -> Family? in
      guard case .symbol(let id, _) = kernel.graph[definition.head] else { return nil }
      return NetworkSymbol.roles.contains(kernel.graph[id]) ? kernel.graph[id] : nil
    }
    guard Set(roles).count < 2 else { return assertions }
    var collector = DefinitionCollector(FormulaProgram())
    collector.collect(background, assertions, &kernel.graph)
    let folding = CutFolding(collector.table, heads: collector.definitions.map(\.head))
    let variables = variablesOfFamilies(in: assertions)
    var result = assertions
    for number in collector.taken.sorted() {
      let claim = assertions[number].claim
      guard case .definition(claim.left) = claim.reason, case .symbol(let id, _) = kernel.graph[claim.left] else {
        continue
      }
      let own = variables[kernel.graph[id]] ?? []
      let folded = folding.foldedDefinition(
        claim.left, claim.right, isVariable: { own.contains($0) }, &kernel.graph)
      if folded != claim.right { result[number].claim.right = folded }
    }
    return result
  }

  /// What members of each family are differentiated by.
  private func variablesOfFamilies(in assertions: [Assertion]) -> [Family: Set<Family>] {
    var result: [Family: Set<Family>] = [:]
    for assertion in assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        kernel.graph.forEachNode(of: side) { node in
          if case .partial(let u, let v) = kernel.graph[node], case .symbol(let upper, _) = kernel.graph[u],
            case .symbol(let lower, _) = kernel.graph[v]
          {
            result[kernel.graph[upper], default: []].insert(kernel.graph[lower])
          }
          return true
        }
      }
    }
    return result
  }
}
