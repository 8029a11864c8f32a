import Expressions

/// Sums: equal terms become one, 2x + 3x = 5x.
extension Simplifier {
  /// A term of a sum under collection.
  private struct Collected {
    /// The term without its coefficient, as it was first written.
    var rest: Expression
    /// Whether `rest` is minus its key.
    var isNegative: Bool
    /// The coefficient of the key.
    var coefficient: Rational
  }

  /// The sum with equal terms collected, each at the place of its first; nil if no two are equal. Linear in the number
  /// of terms.
  mutating func collectTerms(_ expression: Expression) -> Expression? {
    guard case .add(let slice) = graph[expression] else { return nil }
    let terms = Array(slice)
    var places: [Expression: Int] = [:]
    var collected: [Collected] = []
    for term in terms {
      let (coefficient, rest) = graph.splitCoefficient(term)
      let signed = signedKey(rest)
      let signedCoefficient = signed.isNegative ? -coefficient : coefficient
      if let place = places[signed.key] {
        collected[place].coefficient += signedCoefficient
      } else {
        places[signed.key] = collected.count
        collected.append(Collected(rest: rest, isNegative: signed.isNegative, coefficient: signedCoefficient))
      }
    }
    if collected.count == terms.count { return nil }
    var sum: [Expression] = []
    for term in collected where !term.coefficient.isZero {
      let value = graph.number(term.isNegative ? -term.coefficient : term.coefficient)
      sum.append(graph.multiply([value, term.rest]))
    }
    return graph.add(sum)
  }
}
