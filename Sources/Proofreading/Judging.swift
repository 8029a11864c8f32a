import Checking
import Reading

/// Puts what was read to the judge.
enum Judging {
  /// One judgement for each assertion, in order.
  static func judge(_ notes: Notes) -> [Judgement] {
    var judge = Judge(notes.graph, background: notes.background)
    return judge.judge(notes.assertions)
  }
}
