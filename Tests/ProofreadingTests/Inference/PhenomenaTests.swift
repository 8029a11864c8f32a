import Proofreading
import Reading
import Testing

@Suite("Notes in many notations, checked without being told anything")
struct PhenomenaTests {
  @Test("Wrong lines are refuted, right ones left alone", arguments: Phenomenon.table + Phenomenon.graphs)
  func verdicts(_ phenomenon: Phenomenon) throws {
    let document = try DocumentReader.read(phenomenon.text, name: "notes.md")
    let report = try Proofreader.check(document)
    let wrong = Set(report.statements.filter { $0.verdict == .refuted }.map(\.place.line))
    #expect(wrong == phenomenon.wrong)
  }

  @Test("No wrong line is called proved or verified", arguments: Phenomenon.table + Phenomenon.graphs)
  func soundness(_ phenomenon: Phenomenon) throws {
    let document = try DocumentReader.read(phenomenon.text, name: "notes.md")
    let report = try Proofreader.check(document)
    for statement in report.statements where phenomenon.wrong.contains(statement.place.line) {
      #expect(statement.verdict == .refuted || statement.verdict == .unread || statement.link != nil)
    }
  }
}
