import Testing

@testable import Reading

@Suite("LaTeX files")
struct LaTeXDocumentTests {
  @Test(
    "Formulas are found, with their places",
    arguments: [
      DocumentCase("in the text", "Let $x$ and \\(y\\) be", ["1:6 $ x", "1:15 \\( y"]),
      DocumentCase("displays", "$$a$$ \\[ b \\]", ["1:3 $$ a", "1:10 \\[ b"]),
      DocumentCase(
        "an environment", "\\begin{align}\n  a &= b \\\\\n    &= c\n\\end{align}",
        ["2:3 align a &= b \\\\\n    &= c"]),
      DocumentCase("inline by an environment", "\\begin{math}a\\end{math}", ["1:13 math a"]),
      DocumentCase("an argument", "\\begin{alignat*}{2}a\\end{alignat*}", ["1:20 alignat* a"]),
      DocumentCase("a dollar that is none", "\\$5 and \\$6, 5\\%", []),
      DocumentCase("a comment", "% $a$\n$b$ % $c$\n$d$", ["2:2 $ b", "3:2 $ d"]),
      DocumentCase("a comment in a formula", "$$a % $$\n= b$$", ["1:3 $$ a \n= b"]),
      DocumentCase("only between begin and end", "$a$\\begin{document}$b$\\end{document}$c$", ["1:21 $ b"]),
      DocumentCase("verbatim", "\\begin{verbatim}$a$\\end{verbatim}\\verb|$b$| \\verb*+$c$+ $d$", ["1:58 $ d"]),
      DocumentCase("listings", "\\begin{lstlisting}\n$a$\n\\end{lstlisting}\n\\lstinline{$b$}$c$", ["4:17 $ c"]),
      DocumentCase("switched off", "\\iffalse $a$ \\fi $b$", ["1:19 $ b"]),
      DocumentCase("in a heading", "\\section*[short]{Layer $l$}", ["1:25 $ l"]),
      DocumentCase("in a theorem", "\\begin{theorem}[T]\nIf $a$\n\\[ b \\]\n\\end{theorem}", ["2:5 $ a", "3:4 \\[ b"]),
      DocumentCase("dollars in text", "$a \\text{ if $b$}$", ["1:2 $ a \\text{ if $b$}"]),
      DocumentCase("side by side", "$a$$b$", ["1:2 $ a", "1:5 $ b"]),
      DocumentCase("blank lines in a display", "\\[\n\na\n\n\\]", ["3:1 \\[ a"]),
      DocumentCase("CR LF", "\\[\r\na\r\n= b\r\n\\]\r\n", ["2:1 \\[ a\n= b"]),
      DocumentCase("definitions are none", "\\newcommand{\\x}{$a$} \\def\\y#1{$#1$} $b$", ["1:38 $ b"]),
      DocumentCase("nothing", "", []),
    ])
  func formulas(_ example: DocumentCase) throws {
    try example.check("notes.tex")
  }

  @Test(
    "All environments of amsmath and LaTeX make displays",
    arguments: [
      "equation", "align", "gather", "multline", "flalign", "eqnarray", "displaymath", "equation*", "align*", "gather*",
      "multline*", "flalign*", "eqnarray*",
    ])
  func environments(_ name: String) throws {
    let document = try DocumentReader.read("so \\begin{\(name)}a\\end{\(name)}", name: "a.tex")
    #expect(document.formulas.map(\.text.string) == ["a"])
    #expect(document.formulas.map(\.delimiter) == [.environment(name)])
    #expect(document.formulas.map(\.isDisplay) == [true])
  }

  @Test("Headings have levels, comments are blocks, what is included is named")
  func structure() throws {
    let text = "% one\n\n\\chapter{A}\n\\section{B $x$}\n\\subsection*{C}\n\\input{other} text % two"
    let document = try DocumentReader.read(text, name: "a.tex")
    let blocks = document.blocks.map { block in
      switch block {
      case .heading(let heading): "\(heading.level) \(heading.text)"
      case .prose(let prose): "prose \(prose.text)"
      case .comment(let prose): "% \(prose.text)"
      case .formula(let formula): "$ \(formula.text)"
      case .directive, .macro: "?"
      }
    }
    #expect(blocks == ["% one", "1 A", "2 B $x$", "$ x", "3 C", "prose text"])
    #expect(document.problems.map(\.description) == ["6:1: \\input{other} is not read"])
  }

  @Test("Lists, quotations and theorems are nestings")
  func nesting() throws {
    let text = """
      \\begin{enumerate}
      \\item $a$
      \\item \\begin{quote}$b$\\end{quote}
      \\end{enumerate}
      \\begin{proof} $c$ \\end{proof}
      $d$
      """
    let document = try DocumentReader.read(text, name: "a.tex")
    #expect(
      document.formulas.map(\.nesting) == [
        [.listItem(number: 1)], [.listItem(number: 2), .quote], [.environment("proof")], [],
      ])
  }
}
