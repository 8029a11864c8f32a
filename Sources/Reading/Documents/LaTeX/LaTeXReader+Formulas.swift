// Formulas in the text.
extension LaTeXReader {
  /// Reads a formula whose opening delimiter has `width` scalars.
  mutating func readFormula(_ delimiter: FormulaDelimiter, behind width: Int) {
    isInParagraph = true
    let start = offset
    let source = source
    var search = FormulaSearch(source: source, delimiter: delimiter, hasComments: true) {
      source.isBlank(line: $0) ? .blank : .content(source.lines[$0].lowerBound)
    }
    let outcome = search.run(line: source.line(at: start), offset: start + width)
    collector.steps += search.steps
    switch outcome {
    case .closed(let found) where !isUnclosed(found, delimiter):
      addProse(to: start)
      add(found, delimiter, start: start)
      offset = found.closing.upperBound
      proseStart = offset
    case .unclosed(let pieces, _, let next) where delimiter.isDisplay:
      let text = LocatedText(source: source, pieces: pieces, at: start + width)
      leave(delimiter, start: start, next: next, text: text)
    default:
      leave(delimiter, start: start, next: start + width, text: nil)
    }
  }

  private mutating func leave(_ delimiter: FormulaDelimiter, start: Int, next: Int, text: LocatedText?) {
    addProse(to: start)
    collector.addProblem(.unclosed(delimiter.opening), at: source.place(at: start), text: text?.trimmed)
    offset = next
    proseStart = next
    if next < source.scalars.count, source.isBlank(line: source.line(at: next)) { endParagraph() }
  }

  private mutating func add(_ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter, start: Int) {
    let range = start..<found.closing.upperBound
    var text = LocatedText(source: source, pieces: found.pieces, at: found.pieces[0].lowerBound)
    if case .environment(let name) = delimiter, let environment = MathEnvironment(name) {
      if environment.isPartOfFormula { text = LocatedText(source: source, range: range) }
      if let ended = found.endName, ended != name {
        collector.addProblem(.mismatchedEnd(begun: name, ended: ended), at: source.place(at: start))
      }
      text = text.withoutArguments(of: name)
    }
    collector.addFormula(FormulaCut(text: text, delimiter: delimiter, range: range, dialect: .latex))
  }

  /// Whether a dollar that closes a formula full of words really opens the next one: `$a and $b$`.
  private func isUnclosed(_ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter) -> Bool {
    guard delimiter == .dollar else { return false }
    let next = source[found.closing.upperBound]
    guard next.isLetter || next == "\\" else { return false }
    return found.pieces.contains { piece in
      let content = source.scalars[piece]
      return ProseLine.isProse(content) || content.last == " " && ProseLine.endsWithWord(content)
    }
  }
}
