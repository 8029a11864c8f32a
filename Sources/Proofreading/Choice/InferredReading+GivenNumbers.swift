import Checking
import Derivations
import Expressions
import Reading

/// Numbers that are put in for letters: "set a = 2 and b = 1".
extension InferredReading {
  /// Whether a claim says which number something is, in notes that give numbers for letters after they have used these for
  /// any: ∂e/∂c = 2 is about e at a = 2 and b = 1, and not about every a and b.
  func isValueAtGivenNumbers(_ place: Int) -> Bool {
    guard notes.relations.contains(where: { if case .given = $0.content { true } else { false } }) else { return false }
    let claim = notes.assertions[place].claim
    return [(claim.left, claim.right), (claim.right, claim.left)].contains { value, other in
      notes.graph.numberValue(value) != nil && mentionsGivenLetter(other)
    }
  }

  /// Whether an expression depends on a letter that has no definition but a number somewhere.
  private func mentionsGivenLetter(_ expression: Expression) -> Bool {
    var families: Set<Family> = []
    for relation in notes.relations {
      if case .given = relation.content, let family = reader.introducedFamily(by: relation, candidate) {
        families.insert(family)
      }
    }
    return notes.graph.contains(in: expression) { node in
      if case .symbol(let id, _) = notes.graph[node] { families.contains(notes.graph[id]) } else { false }
    }
  }
}
