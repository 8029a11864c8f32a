import Checking
import Derivations
import Reading

/// How a reading fits the notes: which of its relations hold at one draw of numbers.
struct ReadingTrial {
  /// For each relation whether it holds; nil where that can't be told.
  let answers: [Bool?]
  /// True statements count for a reading, false ones against it, unread ones a little.
  let score: Double

  /// Tries `notes`.
  init(_ notes: Notes) {
    var judge = Judge(notes.graph, background: notes.background)
    let samples = judge.sample(notes.assertions)
    var answers: [Bool?] = []
    var score = 0.0
    for relation in notes.relations {
      let answer: Bool?
      switch relation.content {
      case .assertion(let number): answer = samples[number]
      case .misfit: answer = false
      case .unread: answer = nil
      case .given:
        answers.append(nil)
        continue
      }
      answers.append(answer)
      score += answer.map { $0 ? 1 : -1 } ?? -0.2
    }
    (self.answers, self.score) = (answers, score)
  }

  /// The number of relations that hold.
  var trueCount: Int { answers.count { $0 == true } }
}
