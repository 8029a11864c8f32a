import Derivations
import Expressions

/// Where a loss has its minimum: w = (XᵀX)⁻¹Xᵀy.
///
/// Such a line follows from a derivative that is set to 0. It says which parameters are best, and not what the parameters
/// are that the loss is differentiated by; taken for a definition it would make every gradient 0.
extension NotesBuilder {
  private static let parameters: Set<String> = ["w", "W", "b", "theta", "Theta", "beta", "omega", "m", "c"]
  private static let targets: Set<String> = ["y", "t", "d", "Y", "T"]

  /// Keeps lines that say of a parameter, by which something is differentiated, what it is in terms of targets from being
  /// definitions.
  mutating func releaseMinimisers() {
    var variables: Set<FamilyID> = []
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        elaborator.graph.forEachNode(of: side) { node in
          if case .partial(_, let variable) = elaborator.graph[node],
            case .symbol(let id, _) = elaborator.graph[variable]
          {
            variables.insert(id)
          }
          return true
        }
      }
    }
    for place in notes.assertions.indices {
      let claim = notes.assertions[place].claim
      guard case .definition(let head) = claim.reason, claim.relation == .equal, head == claim.left,
        case .symbol(let id, _) = elaborator.graph[head], variables.contains(id),
        Self.parameters.contains(elaborator.graph[id].name), mentionsTarget(claim.right)
      else { continue }
      notes.assertions[place].claim.reason = .sameWith(head)
    }
  }

  private func mentionsTarget(_ side: Expression) -> Bool {
    elaborator.graph.contains(in: side) { node in
      guard case .symbol(let id, _) = elaborator.graph[node] else { return false }
      let name = elaborator.graph[id].name
      return Self.targets.contains(name) || name.hasSuffix("bar") && Self.targets.contains(String(name.dropLast(3)))
    }
  }
}
