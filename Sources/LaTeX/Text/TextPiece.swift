/// A formula in plain text with what its surroundings must know of it.
struct TextPiece {
  var text: String
  var level: Piece.Level
  /// Whether it is a quotient: two of them get a dot between them.
  var isQuotient = false
  /// Whether it carries a superscript of its own, so that an exponent needs brackets.
  var hasSuperscript = false

  /// The formula, in brackets if it binds less tightly than `level`.
  func atLeast(_ level: Piece.Level) -> TextPiece {
    self.level < level ? TextPiece(text: "(\(text))", level: .atom) : self
  }
}
