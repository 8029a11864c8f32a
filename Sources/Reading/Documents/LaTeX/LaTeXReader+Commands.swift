// Commands in the text, and environments that hold text.
extension LaTeXReader {
  mutating func readCommand(to end: Int) {
    let command = TeXCommand(in: source.scalars, at: offset, end: end)
    let name = command.name
    switch name {
    case "[": readFormula(.bracket, behind: 2)
    case "(": readFormula(.parenthesis, behind: 2)
    case "begin", "end": readEnvironment(command, to: end)
    case "item": readItem(command)
    case "]", ")":
      collector.addProblem(.unopened("\\" + name), at: source.place(at: offset))
      offset += 2
    case "par":
      skip(to: command.range.upperBound)
      endParagraph()
    case "verb", "lstinline", "mintinline": readVerb(command)
    case "iffalse":
      skip(to: search.range(of: "\\fi", from: offset)?.upperBound ?? command.range.upperBound)
    case "label":
      skip(to: group(at: command.range.upperBound)?.end ?? command.range.upperBound)
    case _ where MacroScanner.defines(name): readMacro(command)
    case _ where Self.headings[name] != nil: readHeading(command)
    default:
      guard !noteInput(command) else { return }
      isInParagraph = true
      offset = max(offset + 1, command.range.upperBound)
    }
  }

  private static let headings = [
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6,
  ]

  /// Reads a heading; the formulas in it become blocks of their own.
  private mutating func readHeading(_ command: TeXCommand) {
    var start = command.range.upperBound
    if source[start] == "*" { start += 1 }
    if source[start] == "[", let bracket = shortRange(from: start).first(where: { source.scalars[$0] == "]" }) {
      start = bracket + 1
    }
    guard let level = Self.headings[command.name], let title = group(at: start) else {
      offset = command.range.upperBound
      return
    }
    skip(to: title.content.lowerBound)
    endParagraph()
    collector.addHeading(level: level, LocatedText(source: source, range: title.content))
    let nesting = collector.nesting
    collector.nesting.append(.heading(level: level))
    collector.proseIsKnown = true
    readText(to: title.content.upperBound)
    endParagraph()
    collector.proseIsKnown = false
    collector.nesting = nesting
    skip(to: max(offset, title.end))
  }

  /// The rest of an offset's line, as far as an argument of a command reaches in it.
  private func shortRange(from start: Int) -> Range<Int> {
    start..<max(start, min(start + 200, source.lines[source.line(at: start)].upperBound))
  }

  /// Passes over code between two scalars that are the same, or in braces.
  private mutating func readVerb(_ command: TeXCommand) {
    isInParagraph = true
    var start = command.range.upperBound
    if command.name == "verb" {
      if source[start] == "*" { start += 1 }
    } else if source[start] == "[", let bracket = shortRange(from: start).first(where: { source.scalars[$0] == "]" }) {
      start = bracket + 1
    }
    if command.name == "mintinline", let language = group(at: start) { start = language.end }
    let mark: Unicode.Scalar = source[start] == "{" ? "}" : source[start]
    guard let close = shortRange(from: start).dropFirst().first(where: { source.scalars[$0] == mark }) else {
      offset = command.range.upperBound
      return
    }
    offset = close + 1
  }

  private mutating func readItem(_ command: TeXCommand) {
    skip(to: command.range.upperBound)
    endParagraph()
    guard let list = environments.lastIndex(where: { Self.lists.contains($0.name) }) else { return }
    environments[list].count += 1
    let number = environments[list].name == "enumerate" ? environments[list].count : nil
    environments[list].nesting = .listItem(number: number)
  }

  private static let lists: Set<String> = ["itemize", "enumerate", "description", "compactitem", "compactenum"]

  /// Environments whose content is shown as it stands, or not at all, or drawn.
  private static let verbatim: Set<String> = [
    "verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "comment", "filecontents", "filecontents*",
    "tikzpicture", "pgfpicture",
  ]

  private mutating func readEnvironment(_ command: TeXCommand, to end: Int) {
    guard let (name, behind) = command.braced(in: source.scalars, end: end) else {
      offset = command.range.upperBound
      return
    }
    if command.name == "end" {
      skip(to: behind)
      endParagraph()
      if let open = environments.lastIndex(where: { $0.name == name }) {
        environments.removeSubrange(open...)
      } else if MathEnvironment(name) != nil {
        collector.addProblem(.unopened("\\end{\(name)}"), at: source.place(at: command.range.lowerBound))
      }
    } else if MathEnvironment(name) != nil {
      readFormula(.environment(name), behind: behind - offset)
    } else if Self.verbatim.contains(name) {
      skipVerbatim(name, behind: behind)
    } else {
      skip(to: behind)
      endParagraph()
      if environments.count < Self.deepestNesting {
        environments.append(OpenEnvironment(name: name, nesting: nesting(of: name)))
      }
    }
  }

  /// How deep environments nest; those that lie deeper are not told apart.
  private static let deepestNesting = 100

  private func nesting(of name: String) -> Nesting? {
    if Self.lists.contains(name) || name == "subequations" { return nil }
    return name == "quote" || name == "quotation" ? .quote : .environment(name)
  }

  private mutating func skipVerbatim(_ name: String, behind: Int) {
    let closing = search.range(of: "\\end{\(name)}", from: behind)
    if closing == nil { collector.addProblem(.unclosed("\\begin{\(name)}"), at: source.place(at: offset)) }
    skip(to: closing?.upperBound ?? behind)
    endParagraph()
  }
}
