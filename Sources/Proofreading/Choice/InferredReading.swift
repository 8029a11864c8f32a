import Checking
import Derivations
import Expressions
import LaTeX
import Reading

/// Notes that say nothing of themselves, read in the way that makes most of their statements true.
struct InferredReading {
  let reader: NotesReader
  let candidate: NotesReader.Candidate
  var notes: Notes
  var judgements: [Judgement]
  let judge: Judge

  /// The most conventions in which the best reading may differ from the first one.
  private static let mostChanges = 5

  /// The best reading of `document`.
  init(_ document: Document, macros: MacroTable, skipping skipped: Set<Int>) {
    reader = NotesReader(document, macros: macros, skipping: skipped)
    var best = reader.first
    var bestNotes = reader.notes(best)
    var bestScore = Self.score(bestNotes)
    // One convention is changed at a time, as long as that makes more statements true.
    for _ in 0..<Self.mostChanges {
      var next: (score: Double, candidate: NotesReader.Candidate, notes: Notes)?
      for candidate in reader.variations(of: best) {
        let notes = reader.notes(candidate)
        let score = Self.score(notes) - 0.4 * Double(candidate.cost)
        if score > next?.score ?? bestScore { next = (score, candidate, notes) }
      }
      guard let next else { break }
      (bestScore, best, bestNotes) = next
    }
    candidate = best
    notes = bestNotes
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    judgements = judge.judge(notes.assertions)
    self.judge = judge
    distrustGuesses()
    reconnect()
    followChanges()
    withdrawDoubts()
  }

  /// Nothing is called wrong under a reading that makes most of the notes false, nor for shapes that the notes do not
  /// define.
  private mutating func withdrawDoubts() {
    let isReliableAtAll = Reliability(notes, judgements).isReliable
    var bySection: [Int: Bool] = [:]
    for section in Set(reader.sections) {
      bySection[section] = Reliability(notes, judgements) { reader.sections[$0.formula] == section }.isReliable
    }
    for number in notes.relations.indices {
      let isReliable = isReliableAtAll && bySection[reader.sections[notes.relations[number].formula]] != false
      switch notes.relations[number].content {
      case .misfit(let left, let right)
      where !isReliable || !candidate.isLayeredNetwork || (left + right).contains("d_")
        || left == "a number" || right == "a number":
        let range = notes.relations[number].right
        notes.relations[number].content = .unread(ReadingProblem(kind: .misfit(left: left, right: right), range: range))
      case .assertion(let place) where !isReliable:
        if case .refuted = judgements[place].verdict {
          judgements[place] = Judgement(.unread("no consistent reading of these notes was found"))
        }
      default: continue
      }
    }
  }

  /// What holds for arrays whose shapes were only guessed is not proved: other shapes would say something else.
  private mutating func distrustGuesses() {
    guard !candidate.isLayeredNetwork, candidate.hasArrays else { return }
    for place in judgements.indices {
      if case .proved = judgements[place].verdict {
        judgements[place].verdict = .verified(instances: Judge.instanceCount, largestError: 0)
      }
    }
  }

  /// How well a reading fits: true statements count for it, false ones against it.
  private static func score(_ notes: Notes) -> Double {
    var judge = Judge(notes.graph, background: notes.background)
    var result = 0.0
    for answer in judge.sample(notes.assertions) {
      switch answer {
      case .some(true): result += 1
      case .some(false): result -= 1
      case nil: result -= 0.2
      }
    }
    for relation in notes.relations {
      switch relation.content {
      case .given: continue
      case .misfit: result -= 1
      case .unread: result -= 0.2
      case .assertion: continue
      }
    }
    return result
  }
}
