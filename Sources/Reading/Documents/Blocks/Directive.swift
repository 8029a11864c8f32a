/// What a document tells the program: `<!-- derive: ignore -->`, `% derive: expect refuted`, `.. derive: mse`.
public struct Directive: Sendable {
  /// What kinds of directive there are.
  public enum Kind: Hashable, Sendable {
    /// The display is not judged.
    case ignore
    /// The display is wrong on purpose, and must stay so.
    case expectRefuted
    /// Anything else: what is left open, or overruled, in the document.
    case setting
  }

  /// What the directive is.
  public let kind: Kind
  /// What stands behind `derive:`, without white space at its ends.
  public let text: LocatedText
  /// Which block of the document is the formula meant: the display in which the directive stands, or which ends on its
  /// line; else the next formula that is displayed. Nil for settings, and if there is none.
  public internal(set) var display: Int?
  /// What the directive stands in.
  public let nesting: [Nesting]

  /// Reads the inside of a comment; nil unless it begins with `derive:`.
  init?(comment: LocatedText, display: Int? = nil, nesting: [Nesting]) {
    let content = comment.trimmed
    let mark = Array("derive:".unicodeScalars)
    guard content.scalars.starts(with: mark) else { return nil }
    text = content.slice(mark.count..<content.count).trimmed
    let words = text.string.split(whereSeparator: \.isWhitespace)
    switch words {
    case ["ignore"]: kind = .ignore
    case ["expect", "refuted"]: kind = .expectRefuted
    default: kind = .setting
    }
    self.display = display
    self.nesting = nesting
  }
}
