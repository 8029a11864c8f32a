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
    judgements = judge.judge(notes.assertions)
    self.judge = judge
    proveWhatIsOpen()
  }

  var formulas: [MathFormula] { reader.formulas }

  func assertion(
    ofRelation relation: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar]
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    reader.assertion(ofRelation: relation, inFormula: formula, changedTo: text)
  }

  // MARK: The kernel by itself

  /// Of layers with hundreds of units no instance is computed; the kernel needs none.
  private mutating func proveWhatIsOpen() {
    guard judgements.contains(where: { Self.isOpen($0.verdict) }) else { return }
    for (number, verdict) in kernelVerdicts().enumerated() where Self.isOpen(judgements[number].verdict) {
      switch verdict {
      case .definition: judgements[number].verdict = .definition
      case .assumption: judgements[number].verdict = .assumption
      case .proved: judgements[number].verdict = .proved
      case .unproved: continue
      }
    }
  }

  private static func isOpen(_ verdict: Judgement.Verdict) -> Bool {
    switch verdict {
    case .unread, .verified: true
    case .definition, .assumption, .proved, .refuted: false
    }
  }

  /// What the kernel says by itself: each assertion is judged by the definitions before it.
  private func kernelVerdicts() -> [Verdict] {
    var graph = notes.graph
    let sizes = notes.background.sizes.map { ($0.symbol, graph.number($0.value)) }
    var kernel = Kernel(graph)
    for (head, value) in sizes + notes.background.definitions.map({ ($0.head, $0.value) }) {
      _ = kernel.judge(Claim(left: head, relation: .equal, right: value, reason: .definition(head)))
    }
    return notes.assertions.map { kernel.judge($0.claim) }
  }
}
