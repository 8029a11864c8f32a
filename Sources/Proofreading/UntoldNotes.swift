import Derivations
import Expressions
import LaTeX
import Reading

/// Notes about a network that nobody tells.
enum UntoldNotes {
  /// The relations of `document`, none of them read.
  static func read(_ document: Document, macros: MacroTable, skipping skipped: Set<Int>) -> Notes {
    var notes = Notes(graph: ExpressionGraph())
    for (number, formula) in document.formulas.enumerated() where !skipped.contains(number) {
      for chain in ChainReader.chains(of: MathParser.parse(formula.text.scalars, macros: macros)) {
        for (place, sign) in chain.signs.enumerated() where !chain.isCondition {
          let end = sign.range.upperBound..<sign.range.upperBound
          notes.relations.append(
            ReadRelation(
              formula: number, sign: sign.range, left: chain.members[place].range,
              right: chain.members[place + 1].range ?? end,
              content: .unread(ReadingProblem(kind: .missing(English.network), range: sign.range))))
        }
      }
    }
    return notes
  }
}
