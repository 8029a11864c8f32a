import Testing

@testable import Reading

/// A document with something that does not end: the problems, and the formulas that are found all the same.
struct RecoveryCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let problems: [String]
  let formulas: [String]

  init(_ name: String, _ text: String, _ problems: [String], _ formulas: [String]) {
    self.name = name
    self.text = text
    self.problems = problems
    self.formulas = formulas
  }

  var testDescription: String { name }

  func check(_ fileName: String) throws {
    let document = try DocumentReader.read(text, name: fileName)
    #expect(document.problems.map(\.description) == problems)
    #expect(document.summary == formulas)
  }
}

@Suite("What does not end")
struct RecoveryTests {
  @Test(
    "Markdown is read on behind it",
    arguments: [
      RecoveryCase("at the end", "$$a = b", ["1:1: $$ is not closed"], []),
      RecoveryCase("before a paragraph", "$$a = b\n\nso $c$ is", ["1:1: $$ is not closed"], ["3:5 $ c"]),
      RecoveryCase("before a word", "$$a\n\nThen\n\n$$b$$", ["1:1: $$ is not closed"], ["5:3 $$ b"]),
      RecoveryCase("before a display", "$$ a\n$$ b $$", ["1:1: $$ is not closed"], ["2:4 $$ b"]),
      RecoveryCase("before a display of lines", "$$\na\n\n$$\nb\n$$", ["1:1: $$ is not closed"], ["5:1 $$ b"]),
      RecoveryCase(
        "before an environment", "$$ a\n\\begin{align}b\\end{align}",
        ["1:1: $$ is not closed"], ["2:14 align b"]),
      RecoveryCase("at the end of a quotation", "> $$\n> a\n\n$b$", ["1:3: $$ is not closed"], ["4:2 $ b"]),
      RecoveryCase("at the next item", "- $$ a\n- $b$", ["1:3: $$ is not closed"], ["2:4 $ b"]),
      RecoveryCase("before a heading", "$$ a\n# So $b$\n$$c$$", ["1:1: $$ is not closed"], ["2:7 $ b", "3:3 $$ c"]),
      RecoveryCase("a bracket", "\\[ a = b\n\n\\[ c \\]", ["1:1: \\[ is not closed"], ["3:4 \\[ c"]),
      RecoveryCase(
        "an environment", "\\begin{align} a\n\n\\begin{align} c \\end{align}",
        ["1:1: \\begin{align} is not closed"], ["3:15 align c"]),
      RecoveryCase(
        "an environment that ends by another name", "\\begin{align} a \\end{align*} $b$",
        ["1:1: \\begin{align} is closed by \\end{align*}"], ["1:15 align a", "1:31 $ b"]),
      RecoveryCase("a fence of a formula", "```math\na\n\nso $b$", ["1:1: ```math is not closed"], ["4:5 $ b"]),
      RecoveryCase("a fence of code", "```\n$a$\n\n$b$", ["1:1: ``` is not closed"], []),
      RecoveryCase("a comment", "<!-- so\n\n$b$", ["1:1: <!-- is not closed"], ["3:2 $ b"]),
      RecoveryCase(
        "what closes nothing", "$a$ \\end{align} $b$",
        ["1:5: \\end{align} closes nothing"], ["1:2 $ a", "1:18 $ b"]),
      RecoveryCase("a dollar", "so $a\n\nand $b$", [], ["3:6 $ b"]),
      RecoveryCase("two dollars in a heading", "# so $$ a\n\n$b$", ["1:6: $$ is not closed"], ["3:2 $ b"]),
    ])
  func markdown(_ example: RecoveryCase) throws {
    try example.check("notes.md")
  }

  @Test(
    "LaTeX is read on behind it",
    arguments: [
      RecoveryCase(
        "an environment", "\\begin{equation}\na\n\nso $b$ is", ["1:1: \\begin{equation} is not closed"],
        ["4:5 $ b"]),
      RecoveryCase("a bracket", "\\[ a\n\n\\section{So $b$}", ["1:1: \\[ is not closed"], ["3:14 $ b"]),
      RecoveryCase("two dollars", "$$ a\n\nso $b$ is", ["1:1: $$ is not closed"], ["3:5 $ b"]),
      RecoveryCase("a dollar", "so $a is\n\nand $b$", ["1:4: $ is not closed"], ["3:6 $ b"]),
      RecoveryCase("a dollar before another", "so $a and $b$ is", ["1:4: $ is not closed"], ["1:12 $ b"]),
      RecoveryCase(
        "what closes nothing", "$a$ \\] \\) \\end{align}",
        ["1:5: \\] closes nothing", "1:8: \\) closes nothing", "1:11: \\end{align} closes nothing"], ["1:2 $ a"]),
      RecoveryCase("verbatim", "\\begin{verbatim}\n$a$", ["1:1: \\begin{verbatim} is not closed"], ["2:2 $ a"]),
      RecoveryCase(
        "before the document's end", "\\begin{document}\n\\[ a\n\\end{document}",
        ["2:1: \\[ is not closed"], []),
    ])
  func latex(_ example: RecoveryCase) throws {
    try example.check("notes.tex")
  }

  @Test("What was passed over is kept")
  func text() throws {
    let document = try DocumentReader.read("so $$a\n= b\n\nthen", name: "notes.md")
    #expect(document.problems.map { $0.text?.string } == ["a\n= b"])
    #expect(document.problems.map { $0.place } == [SourcePlace(line: 1, column: 4)])
  }
}
