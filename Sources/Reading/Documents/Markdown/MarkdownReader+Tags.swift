// HTML in Markdown: comments and what is shown as code; all other tags are prose.
extension MarkdownReader {
  mutating func readTag(_ position: inout TextPosition) {
    if source.has("<!--", at: position.offset) { return readComment(&position) }
    if readMathElement(&position) || readMathScript(&position) { return }
    guard let name = codeElement(at: position.offset),
      let end = find("</\(name)", from: position.offset + 1), !position.isOneLine || end <= position.end
    else {
      position.offset += 1
      return
    }
    addProse(position, to: position.offset)
    resume(at: end, &position)
  }

  /// Elements whose content is shown as it stands, or not at all.
  private func codeElement(at offset: Int) -> String? {
    var name = String.UnicodeScalarView()
    for scalar in source.scalars[(offset + 1)...].prefix(8) {
      guard scalar.isASCIILetter else { break }
      name.append(scalar)
    }
    return ["pre", "code", "script", "style", "textarea", "kbd"].first { $0 == String(name).lowercased() }
  }

  private mutating func readComment(_ position: inout TextPosition) {
    let start = position.offset
    guard let end = find("-->", from: start + 4), !position.isOneLine || end <= position.end else {
      collector.addProblem(.unclosed("<!--"), at: source.place(at: start))
      position.offset += 4
      return
    }
    addProse(position, to: start)
    collector.addComment(LocatedText(source: source, range: start + 4..<end - 3), isBlock: false)
    resume(at: end, &position)
  }

  /// Passes over a listing as some site generators mark it.
  mutating func skipListing(_ position: inout TextPosition) {
    guard let end = find("{% endhighlight %}", from: position.offset), !position.isOneLine else {
      position.offset += 1
      return
    }
    addProse(position, to: position.offset)
    resume(at: end, &position)
  }

  /// The offset behind the next occurrence of a text.
  private mutating func find(_ text: String, from start: Int) -> Int? {
    search.range(of: text, from: start)?.upperBound
  }
}
