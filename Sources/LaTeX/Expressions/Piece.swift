/// A formula written in LaTeX with what its surroundings must know of it.
struct Piece {
  /// How tightly the outermost sign of a formula binds. A formula that binds less tightly than its place asks for gets
  /// brackets.
  enum Level: Int, Comparable {
    case or, and, not, comparison, sum
    /// −x: a product with a minus in front.
    case negative
    /// Σ …, a cases block: whatever follows would be taken in.
    case openEnded
    case product
    /// A product's factor that cannot carry an exponent: a fraction, a root, a power.
    case power
    case atom
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  /// What a formula looks like as a factor: it decides on the space or sign between two of them.
  enum Shape {
    case number
    /// A number written as a fraction.
    case numericFraction
    /// A letter without indices.
    case letter
    /// A letter with indices, and whatever else needs no space.
    case indexed
    /// In brackets ( ) or [ ].
    case bracket
    /// In brackets that grow; LaTeX itself puts a thin space beside them.
    case tallBracket
    /// f(z).
    case call
    /// \log(z): LaTeX itself puts a thin space before it.
    case operatorCall
    /// A fraction, a partial derivative, a term with a brace under it.
    case fraction
  }

  var latex: String
  var level: Level
  var shape: Shape = .indexed
  /// Whether it is taller than a line, so that brackets around it must grow.
  var isTall = false
  /// Whether it carries a superscript of its own, so that an exponent needs brackets.
  var hasSuperscript = false

  /// The formula in brackets.
  var bracketed: Piece {
    isTall
      ? Piece(latex: #"\left( \#(latex) \right)"#, level: .atom, shape: .tallBracket, isTall: true)
      : Piece(latex: "(\(latex))", level: .atom, shape: .bracket)
  }

  /// The formula, in brackets if it binds less tightly than `level`.
  func atLeast(_ level: Level) -> Piece { self.level < level ? bracketed : self }
}

/// `text` as the argument of `^` or `_`: without braces where it is one character.
func script(_ text: String) -> String {
  text.utf8.count == 1 ? text : "{\(text)}"
}
