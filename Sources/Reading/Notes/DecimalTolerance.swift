import Expressions
import LaTeX

/// A decimal that is shown stands for half a unit in its last digit.
enum DecimalTolerance {
  /// How far the true value may lie from `nodes`, nil unless they are one decimal number with digits behind the point.
  static func tolerance(of nodes: [MathNode]) -> Rational? {
    var visible = nodes.withoutBlanks
    if visible.count == 1, let entries = visible[0].entries {
      // An array is as exact as its coarsest entry.
      return entries.compactMap { tolerance(of: $0) }.max()
    }
    if case .operation(let sign)? = visible.first?.kind, sign == "-" || sign == "+" { visible.removeFirst() }
    guard visible.count == 1, case .number(let digits) = visible[0].kind, let point = digits.firstIndex(of: ".") else {
      return nil
    }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    guard places > 0 else { return nil }
    return Rational(1, 2) * Rational(1, 10).power(places)
  }

  /// What the decimals in `nodes` that were rounded may do to a value computed from them, to first order with factors of
  /// magnitude 1: decimals with four digits or more are taken for rounded ones, shorter ones are what they are.
  static func rounding(in nodes: [MathNode]) -> Rational {
    var total = Rational.zero
    for node in nodes {
      if case .number(let digits) = node.kind, let point = digits.firstIndex(of: ".") {
        let places = digits.distance(from: point, to: digits.endIndex) - 1
        if places >= 4 { total += Rational(1, 2) * Rational(1, 10).power(places) }
      }
      total += rounding(in: node.children)
    }
    return total
  }
}

extension MathNode {
  /// The cells of a matrix that is written out, with brackets or without.
  fileprivate var entries: [[MathNode]]? {
    switch kind {
    case .array(let array) where array.name.hasSuffix("matrix") || array.name == "array":
      array.lines.flatMap { $0.cells.map(\.nodes) }
    case .fence(let fence):
      fence.body.withoutBlanks.count == 1 ? fence.body.withoutBlanks[0].entries : nil
    default: nil
    }
  }
}
