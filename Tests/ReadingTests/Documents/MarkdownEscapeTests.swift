import Testing

@testable import Reading

/// A formula as it is written in Markdown, and as it is meant.
struct EscapeCase: Sendable, CustomTestStringConvertible {
  let name: String
  let written: String
  let meant: String

  init(_ name: String, _ written: String, _ meant: String) {
    self.name = name
    self.written = written
    self.meant = meant
  }

  var testDescription: String { name }
}

@Suite("Markdown's escapes in formulas")
struct MarkdownEscapeTests {
  @Test(
    "What is evidently Markdown's is undone",
    arguments: [
      EscapeCase("subscripts", #"$w\_{ij}$"#, "w_{ij}"),
      EscapeCase("a subscript of one letter", #"$x\_i + z\_ij$"#, "x_i + z_ij"),
      EscapeCase("a subscript of a command", #"$\sum\_ij a$"#, #"\sum_ij a"#),
      EscapeCase("stars", #"$a \* b^\*$"#, "a * b^*"),
      EscapeCase("an equals sign at the beginning of a line", "$$\na\n\\= b\n$$", "a\n= b"),
      EscapeCase("ends of lines", #"$$a \\\\ b$$"#, #"a \\ b"#),
      EscapeCase("ends of lines before a command", #"$$a \\\\\frac b$$"#, #"a \\\frac b"#),
      EscapeCase("brackets", #"$\[0, 1\]$"#, "[0, 1]"),
      EscapeCase("less than", #"$a \< b$"#, "a < b"),
      EscapeCase("HTML's references", "$a &lt; b &amp; c &gt; d$", "a < b & c > d"),
      EscapeCase("braces in the text", #"$\\{1, 2\\}$"#, #"\{1, 2\}"#),
      EscapeCase("braces in a display", #"$$\\{1, 2\\}$$"#, #"\{1, 2\}"#),
      EscapeCase("spaces in the text", #"$a\\,b$"#, #"a\,b"#),
      EscapeCase("all commands", #"$\\frac{\\partial L}{\\partial w}$"#, #"\frac{\partial L}{\partial w}"#),
      EscapeCase("brackets escaped once more", #"\\[a \\\\ b\\, c\\]"#, #"a \\ b\, c"#),
      EscapeCase("all of it", "\\\\\\[\n\\\\hat{y}\\_i^{\\[l]}\n\\\\]", #"\hat{y}_i^{[l]}"#),
      EscapeCase("an environment", "\\begin{align}a\\_i \\\\\\\\ b\\end{align}", #"a_i \\ b"#),
    ])
  func undone(_ example: EscapeCase) throws {
    let formula = try #require(try DocumentReader.read(example.written, name: "notes.md").formulas.first)
    #expect(formula.text.string == example.meant)
    #expect(!formula.text.rewritings.isEmpty)
    for rewriting in formula.text.rewritings {
      let written = formula.text.source.text(rewriting.range)
      #expect(written.count > 1)
      #expect("\\&".contains(written.prefix(1)))
    }
  }

  @Test(
    "What may be TeX's stays",
    arguments: [
      #"$\text{learning\_rate}$"#, #"$learning\_rate$"#, #"$d\_model$"#, #"$adv\_x = a_b$"#, #"$\mathrm{a\_b}$"#,
      #"$$a \\ b$$"#,
      #"$$\begin{aligned} a \\ \frac b c \end{aligned}$$"#, #"$$a \\[2pt] b$$"#, #"$\{1, 2\}$"#, #"$a\,b\;c\!d\>e$"#,
      #"$\|x\|$"#, #"$5\%$"#, ##"$\#$"##, #"$a\ b$"#, #"$`w\_i`$"#, #"$\hbox{\'a}$"#, #"$$a \\b$$"#,
      #"$a \begin{matrix} b \\{c} \end{matrix}$"#, #"$$\begin{matrix} a \\, b \end{matrix}$$"#,
    ])
  func kept(_ written: String) throws {
    let formula = try #require(try DocumentReader.read(written, name: "notes.md").formulas.first)
    #expect(formula.text.rewritings.isEmpty)
    #expect(written.contains(formula.text.string))
  }

  @Test("LaTeX files and fences have no escapes of Markdown")
  func elsewhere() throws {
    #expect(try DocumentReader.read(#"$w\_{ij}$"#, name: "notes.tex").formulas.first?.text.string == #"w\_{ij}"#)
    #expect(try DocumentReader.read("```math\na \\* b\n```", name: "a.md").formulas.first?.text.string == #"a \* b"#)
  }

  @Test("The places of what was escaped")
  func places() throws {
    let formula = try #require(try DocumentReader.read(#"so $w\_i &lt; b$"#, name: "notes.md").formulas.first)
    #expect(formula.text.string == "w_i < b")
    let columns = formula.text.scalars.indices.map { formula.text.place(at: $0).column }
    #expect(columns == [5, 7, 8, 9, 10, 14, 15])
    #expect(formula.text.place(at: 7).column == 16)
    #expect(formula.text.rewritings.map(\.range) == [5..<7, 9..<13])
    #expect(formula.text.sourceRange(of: 1..<2) == 6..<7)
    #expect(formula.text.sourceRange(of: 4..<5) == 9..<13)
  }
}
