/// A formula as it was cut out of a document.
struct FormulaCut {
  /// The rules by which the document is written around the formula.
  enum Dialect {
    /// Markdown's escapes may stand in it, and comments are in doubt.
    case markdown
    /// Markdown leaves it alone (a fence), but comments are in doubt.
    case protected
    /// As TeX reads it.
    case latex
  }

  /// What stands between the delimiters.
  var text: LocatedText
  /// What it stands between.
  var delimiter: FormulaDelimiter
  /// From the opening to the closing delimiter, as offsets.
  var range: Range<Int>
  /// How it is written.
  var dialect: Dialect

  /// The formula as its author meant it.
  var unescaped: LocatedText {
    dialect == .markdown ? MarkdownEscapes.undone(in: text, delimiter: delimiter) : text
  }
}

extension LocatedText {
  /// Joins pieces of a source.
  init(source: SourceText, pieces: [Range<Int>], at offset: Int) {
    self.init(source: source, at: offset)
    for piece in pieces { append(piece) }
  }
}
