import Testing

@testable import LaTeX

@Suite struct MacroTableTests {
  @Test func collectsFromADocument() {
    let macros = MacroTable(
      collectedFrom: #"""
        # Notes
        50% of $x$ % \newcommand{\hidden}{x}
        \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
        $$\def\vv#1{\mathbf{#1}}$$
        \DeclareMathOperator*{\argmin}{arg\,min}
        \newcommand{\loss}{C}
        \renewcommand{\loss}{L}
        \providecommand{\loss}{K}
        """#)
    #expect(macros.names == ["argmin", "loss", "pd", "vv"])
    let formula = MathParser.parse(#"\pd{\loss}{\vv w} \argmin_w"#, macros: macros)
    #expect(formula.sExpression == "(frac (partial L) (partial (style bold w))) (script fn:argmin (_ w))")
    #expect(formula.problems.isEmpty)
  }

  @Test func tellsWhatItCannotRead() {
    var macros = MacroTable()
    let problems = macros.collect(from: #"\newcommand{\a}{x} \newcommand \newcommand{\b}{"#)
    #expect(problems.map(\.range) == [19..<30, 31..<42])
    #expect(macros.names == ["a"])
  }

  @Test func merging() {
    let first = MacroTable(collectedFrom: #"\def\a{x}\def\b{y}"#)
    let both = first.merging(MacroTable(collectedFrom: #"\def\a{z}"#))
    #expect(MathParser.parse(#"\a\b"#, macros: both).sExpression == "z y")
    #expect(MathParser.parse(#"\a\b"#, macros: first).sExpression == "x y")
  }

  /// What comes from an argument keeps its place; what comes from the body has the call around it.
  @Test func rangesOfArguments() throws {
    let macros = MacroTable(collectedFrom: #"\newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}"#)
    let formula = MathParser.parse(#"x = \pd{L}{w_i} + 1"#, macros: macros)
    #expect(formula.nodes.map(\.range) == [0..<1, 2..<3, 4..<15, 16..<17, 18..<19])
    let parts = formula.nodes[2].children
    #expect(parts.map { formula.latex(of: $0) } == [#"\pd{"#, "L", "}{", "w_i"])
  }

  /// Where arguments change their order, or come twice, everything has the range of the call.
  @Test func rangesOfCalls() {
    let macros = MacroTable(collectedFrom: #"\newcommand{\s}[2]{#2 #1}"#)
    let formula = MathParser.parse(#"\s{a}{b} c"#, macros: macros)
    #expect(formula.nodes.map(\.range) == [0..<8, 0..<8, 9..<10])
  }

  @Test func relationsWithinAnArgumentKeepTheirPlaces() {
    let macros = MacroTable(collectedFrom: #"\newcommand{\eqn}[1]{\begin{aligned}#1\end{aligned}}"#)
    let formula = MathParser.parse(#"\eqn{a &= b}"#, macros: macros)
    guard case .array(let array)? = formula.nodes.first?.kind else {
      Issue.record("no array")
      return
    }
    #expect(array.lines.first?.cells.last?.nodes.first?.range == 8..<9)
  }

  @Test func customary() {
    let formula = MathParser.parse(#"\norm{\pdv{L}{w}}"#, macros: .customary)
    #expect(formula.sExpression == #"(fence "‖ ‖" (frac (partial L) (partial w)))"#)
  }

  @Test func tablesHaveNoDoubles() {
    // A double would stop the program when a table is first used.
    #expect(CommandTable.meaning(of: "frac") != nil)
    #expect(UnicodeTable.command(for: "δ") == "delta")
    #expect(UnicodeScripts.lower("₁") == "1" && UnicodeScripts.upper("ᵀ") == "T")
    #expect(UnicodeAccents.parts("ŷ")?.letter == "y")
    #expect(UnicodeAlphabets.styled("ℝ")?.name == "R")
    #expect(SignTable.signs(startingWith: ":").count == 3)
  }

  /// Every command that a sign stands for is known.
  @Test func signsMeanKnownCommands() {
    for value in 0x80...0x2FFF {
      guard let scalar = Unicode.Scalar(value), let name = UnicodeTable.command(for: scalar) else { continue }
      #expect(CommandTable.meaning(of: name) != nil, "\(name)")
    }
  }
}
