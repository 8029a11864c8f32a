/// Reads LaTeX formulas as people write them, into what is written.
///
///     let formula = MathParser.parse(#"\delta_i^l = \frac{\partial L}{\partial z_i^l}"#)
///     formula.sExpression     // (script delta (_ i) (^ l)) rel:= (frac (partial L) …)
///
/// Goals, in order: nothing is lost; nothing crashes (nesting and macros are bounded); one bad spot doesn't spoil the
/// rest; time is linear in the length of the input; many spellings, one node.
public enum MathParser {
  /// What is nested deeper is left unread, as `unknown`. Small enough for the stacks of threads (a level takes up to ten
  /// kilobytes in a debug build), far more than formulas need.
  public static let maximumDepth = 100

  /// The formula `source`, without the dollars or the environment's brackets around it.
  ///
  /// Errors are values in `problems`; there is always a tree. Macros defined within the formula count from there on.
  public static func parse(_ source: String, macros: MacroTable = .empty) -> MathFormula {
    parse(Array(source.unicodeScalars), macros: macros)
  }

  /// The formula `source`, whose ranges count these scalars.
  public static func parse(_ source: [Unicode.Scalar], macros: MacroTable = .empty) -> MathFormula {
    let tokens = MathLexer.tokens(of: source)
    let expanded = MacroExpander.expand(tokens, macros)
    var parser = FormulaParser(expanded.tokens)
    let nodes = parser.parse()
    let problems = (expanded.problems + parser.problems).enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return MathFormula(source: source, tokens: tokens, nodes: nodes, problems: problems.map(\.element))
  }
}
