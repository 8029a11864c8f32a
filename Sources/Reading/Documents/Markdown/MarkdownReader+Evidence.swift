// What tells a formula from prices, escaped brackets and delimiters without a partner.
extension MarkdownReader {
  /// Whether what stands between two delimiters is a formula. Two dollars always enclose one; what a single dollar or an
  /// escaped bracket encloses has to look like one.
  func isFormula(_ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter) -> Bool {
    let content = LocatedText(source: source, pieces: found.pieces, at: 0).scalars[...]
    guard !content.allSatisfy(\.isSpace) else { return delimiter.isDisplay }
    switch delimiter {
    case .dollar: return isDollarFormula(content, next: source[found.closing.upperBound])
    case .bracket, .doubledBracket:
      return ProseLine.hasMathSigns(content) || !ProseLine.isProse(content) && !isReference(content)
    case .parenthesis, .doubledParenthesis:
      return ProseLine.hasMathSigns(content) || !ProseLine.isProse(content)
    default: return true
    }
  }

  /// Whether brackets hold the number or the name of something that is referred to: `\[3\]`, `\[see below\]`.
  private func isReference(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    content.allSatisfy { $0.isASCIIDigit || $0 == "," || $0.isSpace }
      || hasWord(content, length: 3) && !hasSign(content)
  }

  /// The rule of most readers is that a formula has no space inside its dollars and no digit behind them. That keeps
  /// prices apart, but not all authors know it; so spaces and digits are allowed if there is evidence inside.
  private func isDollarFormula(_ content: ArraySlice<Unicode.Scalar>, next: Unicode.Scalar) -> Bool {
    guard let first = content.first, let last = content.last, !content.contains("`") else { return false }
    let hasMathSigns = ProseLine.hasMathSigns(content)
    if ProseLine.isProse(content), !hasMathSigns { return false }
    let isNamed = !hasWord(content, length: 2) && !first.isASCIIDigit
    if next.isASCIIDigit { return !last.isSpace && (hasMathSigns || isNamed) }
    switch (first.isSpace, last.isSpace) {
    case (false, false):
      return hasMathSigns || !isPrice(content) && !(next.joinsWords && hasWord(content, length: 3))
    case (true, true):
      return hasMathSigns || isNamed || hasSign(content)
    default:
      return !next.joinsWords && (hasMathSigns ? !(first.isASCIIDigit && ProseLine.isProse(content)) : isNamed)
    }
  }

  /// Whether the content begins as a price and goes on with words: "5, or US".
  private func isPrice(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    guard content.first?.isASCIIDigit ?? false else { return false }
    return content.contains(where: \.isSpace) && hasWord(content, length: 3)
      || content.last.map { ["-", "–", "—", "/", ",", "(", "&"].contains($0) } ?? false
  }

  private func hasSign(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    content.contains { ["+", "-", "*", "/", "<", ">", "|", "(", "["].contains($0) }
  }

  /// Whether there is a word of so many letters or more.
  private func hasWord(_ content: ArraySlice<Unicode.Scalar>, length: Int) -> Bool {
    var count = 0
    for scalar in content {
      count = scalar.isLetter ? count + 1 : 0
      if count >= length { return true }
    }
    return false
  }

  /// Whether the closing `$$` that was found really opens the next display, so that this one is not closed: on a later
  /// line it stands first and closes with another one there, or it opens a display of its own behind a blank line.
  func isUnclosed(_ found: FormulaSearch.Found, _ delimiter: FormulaDelimiter, start: Int) -> Bool {
    guard delimiter == .dollars, found.line > line, let last = found.pieces.last,
      source.scalars[last].allSatisfy(\.isSpace)
    else { return false }
    let behind = found.closing.upperBound..<source.lines[found.line].upperBound
    if let next = source.scalars[behind].first(where: { !$0.isSpace }) {
      return !next.isASCIIPunctuation || next == "\\" ? dollarPairs(in: behind).isMultiple(of: 2) == false : false
    }
    guard found.pieces.dropFirst().dropLast().contains(where: { source.scalars[$0].allSatisfy(\.isSpace) })
    else { return false }
    return opensDisplay(found)
  }

  private func dollarPairs(in range: Range<Int>) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset + 1 < range.upperBound {
      let isPair = source.has("$$", at: offset)
      count += isPair ? 1 : 0
      offset += isPair || source[offset] == "\\" ? 2 : 1
    }
    return count
  }

  /// Whether what follows a `$$` that stands alone is a formula up to another `$$`, without blank lines.
  private func opensDisplay(_ found: FormulaSearch.Found) -> Bool {
    guard found.line + 1 < source.lines.count else { return false }
    var search = FormulaSearch(source: source, delimiter: .dollars, hasComments: false) {
      let content = lineContent($0, isDisplay: true)
      if case .blank = content { return .ended }
      return content
    }
    guard case .closed(let next) = search.run(line: found.line, offset: found.closing.upperBound) else { return false }
    let content = LocatedText(source: source, pieces: next.pieces, at: 0).scalars[...]
    return !content.allSatisfy(\.isSpace) && !ProseLine.isProse(content)
  }
}
