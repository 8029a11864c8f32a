import Expressions

/// A product taken apart for writing: its number, and its other factors above and below the fraction line.
///
///     −½ x y⁻¹ z^(−2)  ↦  isNegative, ½, above: x, below: y, z²
struct ProductParts {
  /// A factor below the fraction line: `base` to the power `exponent` > 0.
  struct Divisor {
    let base: Expression
    let exponent: Rational
  }

  /// Whether the number is below 0.
  private(set) var isNegative = false
  /// The size of the number; 1 where there is none.
  private(set) var number: NumberForm = .integer("1")
  /// The factors above, in the order in which they were written.
  private(set) var above: [Expression] = []
  /// The factors below.
  private(set) var below: [Divisor] = []
  /// How many of the factors above were written before the first below.
  private(set) var aboveBeforeBelow = 0

  /// Takes a product with these factors apart. A factor of `whole` is left in one piece.
  init(_ factors: [Expression], _ graph: ExpressionGraph, whole: (Expression) -> Bool = { _ in false }) {
    for factor in factors {
      if let value = graph.numberValue(factor), !whole(factor) {
        isNegative = value.isNegative
        number = NumberForm(magnitudeOf: value)
      } else if let divisor = Self.divisor(factor, graph), !whole(factor) {
        if below.isEmpty { aboveBeforeBelow = above.count }
        below.append(divisor)
      } else {
        above.append(factor)
      }
    }
    if below.isEmpty { aboveBeforeBelow = above.count }
  }

  private static func divisor(_ factor: Expression, _ graph: ExpressionGraph) -> Divisor? {
    guard case .power(let base, let exponent) = graph[factor], let value = graph.numberValue(exponent),
      value.isNegative
    else { return nil }
    return Divisor(base: base, exponent: -value)
  }
}
