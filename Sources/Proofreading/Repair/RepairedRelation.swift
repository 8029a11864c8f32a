import LaTeX

/// What would make a relation true: "did you mean".
public struct RepairedRelation: Sendable {
  /// What is changed; several edits at once where one is not enough.
  public var edits: [Edit]
  /// What to point at, in scalars of the formula as it stands.
  public var slip: Range<Int>
  /// What would stand there instead, and what belongs to it: `\sum_{j=1}^4` where the slip is the 2.
  public var replacement: String
  /// The whole relation, repaired: left side, sign and right side; without a left side where the relation has none.
  public var suggestion: String
  /// What is wrong, in a few words.
  public var reason: String
  /// The formula, repaired.
  public var formula: String

  /// An edit, and what it is made of.
  typealias Candidate = (edit: Edit, parts: [Edit])

  init(_ edit: Edit, parts: [Edit], of relation: RelationSource) {
    let source = relation.formula.source
    edits = parts
    slip = edit.mark
    replacement = Edit.string(edit.applied(to: source, in: edit.shown)).trimmed
    suggestion = Edit.string(edit.applied(to: source, in: relation.range)).trimmed
    reason = edit.reason
    formula = Edit.string(edit.applied(to: source))
  }
}

extension RelationSource {
  /// From the left side, or the sign where there is none, to the end of the right side.
  var range: Range<Int> {
    min(left?.lowerBound ?? right.lowerBound, right.lowerBound)..<max(left?.upperBound ?? 0, right.upperBound)
  }
}

extension String {
  /// Without blanks at the ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
