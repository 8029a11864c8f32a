import Expressions

/// A factor of a product: base^exponent.
struct Factor {
  var base: Expression
  var exponent: Expression
}

/// Products as lists of powers, sums as lists of multiples.
extension Simplifier {
  /// The numeric coefficient of `expression` and its other factors as powers, in the order in which they are written.
  func factored(_ expression: Expression) -> (coefficient: Rational, factors: [Factor]) {
    var coefficient = Rational.one
    var factors: [Factor] = []
    for operand in graph.factors(of: expression) {
      if let value = graph.numberValue(operand) { coefficient *= value } else { factors.append(factor(operand)) }
    }
    return (coefficient, factors)
  }

  /// The factors of `expression`, the exponential of a sum taken apart: e^{u + 2v} is e^u·(e^v)².
  mutating func elementaryFactors(_ expression: Expression) -> (coefficient: Rational, factors: [Factor]) {
    let (coefficient, factors) = factored(expression)
    var result: [Factor] = []
    for factor in factors {
      guard let argument = argument(of: factor.base, named: "exp"), numericExponent(factor) != nil else {
        result.append(factor)
        continue
      }
      for term in graph.terms(of: argument) {
        let (multiple, rest) = graph.splitCoefficient(term)
        let exponent = graph.multiply([graph.number(multiple), factor.exponent])
        result.append(Factor(base: graph.call("exp", rest), exponent: exponent))
      }
    }
    return (coefficient, result)
  }

  /// `expression` as a power, of exponent 1 if it is none.
  func factor(_ expression: Expression) -> Factor {
    if case .power(let base, let exponent) = graph[expression] { return Factor(base: base, exponent: exponent) }
    return Factor(base: expression, exponent: one)
  }

  /// The product of `coefficient` and `factors`.
  mutating func product(_ coefficient: Rational, _ factors: [Factor]) -> Expression {
    var operands = [graph.number(coefficient)]
    operands.reserveCapacity(factors.count + 1)
    for factor in factors { operands.append(graph.power(factor.base, factor.exponent)) }
    return graph.multiply(operands)
  }

  /// The numeric coefficient of `term` and what it multiplies.
  mutating func multiple(_ term: Expression) -> (coefficient: Rational, rest: Expression) {
    graph.splitCoefficient(term)
  }

  /// The value of an exponent, if it is a number.
  func numericExponent(_ factor: Factor) -> Rational? { graph.numberValue(factor.exponent) }

  /// The value of an exponent, if it is an integer in a machine word.
  func integerExponent(_ factor: Factor) -> Int? { graph.numberValue(factor.exponent)?.asInt }

  /// The single argument of a call of the function `name`.
  func argument(of expression: Expression, named name: String) -> Expression? {
    guard case .call(let id, let arguments) = graph[expression], arguments.count == 1 else { return nil }
    let function = graph[id]
    return function.order == 0 && function.name == name ? arguments.first : nil
  }
}
