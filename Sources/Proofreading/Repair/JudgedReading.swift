import Checking
import Derivations
import Expressions
import LaTeX
import Reading

/// Notes that were read and judged, and of which any relation may be read again with a change.
protocol JudgedReading {
  /// The formulas of the document, parsed.
  var formulas: [MathFormula] { get }
  /// What was read.
  var notes: Notes { get }
  /// What the judge says of each assertion.
  var judgements: [Judgement] { get }
  /// The judge, who knows the definitions of the notes.
  var judge: Judge { get }

  /// What the relation with number `relation` in formula `formula` says if the formula reads `text`; nil if it can't be
  /// read. The graph extends that of the notes.
  func assertion(
    ofRelation relation: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar]
  ) -> (assertion: Assertion, graph: ExpressionGraph)?
}

extension JudgedReading {
  /// How many relations could not be read or judged.
  var unreadCount: Int {
    notes.relations.count { relation in
      switch relation.content {
      case .unread: return true
      case .misfit, .given: return false
      case .assertion(let number):
        if case .unread = judgements[number].verdict { return true }
        return false
      }
    }
  }
}

extension InferredReading: JudgedReading {
  var formulas: [MathFormula] { reader.formulas }

  func assertion(
    ofRelation relation: Int, inFormula formula: Int, changedTo text: [Unicode.Scalar]
  ) -> (assertion: Assertion, graph: ExpressionGraph)? {
    reader.assertion(ofRelation: relation, inFormula: formula, changedTo: text, candidate, notes)
  }
}
