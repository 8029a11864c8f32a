import Expressions

/// Roots of sums as unknowns: (1 + x/r)/(x + r) with r = √(x² + 1) is a quotient of polynomials in x and r.
extension Simplifier {
  /// What `rule` makes of `expression` with a symbol for every root of a sum or product; on return the roots stand again.
  mutating func hidingRoots(
    _ expression: Expression, _ rule: (inout Simplifier, Expression) -> Expression?
  ) -> Expression? {
    guard cost(expression) <= PolynomialLimits.cost else { return nil }
    let degrees = degreesOfRoots(in: expression)
    if degrees.isEmpty { return rule(&self, expression) }
    var hidden: [Expression: Expression] = [:]
    var shown: [Expression: Expression] = [:]
    for (place, root) in degrees.enumerated() {
      let symbol = graph.symbol("root", [graph.number(place)])
      let degree = Rational(root.degree)
      shown[symbol] = graph.power(root.base, graph.number(degree.reciprocal))
      for power in root.powers {
        guard case .power(_, let exponent) = graph[power], let value = graph.numberValue(exponent) else { continue }
        hidden[power] = graph.power(symbol, graph.number(value * degree))
      }
    }
    let replaced = graph.replace(hidden, in: expression)
    guard let result = rule(&self, replaced) else { return nil }
    return graph.replace(shown, in: result)
  }

  /// The bases of fractional powers outside of functions and sums over an index, with the least common denominator of the
  /// exponents.
  private func degreesOfRoots(in expression: Expression) -> [(base: Expression, degree: Int, powers: [Expression])] {
    var result: [(base: Expression, degree: Int, powers: [Expression])] = []
    var stack = [expression]
    while let node = stack.popLast() {
      switch graph[node] {
      case .add(let operands), .multiply(let operands): stack += operands
      case .power(let base, let exponent):
        guard let value = graph.numberValue(exponent) else { continue }
        guard !value.isInteger, let degree = value.denominator.asInt else {
          stack.append(base)
          continue
        }
        if let place = result.firstIndex(where: { $0.base == base }) {
          result[place].degree = Self.commonMultiple(result[place].degree, degree)
          result[place].powers.append(node)
        } else {
          result.append((base, degree, [node]))
        }
      default: continue
      }
    }
    return result
  }

  private static func commonMultiple(_ a: Int, _ b: Int) -> Int {
    // The numerator of a/b in lowest terms is a/gcd(a, b).
    (Rational(a, b).numerator.asInt ?? a) * b
  }
}

extension BigInteger {
  /// The number as a machine word, if it fits.
  var asInt: Int? { Rational(self).asInt }
}
