/// The font or role that a command gives to its argument.
public enum MathStyle: String, Sendable {
  case roman, bold, italic, sansSerif, typewriter, calligraphic, blackboard, fraktur, normal
  /// `\operatorname` of something that is not a plain name.
  case operatorName
  /// `\mathop`, `\mathbin`, `\mathrel`, and the rest of TeX's classes.
  case largeOperator, binary, relation, ordinary
  /// Changes the room it takes, not what is read: `\smash`, `\mathclap`, `\href`.
  case unchanged
}

/// What stands over or under a letter.
public enum MathAccent: String, Sendable {
  case hat, bar, tilde, vector, dot, doubleDot, tripleDot, check, breve, acute, grave, ring
  case underline, underTilde, leftArrow, bothArrow
}

/// What is drawn around or through something.
public enum MathFrame: String, Sendable {
  case boxed, circled, cancelled
}

/// White space that was asked for.
public enum MathSpace: Sendable, Equatable {
  /// `\,`, `\:`, `\;` and narrower than a quad.
  case thin, medium, thick
  /// `\!`
  case negative
  /// `~`, `\ `: as between words.
  case word
  /// `\quad`, `\qquad`
  case quad, doubleQuad
  /// `\hspace{10em}`: the width as written.
  case explicit(String)
}

/// What is said about a formula rather than in it.
public enum MathAnnotation: Sendable, Equatable {
  /// `\label{eq:loss}`
  case label(String)
  /// `\tag{1}`
  case tag(String)
  /// `\eqref{eq:loss}`
  case reference(String)
}
