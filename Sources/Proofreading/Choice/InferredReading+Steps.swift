import Checking
import Derivations
import Expressions
import Reading

extension InferredReading {
  /// What is wrong of total derivatives may be right of each step's own share, ∂h_t/∂w with h_{t−1} held, where the notes add
  /// up such shares: ∂L/∂w = Σ_t ∂L/∂h_t · ∂h_t/∂w.
  mutating func holdEarlierSteps() {
    guard !candidate.isLayeredNetwork else { return }
    let summed = summedShares
    if summed.isEmpty { return }
    var judge = self.judge
    for place in judgements.indices {
      guard case .refuted = judgements[place].verdict, mentions(notes.assertions[place].claim, anyOf: summed),
        let verdict = judge.judgeHoldingEarlierSteps(notes.assertions[place], graph: notes.graph)
      else { continue }
      switch verdict {
      case .proved, .verified:
        judgements[place] = Judgement(.verified(instances: Judge.instanceCount, largestError: 0))
      case .refuted, .unread, .definition, .assumption: continue
      }
    }
  }

  /// What sums add up the derivatives of: the h of Σ_t … ∂h_t/∂w.
  private var summedShares: Set<Family> {
    let graph = notes.graph
    var result: Set<Family> = []
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        graph.forEachNode(of: side) { node in
          guard case .summation = graph[node] else { return true }
          result.formUnion(differentiated(in: node))
          return false
        }
      }
    }
    return result
  }

  private func mentions(_ claim: Claim, anyOf families: Set<Family>) -> Bool {
    !differentiated(in: claim.left).union(differentiated(in: claim.right)).isDisjoint(with: families)
  }

  /// The families of symbols with subscripts that are differentiated in an expression.
  private func differentiated(in expression: Expression) -> Set<Family> {
    let graph = notes.graph
    var result: Set<Family> = []
    graph.forEachNode(of: expression) { node in
      if case .partial(let u, _) = graph[node], case .symbol(let id, let subscripts) = graph[u], !subscripts.isEmpty {
        result.insert(graph[id])
      }
      return true
    }
    return result
  }
}
