import Testing

@testable import Reading

@Suite("What stands around formulas")
struct ContextTests {
  @Test("The text before and behind a formula in its paragraph")
  func neighbours() throws {
    let text = "For layer $l < L$:\n$$a$$\nwhere $b$ is\n\n$$c$$"
    let formulas = try DocumentReader.read(text, name: "a.md").formulas
    #expect(formulas.map { $0.before?.string } == ["For layer", ":", "where", nil])
    #expect(formulas.map { $0.after?.string } == [":", "where", "is", nil])
    #expect(formulas.first?.before?.start == SourcePlace(line: 1, column: 1))
    #expect(formulas.first?.after?.start == SourcePlace(line: 1, column: 18))
  }

  @Test("What leads to a formula: its paragraph so far, or the paragraph before it")
  func introduction() throws {
    let text = "For layer $l < L$:\n\n$$a$$\n\n$$b$$\n\nso $$c$$\n\n# So\n\n$$d$$"
    let document = try DocumentReader.read(text, name: "a.md")
    func lead(_ name: String) throws -> [String] {
      let index = try #require(document.blocks.firstIndex { $0.formula?.text.string == name })
      return document.blocks[document.introduction(to: index)].map { block in
        switch block {
        case .prose(let prose): prose.text.string
        case .formula(let formula): "$\(formula.text)$"
        default: "?"
        }
      }
    }
    #expect(try lead("a") == ["For layer", "$l < L$", ":"])
    #expect(try lead("b") == [])
    #expect(try lead("c") == ["so"])
    #expect(try lead("d") == [])
  }

  @Test("What follows a formula in its paragraph")
  func continuation() throws {
    let document = try DocumentReader.read("$$a$$\nwhere $b$ is\n\nso", name: "a.md")
    #expect(document.continuation(of: 0) == 1..<4)
  }

  @Test("Headings have levels and places, and their formulas are nested in them")
  func headings() throws {
    let text = "# One $x$ #\n\nTwo\n---\n\n### Three\n- # Four"
    let document = try DocumentReader.read(text, name: "a.md")
    let headings = document.blocks.compactMap { block in
      if case .heading(let heading) = block { heading } else { nil }
    }
    #expect(headings.map(\.level) == [1, 2, 3, 1])
    #expect(headings.map(\.text.string) == ["One $x$", "Two", "Three", "Four"])
    #expect(headings.map(\.text.start.description) == ["1:3", "3:1", "6:5", "7:5"])
    #expect(headings.map(\.nesting) == [[], [], [], [.listItem(number: nil)]])
    #expect(document.formulas.map(\.nesting) == [[.heading(level: 1)]])
    #expect(document.formulas.map { $0.before?.string } == ["One"])
  }

  @Test("Lists and quotations nest")
  func nesting() throws {
    let text = "1. $a$\n2. > $b$\n   - $c$\n\n   $d$\n\n$e$\n> $f$\n\n> $g$"
    let formulas = try DocumentReader.read(text, name: "a.md").formulas
    #expect(
      formulas.map(\.nesting) == [
        [.listItem(number: 1)], [.listItem(number: 2), .quote], [.listItem(number: 2), .listItem(number: nil)],
        [.listItem(number: 2)], [], [.quote], [.quote],
      ])
  }

  @Test("The places of delimiters")
  func delimiters() throws {
    let text = "so $$\na\n$$ and \\(b\\)\n\\begin{align}\nc\n\\end{align}\n```math\nd\n```"
    let formulas = try DocumentReader.read(text, name: "a.md").formulas
    #expect(formulas.map(\.start.description) == ["1:4", "3:8", "4:1", "7:1"])
    #expect(formulas.map(\.end.description) == ["3:3", "3:13", "6:12", "9:4"])
    #expect(formulas.map(\.isDisplay) == [true, false, true, true])
    #expect(formulas.map(\.delimiter) == [.dollars, .parenthesis, .environment("align"), .fence])
  }
}
