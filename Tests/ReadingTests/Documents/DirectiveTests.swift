import Testing

@testable import Reading

@Suite("Directives")
struct DirectiveTests {
  /// Each directive as `line:column kind text`, with the text of the display meant.
  private func summary(_ text: String, _ name: String) throws -> [String] {
    let document = try DocumentReader.read(text, name: name)
    return document.directives.map { directive in
      let display = directive.display.flatMap { document.blocks[$0].formula }
      return "\(directive.text.start) \(directive.kind) \(directive.text)" + (display.map { " -> \($0.text)" } ?? "")
    }
  }

  @Test(
    "They are found, and the displays they refer to",
    arguments: [
      DocumentCase("before a display", "<!-- derive: ignore -->\n\n$$a$$\n\n$$b$$", ["1:14 ignore ignore -> a"]),
      DocumentCase("behind a display", "$$a$$ <!-- derive: ignore -->\n\n$$b$$", ["1:20 ignore ignore -> a"]),
      DocumentCase(
        "expected to be wrong", "<!-- derive: expect refuted -->\n$$a$$",
        ["1:14 expectRefuted expect refuted -> a"]),
      DocumentCase(
        "formulas in the text are not meant", "$x$ <!-- derive: ignore --> $y$\n\n$$b$$",
        ["1:18 ignore ignore -> b"]),
      DocumentCase("nothing to refer to", "$$a$$\n\n<!--derive:ignore-->", ["3:12 ignore ignore"]),
      DocumentCase("settings", "<!-- derive: --arch 1-4-3-2 -->\n$$a$$", ["1:14 setting --arch 1-4-3-2"]),
      DocumentCase("over lines", "<!-- derive:\nloss mse\n-->", ["2:1 setting loss mse"]),
      DocumentCase("as a comment of TeX", "% derive: loss mse\n\n$$a$$", ["1:11 setting loss mse"]),
      DocumentCase("in a display", "$$\na % derive: ignore\n= b\n$$\n\n$$c$$", ["2:13 ignore ignore -> a \n= b"]),
      DocumentCase("other comments are none", "<!-- derived: x --> <!-- so -->", []),
      DocumentCase("in a quotation", "> <!-- derive: ignore -->\n> $$a$$", ["1:16 ignore ignore -> a"]),
    ])
  func markdown(_ example: DocumentCase) throws {
    #expect(try summary(example.text, "a.md") == example.formulas)
  }

  @Test(
    "They are found in LaTeX",
    arguments: [
      DocumentCase("before a display", "% derive: ignore\n\\[ a \\]", ["1:11 ignore ignore -> a"]),
      DocumentCase("behind a display", "\\[ a \\] % derive: ignore\n\\[ b \\]", ["1:19 ignore ignore -> a"]),
      DocumentCase("in a display", "\\begin{align} % derive: ignore\na\n\\end{align}", ["1:25 ignore ignore -> a"]),
      DocumentCase(
        "in the preamble", "% derive: loss mse\n\\begin{document}\\end{document}",
        ["1:11 setting loss mse"]),
    ])
  func latex(_ example: DocumentCase) throws {
    #expect(try summary(example.text, "a.tex") == example.formulas)
  }

  @Test("They are found in reStructuredText and in notebooks")
  func others() throws {
    #expect(try summary(".. derive: ignore\n\n.. math:: a\n", "a.rst") == ["1:12 ignore ignore -> a"])
    let cells =
      #"{"cells": [{"cell_type": "markdown", "source": "<!-- derive: ignore -->"},"#
      + #"{"cell_type": "markdown", "source": "$$a$$"}]}"#
    #expect(try summary(cells, "a.ipynb") == ["1:1:14 ignore ignore -> a"])
  }
}
