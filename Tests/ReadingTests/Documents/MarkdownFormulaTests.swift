import Testing

@testable import Reading

@Suite("Formulas in Markdown")
struct MarkdownFormulaTests {
  @Test(
    "Formulas are found, with their places",
    arguments: [
      DocumentCase("inline", "Let $x$ be", ["1:6 $ x"]),
      DocumentCase("display", "$$a = b$$", ["1:3 $$ a = b"]),
      DocumentCase("lines", "$$\na\n= b\n$$", ["2:1 $$ a\n= b"]),
      DocumentCase("no blank lines around", "so\n$$\na = b\n$$\nwhere", ["3:1 $$ a = b"]),
    ])
  func places(_ example: DocumentCase) throws {
    let document = try DocumentReader.read(example.text, name: "notes.md")
    #expect(document.summary == example.formulas)
  }
}
