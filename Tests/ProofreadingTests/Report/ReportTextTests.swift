import Testing

@testable import Checking
@testable import Proofreading
@testable import Reading

@Suite("Reports as text")
struct ReportTextTests {
  static let notes = #"""
    # Notes

    $$z_i^3 = \sum_{j=1}^2 w_{ij} a_j^2 + b_i^2$$

    $$\delta_i^3 = \frac{\partial L}{\partial z_i^3} = f'(z_i^3)$$
    """#

  static let refuted = Judgement.Verdict.refuted(.values(.example(4, 2)))

  @Test func onlyWhatIsWrongIsShown() throws {
    var made = HandMade(text: Self.notes, sayings: [.verdict(Self.refuted), .verdict(.definition), .verdict(.proved)])
    made.edits[0] = .init(
      slip: "2", replacement: "4", suggestion: "whole", reason: "the sum stops at 2; layer 2 has 4 units")
    made.reading = [
      Notes.Remark("network", "a 1-4-3-2 network"), Notes.Remark("δ_i^l", "∂L/∂z_i^l (line 5)"),
      Notes.Remark("i", "free\nor bound"),
    ]
    let expected = #"""
      notes.md: read as a 1-4-3-2 network
          δ_i^l   ∂L/∂z_i^l (line 5)
          i       free
                  or bound

      notes.md:3:9: refuted: the sum stops at 2; layer 2 has 4 units
          z_i^3 = \sum_{j=1}^2 w_{ij} a_j^2 + b_i^2
                             ^
          did you mean  \sum_{j=1}^4
          e.g.          i = 1: 4, not 2
                        with f(z) = z, x = 1

      notes.md: 3 statements: 1 definition, 1 proved, 1 refuted

      """#
    #expect(ReportText().text(try made.report()) == expected)
  }

  @Test func oneInstanceForAllStandsAtTheEnd() throws {
    let other = Judgement.Verdict.refuted(.values(.example(1, -0.5, i: 2, values: [("w[1,1,1]", 1), ("w[1,1,2]", 1)])))
    let made = HandMade(text: Self.notes, sayings: [.verdict(Self.refuted), .verdict(.definition), .verdict(other)])
    let text = ReportText().text(try made.report())
    #expect(
      text.contains("    e.g.          i = 2: 1, not -1/2\n\ne.g. everywhere: f(z) = z, x = 1, all w = 1\nnotes.md: 3"))
    #expect(!text.contains("with"))
  }

  @Test func aRefutationWithoutRepairMarksTheRightSide() throws {
    let made = HandMade(
      text: Self.notes,
      sayings: [
        .verdict(.definition), .verdict(.definition),
        .verdict(.refuted(.outOfRange(symbol: "a[2,5]", subscript: 5, upper: 4))),
      ])
    let expected = #"""
      notes.md:5:50: refuted: a[2,5] does not exist: the subscript goes to 5, the last one is 4
          \delta_i^3 = \frac{\partial L}{\partial z_i^3} = f'(z_i^3)
                                                           ^^^^^^^^^

      notes.md: 3 statements: 2 definitions, 1 refuted

      """#
    #expect(ReportText().text(try made.report()) == expected)
  }

  @Test func linksAreNamedByTheLineThatIsWrong() throws {
    let text = "$$a = b$$\n\n$$= c$$\n\n$$= d$$\n\n$$= e$$"
    let made = HandMade(
      text: text,
      sayings: [
        .verdict(Self.refuted), .verdict(Self.refuted, .carried), .verdict(Self.refuted, .wrongAgain),
        .verdict(.proved, .rightAgain),
      ])
    let report = try made.report()
    #expect(
      report.statements.map(\.reason).dropFirst() == [
        "follows from line 1, which is wrong", "does not follow from line 1 either", "right, although line 5 is wrong",
      ])
    #expect(report.statements.map(\.lhs) == ["a", "b", "c", "d"])
    let shown = ReportText().text(report)
    #expect(!shown.contains("notes.md:3:3"))
    #expect(shown.contains("notes.md:7:3: note: right, although line 5 is wrong\n"))
    #expect(
      ReportText(showsAll: true).text(report).contains("notes.md:3:3: refuted: follows from line 1, which is wrong"))
  }

  @Test func atMostFiveUnread() throws {
    let text = (1...7).map { "$$q_\($0) = 1$$\n" }.joined(separator: "\n")
    let made = HandMade(text: text, sayings: (1...7).map { .unread(.unknownLetter("q"), at: "q_\($0)") })
    let report = try made.report()
    let shown = ReportText().text(report)
    #expect(shown.components(of: ": unread: ") == 5)
    #expect(shown.contains("notes.md: and 2 more unread (--all shows them)\n\nnotes.md: 7 statements: 7 unread\n"))
    #expect(ReportText(showsAll: true).text(report).components(of: ": unread: ") == 7)
  }

  @Test func expectedRefutationsAreCountedAndNotShown() throws {
    let text = "<!-- derive: expect refuted -->\n$$a = b$$\n\n<!-- derive: expect refuted -->\n$$c = d$$"
    let report = try HandMade(text: text, sayings: [.verdict(Self.refuted), .verdict(.proved)]).report()
    let expected = """
      notes.md:5:1: error: expected to be refuted, but nothing in this display is

      notes.md: 2 statements: 1 proved, 1 refuted (1 as expected)

      """
    #expect(ReportText().text(report) == expected)
    #expect(report.statements.allSatisfy { !$0.isUnexpectedlyRefuted })
  }

  @Test func coloursSurroundTheVerdictAndTheMark() throws {
    let made = HandMade(text: "$$a = b$$", sayings: [.verdict(Self.refuted)])
    let text = ReportText(isColoured: true).text(try made.report())
    #expect(text.hasPrefix("notes.md:1:5: \u{1B}[1;31mrefuted:\u{1B}[0m the two sides differ\n"))
    #expect(text.contains("\n    \u{1B}[1;31m    ^\u{1B}[0m\n"))
  }

  @Test func nothingInAFileCommandsTheTerminal() throws {
    let made = HandMade(
      text: "$$a = \u{1B}[2Jb\u{202E}$$", name: "a\u{1B}.md", sayings: [.unread(.unknownLetter("\u{7}"), at: "b")])
    let text = ReportText().text(try made.report())
    let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
    #expect(isClean && !text.contains("\u{202E}"))
  }

  @Test func severalFilesHaveASum() throws {
    let one = try HandMade(text: "$$a = b$$", name: "a.md", sayings: [.verdict(.proved)]).report()
    let two = try HandMade(text: "$$a = b$$", name: "b.md", sayings: [.misfit("n × m", "m × n")]).report()
    let text = ReportText().text([one, two])
    #expect(text.hasSuffix("\n\n2 files: 2 statements: 1 proved, 1 refuted\n"))
    #expect(text.contains("b.md:1:5: refuted: the shapes do not fit: n × m on the left, m × n on the right\n"))
  }

  @Test(arguments: [
    ("ignored include", "\\input{x}\n\\begin{equation}a = b\\end{equation}\n", "notes.tex:1:1: note: ")
  ])
  func problemsOfTheDocumentAreNotes(_ name: String, _ text: String, _ line: String) throws {
    let made = HandMade(text: text, name: "notes.tex", sayings: [.verdict(.proved)])
    #expect(ReportText().text(try made.report()).contains(line))
  }
}

extension String {
  /// How often `part` occurs.
  func components(of part: String) -> Int {
    var count = 0
    var rest = Substring(self)
    while !rest.isEmpty {
      if rest.hasPrefix(part) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
