/// Takes the comments out of a formula: from `%` to the end of its line, which stays, as it parts what it parted; and,
/// in Markdown, what stands between `<!--` and `-->`.
enum FormulaComments {
  /// The formula without comments, and the comments without their marks. Linear.
  ///
  /// In Markdown `%` is in doubt; it begins a comment only if the formula goes on with another line.
  static func removed(
    from text: LocatedText, isMarkdown: Bool
  ) -> (text: LocatedText, comments: [LocatedText]) {
    guard text.scalars.contains(where: { $0 == "%" || $0 == "<" }) else { return (text, []) }
    var result = text.slice(0..<0)
    var comments: [LocatedText] = []
    let lastLine = (text.scalars.lastIndex(of: "\n") ?? -1) + 1
    var index = 0
    var kept = 0
    while index < text.count {
      let isDoubtful = isMarkdown && index >= lastLine
      guard let comment = comment(in: text.scalars, at: index, isMarkdown: isMarkdown, isDoubtful: isDoubtful) else {
        index += text.scalars[index] == "\\" ? 2 : 1
        continue
      }
      result.append(text, kept..<index)
      comments.append(text.slice(comment.content))
      kept = comment.end
      index = comment.end
    }
    result.append(text, kept..<text.count)
    return (result, comments)
  }

  /// No comment in a formula is longer; keeps the search for its end short.
  static let longestHTMLComment = 500

  /// The comment that begins at an index, if one does; `%` does not where it is in doubt.
  private static func comment(
    in scalars: [Unicode.Scalar], at index: Int, isMarkdown: Bool, isDoubtful: Bool
  ) -> (content: Range<Int>, end: Int)? {
    if scalars[index] == "%" {
      guard !isDoubtful else { return nil }
      let end = scalars[index...].firstIndex(of: "\n") ?? scalars.count
      return (index + 1..<end, end)
    }
    guard isMarkdown, scalars[index] == "<", scalars[index...].starts(with: "<!--".unicodeScalars) else { return nil }
    for offset in index + 4..<max(index + 4, min(scalars.count, index + longestHTMLComment)) {
      if scalars[offset] == "\n" { return nil }
      if scalars[offset...].starts(with: "-->".unicodeScalars) { return (index + 4..<offset, offset + 3) }
    }
    return nil
  }
}
