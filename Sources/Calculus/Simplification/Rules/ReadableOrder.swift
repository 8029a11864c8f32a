import Expressions

/// The order in which terms and factors are written.
///
/// What was written keeps its order, but for a few habits. In products numbers come first, then symbols, sums in brackets,
/// sums over an index, functions and formal derivatives, Iverson brackets; what stands below the line comes last, in the same order. Sums begin
/// with a positive term if they have one (ŷ − y, not −y + ŷ), and a polynomial in one symbol falls (x² + 3x + 1), or
/// rises if that begins with a positive term (1 − x²).
extension Simplifier {
  /// The product in readable order; nil if it stands in that order.
  mutating func orderFactors(_ expression: Expression) -> Expression? {
    guard case .multiply(let slice) = graph[expression] else { return nil }
    let factors = Array(slice)
    let ranks = factors.map { rank(of: $0) }
    if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return nil }
    // Sorting pairs of rank and place is stable.
    let places = factors.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return graph.multiply(places.map { factors[$0] })
  }

  private func rank(of factor: Expression) -> Int {
    let isBelow = graph.isReciprocal(factor)
    let power = self.factor(factor)
    let own =
      switch graph[power.base] {
      case .number: power.exponent == one ? -20 : 1
      case .constant: 1
      case .symbol, .index, .bound, .comparison, .and, .or, .not: 2
      case .add, .multiply, .power: 3
      case .summation: 4
      case .call, .piecewise, .partial: 5
      case .bracket: 6
      }
    return isBelow ? own + 10 : own
  }

  /// The sum in readable order; nil if it stands in that order.
  mutating func orderTerms(_ expression: Expression) -> Expression? {
    guard case .add(let slice) = graph[expression] else { return nil }
    var terms = Array(slice)
    if let degrees = degreesInOneSymbol(terms) {
      let falling = terms.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
      let isRising = graph.isNegated(terms[falling[0]]) && !graph.isNegated(terms[falling[falling.count - 1]])
      terms = (isRising ? falling.reversed() : falling).map { terms[$0] }
    }
    if graph.isNegated(terms[0]), let positive = terms.firstIndex(where: { !graph.isNegated($0) }) {
      terms.insert(terms.remove(at: positive), at: 0)
    }
    return terms == Array(slice) ? nil : graph.add(terms)
  }

  /// The degrees of the terms, if they are all c·xⁿ with numbers c, n ≥ 0 and one symbol x.
  func degreesInOneSymbol(_ terms: [Expression]) -> [Rational]? {
    var symbol: Expression?
    var degrees: [Rational] = []
    for term in terms {
      let (_, factors) = factored(term)
      if factors.isEmpty {
        degrees.append(.zero)
        continue
      }
      guard factors.count == 1, case .symbol = graph[factors[0].base], let degree = numericExponent(factors[0]),
        degree > .zero, symbol == nil || symbol == factors[0].base
      else { return nil }
      symbol = factors[0].base
      degrees.append(degree)
    }
    return degrees
  }
}

extension ExpressionGraph {
  /// Whether `factor` stands below the line of a fraction: a power with a negative number as its exponent.
  func isReciprocal(_ factor: Expression) -> Bool {
    guard case .power(_, let exponent) = self[factor] else { return false }
    return numberValue(exponent)?.isNegative ?? false
  }
}
