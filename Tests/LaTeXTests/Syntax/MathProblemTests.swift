import LaTeX
import Testing

/// A formula with mistakes: where they are, in words, and what is read all the same.
struct Mistaken: Sendable, CustomTestStringConvertible {
  let source: String
  let problems: [String]
  let tree: String
  var testDescription: String { source }

  init(_ source: String, _ problems: [String], _ tree: String) {
    self.source = source
    self.problems = problems
    self.tree = tree
  }
}

@Suite struct MathProblemTests {
  private static let mistakes: [Mistaken] = [
    Mistaken("x^{2", ["2..<3: this brace is not closed"], "(script x (^ 2))"),
    Mistaken("x}y", ["1..<2: this brace closes nothing"], #"x (unknown "}") y"#),
    Mistaken("x^", ["1..<2: ^ lacks an argument"], "(script x (^ ))"),
    Mistaken("x_+y", [], "(script x (_ op:+)) y"),
    Mistaken("x_^2", ["1..<2: _ lacks an argument"], "(script x (_ ) (^ 2))"),
    Mistaken(#"\frac{a}"#, [#"7..<8: \frac lacks an argument"#], "(frac (a) ())"),
    Mistaken(
      #"\frac & b"#, [#"0..<5: \frac lacks an argument"#, #"0..<5: \frac lacks an argument"#], "(frac () ()) & b"),
    Mistaken(#"\hat"#, [#"0..<4: \hat lacks an argument"#], "(hat)"),
    Mistaken(#"\left( a"#, [#"0..<5: this \left has no \right"#], #"(fence "( " a)"#),
    Mistaken(#"a \right) b"#, [#"2..<8: this \right has no \left"#], "a del:) b"),
    Mistaken(#"\left x \right)"#, [#"0..<5: no bracket follows \left"#], #"(fence " )" x)"#),
    Mistaken(#"{\left( a } b"#, [#"1..<6: this \left has no \right"#], #"(group (fence "( " a)) b"#),
    Mistaken(#"\left( {a \right) b"#, [#"7..<8: this brace is not closed"#], #"(fence "( )" (group a)) b"#),
    Mistaken(#"a \middle| b"#, [#"2..<9: \middle stands outside \left and \right"#], "a del:| b"),
    Mistaken(#"\begin{a} x"#, [#"0..<9: \begin{a} has no \end"#], "(array a [(x)])"),
    Mistaken(#"x \end{a} y"#, [#"2..<9: \end{a} has no \begin"#], #"x (unknown "\end{a}") y"#),
    Mistaken(#"\begin{a} x \end{b} y"#, [#"12..<19: \begin{a} is closed by \end{b}"#], "(array a [(x)]) y"),
    Mistaken(#"\begin x"#, [#"0..<6: \begin lacks an argument"#], #"(unknown "\begin") x"#),
    Mistaken("x^a^b", ["3..<4: a second superscript"], "(script x (^ a)) (script () (^ b))"),
    Mistaken("x_a_b", ["3..<4: a second subscript"], "(script x (_ a)) (script () (_ b))"),
    Mistaken(
      #"{a \over b \over c}"#, [#"11..<16: a second \over in one group"#],
      #"(group (frac (a) (b (unknown "\over") c)))"#),
    Mistaken("a $ b", ["2..<3: a dollar within a formula"], #"a (unknown "$") b"#),
    Mistaken(#"\def\x{\x} \x y"#, [#"11..<13: the macro \x calls itself"#], #"(define x) (unknown "\x") y"#),
    Mistaken(
      #"\newcommand x"#, [#"0..<11: this definition by \newcommand can't be read"#], #"(unknown "\newcommand") x"#),
    Mistaken(
      #"\newcommand{\p}[2]{#1#2} \p{a}"#, [#"25..<27: \p lacks an argument"#], #"(define p) (unknown "\p") (group a)"#),
  ]

  @Test(arguments: mistakes) func mistake(_ mistaken: Mistaken) {
    let formula = MathParser.parse(mistaken.source)
    #expect(formula.problems.map { "\($0.range): \($0)" } == mistaken.problems)
    #expect(formula.sExpression == mistaken.tree)
  }

  /// What is missing in one cell does not spoil the others.
  @Test(arguments: [
    Mistaken(
      #"\begin{a} x &= \frac{b}{c \\ d &= {e} \end{a} + 1"#, ["23..<24: this brace is not closed"],
      "(array a [(x) (rel:= (frac (b) (c)))] [(d) (rel:= (group e))]) op:+ 1"),
    Mistaken(
      #"\begin{a} x &= \left( b \\ d &= \left( e \right) \end{a} y"#, [#"15..<20: this \left has no \right"#],
      #"(array a [(x) (rel:= (fence "( " b))] [(d) (rel:= (fence "( )" e))]) y"#),
    Mistaken(
      #"\begin{a} \begin{b} x \end{a} y"#, [#"10..<19: \begin{b} has no \end"#],
      "(array a [((array b [(x)]))]) y"),
    Mistaken(
      #"\frac{a}{b \text{c \\ d"#, ["8..<9: this brace is not closed", "16..<17: this brace is not closed"],
      #"(frac (a) (b (text "c "))) newline d"#),
  ])
  func recovery(_ mistaken: Mistaken) {
    mistake(mistaken)
  }
}
