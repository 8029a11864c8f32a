/// Rows of cells.
extension FormulaParser {
  /// What `\begin` or a stray `\end` at `start`, which was read, begins.
  mutating func environment(_ meaning: CommandMeaning, _ start: Int) -> MathNode.Kind {
    guard let name = EnvironmentName(tokens, at: start) else {
      let written = tokens[start].text
      tell(.missingArgument(of: written), tokens[start].range)
      return .unknown(written)
    }
    place = min(name.end, limit)
    guard case .begin = meaning else {
      tell(.unexpectedEnd(name.text), range(from: start))
      return .unknown("\\end{\(name.text)}")
    }
    let end = min(matching.ends[start], limit)
    if !matching.isClosed[start] { tell(.unclosedEnvironment(name.text), range(from: start)) }
    let array = window(to: end) { $0.array(name.text) }
    if matching.isClosed[start] { closeEnvironment(name.text) }
    return .array(array)
  }

  /// Passes over `\end{…}`.
  private mutating func closeEnvironment(_ name: String) {
    guard place < limit, let found = EnvironmentName(tokens, at: place) else { return }
    let start = place
    place = min(found.end, limit)
    if found.text != name { tell(.mismatchedEnd(expected: name, found: found.text), range(from: start)) }
  }

  /// The window as the inside of the environment `name`.
  private mutating func array(_ name: String) -> MathArray {
    var columns: String?
    let _: Void? = Self.takingPosition.contains(name) ? bracketed { $0.place = $0.limit } : nil
    if Self.takingColumns.contains(name), skipTrivia(), tokens[place].kind == .openBrace { columns = rawArgument() }
    let lines = nested { $0.lines() } ?? deepLines()
    return MathArray(name: name, columns: columns, lines: lines)
  }

  private static let takingColumns: Set<String> = [
    "array", "tabular", "tabular*", "darray", "alignedat", "alignat", "alignat*", "xalignat", "subarray",
  ]
  private static let takingPosition: Set<String> = ["array", "aligned", "gathered", "alignedat", "split", "multlined"]

  /// `\substack{a \\ b}`
  mutating func braceArray(_ name: String, _ written: String) -> MathNode.Kind {
    guard skipTrivia(), tokens[place].kind == .openBrace else {
      let row = argument(of: written)
      return .array(MathArray(name: name, lines: [.init(cells: [row], range: row.range)]))
    }
    let lines = nested { parser in parser.contents { $0.lines() } }
    return .array(MathArray(name: name, lines: lines ?? deepGroup()))
  }

  private mutating func deepGroup() -> [MathArray.Line] {
    guard let row = skipDeep() else { return [] }
    return [.init(cells: [row], range: row.range)]
  }

  private mutating func deepLines() -> [MathArray.Line] {
    let nodes = unreadWindow()
    let range = MathNode.range(of: nodes, at: emptyRange.lowerBound)
    return nodes.isEmpty ? [] : [.init(cells: [MathRow(nodes, range)], range: range)]
  }

  /// The lines up to the end of the window.
  private mutating func lines() -> [MathArray.Line] {
    var lines: [MathArray.Line] = []
    while skipTrivia() { lines.append(line()) }
    return lines
  }

  private mutating func line() -> MathArray.Line {
    let start = place
    var cells: [MathRow] = []
    while true {
      let nodes = row(.cell)
      cells.append(MathRow(nodes, MathNode.range(of: nodes, at: emptyRange.lowerBound)))
      guard skipTrivia(), tokens[place].kind == .ampersand else { break }
      place += 1
    }
    guard place < limit else { return MathArray.Line(cells: cells, range: range(from: start)) }
    place += 1
    let spacing = lineSpacing()
    return MathArray.Line(cells: cells, spacing: spacing, range: range(from: start))
  }

  /// `*` and `[1ex]` behind `\\`.
  mutating func lineSpacing() -> String? {
    if current?.character == "*" { place += 1 }
    guard current?.character == "[", matching.isClosed[place], matching.ends[place] < limit else { return nil }
    let text = raw(place + 1..<matching.ends[place])
    guard isDimension(text) else { return nil }
    place = matching.ends[place] + 1
    return text
  }

  /// `1ex`, `-0.5\baselineskip`: a number, then letters or a command and nothing else.
  private func isDimension(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars.filter { !isBlank($0) })
    let number = scalars.prefix { decimalDigit($0) != nil || $0 == "." || $0 == "-" || $0 == "+" }
    let unit = scalars.dropFirst(number.count)
    guard !unit.isEmpty, unit.count < 20 else { return false }
    if unit.first == "\\" { return unit.dropFirst().allSatisfy(isLatinLetter) }
    return !number.isEmpty && unit.count == 2 && unit.allSatisfy(isLatinLetter)
  }
}
