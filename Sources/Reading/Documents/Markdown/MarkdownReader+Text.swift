// The text of paragraphs and headings: what stands between formulas, code and comments.
extension MarkdownReader {
  /// Where reading stands in the text.
  struct TextPosition {
    var offset: Int
    /// The end of what is read of the current line.
    var end: Int
    /// Where the prose begins that was not yet handed on.
    var proseStart: Int
    /// Whether the text ends with its line.
    let isOneLine: Bool
  }

  /// Reads text from an offset on the current line to the end of the line on which the last formula in it ends.
  mutating func readText(from start: Int, to end: Int? = nil, isOneLine: Bool = false) {
    isInParagraph = true
    let isRow = source[start] == "|"
    var position = TextPosition(
      offset: start, end: end ?? source.lines[line].upperBound, proseStart: start, isOneLine: isOneLine || isRow)
    if source[start] == "%" { takeCommentLine(&position) }
    while position.offset < position.end { readScalar(&position) }
    addProse(position, to: isOneLine ? position.end : source.end(ofLine: line))
    line += 1
  }

  /// Hands on the prose up to an offset.
  mutating func addProse(_ position: TextPosition, to end: Int) {
    if position.proseStart < end { collector.addProse(source, position.proseStart..<end) }
  }

  private mutating func readScalar(_ position: inout TextPosition) {
    switch source.scalars[position.offset] {
    case "\\": readBackslash(&position)
    case "$": readDollar(&position)
    case "`": skipCodeSpan(&position)
    case "<": readTag(&position)
    case "{" where source.has("{% highlight", at: position.offset): skipListing(&position)
    case "l", "r":
      if !readPictureAddress(&position) { position.offset += 1 }
    default: position.offset += 1
    }
  }

  /// A line that is a directive written as a comment of LaTeX.
  private mutating func takeCommentLine(_ position: inout TextPosition) {
    let comment = LocatedText(source: source, range: position.offset + 1..<position.end)
    guard Directive(comment: comment, nesting: []) != nil else { return }
    collector.addComment(comment, isBlock: false)
    position.offset = position.end
    position.proseStart = position.end
  }

  private mutating func readBackslash(_ position: inout TextPosition) {
    let offset = position.offset
    let command = TeXCommand(in: source.scalars, at: offset, end: position.end)
    switch command.name {
    case "[": readFormula(.bracket, behind: 2, &position)
    case "(": readFormula(.parenthesis, behind: 2, &position)
    case "\\" where source[offset + 2] == "[": readFormula(.doubledBracket, behind: 3, &position)
    case "\\" where source.has("\\[", at: offset + 2): readFormula(.doubledBracket, behind: 4, &position)
    case "\\" where source[offset + 2] == "(": readFormula(.doubledParenthesis, behind: 3, &position)
    case "begin": readEnvironment(command, &position)
    case "end":
      noteStrayEnd(command, end: position.end)
      position.offset = command.range.upperBound
    case let name where MacroScanner.defines(name):
      readMacro(command, &position)
    default:
      position.offset = max(offset + 1, command.range.upperBound)
    }
  }

  /// Environments may stand outside of formulas, as notebooks have them.
  private mutating func readEnvironment(_ command: TeXCommand, _ position: inout TextPosition) {
    if let (name, end) = command.braced(in: source.scalars, end: position.end), MathEnvironment(name) != nil {
      readFormula(.environment(name), behind: end - position.offset, &position)
    } else {
      position.offset = command.range.upperBound
    }
  }

  /// The end of a display that was not begun is a problem.
  private mutating func noteStrayEnd(_ command: TeXCommand, end: Int) {
    guard let name = command.braced(in: source.scalars, end: end)?.name, MathEnvironment(name) != nil else { return }
    collector.addProblem(.unopened("\\end{\(name)}"), at: source.place(at: command.range.lowerBound))
  }

  /// Definitions may stand outside of formulas.
  private mutating func readMacro(_ command: TeXCommand, _ position: inout TextPosition) {
    guard let definition = MacroScanner.definition(in: source.scalars, at: position.offset) else {
      position.offset = command.range.upperBound
      return
    }
    let range = definition.range
    addProse(position, to: range.lowerBound)
    let text = LocatedText(source: source, range: range)
    if let own = MacroScanner.definition(in: text.scalars, at: 0) { collector.add(MacroDefinition(own, in: text)) }
    resume(at: range.upperBound, &position)
  }

  /// Goes on behind something that may have ended on a later line.
  mutating func resume(at offset: Int, line next: Int? = nil, _ position: inout TextPosition) {
    let next = next ?? source.line(at: offset)
    if next != line {
      line = next
      position.end = source.lines[line].upperBound
    }
    position.offset = offset
    position.proseStart = offset
  }

  /// Passes over code, which is prose.
  private mutating func skipCodeSpan(_ position: inout TextPosition) {
    var start = position.offset
    while start < position.end, source.scalars[start] == "`" { start += 1 }
    let length = start - position.offset
    position.offset = start
    if let last = codeIsOpenTo[length], line <= last { return }
    var current = line
    var offset = start
    while true {
      if let end = endOfCode(length: length, from: offset, to: source.lines[current].upperBound) {
        addProse(position, to: current == line ? end : source.end(ofLine: line))
        let first = line
        resume(at: end, line: current, &position)
        if current != first { collector.addProse(source, source.lines[current].lowerBound..<end) }
        return
      }
      guard !position.isOneLine, let next = nextTextLine(behind: current) else { break }
      current += 1
      offset = next
    }
    codeIsOpenTo[length] = current
  }

  private func endOfCode(length: Int, from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset < end {
      guard source.scalars[offset] == "`" else {
        offset += 1
        continue
      }
      let run = offset
      while offset < end, source.scalars[offset] == "`" { offset += 1 }
      if offset - run == length { return offset }
    }
    return nil
  }

  /// Where the text of the paragraph goes on behind a line; nil if it doesn't.
  private func nextTextLine(behind line: Int) -> Int? {
    guard line + 1 < source.lines.count else { return nil }
    switch lineContent(line + 1, isDisplay: false) {
    case .content(let offset), .lazy(let offset): return offset
    case .blank, .ended: return nil
    }
  }

  /// What a line has to offer to a formula that began before it.
  func lineContent(_ line: Int, isDisplay: Bool) -> FormulaSearch.LineContent {
    var cursor = MarkdownCursor(source, line: line)
    let matched = match(&cursor)
    if cursor.isAtBlank { return .blank }
    if cursor.fence != nil { return .ended }
    if let heading = cursor.heading, heading.offset < cursor.end { return .ended }
    let isMatched = matched == containers.count
    if !isDisplay || !isMatched, startsBlock(cursor, interruptsParagraph: true) { return .ended }
    guard !isMatched else {
      if !isDisplay { cursor.skipIndentation() }
      return .content(cursor.offset)
    }
    cursor.skipIndentation()
    return containers[matched] == .quote ? .lazy(cursor.offset) : .content(cursor.offset)
  }
}
