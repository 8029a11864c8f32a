/// Reads Markdown (CommonMark 0.31 as far as it decides what is a formula, and what usual extensions make of dollars).
///
/// Goals, in this order: no formula is lost or cut wrongly; nothing that is no formula is taken for one; the structure
/// around the formulas is right. So while a display is open its lines belong to it, whatever they begin with.
///
/// One pass over the lines; only the search for the end of a formula, a span of code or a comment looks ahead.
struct MarkdownReader: BlockReader {
  let source: SourceText
  /// Whether indentation by four columns means code.
  let hasIndentedCode: Bool
  var collector = BlockCollector()
  var line = 0
  var containers: [MarkdownContainer] = [] {
    didSet { collector.nesting = containers.map(\.nesting) }
  }
  var isInParagraph = false
  /// For a number of backticks, the line up to which no such run closes a span of code.
  var codeIsOpenTo: [Int: Int] = [:]
  var search: TextSearch

  init(source: SourceText, hasIndentedCode: Bool) {
    self.source = source
    self.hasIndentedCode = hasIndentedCode
    search = TextSearch(source)
  }

  /// Reads the whole text into the collector. Linear.
  mutating func read() {
    skipFrontMatter()
    while line < source.lines.count { readLine() }
    endParagraph()
    containers = []
    collector.steps += search.steps
  }

  /// Reads the whole text as one heading into the collector.
  mutating func readHeading(level: Int) {
    readHeading(level: level, from: 0)
  }

  /// Passes over settings in YAML or TOML between `---` or `+++` at the very beginning.
  private mutating func skipFrontMatter() {
    func isMark(_ line: Int, _ mark: StaticString) -> Bool {
      source.lines[line].count == 3 && source.has(mark, at: source.lines[line].lowerBound)
    }
    let isTOML = isMark(0, "+++")
    guard isTOML || isMark(0, "---"), source.lines.count > 1, !source.isBlank(line: 1) else { return }
    let end = source.lines.indices.dropFirst().first {
      isTOML ? isMark($0, "+++") : isMark($0, "---") || isMark($0, "...")
    }
    if let end { line = end + 1 }
  }

  mutating func endParagraph() {
    collector.endParagraph()
    isInParagraph = false
  }

  /// Reads one line, and those that belong to it.
  private mutating func readLine() {
    var cursor = MarkdownCursor(source, line: line)
    let matched = match(&cursor)
    if cursor.isAtBlank {
      endParagraph()
      if let quote = containers[matched...].firstIndex(of: .quote) { containers.removeSubrange(quote...) }
      line += 1
      return
    }
    if matched < containers.count {
      if isInParagraph, !startsBlock(cursor, interruptsParagraph: false) {
        cursor.skipIndentation()
        return readText(from: cursor.offset)
      }
      endParagraph()
      containers.removeSubrange(matched...)
    }
    while openContainer(&cursor) {}
    if cursor.isAtBlank {
      line += 1
    } else {
      readLeaf(cursor)
    }
  }

  /// Passes the markers of the open containers; how many there are.
  func match(_ cursor: inout MarkdownCursor) -> Int {
    var matched = 0
    while matched < containers.count, cursor.match(containers[matched]) { matched += 1 }
    return matched
  }

  private mutating func openContainer(_ cursor: inout MarkdownCursor) -> Bool {
    let isParagraph = isInParagraph
    if containers.count < Self.deepestNesting {
      if cursor.takeQuote() {
        endParagraph()
        containers.append(.quote)
        return true
      }
      if let item = cursor.takeItem(interruptsParagraph: isParagraph) {
        endParagraph()
        containers.append(item)
        return true
      }
    }
    return false
  }

  /// How deep containers nest; further markers are text.
  private static let deepestNesting = 100

  /// Whether something begins here that no paragraph goes on with.
  func startsBlock(_ cursor: MarkdownCursor, interruptsParagraph: Bool) -> Bool {
    var copy = cursor
    return copy.takeQuote() || copy.takeItem(interruptsParagraph: interruptsParagraph) != nil
      || cursor.heading != nil || cursor.fence != nil || cursor.isThematicBreak
  }

  /// Reads what is left of a line behind the markers of its containers.
  private mutating func readLeaf(_ cursor: MarkdownCursor) {
    if let fence = cursor.fence { return readFence(fence, from: cursor) }
    if let (level, offset) = cursor.heading { return readHeading(level: level, from: offset) }
    if cursor.isThematicBreak {
      endParagraph()
      line += 1
      return
    }
    var start = cursor
    start.skipIndentation()
    if hasIndentedCode, !isInParagraph, cursor.indentation >= 4, !startsDisplay(at: start.offset) {
      line += 1
      return
    }
    if !isInParagraph, let level = underlineLevel(), !startsDisplay(at: start.offset) {
      readHeading(level: level, from: start.offset)
      line += 1
      return
    }
    if readBareDisplay(from: start.offset) { return }
    readText(from: start.offset)
  }

  private func startsDisplay(at offset: Int) -> Bool {
    source.has("$$", at: offset) || source.has("\\[", at: offset) || source.has("\\begin{", at: offset)
  }

  /// The level of the heading that the current line is if the next one underlines it.
  private func underlineLevel() -> Int? {
    guard line + 1 < source.lines.count else { return nil }
    var cursor = MarkdownCursor(source, line: line + 1)
    guard match(&cursor) == containers.count, cursor.indentation < 4 else { return nil }
    let marks = cursor.rest.drop(while: \.isBlank)
    guard let mark = marks.first, mark == "=" || mark == "-" else { return nil }
    let run = marks.prefix { $0 == mark }
    guard run.count >= 3, marks[run.endIndex...].allSatisfy(\.isSpace) else { return nil }
    return mark == "=" ? 1 : 2
  }

  /// Reads a heading on the current line; the formulas in it become blocks of their own.
  private mutating func readHeading(level: Int, from start: Int) {
    endParagraph()
    var end = source.lines[line].upperBound
    while end > start, source.scalars[end - 1].isSpace { end -= 1 }
    var marks = end
    while marks > start, source.scalars[marks - 1] == "#" { marks -= 1 }
    if marks == start || source.scalars[marks - 1].isBlank { end = marks }
    collector.addHeading(level: level, LocatedText(source: source, range: start..<end))
    let nesting = collector.nesting
    collector.nesting.append(.heading(level: level))
    collector.proseIsKnown = true
    readText(from: start, to: end, isOneLine: true)
    endParagraph()
    collector.proseIsKnown = false
    collector.nesting = nesting
  }

  /// Reads a block of code, which may be a formula.
  private mutating func readFence(_ fence: MarkdownFence, from cursor: MarkdownCursor) {
    endParagraph()
    let opening = line
    var start = cursor
    start.skipIndentation()
    var pieces: [Range<Int>] = []
    var firstBlank: Int?
    line += 1
    while line < source.lines.count {
      var cursor = MarkdownCursor(source, line: line)
      if match(&cursor) < containers.count { break }
      if fence.isClosed(by: cursor) {
        if fence.isMath { addFence(pieces, start: start.offset, end: source.lines[line].upperBound) }
        line += 1
        return
      }
      if fence.isMath, cursor.fence != nil { break }
      if firstBlank == nil, cursor.isAtBlank { firstBlank = pieces.count }
      cursor.skipIndentation(fence.indentation)
      pieces.append(cursor.offset..<source.end(ofLine: line))
      line += 1
    }
    if fence.isMath, let firstBlank {
      pieces.removeSubrange(firstBlank...)
      line = opening + 1 + firstBlank
    }
    let text = LocatedText(source: source, pieces: fence.isMath ? pieces : [], at: start.offset)
    let opener = String(repeating: String(fence.mark), count: fence.length) + (fence.isMath ? "math" : "")
    collector.addProblem(.unclosed(opener), at: source.place(at: start.offset), text: text)
  }

  private mutating func addFence(_ pieces: [Range<Int>], start: Int, end: Int) {
    let text = LocatedText(source: source, pieces: pieces, at: start)
    collector.addFormula(FormulaCut(text: text, delimiter: .fence, range: start..<end, dialect: .protected))
  }
}
