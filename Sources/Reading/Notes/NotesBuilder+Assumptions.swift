import Derivations
import Expressions
import Networks

/// What notes assume without saying it.
extension NotesBuilder {
  /// Names that targets go by where no network gives them a part.
  private static let targetNames: Set<String> = ["y", "t", "ystar", "tstar"]

  /// Σ_k y_k of the targets by themselves is only ever written to become 1: they are the probabilities of classes, of which
  /// one holds.
  mutating func takeAssumptions() {
    var sums: [Expression] = []
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        for sum in summations(in: side) where !sums.contains(sum) && isOfTargets(sum) { sums.append(sum) }
      }
    }
    // One rule for one family: sums that differ in their index letter only are one expression anyway.
    guard sums.count == 1 else { return }
    if notes.background.assumptions.contains(where: { $0.0 == sums[0] }) { return }
    let one = elaborator.graph.number(1)
    notes.background.assumptions.append((sums[0], one))
  }

  private func summations(in expression: Expression) -> [Expression] {
    var result: [Expression] = []
    elaborator.graph.forEachNode(of: expression) { node in
      if case .summation = elaborator.graph[node] { result.append(node) }
      return true
    }
    return result
  }

  /// Σ_k y_k, where y has one subscript.
  private mutating func isOfTargets(_ sum: Expression) -> Bool {
    guard let opened = elaborator.graph.openFresh(sum),
      case .symbol(let id, let subscripts) = elaborator.graph[opened.body], subscripts.count == 1,
      subscripts.first == opened.index
    else { return false }
    let family = elaborator.graph[id]
    return family == NetworkSymbol.target || Self.targetNames.contains(family.name)
  }
}
