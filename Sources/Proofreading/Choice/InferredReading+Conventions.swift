import Checking
import Derivations
import Expressions
import Networks
import Reading

/// What a second look at wrong lines may find: that they go on from another line than the one before, or follow another
/// convention.
extension InferredReading {
  /// How many chains back a line that begins with a sign may go on from.
  private static let farthestChain = 16

  /// Lines that begin with a sign, and are wrong as they stand, go on from the nearest chain that makes them true; from a
  /// definition nothing goes on.
  mutating func reconnect() {
    for (number, relation) in notes.relations.enumerated() where relation.left == nil && !relation.isBrace {
      // Within a display it is clear what goes on from what.
      let isFirst = number == 0 || notes.relations[number - 1].formula != relation.formula
      guard isFirst, case .assertion(let place) = relation.content, case .refuted = judgements[place].verdict else {
        continue
      }
      if let verdict = verdictAfterEarlierChains(place, relationNumber: number) {
        judgements[place] = Judgement(verdict)
        rejudge(after: place)
      } else if let before = notes.assertions[place].predecessor, case .definition = judgements[before].verdict {
        judgements[place] = Judgement(.unread("it is not told what this goes on from"))
      }
    }
  }

  /// The verdict on head = member for an earlier chain's head or last member.
  private func verdictAfterEarlierChains(_ place: Int, relationNumber: Int) -> Judgement.Verdict? {
    var tried: Set<Expression> = []
    let right = notes.assertions[place].claim.right
    let own = Set(notes.graph.freeIndices(of: right))
    var judge = self.judge
    for earlier in stride(from: place - 1, through: max(0, place - 3 * Self.farthestChain), by: -1) {
      for left in [notes.assertions[earlier].claim.right, notes.assertions[earlier].claim.left] {
        guard tried.insert(left).inserted, Set(notes.graph.freeIndices(of: left)) == own, left != right else {
          continue
        }
        var assertion = notes.assertions[place]
        assertion.claim = Claim(left: left, relation: .equal, right: right, reason: .definition(left))
        let verdict = judge.judge(one: assertion, graph: notes.graph)
        switch verdict {
        case .proved, .verified: return verdict
        default: continue
        }
      }
    }
    return nil
  }

  /// The members behind one that turned out right are judged by themselves again.
  private mutating func rejudge(after place: Int) {
    var judge = self.judge
    var next = place
    while let follower = notes.assertions.indices.first(where: { notes.assertions[$0].predecessor == next }) {
      guard judgements[follower].link != .none else { return }
      judgements[follower] = Judgement(judge.judge(one: notes.assertions[follower], graph: notes.graph))
      next = follower
    }
  }

  /// Definitions that are wrong under the convention of the notes, and right under the other one about which layer a weight
  /// belongs to: conventions change within notes.
  mutating func followChanges() {
    guard let other = reader.alternative(to: candidate) else { return }
    let wrong = notes.relations.indices.filter { isWrongDefinition($0) }
    guard !wrong.isEmpty else { return }
    let otherNotes = reader.notes(other)
    let pairs = wrong.compactMap { number -> (number: Int, place: Int, other: Int)? in
      guard otherNotes.relations.indices.contains(number),
        case .assertion(let place) = notes.relations[number].content,
        case .assertion(let otherPlace) = otherNotes.relations[number].content
      else { return nil }
      return (number, place, otherPlace)
    }
    var judge = Judge(otherNotes.graph, background: otherNotes.background)
    let otherJudgements = judge.judge(otherNotes.assertions, only: Set(pairs.map(\.other)))
    var changed: [(number: Int, place: Int)] = []
    for (number, place, otherPlace) in pairs {
      switch otherJudgements[otherPlace]?.verdict {
      case .definition, .proved, .verified:
        changed.append((number, place))
      default: continue
      }
    }
    // One line about errors by itself is a slip, where the forward pass keeps to its convention.
    if changed.count == 1, isAboutErrors(changed[0].place) { return }
    for (_, place) in changed { judgements[place] = Judgement(.definition) }
    let lines = changed.map(\.number)
    if !lines.isEmpty { notes.reading.append(reader.changeRemark(other, relations: lines.map { notes.relations[$0] })) }
  }

  private func isAboutErrors(_ place: Int) -> Bool {
    guard case .symbol(let id, _) = notes.graph[notes.assertions[place].claim.left] else { return false }
    return notes.graph[id] == NetworkSymbol.delta
  }

  private func isWrongDefinition(_ number: Int) -> Bool {
    guard case .assertion(let place) = notes.relations[number].content, case .refuted = judgements[place].verdict,
      case .symbol = notes.graph[notes.assertions[place].claim.left]
    else { return false }
    return notes.assertions[place].claim.relation == .equal
  }
}
