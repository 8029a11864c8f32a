import Reading

/// Reports as a compiler would print them.
public struct ReportText: Sendable {
  /// Whether every statement is shown; else only what is refuted, right again, or could not be read.
  public var showsAll: Bool
  /// Whether verdicts and marks are coloured, by the escape sequences of terminals (ECMA-48).
  public var isColoured: Bool
  /// How many unread statements of a file are shown at most.
  public static let mostUnread = 5

  /// A way to print reports.
  public init(showsAll: Bool = false, isColoured: Bool = false) {
    self.showsAll = showsAll
    self.isColoured = isColoured
  }

  /// The reports one after another; where there are several, the sum of their tallies stands at the end.
  public func text(_ reports: [FileReport]) -> String {
    var result = reports.map { text($0) }.joined(separator: "\n")
    if reports.count > 1 {
      let total = reports.reduce(Summary()) { $0 + $1.summary }
      let expected = reports.reduce(0) { $0 + expectedCount($1) }
      result += "\n\(English.files(reports.count)): \(English.tally(total, expected: expected))\n"
    }
    return result
  }

  /// The report on one file.
  public func text(_ report: FileReport) -> String {
    var paragraphs: [String] = []
    if !report.reading.isEmpty { paragraphs.append(heading(report)) }
    let everywhere = CounterexampleText.common(
      report.statements.filter { isShown($0) }.compactMap(\.counterexample))
    paragraphs += findings(report, hasCommonExample: everywhere != nil)
    var end = "\(report.path): \(English.tally(report.summary, expected: expectedCount(report)))"
    if let everywhere {
      let instance = CounterexampleText.instance(everywhere)
      if !instance.isEmpty { end = "\(English.exampleEverywhere) \(instance)\n" + end }
    }
    return (paragraphs + [end]).joined(separator: "\n\n") + "\n"
  }

  private func expectedCount(_ report: FileReport) -> Int {
    report.statements.count { $0.verdict == .refuted && $0.expectation == .refuted }
  }

  // MARK: How it was read

  private func heading(_ report: FileReport) -> String {
    let network = report.reading.first { $0.subject == Notes.Remark.network }
    let others = report.reading.filter { $0.subject != Notes.Remark.network }
    let width = others.map(\.subject.displayWidth).max() ?? 0
    var lines = [English.readAs(report.path, network?.text)]
    for remark in others {
      let indent = String(repeating: " ", count: 4 + width + 3)
      let subject = "    " + padded(remark.subject, to: width + 3)
      let texts = remark.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, text) in texts.enumerated() { lines.append((number == 0 ? subject : indent) + text) }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Statements

  /// What is shown of the statements, in the order of the file, with what else there is to note.
  private func findings(_ report: FileReport, hasCommonExample: Bool) -> [String] {
    var shown: [(place: SourcePlace, text: String)] = []
    var unread = 0
    for statement in report.statements where isShown(statement) {
      if statement.verdict == .unread {
        unread += 1
        if !showsAll, unread > Self.mostUnread { continue }
      }
      shown.append((statement.place, paragraph(statement, report.path, hasCommonExample)))
    }
    for note in report.unmetExpectations {
      shown.append((note.place, line(report.path, note.place, "error", .red, note.text)))
    }
    for note in report.problems {
      shown.append((note.place, line(report.path, note.place, English.note, .blue, note.text)))
    }
    let order = shown.indices.sorted { (shown[$0].place, $0) < (shown[$1].place, $1) }
    var result = order.map { shown[$0].text }
    if !showsAll, unread > Self.mostUnread {
      result.append("\(report.path): \(English.moreUnread(unread - Self.mostUnread))")
    }
    return result
  }

  private func isShown(_ statement: StatementReport) -> Bool {
    if showsAll { return true }
    if case .rightAgain = statement.link { return true }
    if case .carried = statement.link { return false }
    switch statement.verdict {
    case .refuted: return statement.expectation == nil
    case .unread: return true
    case .definition, .assumption, .proved, .verified: return false
    }
  }

  private func paragraph(_ statement: StatementReport, _ path: String, _ hasCommonExample: Bool) -> String {
    if case .rightAgain = statement.link, !showsAll {
      return line(path, statement.place, English.note, .blue, statement.reason)
    }
    let verdict = statement.verdict
    var lines = [line(path, statement.place, verdict.rawValue, Colour(of: verdict), statement.reason)]
    lines.append("    " + statement.excerpt.text)
    if let mark = marks(statement.excerpt) { lines.append("    " + coloured(mark, .red)) }
    if let fragment = statement.fragment { lines.append(labelled(English.didYouMean, fragment)) }
    if let example = statement.counterexample {
      lines.append(labelled(English.example, CounterexampleText.values(example)))
      let instance = CounterexampleText.instance(example)
      if !hasCommonExample, !instance.isEmpty { lines.append(labelled("", "with \(instance)")) }
    }
    return lines.joined(separator: "\n")
  }

  /// `notes.md:22:9: refuted: the sum stops at 2`.
  private func line(_ path: String, _ place: SourcePlace, _ kind: String, _ colour: Colour, _ text: String) -> String {
    "\(path):\(place): \(coloured(kind + ":", colour))" + (text.isEmpty ? "" : " \(text)")
  }

  /// The line of carets under what is marked, with no blanks behind them.
  private func marks(_ excerpt: Excerpt) -> String? {
    guard let mark = excerpt.mark else { return nil }
    let scalars = Array(excerpt.text.unicodeScalars)
    let before = scalars.prefix(mark.lowerBound).reduce(0) { $0 + $1.displayWidth }
    let width = scalars.prefix(mark.upperBound).dropFirst(mark.lowerBound).reduce(0) { $0 + $1.displayWidth }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, width))
  }

  private func labelled(_ label: String, _ text: String) -> String {
    "    " + padded(label, to: English.didYouMean.count + 2) + text
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.displayWidth))
  }

  // MARK: Colours

  private enum Colour: Int {
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34

    init(of verdict: StatementReport.Verdict) {
      switch verdict {
      case .refuted: self = .red
      case .unread, .verified: self = .yellow
      case .proved: self = .green
      case .definition, .assumption: self = .blue
      }
    }
  }

  private func coloured(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
