import Checking
import Derivations
import Reading

/// Whether a reading can be trusted enough to call lines wrong.
///
/// A wrong reading makes right lines false. Most lines of notes are right; so where most of what was judged is false, it
/// is the reading that is wrong, and nothing is refuted.
struct Reliability {
  /// The share of true statements below which a reading is given up.
  private static let threshold = 0.35

  private let trueCount: Int
  private let falseCount: Int

  init(_ notes: Notes, _ judgements: [Judgement], where isIncluded: (ReadRelation) -> Bool = { _ in true }) {
    var trueCount = 0
    var falseCount = 0
    for relation in notes.relations where isIncluded(relation) {
      switch relation.content {
      case .assertion(let number):
        switch judgements[number].verdict {
        case .proved, .verified: trueCount += 1
        case .refuted: falseCount += 1
        case .definition: trueCount += 1
        case .assumption, .unread: continue
        }
      case .given: continue
      case .misfit(let left, let right): if left != "a number", right != "a number" { falseCount += 1 }
      case .unread: continue
      }
    }
    (self.trueCount, self.falseCount) = (trueCount, falseCount)
  }

  /// Whether wrong lines may be called so.
  var isReliable: Bool { Double(trueCount) >= Self.threshold * Double(trueCount + falseCount) || falseCount < 3 }
}
