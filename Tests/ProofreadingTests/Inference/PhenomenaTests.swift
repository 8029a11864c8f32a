import Proofreading
import Reading
import Testing

@Suite("Notes in many notations, checked without being told anything")
struct PhenomenaTests {
  @Test("Wrong lines are refuted and never called proved, right ones left alone", arguments: Phenomenon.all)
  func verdicts(_ phenomenon: Phenomenon) throws {
    let document = try DocumentReader.read(phenomenon.text, name: "notes.md")
    let report = try Proofreader.check(document)
    let wrong = Set(report.statements.filter { $0.verdict == .refuted }.map(\.place.line))
    #expect(wrong == phenomenon.wrong)
    // A definition may stand before the slip on its line.
    for statement in report.statements where phenomenon.wrong.contains(statement.place.line) {
      #expect(statement.verdict != .proved && statement.verdict != .verified || statement.link != nil)
    }
  }
}
