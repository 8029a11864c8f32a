import Derivations
import Expressions

extension Statement {
  /// The members of the chain, the head first.
  var members: [Expression] { [head] + steps.map(\.expression) }

  /// Every expression of the statement: what its indices must be told apart from.
  var expressions: [Expression] {
    members + steps.flatMap { $0.names.flatMap { [$0.term, $0.name] } }
  }

  /// The step whose relation sign stands at the alignment: the first, or, behind other names of the head (ŷ_i = a_i^4 = …),
  /// the first that says something of it.
  func alignedStep(_ graph: ExpressionGraph) -> Int {
    let names = members.prefix { member in
      if case .symbol = graph[member] { true } else { false }
    }
    return max(0, min(names.count, steps.count) - 1)
  }

  /// Whether the step behind that at `place` stands on its line: both have one reason, "the same with …".
  func continuesLine(after place: Int) -> Bool {
    guard place + 1 < steps.count, case .sameWith = steps[place].reason else { return false }
    return steps[place].reason == steps[place + 1].reason
  }
}

extension Row {
  /// Every expression that stands on the line, the remarks apart: their indices are their own.
  var expressions: [Expression] { statements.flatMap(\.expressions) + shownRanges }
}

extension Section {
  /// How many statements of each row get a column of their own; those left over share the last one.
  var columnCount: Int { max(1, rows.map(\.statements.count).min() ?? 1) }

  /// Whether something stands behind the statements of a row.
  var showsRanges: Bool { rows.contains { !$0.shownRanges.isEmpty || !$0.remarks.isEmpty } }
}
