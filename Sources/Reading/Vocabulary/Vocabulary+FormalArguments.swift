import Expressions
import LaTeX

/// The arguments of functions of whole layers.
extension Vocabulary {
  /// The same, where a statement says what a function is of any array: the x of softmax(x)_j = e^{x_j}/Σ_k e^{x_k} is an
  /// array by itself, of which layer it may be an activation elsewhere.
  func withFormalArgument(in head: [MathNode], _ nodes: [MathNode]) -> Vocabulary {
    guard isLayeredNetwork, let name = Self.argument(of: head, self), let letter = letters[name],
      letter.family.isLayered, letter.rank > 0
    else { return self }
    let occurrences = Self.occurrences(in: nodes)
    let own = occurrences.filter { $0.letter == name }
    guard own.contains(where: { $0.subscripts.count == 1 }),
      own.allSatisfy({ $0.subscripts.count <= 1 && $0.superscript == nil && $0.primes == 0 }),
      occurrences.allSatisfy({ $0.letter == name || (letters[$0.letter]?.rank ?? 0) == 0 })
    else { return self }
    var result = self
    result.letters[name] = Letter(family: Family(name.plainName + "_"), place: .none, rank: 1, isWhole: true)
    return result
  }

  /// x of softmax(x), softmax(x)_j, softmax_j(x) and their derivatives at the beginning of a statement.
  private static func argument(of head: [MathNode], _ vocabulary: Vocabulary) -> String? {
    let visible = head.withoutBlanks
    guard let first = visible.first else { return nil }
    if let (above, _) = first.differentials { return argument(of: above.rest, vocabulary) }
    guard first.isFunction(vocabulary), visible.count == 2 else { return nil }
    var fenced = visible[1]
    if case .scripts(let scripts) = fenced.kind, let base = scripts.base, scripts.upper == nil { fenced = base }
    guard case .fence(let fence) = fenced.kind, fence.open.name == "(" else { return nil }
    let body = fence.body.withoutBlanks
    return body.count == 1 ? body[0].symbolName : nil
  }

  private static func occurrences(in nodes: [MathNode]) -> [Occurrence] {
    nodes.flatMap { node -> [Occurrence] in
      // The base of e^{x_j} is a number.
      if let occurrence = node.occurrence {
        return (occurrence.letter == "e" ? [] : [occurrence]) + occurrences(in: node.exponent)
      }
      return occurrences(in: node.children)
    }
  }
}
