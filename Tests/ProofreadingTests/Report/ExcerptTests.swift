import Testing

@testable import Checking
@testable import Proofreading

@Suite("Excerpts and places")
struct ExcerptTests {
  private func excerpt(_ text: String, core: String, mark: String? = nil) -> Excerpt {
    Excerpt(of: Array(text.unicodeScalars), core: Self.range(core, text), mark: mark.map { Self.range($0, text) })
  }

  private static func range(_ piece: String, _ text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(piece.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
    return start..<start + wanted.count
  }

  /// What is marked.
  private func marked(_ excerpt: Excerpt) -> String? {
    excerpt.mark.map { range in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: Array(excerpt.text.unicodeScalars)[range])
      return String(view)
    }
  }

  @Test func aShortLineStandsAsItIs() {
    let result = excerpt(#"  a = b, \quad c = d \\"#, core: "c = d", mark: "d")
    #expect(result.text == #"a = b, \quad c = d"#)
    #expect(marked(result) == "d")
  }

  @Test func onlyTheLinesOfTheRelationAreShown() {
    let result = excerpt("a = b \\\\\n\t= c\t+ d \\\\\n= e", core: "= c\t+ d", mark: "d")
    #expect(result.text == "= c + d")
    #expect(marked(result) == "d")
  }

  @Test func aRelationOverSeveralLinesIsJoined() {
    #expect(excerpt("a\n  = b\n  + c", core: "a\n  = b\n  + c", mark: "c").text == "a = b + c")
  }

  static let long = String(repeating: "x + ", count: 30) + "x"

  @Test func aLongChainIsShortenedBefore() {
    let result = excerpt("a = \(Self.long) = b = c", core: "b = c", mark: "c")
    #expect(result.text == "… = b = c")
    #expect(marked(result) == "c")
  }

  @Test func aLongChainIsShortenedBehind() {
    let result = excerpt("a = b = \(Self.long)", core: "a = b", mark: "b")
    #expect(result.text == "a = b …")
    #expect(marked(result) == "b")
  }

  @Test func aLongRelationIsShortenedAroundTheMark() {
    let result = excerpt("a = \(Self.long) + w + \(Self.long)", core: "a = \(Self.long) + w + \(Self.long)", mark: "w")
    #expect(result.text.hasPrefix("… ") && result.text.hasSuffix(" …"))
    #expect(result.text.displayWidth <= Excerpt.width + 4)
    #expect(marked(result) == "w")
  }

  @Test(arguments: [("a", 1), ("学", 2), ("ŷ", 1), ("y\u{302}", 1), ("ｗ", 2), ("\u{200B}x", 1), ("σ", 1), ("𝒛", 1)])
  func widths(_ text: String, _ width: Int) { #expect(text.displayWidth == width) }

  // MARK: Through the report

  /// A relation behind tabs and wide letters: columns count scalars, carets count columns of the terminal.
  @Test func caretsStandUnderWideLetters() throws {
    var made = HandMade(
      text: "文\t$\\text{学习}\ta = b$", sayings: [.verdict(.refuted(.values(.example(1, 2))))])
    made.edits[0] = .init(slip: "b", replacement: "c", suggestion: "a = c", reason: "b")
    let report = try made.report()
    let statement = report.statements[0]
    #expect(statement.place.description == "1:16")
    #expect(statement.slip?.place.description == "1:18" && statement.slip?.length == 1)
    #expect(ReportText().text(report).contains("    \\text{学习} a = b\n                    ^\n"))
  }

  @Test func placesInNotebooksCountInTheCell() throws {
    let text = #"""
      {"cells": [{"cell_type": "markdown", "source": ["x\n", "\n", "$$a = b$$\n", "\n", "$$= c$$"]}], "nbformat": 4}
      """#
    let wrong = HandMade.Saying.verdict(.refuted(.values(.example(1, 2))))
    var made = HandMade(text: text, name: "n.ipynb", sayings: [wrong, .verdict(.proved, .rightAgain)])
    made.edits[0] = .init(slip: "b", replacement: "c", suggestion: "a = c", reason: "b")
    let report = try made.report()
    #expect(report.statements[0].place.description == "1:3:5")
    #expect(report.statements[0].slip?.place.description == "1:3:7")
    #expect(report.statements[1].reason == "right, although line 3 of cell 1 is wrong")
    #expect(ReportText().text(report).contains("n.ipynb:1:3:5: refuted"))
  }

  /// What the slip covers in the file counts, escapes of Markdown included.
  @Test func slipsAreMeasuredInTheFile() throws {
    var made = HandMade(text: "> $$a =\n> b + c$$", sayings: [.verdict(.refuted(.values(.example(1, 2))))])
    made.edits[0] = .init(slip: "b + c", replacement: "b", suggestion: "a = b", reason: "c")
    let slip = try #require(try made.report().statements[0].slip)
    #expect(slip.place.description == "2:3" && slip.length == 5)
  }

  @Test func aBraceIsShownWhole() throws {
    let made = HandMade(
      text: #"$$x = \underbrace{\frac{u}{v}}_{f'(z)}$$"#,
      sayings: [.verdict(.proved), .verdict(.refuted(.values(.example(1, 2))))])
    let report = try made.report()
    let brace = report.statements[1]
    #expect(brace.place.description == "1:7")
    #expect(brace.lhs == #"\frac{u}{v}"# && brace.rhs == "f'(z)" && brace.relation == "=")
    #expect(marked(brace.excerpt) == "f'(z)")
  }
}
