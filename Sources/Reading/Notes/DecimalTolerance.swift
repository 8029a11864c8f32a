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
    return halfUnit(places)
  }

  /// What the decimals in `nodes` that were rounded may do to a value computed from them, to first order with factors of
  /// magnitude 1: decimals with four digits or more are taken for rounded ones, shorter ones are what they are.
  static func rounding(in nodes: [MathNode]) -> Rational {
    decimals(in: nodes).filter { $0.places >= 4 }.map { halfUnit($0.places) }.reduce(.zero, +)
  }

  /// The same for `nodes` that are said to have the value of `exact`, which no fraction has: then every decimal in them that
  /// does not stand in `exact` was rounded, however short it is. σ(0.25)(1 − σ(0.25)) = 0.56 · 0.44.
  static func rounding(in nodes: [MathNode], ofIrrational exact: [MathNode]) -> Rational {
    let given = Set(decimals(in: exact).map(\.digits))
    return decimals(in: nodes).filter { !given.contains($0.digits) }.map { halfUnit($0.places) }.reduce(.zero, +)
  }

  private static func halfUnit(_ places: Int) -> Rational { Rational(1, 2) * Rational(1, 10).power(places) }

  /// The numbers with a decimal point, and how many digits stand behind it.
  private static func decimals(in nodes: [MathNode]) -> [(digits: String, places: Int)] {
    nodes.flatMap { node -> [(digits: String, places: Int)] in
      guard case .number(let digits) = node.kind, let point = digits.firstIndex(of: ".") else {
        return decimals(in: node.children)
      }
      return [(digits, digits.distance(from: point, to: digits.endIndex) - 1)]
    }
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
