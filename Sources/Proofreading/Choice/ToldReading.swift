import Checking
import Derivations
import Expressions
import LaTeX
import Networks
import Reading

/// Notes about a network that is told, in a notation that is known.
struct ToldReading: JudgedReading {
  private let reader: ToldNotesReader
  private(set) var notes: Notes
  private(set) var judgements: [Judgement]
  let judge: Judge

  /// Reads and judges `document`.
  init(_ document: Document, about network: Network, notation: Notation, macros: MacroTable, skipping: Set<Int>) {
    reader = ToldNotesReader(
      document, notation: notation, network: network, macros: macros, skipping: skipping)
    notes = reader.notes
    notes.reading = Notes.Remark.told(network, notation)
    var judge = Judge(notes.graph, background: notes.background)
    let judged = judge.judge(notes.assertions)
    judgements = KernelByItself(notes).settled(judged) { judgement in
      switch judgement.verdict {
      case .unread, .verified: true
      case .definition, .assumption, .proved, .refuted: false
      }
    }
    self.judge = judge
  }

  var formulas: [MathFormula] { reader.formulas }

  func assertion(
    ofRelation relation: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar]
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    reader.assertion(ofRelation: relation, inFormula: formula, changedTo: text)
  }
}
