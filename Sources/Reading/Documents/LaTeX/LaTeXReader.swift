/// Reads LaTeX: formulas and headings in the text between `\begin{document}` and `\end{document}`, definitions of macros
/// everywhere.
///
/// A file without `\documentclass`, such as a chapter of a book or what `derive` prints, is text from its first line. What
/// is shown as it stands (`verbatim`, listings) is passed over; files that are included are named as problems.
struct LaTeXReader: BlockReader {
  let source: SourceText
  var collector = BlockCollector()
  var search: TextSearch
  /// Where reading stands.
  var offset = 0
  /// Where the prose begins that was not yet handed on.
  var proseStart = 0
  /// Whether the paragraph has begun.
  var isInParagraph = false
  /// The environments that are open.
  var environments: [OpenEnvironment] = [] {
    didSet { collector.nesting = environments.compactMap(\.nesting) }
  }

  /// An environment that holds text.
  struct OpenEnvironment {
    let name: String
    var nesting: Nesting?
    /// How many items there were.
    var count = 0
  }

  init(source: SourceText) {
    self.source = source
    search = TextSearch(source)
  }

  /// Reads the whole text into the collector. Linear.
  mutating func read() {
    var end = source.scalars.count
    if let begin = search.range(of: "\\begin{document}", from: 0) {
      readPreamble(to: begin.lowerBound)
      offset = begin.upperBound
      proseStart = offset
      end = search.range(of: "\\end{document}", from: offset)?.lowerBound ?? end
    }
    readText(to: end)
    endParagraph()
    collector.steps += search.steps
  }

  /// Reads the definitions of the whole text into the collector, and nothing else. Linear.
  mutating func readDefinitions() {
    readPreamble(to: source.scalars.count)
  }

  /// Reads definitions, and nothing else.
  private mutating func readPreamble(to end: Int) {
    while offset < end {
      switch source.scalars[offset] {
      case "%": readComment()
      case "\\":
        let command = TeXCommand(in: source.scalars, at: offset, end: end)
        if MacroScanner.defines(command.name) {
          readMacro(command)
        } else if !noteInput(command) {
          offset = max(offset + 1, command.range.upperBound)
        }
      default: offset += 1
      }
      proseStart = offset
    }
  }

  /// Reads text up to an offset, or further, if a formula before it ends behind it.
  mutating func readText(to end: Int) {
    while offset < end {
      switch source.scalars[offset] {
      case "%": readComment()
      case "\\": readCommand(to: end)
      case "$":
        let isPair = source[offset + 1] == "$"
        readFormula(isPair ? .dollars : .dollar, behind: isPair ? 2 : 1)
      case "\n", "\r": readEndOfLine(to: end)
      case let scalar:
        if !scalar.isSpace { isInParagraph = true }
        offset += 1
      }
    }
    addProse(to: min(offset, end))
  }

  /// Hands on the prose up to an offset.
  mutating func addProse(to end: Int) {
    if proseStart < end { collector.addProse(source, proseStart..<end) }
    proseStart = max(proseStart, end)
  }

  /// Goes on at an offset; nothing up to there is prose.
  mutating func skip(to next: Int) {
    addProse(to: offset)
    offset = next
    proseStart = next
  }

  mutating func endParagraph() {
    addProse(to: offset)
    collector.endParagraph()
    isInParagraph = false
  }

  private mutating func readEndOfLine(to end: Int) {
    offset += source.scalars[offset] == "\r" && source[offset + 1] == "\n" ? 2 : 1
    var next = offset
    while next < end, source.scalars[next].isBlank { next += 1 }
    if next < end, source.scalars[next] == "\n" || source.scalars[next] == "\r" {
      endParagraph()
      offset = next
    }
  }

  /// A comment is left out of the prose; alone on its line, outside of a paragraph, it is a block.
  private mutating func readComment() {
    let line = source.line(at: offset)
    let end = source.lines[line].upperBound
    let text = LocatedText(source: source, range: offset + 1..<end)
    addProse(to: offset)
    collector.addComment(text, isBlock: !isInParagraph)
    offset = end
    proseStart = end
  }

  /// Reads a definition; one that is incomplete is a problem.
  mutating func readMacro(_ command: TeXCommand) {
    guard let definition = MacroScanner.definition(in: source.scalars, at: offset) else {
      collector.addProblem(.malformedMacro("\\" + command.name), at: source.place(at: offset))
      offset = command.range.upperBound
      return
    }
    let text = LocatedText(source: source, range: definition.range)
    let end = definition.range.upperBound
    skip(to: end)
    if let own = MacroScanner.definition(in: text.scalars, at: 0) { collector.add(MacroDefinition(own, in: text)) }
  }

  /// Names a file that is included; false if the command includes none.
  mutating func noteInput(_ command: TeXCommand) -> Bool {
    guard ["input", "include", "subfile", "import", "lstinputlisting"].contains(command.name),
      let argument = group(at: command.range.upperBound)
    else { return false }
    let name = LocatedText(source: source, range: argument.content).string
    let text = "\\\(command.name){\(name)}"
    collector.addProblem(.ignoredInput(text), at: source.place(at: offset))
    skip(to: argument.end)
    return true
  }

  /// A group in braces that stands at an offset, behind white space at most.
  func group(at start: Int) -> (content: Range<Int>, end: Int)? {
    var next = start
    while source[next].isBlank { next += 1 }
    guard source[next] == "{" else { return nil }
    let content = next + 1
    var depth = 0
    for offset in next..<min(source.scalars.count, next + Self.longestArgument) {
      switch source.scalars[offset] {
      case "{" where source[offset - 1] != "\\": depth += 1
      case "}" where source[offset - 1] != "\\": depth -= 1
      default: break
      }
      if depth == 0 { return (content..<offset, offset + 1) }
    }
    return nil
  }

  /// No heading and no file name is longer.
  private static let longestArgument = 1_000
}
