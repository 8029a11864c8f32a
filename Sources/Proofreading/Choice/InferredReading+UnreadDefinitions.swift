import Checking
import Derivations
import Expressions
import Reading

/// What hangs on a quantity that a line says in a way that could not be read.
extension InferredReading {
  /// Nothing is called wrong for what a quantity is taken to be where the line that says what it is could not be read: the
  /// factors that are missing may be in there.
  mutating func excuseUnreadDefinitions() {
    guard !candidate.isLayeredNetwork else { return }
    let unknown = unreadHeads
    guard !unknown.isEmpty else { return }
    for place in judgements.indices {
      guard case .refuted = judgements[place].verdict, let name = unknownName(in: place, unknown) else { continue }
      judgements[place] = Judgement(.unread("the line that says what \(name) is could not be read"))
    }
  }

  /// The quantities that unread lines are about, and no others define.
  private var unreadHeads: Set<Family> {
    var unread: Set<Family> = []
    var known: Set<Family> = []
    for relation in notes.relations {
      switch relation.content {
      case .unread, .misfit:
        if let family = reader.introducedFamily(by: relation, candidate) { unread.insert(family) }
      case .assertion(let place):
        guard case .symbol(let id, _) = notes.graph[notes.assertions[place].claim.left] else { continue }
        switch judgements[place].verdict {
        case .definition, .assumption, .proved, .verified: known.insert(notes.graph[id])
        case .refuted, .unread: continue
        }
      case .given: continue
      }
    }
    for definition in notes.background.definitions {
      if case .symbol(let id, _) = notes.graph[definition.head] { known.insert(notes.graph[id]) }
    }
    return unread.subtracting(known).filter { !Self.data.contains($0.name) }
  }

  /// Data and parameters, of which lines say what they are made of, or how they change, but which are computed from
  /// nothing; and the loss, of which `notes.isLossOpen` tells.
  private static let data: Set<String> = ["x", "y", "t", "d", "X", "Y", "T", "w", "W", "b", "theta", "L", "J"]

  /// The first such quantity that what one side differentiates is computed from, and what the other side does is not.
  private func unknownName(in place: Int, _ unknown: Set<Family>) -> String? {
    let claim = notes.assertions[place].claim
    let left = differentiated(in: claim.left).intersection(unknown)
    let right = differentiated(in: claim.right).intersection(unknown)
    return left.symmetricDifference(right).map(\.name).min()
  }

  /// What the quantities are made of that a side differentiates.
  private func differentiated(in side: Expression) -> Set<Family> {
    var result: Set<Family> = []
    notes.graph.forEachNode(of: side) { node in
      if case .partial(let value, _) = notes.graph[node] { result.formUnion(reached(from: value)) }
      return true
    }
    return result
  }

  /// The quantities that `side` is made of in the end, as far as lines tell.
  private func reached(from side: Expression) -> Set<Family> {
    var result: Set<Family> = []
    var open = [side]
    while let next = open.popLast() {
      notes.graph.forEachNode(of: next) { node in
        guard case .symbol(let id, _) = notes.graph[node], !notes.graph[id].isCount,
          result.insert(notes.graph[id]).inserted
        else { return true }
        for (place, judgement) in judgements.enumerated() {
          guard case .definition = judgement.verdict,
            case .symbol(id, _) = notes.graph[notes.assertions[place].claim.left]
          else { continue }
          open.append(notes.assertions[place].claim.right)
        }
        return true
      }
    }
    return result
  }
}
