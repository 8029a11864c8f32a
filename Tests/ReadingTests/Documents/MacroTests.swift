import Testing

@testable import Reading

@Suite("Definitions of macros")
struct MacroTests {
  private func summary(_ macros: [MacroDefinition]) -> [String] {
    macros.map { macro in
      var result = "\(macro.start) \(macro.kind) \(macro.name) \(macro.parameterCount)"
      if let argument = macro.defaultArgument { result += " [\(argument)]" }
      if !macro.parameterText.isEmpty { result += " (\(macro.parameterText))" }
      result += " \(macro.body)"
      if let closing = macro.closing { result += " \(closing)" }
      return result + (macro.takesLimits ? " limits" : "")
    }
  }

  private static let definitions = [
    DocumentCase("newcommand", "\\newcommand{\\R}{\\mathbb{R}}", ["1:1 newcommand R 0 \\mathbb{R}"]),
    DocumentCase("without braces", "\\newcommand\\R{r}", ["1:1 newcommand R 0 r"]),
    DocumentCase("a star", "\\newcommand*{\\R}{r}", ["1:1 newcommand R 0 r"]),
    DocumentCase("arguments", "\\newcommand{\\pd}[2]{\\frac{#1}{#2}}", ["1:1 newcommand pd 2 \\frac{#1}{#2}"]),
    DocumentCase("a default", "\\newcommand{\\pd}[2][L]{#1#2}", ["1:1 newcommand pd 2 [L] #1#2"]),
    DocumentCase("renewcommand", "\\renewcommand{\\vec}[1]{\\mathbf #1}", ["1:1 renewcommand vec 1 \\mathbf #1"]),
    DocumentCase("providecommand", "\\providecommand \\x { y }", ["1:1 providecommand x 0  y "]),
    DocumentCase("def", "\\def\\R{r}", ["1:1 def R 0 r"]),
    DocumentCase("def with parameters", "\\def\\pd#1#2{\\frac{#1}{#2}}", ["1:1 def pd 2 (#1#2) \\frac{#1}{#2}"]),
    DocumentCase("def with a pattern", "\\def\\at(#1){a_{#1}}", ["1:1 def at 1 ((#1)) a_{#1}"]),
    DocumentCase("an operator", "\\DeclareMathOperator{\\diag}{diag}", ["1:1 declareMathOperator diag 0 diag"]),
    DocumentCase(
      "an operator with limits", "\\DeclareMathOperator*{\\am}{a m}",
      ["1:1 declareMathOperator am 0 a m limits"]),
    DocumentCase(
      "delimiters", "\\DeclarePairedDelimiter{\\norm}{\\|}{\\|}",
      ["1:1 declarePairedDelimiter norm 1 \\| \\|"]),
    DocumentCase("let", "\\let\\eps=\\epsilon", ["1:1 let eps 0 \\epsilon"]),
    DocumentCase("over lines", "\\newcommand{\\x}\n  {a\nb}", ["1:1 newcommand x 0 a\nb"]),
    DocumentCase("escaped braces", "\\newcommand{\\x}{\\{a\\}}", ["1:1 newcommand x 0 \\{a\\}"]),
    DocumentCase("several", "\\def\\a{1}\\def\\b{2}", ["1:1 def a 0 1", "1:10 def b 0 2"]),
  ]

  @Test("They are read from LaTeX", arguments: definitions)
  func latex(_ example: DocumentCase) throws {
    #expect(summary(try DocumentReader.read(example.text, name: "a.tex").macros) == example.formulas)
    #expect(summary(try DocumentReader.macros(Array(example.text.utf8), name: "a.sty").macros) == example.formulas)
  }

  @Test("They are read from formulas, which then are none", arguments: definitions)
  func formulas(_ example: DocumentCase) throws {
    for (opening, closing) in [("$", "$"), ("\\[", "\\]"), ("$$\n", "\n$$"), ("<!-- so -->", "")] {
      let document = try DocumentReader.read(opening + example.text + closing, name: "a.md")
      let inLaTeX = try DocumentReader.read(example.text, name: "a.tex")
      #expect(document.macros.count == example.formulas.count)
      #expect(document.macros.map(\.body.string) == inLaTeX.macros.map(\.body.string))
      #expect(document.formulas.isEmpty)
    }
  }

  @Test("What else stands in the formula stays, in its place")
  func rest() throws {
    let document = try DocumentReader.read("$a \\def\\R{r} = \\R$", name: "a.md")
    #expect(document.formulas.map(\.text.string) == ["a  = \\R"])
    #expect(document.formulas.first?.text.place(at: 3) == SourcePlace(line: 1, column: 14))
  }

  @Test("A comment in a definition is left out")
  func comments() throws {
    let text = "\\newcommand{\\x}{% an {\n  a}"
    #expect(try DocumentReader.read(text, name: "a.tex").macros.map(\.body.string) == ["\n  a"])
  }

  @Test("One that is incomplete is a problem", arguments: ["\\newcommand{\\x}{a", "\\def x", "\\newcommand{x}{a}"])
  func incomplete(_ text: String) throws {
    let document = try DocumentReader.read(text + "\n\n$a$", name: "a.tex")
    #expect(document.macros.isEmpty)
    #expect(document.problems.count == 1)
    #expect(document.formulas.map(\.text.string) == ["a"])
  }

  @Test("A file of definitions may have a preamble, and may be Markdown")
  func files() throws {
    let latex = "\\documentclass{article}\n\\def\\a{1}\n\\begin{document}\\def\\b{2}\\end{document}"
    #expect(try DocumentReader.macros(Array(latex.utf8), name: "a.tex").macros.map(\.name) == ["a", "b"])
    #expect(try DocumentReader.macros(Array("\\def\\a{1}".utf8), name: "macros").macros.map(\.name) == ["a"])
    #expect(try DocumentReader.macros(Array("$\\def\\a{1}$".utf8), name: "a.md").macros.map(\.name) == ["a"])
  }
}
