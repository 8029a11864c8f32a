import Testing

@testable import Reading

@Suite("Kinds of documents")
struct DocumentKindTests {
  @Test(
    "By name",
    arguments: [
      ("notes.md", .markdown), ("a/b.MARKDOWN", .markdown), ("a.Rmd", .markdown), ("a.b.tex", .latex),
      ("a.sty", .latex),
      ("a.ipynb", .notebook), ("a.rst", .reStructuredText), ("a.txt", .plain), ("a.html", .plain), ("-", nil),
      ("README", nil), ("a.swift", nil),
    ] as [(String, DocumentKind?)])
  func names(_ pair: (String, DocumentKind?)) {
    #expect(DocumentKind(fileName: pair.0) == pair.1)
  }

  @Test(
    "By content",
    arguments: [
      ("", .markdown), ("so $a$ is", .markdown), ("$$a$$", .markdown), ("\n \\documentclass{article}", .latex),
      ("% the loss\n\\begin{align*}\na\n\\end{align*}\n", .latex), ("\\section{A} $a$", .latex),
      ("# A\n\n\\newcommand{\\R}{r}\n\n$$a$$\n\n# B\n", .markdown),
      ("{\"cells\": []}", .notebook), (" {\"worksheets\": []}", .notebook), ("{a} is a set", .markdown),
      ("A\n=\n\n.. math:: a", .reStructuredText), ("so :math:`a` is", .reStructuredText),
    ] as [(String, DocumentKind)])
  func content(_ pair: (String, DocumentKind)) throws {
    #expect(try DocumentReader.read(pair.0, name: "-").kind == pair.1)
  }

  @Test("A text may be of any kind")
  func texts() throws {
    #expect(try DocumentReader.read("$$a$$", name: "a.txt").kind == .plain)
    #expect(try DocumentReader.read(".. math:: a", name: "a.txt").kind == .reStructuredText)
    #expect(try DocumentReader.read("\\documentclass{article}", name: "a.txt").kind == .latex)
  }

  @Test("A kind that is given counts more than the name")
  func given() throws {
    #expect(try DocumentReader.read("% $a$\n$b$", name: "a.md", kind: .latex).summary == ["2:2 $ b"])
  }
}
