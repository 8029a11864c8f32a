import Checking
import Derivations
import Expressions

/// A judge of one claim after the other, none of which is to be remembered.
///
/// A judge that is copied for each claim copies all that it has in mind, which is much in long notes; one that never forgets
/// has more and more in mind. This one goes back to what it knew at first when that has doubled.
struct PatientJudge {
  private let first: Judge
  private var judge: Judge

  /// As much as may come to mind before anything is forgotten.
  private static let leastGrowth = 20_000

  init(_ judge: Judge) {
    first = judge
    self.judge = judge.copied()
  }

  /// The operations on numbers that its claims have taken so far.
  private(set) var operationCount = 0

  /// The verdict on a claim whose expressions are of `graph`.
  mutating func verdict(on claim: Assertion, _ graph: ExpressionGraph) -> Judgement.Verdict {
    if judge.size > first.size * 2 + Self.leastGrowth { judge = first.copied() }
    let before = judge.operationCount
    defer { operationCount += judge.operationCount - before }
    return judge.judge(one: claim, graph: graph, writesExamples: false)
  }
}
