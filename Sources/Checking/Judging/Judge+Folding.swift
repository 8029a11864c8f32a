import Derivations
import Expressions

extension Judge {
  /// The assertions with definitions in terms of one another: where U = XW + b and Z = σ(XW + b) are said, Z is σ(U), so
  /// that it depends on U. Networks that are told have their definitions in terms of one another already.
  mutating func definitionsFolded(_ assertions: [Assertion]) -> [Assertion] {
    guard background.definitions.isEmpty else { return assertions }
    var collector = DefinitionCollector(FormulaProgram())
    collector.collect(background, assertions, &kernel.graph)
    let folding = CutFolding(collector.table, heads: collector.definitions.map(\.head))
    var result = assertions
    for number in collector.taken.sorted() {
      let claim = assertions[number].claim
      guard case .definition(claim.left) = claim.reason, case .symbol = kernel.graph[claim.left] else { continue }
      let folded = folding.foldedDefinition(claim.left, claim.right, &kernel.graph)
      if folded != claim.right { result[number].claim.right = folded }
    }
    return result
  }
}
