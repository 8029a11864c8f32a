import Testing

@testable import LaTeX

/// Nesting is bounded, macros are bounded, and the work grows as the input does.
@Suite struct LimitTests {
  /// What nests: what opens, what closes.
  struct Nest: Sendable, CustomTestStringConvertible {
    let open: String
    let close: String
    var testDescription: String { open }
  }

  private static let nests = [
    ("{", "}"), (#"\frac{1}{"#, "}"), (#"\left("#, #"\right)"#), ("(", ")"), ("|", ""), (#"\begin{a}"#, #"\end{a}"#),
    (#"\text{$"#, "$}"), ("x^{", "}"), (#"\sqrt{\left(\hat{"#, #"}\right)}"#), (#"\hat"#, ""), (#"\bf "#, ""),
    (#"{\color{red}{"#, "}}"), (#"\substack{"#, "}"), (#"\operatorname{"#, "}"), (#"\sqrt["#, "]{}"), ("x^", ""),
    (#"a \over "#, ""), ("{", ""), ("", "}"), (#"\left("#, ""), ("", #"\right)"#), (#"\begin{a}"#, ""), ("(|", "|)"),
    ("([", ""), ("$", ""), (#"\text{"#, ""), ("'", ""), ("x\u{302}\u{302}", ""), ("1{,}000", ""), ("&", #"\\"#),
    (#"\arg\,"#, ""), (#"\not"#, ""), (#"\mathop"#, ""), (#"\left\{\begin{array}{c}"#, ""), (#"\newcommand{\a}["#, ""),
    ("₁²", ""), (#"\begin{"#, ""), (#"\["#, ""), ("%\n", ""), (#"\xrightarrow["#, "]{}"), (#"\def\a{"#, "}"),
  ].map { Nest(open: $0.0, close: $0.1) }

  private static func text(_ nest: Nest, _ count: Int) -> String {
    String(repeating: nest.open, count: count) + "x" + String(repeating: nest.close, count: count)
  }

  @Test(arguments: nests) func deepNesting(_ nest: Nest) {
    let formula = MathParser.parse(Self.text(nest, 400))
    #expect(depth(of: formula.nodes) <= 3 * MathParser.maximumDepth)
    #expect(lawsBroken(by: formula, hasMacros: nest.open.contains("def")).isEmpty)
  }

  @Test func depthIsTold() {
    let formula = MathParser.parse(Self.text(Nest(open: "{", close: "}"), 400))
    #expect(formula.problems == [MathProblem(.nestingTooDeep(limit: 100), 100..<101)])
    #expect(MathParser.parse(Self.text(Nest(open: "{", close: "}"), 99)).problems.isEmpty)
  }

  /// Twice the input, twice the steps.
  @Test(arguments: nests) func linear(_ nest: Nest) {
    let (once, twice) = (steps(nest, 500), steps(nest, 1000))
    #expect(once < 12 * 500 * max(1, (nest.open + nest.close).unicodeScalars.count))
    #expect(twice <= 2 * once + 200)
  }

  private func steps(_ nest: Nest, _ count: Int) -> Int {
    let tokens = MathLexer.tokens(of: Array(Self.text(nest, count).unicodeScalars))
    var parser = FormulaParser(MacroExpander.expand(tokens, .empty).tokens)
    _ = parser.parse()
    return parser.steps
  }

  private func depth(of nodes: [MathNode]) -> Int {
    (nodes.map { 1 + depth(of: $0.children) }).max() ?? 0
  }

  @Test(arguments: [
    (#"\def\x{\x}\x"#, "calls itself"), (#"\def\x{a\y}\def\y{b\x}\x"#, "calls itself"),
    (#"\def\x#1{\x{#1#1}}\x a"#, "without end"), (#"\def\x{{\x}{\x}}\x"#, "without end"),
  ])
  func macrosWithoutEnd(_ source: String, _ words: String) {
    let formula = MathParser.parse(source)
    #expect(formula.problems.contains { $0.description.contains(words) })
    #expect(formula.problems.count < 5)
  }

  /// a₀ = x, aₙ₊₁ = aₙaₙ: doubles at every step.
  @Test func macrosThatDouble() {
    let names = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
    var source = #"\def\a{x}"#
    for (name, last) in zip(names.dropFirst(), names) { source += #"\def\\#(name){\\#(last)\\#(last)}"# }
    let formula = MathParser.parse(source + #"\z"#)
    #expect(formula.problems.contains { $0.kind == .expansionTooLong })
    #expect(formula.nodes.count < 3 * MacroExpander.tokenBudget)
  }
}
