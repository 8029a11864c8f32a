import Proofreading
import Reading
import SourceNotes
import Testing

@Suite("The source notes, checked without being told anything")
struct SourceNotesTests {
  struct Note: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    /// The lines with a wrong relation, and how many of it are wrong.
    let wrong: [Int: Int]
    /// Lines of which nothing is expected: garbled or unfinished.
    var open: Set<Int> = []
  }

  static let notes = [
    Note(
      testDescription: "first", text: SourceNotes.first,
      wrong: [22: 1, 39: 1, 41: 1, 51: 1, 53: 1, 57: 1, 61: 1, 69: 1]),
    Note(
      testDescription: "second", text: SourceNotes.second, wrong: [10: 4, 29: 1], open: [22, 24, 31, 35, 39, 41, 51]),
    Note(testDescription: "third", text: SourceNotes.third, wrong: [:]),
    Note(testDescription: "fourth", text: SourceNotes.fourth, wrong: [22: 1]),
  ]

  @Test("The slips are found, and nothing else", arguments: notes)
  func slips(_ note: Note) throws {
    let document = try DocumentReader.read(note.text, name: "notes.txt")
    let report = try Proofreader.check(document)
    var wrong: [Int: Int] = [:]
    for statement in report.statements where statement.verdict == .refuted && !note.open.contains(statement.place.line)
    {
      wrong[statement.place.line, default: 0] += 1
    }
    #expect(wrong == note.wrong)
  }

  @Test("The first note is reported as it should feel")
  func wording() throws {
    let report = try Proofreader.check(try DocumentReader.read(SourceNotes.first, name: "notes.md"))
    let reasons = report.statements.filter { $0.verdict == .refuted }.map {
      ($0.place.line, $0.reason, $0.fragment ?? "")
    }
    #expect(reasons.first { $0.0 == 22 }?.1 == "the sum stops at 2; layer 2 has 4 units")
    #expect(reasons.first { $0.0 == 22 }?.2 == #"\sum_{j=1}^4"#)
    #expect(reasons.first { $0.0 == 51 }?.1 == "the square is lost")
    #expect(reasons.first { $0.0 == 69 }?.1 == "holds for i = 1 only")
    #expect(report.statements.contains { $0.place.line == 55 && $0.reason.contains("right") })
    #expect(report.statements.count == 47)
  }
}
