import Checking
import Derivations
import Expressions
import Reading

extension InferredReading {
  /// What is wrong of total derivatives may be right of each step's own share.
  mutating func holdEarlierSteps() {
    guard !candidate.isLayeredNetwork else { return }
    var judge = self.judge
    for place in judgements.indices {
      guard case .refuted = judgements[place].verdict,
        let verdict = judge.judgeHoldingEarlierSteps(notes.assertions[place], graph: notes.graph)
      else { continue }
      switch verdict {
      case .proved, .verified:
        judgements[place] = Judgement(.verified(instances: Judge.instanceCount, largestError: 0))
      case .refuted, .unread, .definition, .assumption: continue
      }
    }
  }
}
