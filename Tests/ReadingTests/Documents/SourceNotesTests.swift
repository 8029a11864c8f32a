import SourceNotes
import Testing

@testable import Reading

@Suite("The source notes")
struct SourceNotesTests {
  @Test(
    "All formulas are found",
    arguments: [
      ("first", SourceNotes.first, 27, 9), ("second", SourceNotes.second, 19, 3), ("third", SourceNotes.third, 11, 26),
      ("fourth", SourceNotes.fourth, 9, 17),
    ])
  func counts(_ note: (name: String, text: String, displays: Int, inline: Int)) throws {
    for file in ["a.txt", "a.md", "-"] {
      let document = try DocumentReader.read(note.text, name: file)
      #expect(document.formulas.count { $0.isDisplay } == note.displays)
      #expect(document.formulas.count { !$0.isDisplay } == note.inline)
      #expect(document.problems.isEmpty)
      #expect(document.formulas.allSatisfy { $0.text.rewritings.isEmpty })
    }
  }

  @Test("Lines and columns of the first note are those of its report")
  func places() throws {
    let formulas = try DocumentReader.read(SourceNotes.first, name: "notes.md").formulas
    func place(of part: String, line: Int) throws -> Int {
      let formula = try #require(formulas.first { $0.start.line == line })
      let wanted = Array(part.unicodeScalars)
      let index = try #require(formula.text.scalars.indices.first { formula.text.scalars[$0...].starts(with: wanted) })
      return formula.text.place(at: index).column
    }
    #expect(try place(of: "=", line: 22) == 9)
    #expect(try place(of: "2 w_{ij}", line: 22) == 22)
    #expect(try place(of: "\\underbrace{\\frac{\\partial (", line: 39) == 76)
    #expect(try place(of: "= f'", line: 41) == 130)
    #expect(try place(of: "=", line: 51) == 3)
    #expect(try place(of: "\\sum_{j=1}^2", line: 61) == 35)
  }

  @Test("What leads to a display")
  func introductions() throws {
    let document = try DocumentReader.read(SourceNotes.fourth, name: "notes.md")
    let index = try #require(document.blocks.firstIndex { $0.start == SourcePlace(line: 20, column: 1) })
    let lead = document.blocks[document.introduction(to: index)].compactMap { block in
      switch block {
      case .prose(let prose): prose.text.string
      case .formula(let formula): formula.text.string
      default: nil
      }
    }
    #expect(lead == ["For layer", "l < L", ":"])
  }

  @Test("A display of several lines in an item keeps to its item")
  func items() throws {
    let formulas = try DocumentReader.read(SourceNotes.fourth, name: "notes.md").formulas
    let update = try #require(formulas.last)
    #expect(update.nesting == [.listItem(number: nil)])
    #expect(update.before?.string == "update")
    #expect(update.start == SourcePlace(line: 49, column: 11))
  }
}
