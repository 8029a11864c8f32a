/// Takes the comments out of a formula: from `%` to the end of its line, which stays, as it parts what it parted.
enum FormulaComments {
  /// The formula without comments, and the comments without their `%`.
  ///
  /// Where comments are in doubt (Markdown), `%` begins one only if the formula goes on with another line.
  static func removed(
    from text: LocatedText, certain: Bool
  ) -> (text: LocatedText, comments: [LocatedText]) {
    guard text.scalars.contains("%") else { return (text, []) }
    var result = text.slice(0..<0)
    var comments: [LocatedText] = []
    var index = 0
    var kept = 0
    while index < text.count {
      switch text.scalars[index] {
      case "\\": index += 2
      case "%":
        let end = text.scalars[index...].firstIndex(of: "\n")
        if let end = end ?? (certain ? text.count : nil) {
          result.append(text, kept..<index)
          comments.append(text.slice(index + 1..<end))
          kept = end
          index = end
        } else {
          index += 1
        }
      default: index += 1
      }
    }
    result.append(text, kept..<text.count)
    return (result, comments)
  }
}
