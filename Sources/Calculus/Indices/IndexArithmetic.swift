import Expressions

/// Arithmetic of layers, indices and bounds: integer expressions such as l + 1, n_{l+1}, 4.
extension ExpressionGraph {
  /// a − b where that is the same number for all values of the symbols, nil where it is not or not seen to be.
  /// Linear in the number of terms.
  public mutating func constantDifference(_ a: Expression, _ b: Expression) -> Rational? {
    if a == b { return .zero }
    var coefficients: [Expression: Rational] = [:]
    var constant = Rational.zero
    for (side, sign) in [(a, Rational.one), (b, Rational.minusOne)] {
      for term in terms(of: side) {
        let (coefficient, rest) = splitCoefficient(term)
        if numberValue(rest)?.isOne == true {
          constant += sign * coefficient
        } else {
          coefficients[rest, default: .zero] += sign * coefficient
        }
      }
    }
    return coefficients.values.allSatisfy(\.isZero) ? constant : nil
  }

  /// [a = b] for index expressions: decided where their difference is a number, or where their ranges do not meet.
  public mutating func kronecker(_ a: Expression, _ b: Expression) -> Expression {
    if let difference = constantDifference(a, b) { return number(difference.isZero ? 1 : 0) }
    if isBelow(upperBound(of: a), lowerBound(of: b)) || isBelow(upperBound(of: b), lowerBound(of: a)) {
      return number(0)
    }
    return kroneckerDelta(a, b)
  }

  /// Whether the index expression `p` is known to lie in lower…upper for all values it can take. Widths are at least 1.
  public mutating func isKnown(_ p: Expression, toLieFrom lower: Expression, to upper: Expression) -> Bool {
    isAtMost(lower, lowerBound(of: p)) && isAtMost(upperBound(of: p), upper)
  }

  /// Whether the index expression `p` is known to lie outside lower…upper for all values it can take.
  public mutating func isKnown(_ p: Expression, toLieOutside lower: Expression, _ upper: Expression) -> Bool {
    isBelow(upperBound(of: p), lower) || isBelow(upper, lowerBound(of: p))
  }

  /// What is left to say for `p` to lie in lower…upper: a condition, true where nothing is left.
  public mutating func membership(of p: Expression, from lower: Expression, to upper: Expression) -> Expression {
    var conditions: [Expression] = []
    if !isAtMost(lower, lowerBound(of: p)) { conditions.append(compare(lower, .lessOrEqual, p)) }
    if !isAtMost(upperBound(of: p), upper) { conditions.append(compare(p, .lessOrEqual, upper)) }
    return and(conditions)
  }

  /// Whether a ≤ b is known.
  private mutating func isAtMost(_ a: Expression, _ b: Expression) -> Bool {
    if let difference = constantDifference(b, a) { return !difference.isNegative }
    // Widths and numbers of layers and samples are at least 1.
    if let value = numberValue(a), value <= .one, isCount(b) { return true }
    // The k of k ≤ t is at most what t is at most.
    let highest = upperBound(of: a)
    return highest != a && isAtMost(highest, b)
  }

  private mutating func isBelow(_ a: Expression, _ b: Expression) -> Bool {
    if let difference = constantDifference(b, a) { return difference > .zero }
    if let value = numberValue(a), value < .one, isCount(b) { return true }
    return false
  }

  private func isCount(_ expression: Expression) -> Bool {
    if case .symbol(let family, _) = self[expression] { self[family].isCount } else { false }
  }

  /// The smallest value of an index expression in terms of bounds: an index plus a number begins at its lower bound plus
  /// the number; anything else is its own bound.
  private mutating func lowerBound(of p: Expression) -> Expression { bound(of: p) { $0.lower } }

  private mutating func upperBound(of p: Expression) -> Expression { bound(of: p) { $0.upper } }

  private mutating func bound(of p: Expression, _ side: (Index) -> Expression) -> Expression {
    var result: [Expression] = []
    for term in terms(of: p) {
      if case .index(let id) = self[term] { result.append(side(self[id])) } else { result.append(term) }
    }
    return add(result)
  }

  /// The terms of a sum, or the expression itself.
  func terms(of expression: Expression) -> [Expression] {
    if case .add(let terms) = self[expression] { Array(terms) } else { [expression] }
  }

  /// The factors of a product, or the expression itself.
  func factors(of expression: Expression) -> [Expression] {
    if case .multiply(let factors) = self[expression] { Array(factors) } else { [expression] }
  }
}
