// Formulas in text, and dollars that are none.
extension MarkdownReader {
  mutating func readDollar(_ position: inout TextPosition) {
    let offset = position.offset
    if source[offset + 1] == "$", offset + 1 < position.end {
      readFormula(.dollars, behind: 2, &position)
    } else if source[offset + 1] == "`", offset + 1 < position.end {
      readFormula(.backtickDollar, behind: 2, &position)
    } else {
      readFormula(.dollar, behind: 1, &position)
    }
  }

  /// Reads a formula whose opening delimiter has `width` scalars, or passes over what is none.
  mutating func readFormula(_ delimiter: FormulaDelimiter, behind width: Int, _ position: inout TextPosition) {
    let start = position.offset
    let (outcome, steps) = outcome(delimiter, from: start + width, isOneLine: position.isOneLine)
    collector.steps += steps
    switch outcome {
    case .closed(let found):
      guard isFormula(found, delimiter), !position.isOneLine || found.closing.upperBound <= position.end,
        !isUnclosed(found, delimiter, start: start)
      else { return pass(found, delimiter, width: width, &position) }
      addProse(position, to: start)
      add(found, delimiter, start: start)
      resume(at: found.closing.upperBound, line: found.line, &position)
    case .unclosed(let pieces, let line, let offset):
      guard delimiter.isDisplay, isEvident(delimiter, start: start, pieces: pieces) else {
        position.offset = start + (delimiter == .backtickDollar ? 1 : width)
        return
      }
      let text = LocatedText(source: source, pieces: pieces, at: start + width)
      leaveUnclosed(delimiter, text: text, start: start, line: line, offset: offset, &position)
    }
  }

  private func outcome(
    _ delimiter: FormulaDelimiter, from offset: Int, isOneLine: Bool
  ) -> (FormulaSearch.Outcome, steps: Int) {
    let isDisplay = delimiter.isDisplay
    var search = FormulaSearch(source: source, delimiter: delimiter, hasComments: false) {
      isOneLine ? .ended : lineContent($0, isDisplay: isDisplay)
    }
    return (search.run(line: line, offset: offset), search.steps)
  }

  private mutating func add(_ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter, start: Int) {
    var pieces = found.pieces
    if case .environment(let name) = delimiter, let environment = MathEnvironment(name) {
      if environment.isPartOfFormula {
        pieces[0] = start..<pieces[0].upperBound
        pieces[pieces.count - 1] = pieces[pieces.count - 1].lowerBound..<found.closing.upperBound
      }
      if let ended = found.endName, ended != name {
        collector.addProblem(.mismatchedEnd(begun: name, ended: ended), at: source.place(at: start))
      }
    }
    var text = LocatedText(source: source, pieces: pieces, at: pieces[0].lowerBound)
    if case .environment(let name) = delimiter { text = text.withoutArguments(of: name) }
    let dialect: FormulaCut.Dialect = delimiter == .backtickDollar ? .protected : .markdown
    collector.addFormula(
      FormulaCut(text: text, delimiter: delimiter, range: start..<found.closing.upperBound, dialect: dialect))
  }

  /// Reports a display that does not end, and goes on where the next paragraph or formula begins.
  private mutating func leaveUnclosed(
    _ delimiter: FormulaDelimiter, text: LocatedText, start: Int, line next: Int, offset: Int,
    _ position: inout TextPosition
  ) {
    addProse(position, to: start)
    collector.addProblem(.unclosed(delimiter.opening), at: source.place(at: start), text: text.trimmed)
    let isOnLine = next == line && offset <= position.end
    if isOnLine || next < source.lines.count && offset > source.lines[next].lowerBound {
      resume(at: offset, line: next, &position)
    } else {
      line = next - 1
      let end = source.end(ofLine: line)
      position.offset = end
      position.end = end
      position.proseStart = end
    }
  }

  /// Passes over delimiters that enclose no formula.
  private mutating func pass(
    _ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter, width: Int, _ position: inout TextPosition
  ) {
    let start = position.offset
    guard isUnclosed(found, delimiter, start: start) else {
      position.offset = start + width
      return
    }
    let blank = found.pieces.dropFirst().firstIndex { source.scalars[$0].allSatisfy(\.isSpace) }
    let pieces = Array(found.pieces[..<(blank ?? found.pieces.count - 1)])
    let next = line + pieces.count
    let text = LocatedText(source: source, pieces: pieces, at: start + width)
    leaveUnclosed(
      delimiter, text: text, start: start, line: next, offset: source.lines[next].lowerBound, &position)
  }

  /// Reads the lines between a `[` and a `]` that stand on lines of their own, if they are a formula.
  mutating func readBareDisplay(from start: Int) -> Bool {
    func isLone(_ bracket: StaticString, _ offset: Int, _ line: Int) -> Bool {
      source.has(bracket, at: offset) && source.scalars[offset + 1..<source.end(ofLine: line)].allSatisfy(\.isSpace)
    }
    guard isLone("[", start, line) else { return false }
    var pieces: [Range<Int>] = []
    var last = line + 1
    while last < source.lines.count {
      var cursor = MarkdownCursor(source, line: last)
      guard match(&cursor) == containers.count, !cursor.isAtBlank else { return false }
      cursor.skipIndentation()
      if isLone("]", cursor.offset, last) { break }
      pieces.append(cursor.offset..<source.end(ofLine: last))
      last += 1
    }
    guard last < source.lines.count, pieces.contains(where: { ProseLine.hasMathSigns(source.scalars[$0]) }) else {
      return false
    }
    endParagraph()
    let text = LocatedText(source: source, pieces: pieces, at: pieces[0].lowerBound)
    let range = start..<source.lines[last].upperBound
    collector.addFormula(FormulaCut(text: text, delimiter: .bareBracket, range: range, dialect: .protected))
    line = last + 1
    return true
  }

  /// Whether a display that does not end was meant as one; `\[` may also be an escaped bracket.
  private func isEvident(_ delimiter: FormulaDelimiter, start: Int, pieces: [Range<Int>]) -> Bool {
    guard delimiter == .bracket || delimiter == .doubledBracket else { return true }
    let isApart = start == source.lines[line].lowerBound || source[start - 1].isSpace
    return isApart && pieces.contains { ProseLine.hasMathSigns(source.scalars[$0]) }
  }
}
