/// What a block stands in.
public enum Nesting: Hashable, Sendable {
  /// An item of a list; numbered lists give the number.
  case listItem(number: Int?)
  /// A quotation.
  case quote
  /// The text of a heading.
  case heading(level: Int)
  /// An environment of LaTeX or a directive of reStructuredText that holds text: `theorem`, `proof`, `note`.
  case environment(String)
}
