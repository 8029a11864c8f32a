import Checking
import Derivations
import Expressions
import Reading

extension InferredReading {
  /// What is wrong of total derivatives may be right of each step's own share, ∂h_t/∂w with h_{t−1} held, where the notes add
  /// up such shares: ∂L/∂w = Σ_t ∂L/∂h_t · ∂h_t/∂w. The share is meant for certain where a derivative is said to be itself
  /// and something else. Everywhere else total derivatives are meant.
  mutating func holdEarlierSteps() {
    guard !candidate.isLayeredNetwork else { return }
    let addsUp = addsUpShares()
    var judge = self.judge
    for place in judgements.indices {
      guard case .refuted = judgements[place].verdict else { continue }
      let assertion = notes.assertions[place]
      let isMixed = addsToItself(assertion.claim)
      guard isMixed || addsUp else { continue }
      let ways: [HeldSteps] = isMixed ? [.repeated, .right] : [.everywhere]
      let holds = ways.contains { judge.judgeHoldingEarlierSteps(assertion, $0, graph: notes.graph)?.isTrue == true }
      guard holds else { continue }
      judgements[place] = Judgement(.verified(instances: Judge.instanceCount, largestError: 0))
    }
  }

  /// Whether a derivative on the left side is a term of the right one: ∂h_t/∂w = ∂h_t/∂w + (∂h_t/∂h_{t−1}) ∂h_{t−1}/∂w.
  private func addsToItself(_ claim: Claim) -> Bool {
    guard case .partial = notes.graph[claim.left], case .add = notes.graph[claim.right] else { return false }
    return notes.graph.contains(in: claim.right) { $0 == claim.left }
  }

  /// Whether some sum over steps adds up derivatives of what each of them computes by what is the same in all.
  private func addsUpShares() -> Bool {
    var graph = notes.graph
    var seen: Set<Expression> = []
    return notes.assertions.contains { assertion in
      [assertion.claim.left, assertion.claim.right].contains { Self.holdsSumOfShares($0, &graph, &seen) }
    }
  }

  private static func holdsSumOfShares(
    _ expression: Expression, _ graph: inout ExpressionGraph, _ seen: inout Set<Expression>
  ) -> Bool {
    guard seen.insert(expression).inserted else { return false }
    if case .summation = graph[expression], let opened = graph.open(expression) {
      let isSum = graph.contains(in: opened.body) { node in
        guard case .partial(let u, let v) = graph[node], case .symbol(let family, let subscripts) = graph[u],
          graph[family].isLayered, subscripts.first == opened.index, case .symbol(let variable, _) = graph[v]
        else { return false }
        return !graph[variable].isLayered
      }
      return isSum || holdsSumOfShares(opened.body, &graph, &seen)
    }
    return Array(graph.children(of: expression)).contains { holdsSumOfShares($0, &graph, &seen) }
  }
}

extension Judgement.Verdict {
  /// Whether a claim holds.
  fileprivate var isTrue: Bool {
    switch self {
    case .proved, .verified: true
    case .refuted, .unread, .definition, .assumption: false
    }
  }
}
