import Expressions
import LaTeX

/// Logarithms to a base of their own, and functions that a power of −1 undoes.
extension Elaborator {
  /// log_b u is ln u / ln b, entry by entry.
  ///
  /// Only log itself has a base below it: the index of softmax_i or max_k is something else.
  mutating func withBase(
    _ base: [[MathNode]], _ logarithm: Tensor, _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    guard base.count == 1 else { throw unexpected(node) }
    let visible = base[0].withoutBlanks
    if visible.count == 1, visible[0].symbolName == "e", !vocabulary.namesErrorE { return logarithm }
    let number = try scalar(base[0])
    // Of 1 and of what is not positive there are no logarithms to divide by.
    if let value = graph.numberValue(number), value.isOne || value.isZero || value < 0 { throw unexpected(node) }
    let divisor = graph.call("log", number)
    return try mapped(logarithm) { graph, u in graph.divide(u, by: divisor) }
  }

  /// What a function that is written with the power −1 is of something: \tan^{-1} u is arctan u.
  ///
  /// f^{-1}(u) undoes f, and is not 1/f(u); of other functions than these nothing tells what does.
  mutating func inverse(
    of name: String, _ argument: Tensor, _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    let inverses = ["sin": "asin", "cos": "acos", "tan": "atan", "exp": "log", "log": "exp"]
    if let inverse = inverses[name] { return try mapped(argument) { $0.call(inverse, $1) } }
    guard name == "tanh" else { throw unexpected(node) }
    // artanh u = ½ ln((1 + u)/(1 − u))
    return try mapped(argument) { graph, u in
      let one = graph.number(1)
      let above = graph.add([one, u])
      let minus = graph.negate(u)
      let below = graph.add([one, minus])
      let ratio = graph.divide(above, by: below)
      let logarithm = graph.call("log", ratio)
      let half = graph.number(Rational(1, 2))
      return graph.multiply([half, logarithm])
    }
  }
}

extension [MathNode] {
  /// −1 as an exponent.
  var isMinusOne: Bool {
    let visible = withoutBlanks
    if visible.count == 1, case .group(let row) = visible[0].kind { return row.nodes.isMinusOne }
    return visible.count == 2 && visible[0].kind == .operation("-") && visible[1].wholeNumber == 1
  }
}
