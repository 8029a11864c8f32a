import Expressions
import LaTeX

/// A decimal that is shown stands for half a unit in its last digit.
enum DecimalTolerance {
  /// How far the true value may lie from `nodes`, nil unless they are one decimal number with digits behind the point.
  static func tolerance(of nodes: [MathNode]) -> Rational? {
    var visible = nodes.withoutBlanks
    if case .operation(let sign)? = visible.first?.kind, sign == "-" || sign == "+" { visible.removeFirst() }
    guard visible.count == 1, case .number(let digits) = visible[0].kind, let point = digits.firstIndex(of: ".") else {
      return nil
    }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    guard places > 0 else { return nil }
    return Rational(1, 2) * Rational(1, 10).power(places)
  }
}
