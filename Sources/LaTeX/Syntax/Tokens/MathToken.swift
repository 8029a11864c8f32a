/// A token of a formula: the smallest piece that TeX itself tells apart.
///
/// `MathLexer` gives every scalar of its input to exactly one token; the texts of the tokens, one after another, are
/// the input. Tokens that come out of a macro have the range of the call.
public struct MathToken: Sendable, Equatable {
  /// What a token is.
  public enum Kind: Sendable, Equatable {
    /// `\alpha`, `\,`, `\\`: the name is what stands behind the backslash.
    case command(String)
    /// Any scalar without a job of its own. `&lt;` and `&gt;` are one scalar each, as a browser shows them.
    case character(Unicode.Scalar)
    /// `{`
    case openBrace
    /// `}`
    case closeBrace
    /// `^`
    case superscript
    /// `_`
    case `subscript`
    /// `&`
    case ampersand
    /// `$` or `$$`
    case dollar
    /// `#2`, a parameter in the body of a macro; `##2` has level 2, that of a macro defined within a macro.
    case parameter(Int, level: Int)
    /// A run of white space.
    case space
    /// `%` and what follows on the line.
    case comment
    /// A stray tag of a page, `<sup>`.
    case markup(String)
    /// A definition of the macro of this name, already carried out. Only after expansion.
    case definition(String)
  }

  /// What the token is.
  public var kind: Kind
  /// The scalars of the source it stands for, half open.
  public var range: Range<Int>

  /// A token.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension MathToken {
  /// Whether TeX looks past it in formulas.
  var isTrivia: Bool { kind == .space || kind == .comment }

  /// Whether it is the command `name`.
  func isCommand(_ name: String) -> Bool { kind == .command(name) }

  /// The scalar that it is, if it is one.
  var character: Unicode.Scalar? {
    guard case .character(let scalar) = kind else { return nil }
    return scalar
  }

  /// The token in TeX, for places where a token stands for nothing but itself (names, dimensions).
  var text: String {
    switch kind {
    case .command(let name): "\\" + name
    case .character(let scalar): String(scalar)
    case .openBrace: "{"
    case .closeBrace: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .ampersand: "&"
    case .dollar: "$"
    case .parameter(let number, let level): String(repeating: "#", count: level) + String(number)
    case .space: " "
    case .comment, .definition: ""
    case .markup(let text): text
    }
  }
}
