/// How a document is written.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case markdown
  /// Text with formulas as in Markdown, whose indentation means nothing.
  case plain
  case latex
  case notebook
  case reStructuredText

  /// The kind that a file's name tells by its ending, in either case; nil if it doesn't.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "md", "markdown", "mdown", "mkd", "mkdn", "mdwn", "mdx", "rmd", "qmd", "myst": self = .markdown
    case "txt", "text", "html", "htm", "xhtml", "wiki", "mediawiki", "org": self = .plain
    case "tex", "latex", "ltx", "sty", "cls": self = .latex
    case "ipynb": self = .notebook
    case "rst", "rest": self = .reStructuredText
    default: return nil
    }
  }

  /// Guesses the kind from the content: a notebook is a JSON object with cells, a LaTeX file begins with a comment, a
  /// definition or `\documentclass`, reStructuredText has its directives and roles; anything else is Markdown. Linear.
  init(guessing source: SourceText) {
    let scalars = source.scalars
    let first = scalars.firstIndex { !$0.isSpace } ?? 0
    if source[first] == "{" && (source.contains("\"cells\"") || source.contains("\"worksheets\"")) {
      self = .notebook
    } else if source.contains("\\documentclass") || source.contains("\\begin{document}") {
      self = .latex
    } else if source[first] == "%" || ["\\section", "\\newcommand", "\\usepackage"].contains(where: source.contains) {
      self = source.contains("$$") && source.contains("\n#") ? .markdown : .latex
    } else if [".. math::", ":math:`", ".. code-block::"].contains(where: source.contains) {
      self = .reStructuredText
    } else {
      self = .markdown
    }
  }
}

extension SourceText {
  /// Whether a text occurs. Linear for texts whose first scalar is rare in them.
  fileprivate func contains(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return scalars.indices.contains { scalars[$0] == wanted[0] && scalars[$0...].starts(with: wanted) }
  }
}
