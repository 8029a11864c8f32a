/// What a formula is written between.
public enum FormulaDelimiter: Hashable, Sendable {
  /// `$…$`
  case dollar
  /// `$$…$$`
  case dollars
  /// `` $`…`$ ``, a code host's spelling that protects the formula from Markdown
  case backtickDollar
  /// `\(…\)`
  case parenthesis
  /// `\[…\]`
  case bracket
  /// `[` and `]` on lines of their own: a display that has lost its backslashes where an answer in a chat was copied
  case bareBracket
  /// `\\(…\\)`, escaped once more for Markdown
  case doubledParenthesis
  /// `\\[…\\]`, escaped once more for Markdown, or `\\\[…\\]`, where the bracket is escaped as well
  case doubledBracket
  /// `` ```math ``
  case fence
  /// `\begin{…}…\end{…}`, by the name with its star
  case environment(String)
  /// `<math>…</math>` of wikis, or `<script type="math/tex">` of site generators
  case element(isDisplay: Bool)
  /// The address of a picture that a server draws from LaTeX
  case picture
  /// reStructuredText's `` :math:`…` ``
  case role
  /// reStructuredText's `.. math::`
  case directive
  /// nothing: a line of plain text by itself
  case line

  /// Whether the formula stands apart from the text.
  public var isDisplay: Bool {
    switch self {
    case .dollar, .backtickDollar, .parenthesis, .doubledParenthesis, .picture, .role: false
    case .environment(let name): name != "math"
    case .element(let isDisplay): isDisplay
    case .dollars, .bracket, .bareBracket, .doubledBracket, .fence, .directive, .line: true
    }
  }
}

extension FormulaDelimiter: CustomStringConvertible {
  /// What opens the formula; an environment is its name.
  public var description: String {
    switch self {
    case .dollar: "$"
    case .dollars: "$$"
    case .backtickDollar: "$`"
    case .parenthesis: "\\("
    case .bracket: "\\["
    case .bareBracket: "["
    case .doubledParenthesis: "\\\\("
    case .doubledBracket: "\\\\["
    case .fence: "```math"
    case .environment(let name): name
    case .element: "<math>"
    case .picture: "picture"
    case .role: ":math:"
    case .directive: ".. math::"
    case .line: "line"
    }
  }

  /// What opens the formula, as it stands in the file.
  var opening: String {
    if case .environment(let name) = self { "\\begin{\(name)}" } else { description }
  }
}
