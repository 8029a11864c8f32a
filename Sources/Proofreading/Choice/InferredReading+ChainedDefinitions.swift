import Checking
import Derivations
import Expressions
import Reading

/// A line that says two different things of the symbol that it introduces: a = σ(o) = 1/(1 + e^{−h}).
extension InferredReading {
  /// How many such lines are looked into: each one asks for all lines to be judged again.
  private static let mostTrials = 4
  /// How many lines have to be true only by the other value: one may be wrong in the same way.
  private static let leastLines = 2

  /// The other value counts as the definition where lines are true only so, and none only by the first. The line itself
  /// stays wrong.
  mutating func followOtherValues() {
    guard !candidate.isLayeredNetwork else { return }
    var trials = 0
    for place in notes.assertions.indices {
      guard case .refuted = judgements[place].verdict, let first = notes.assertions[place].predecessor,
        case .definition = judgements[first].verdict, case .symbol = notes.graph[notes.assertions[first].claim.left],
        notes.assertions[first].claim.right == notes.assertions[place].claim.left, trials < Self.mostTrials,
        // What a derivative is follows from definitions, and is none.
        ![notes.assertions[place].claim.left, notes.assertions[place].claim.right].contains(where: {
          notes.graph.holdsPartial($0)
        })
      else { continue }
      trials += 1
      adopt(place, insteadOf: first)
    }
  }

  private mutating func adopt(_ place: Int, insteadOf first: Int) {
    var changed = notes.assertions
    changed[first].claim.right = notes.assertions[place].claim.right
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    let others = judge.judge(changed)
    let differing = judgements.indices.filter {
      $0 != place && $0 != first && Self.holds(judgements[$0]) != Self.holds(others[$0])
    }
    guard differing.count >= Self.leastLines, differing.allSatisfy({ Self.holds(others[$0]) }) else { return }
    for number in judgements.indices where number != place && number != first { judgements[number] = others[number] }
    self.judge = judge
  }
}
