// Formulas in elements and addresses: `<math>` of wikis, `<script type="math/tex">`, which site generators write for a browser
// to draw, and pictures that a server draws from LaTeX.
extension MarkdownReader {
  /// Reads `<math>…</math>`; false if that is none, or MathML.
  mutating func readMathElement(_ position: inout TextPosition) -> Bool {
    let start = position.offset
    guard source.has("<math", at: start), !source[start + 5].isLetter,
      let tagEnd = source.scalars[start..<min(start + 200, position.end)].firstIndex(of: ">"),
      let close = search.range(of: "</math", from: tagEnd), !position.isOneLine || close.upperBound < position.end
    else { return false }
    let content = LocatedText(source: source, range: tagEnd + 1..<close.lowerBound)
    guard !content.scalars.indices.contains(where: { content.scalars[$0...].starts(with: "<m".unicodeScalars) })
    else { return false }
    let isBlock = source.text(start..<tagEnd).contains("block") || source[start - 1] == ":"
    let end = source[close.upperBound] == ">" ? close.upperBound + 1 : close.upperBound
    addProse(position, to: start)
    collector.addFormula(
      FormulaCut(
        text: content, delimiter: .element(isDisplay: isBlock), range: start..<end, dialect: .markdown))
    resume(at: end, &position)
    return true
  }

  /// Reads `<script type="math/tex; mode=display">…</script>`; false if that is none.
  mutating func readMathScript(_ position: inout TextPosition) -> Bool {
    let start = position.offset
    guard source.has("<script", at: start),
      let tagEnd = source.scalars[start..<min(start + 200, position.end)].firstIndex(of: ">")
    else { return false }
    let tag = source.text(start..<tagEnd)
    guard tag.contains("math/tex"), let close = search.range(of: "</script>", from: tagEnd),
      !position.isOneLine || close.upperBound <= position.end
    else { return false }
    let content = contentOfScript(tagEnd + 1..<close.lowerBound)
    addProse(position, to: start)
    collector.addFormula(
      FormulaCut(
        text: LocatedText(source: source, range: content), delimiter: .element(isDisplay: tag.contains("mode=display")),
        range: start..<close.upperBound, dialect: .protected))
    resume(at: close.upperBound, &position)
    return true
  }

  /// A script without the marks that keep a reader of XML from taking its signs for tags: % <![CDATA[ … %]]>
  private func contentOfScript(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func skipSpace() {
      while start < end, source.scalars[start].isSpace { start += 1 }
      while end > start, source.scalars[end - 1].isSpace { end -= 1 }
    }
    skipSpace()
    let isMarked = source.has("% <![CDATA[", at: start) && source.has("%]]>", at: end - 4) && end - start >= 15
    guard isMarked else { return start..<end }
    (start, end) = (start + 11, end - 4)
    skipSpace()
    return start..<end
  }

  /// Reads an address whose query is a formula; false if there is none.
  mutating func readPictureAddress(_ position: inout TextPosition) -> Bool {
    let start = position.offset
    guard let query = queryStart(at: start, end: position.end) else { return false }
    var end = query
    var depth = 0
    while end < position.end, !source.scalars[end].isSpace, !["\"", "'", ">", "<"].contains(source.scalars[end]) {
      depth += source.scalars[end] == "(" ? 1 : source.scalars[end] == ")" ? -1 : 0
      if depth < 0 { break }
      end += 1
    }
    let text = AddressDecoder.decoded(source, query..<end)
    addProse(position, to: start)
    collector.addFormula(FormulaCut(text: text, delimiter: .picture, range: start..<end, dialect: .protected))
    resume(at: end, &position)
    return true
  }

  /// Where the formula of an address begins.
  private func queryStart(at start: Int, end: Int) -> Int? {
    if source.has("latex.codecogs.com/", at: start) {
      let slash = start + 19
      return source.scalars[slash..<min(slash + 40, end)].firstIndex(of: "?").map { $0 + 1 }
    }
    return source.has("render/math?math=", at: start) ? start + 17 : nil
  }
}
