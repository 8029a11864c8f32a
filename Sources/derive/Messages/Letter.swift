/// A letter of formulas, or a command of LaTeX for one.
struct Letter {
  private let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Whether the formulas of `document` may show this letter; linear in the length of the document.
  ///
  /// A single letter in a run of three letters or more belongs to a word or a command, in a shorter one to a formula,
  /// w_{pj}. A command ends where its letters end.
  func occurs(in document: String) -> Bool {
    let text = Array(document.unicodeScalars)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end].properties.isAlphabetic { end += 1 }
      if end == start { end += 1 }
      let isCommand = start > 0 && text[start - 1] == "\\"
      if scalars.count == 1, !isCommand, end - start < 3, text[start..<end].contains(scalars[0]) { return true }
      if scalars.count > 1, matches(text, at: scalars[0] == "\\" ? start - 1 : start, wordEnd: end) { return true }
      start = end
    }
    return false
  }

  private func matches(_ text: [Unicode.Scalar], at start: Int, wordEnd: Int) -> Bool {
    guard start >= 0, start + scalars.count <= text.count, start + scalars.count >= wordEnd else { return false }
    return text[start..<(start + scalars.count)].elementsEqual(scalars)
  }
}
