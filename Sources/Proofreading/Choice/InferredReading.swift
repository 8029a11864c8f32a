import Checking
import Derivations
import Expressions
import LaTeX
import Reading

/// Notes that say nothing of themselves, read in the way that makes most of their statements true.
struct InferredReading {
  let reader: NotesReader
  let candidate: NotesReader.Candidate
  private(set) var notes: Notes
  private(set) var judgements: [Judgement]
  let judge: Judge

  /// The most readings that are tried.
  private static let mostCandidates = 48

  /// The best reading of `document`.
  init(_ document: Document, macros: MacroTable, skipping skipped: Set<Int>) {
    reader = NotesReader(document, macros: macros, skipping: skipped)
    var best: (score: Double, candidate: NotesReader.Candidate, notes: Notes)?
    for candidate in reader.candidates.prefix(Self.mostCandidates) {
      let notes = reader.notes(candidate)
      let score = Self.score(notes) - 0.4 * Double(candidate.cost)
      if best.map({ $0.score < score }) ?? true { best = (score, candidate, notes) }
    }
    // There is always a first candidate.
    let chosen = best?.candidate ?? reader.candidates[0]
    candidate = chosen
    notes = best?.notes ?? reader.notes(chosen)
    var judge = Judge(notes.graph, background: notes.background)
    judgements = judge.judge(notes.assertions)
    self.judge = judge
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
      case .misfit: result -= 1
      case .unread: result -= 0.2
      case .assertion: continue
      }
    }
    return result
  }
}
