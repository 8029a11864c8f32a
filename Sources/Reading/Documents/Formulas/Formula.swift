/// A formula of a document: its source and where every scalar of it stands.
public struct Formula: Sendable {
  /// What stands between the delimiters, without comments and definitions of macros. The content of an environment such
  /// as `align` is the text between `\begin{align}` and `\end{align}`; a `cases` or `pmatrix` that stands alone, outside
  /// of any formula, keeps its `\begin` and `\end`.
  public let text: LocatedText
  /// What the formula is written between.
  public let delimiter: FormulaDelimiter
  /// Where the opening delimiter begins.
  public let start: SourcePlace
  /// The place behind the closing delimiter.
  public let end: SourcePlace
  /// What the formula stands in, outermost first.
  public let nesting: [Nesting]
  /// The number of the paragraph: blocks with one number stand in one paragraph.
  public let paragraph: Int
  /// The text between the formula before it and this one, in its paragraph.
  public let before: LocatedText?
  /// The text between this formula and the next one, in its paragraph.
  public internal(set) var after: LocatedText?

  /// Whether the formula stands apart from the text.
  public var isDisplay: Bool { delimiter.isDisplay }
}
