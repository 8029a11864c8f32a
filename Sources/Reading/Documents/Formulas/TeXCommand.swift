/// A command of TeX as it stands in a source: a backslash and letters, or a backslash and one other scalar.
struct TeXCommand {
  /// The name without the backslash; empty at the end of a line.
  let name: String
  /// Where the command stands.
  let range: Range<Int>

  /// Reads the command at an offset where a backslash stands, up to `end`.
  init(in scalars: [Unicode.Scalar], at offset: Int, end: Int) {
    var next = offset + 1
    while next < end, scalars[next].isASCIILetter { next += 1 }
    if next == offset + 1, next < end { next += 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[offset + 1..<next])
    name = String(view)
    range = offset..<next
  }

  /// The name in braces behind the command, as in `\begin{align*}`, and the offset behind it; nil if there is none.
  func braced(in scalars: [Unicode.Scalar], end: Int) -> (name: String, end: Int)? {
    var start = range.upperBound
    while start < end, scalars[start].isBlank { start += 1 }
    guard start < end, scalars[start] == "{" else { return nil }
    var name = String.UnicodeScalarView()
    for offset in start + 1..<min(end, start + Self.longestName) {
      let scalar = scalars[offset]
      if scalar == "}" { return (String(name), offset + 1) }
      guard scalar.isASCIILetter || scalar == "*" || scalar == " " else { return nil }
      if scalar != " " { name.append(scalar) }
    }
    return nil
  }

  /// No environment has a longer name.
  private static let longestName = 40

  /// Whether the command's argument is text, in which a formula may stand between dollars.
  static func takesText(_ name: String) -> Bool {
    [
      "text", "textrm", "textbf", "textit", "textsf", "texttt", "textnormal", "mbox", "hbox", "fbox", "intertext",
      "shortintertext", "tag", "parbox",
    ].contains(name)
  }

  /// Whether the command divides a document, so that no formula reaches across it. (`\part` is also an old name of ∂.)
  static func isStructural(_ name: String) -> Bool {
    ["chapter", "section", "subsection", "subsubsection", "documentclass", "item"].contains(name)
  }
}
