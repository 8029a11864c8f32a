import Expressions

/// What is the same at all points at which an equation is sampled: found once, not at every point and every step of a sum.
struct SampleMemory {
  /// What the values of symbols are drawn by: a number made from their names.
  private var words: [Expression: UInt64] = [:]
  /// Calls of derivatives of functions that are known, and what they are.
  private var slopes: [Expression: Expression?] = [:]
  /// Calls of functions that have a definition, and what they are by it.
  private var values: [Expression: Expression?] = [:]

  /// The number that stands for the text of a symbol.
  mutating func word(of symbol: Expression, _ graph: ExpressionGraph) -> UInt64 {
    if let known = words[symbol] { return known }
    let word = StructuralHash.word(TextPrinter(graph).text(symbol))
    words[symbol] = word
    return word
  }

  /// `call`, a call of a derivative of a function, as an expression without it; nil for a function of which nothing is
  /// known.
  mutating func slope(
    _ call: Expression, _ function: Function, _ arguments: [Expression], _ graph: inout ExpressionGraph
  ) -> Expression? {
    if let known = slopes[call] { return known }
    let slope = graph.derivativeOfKnown(function, arguments)
    slopes[call] = .some(slope)
    return slope
  }

  /// `call`, a call of the function `name`, by the definition of that function; nil where it has none.
  mutating func unfolded(
    _ call: Expression, _ name: String, _ argument: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    if let known = values[call] { return known }
    let value = graph.unfold(name, at: argument)
    values[call] = .some(value)
    return value
  }
}
