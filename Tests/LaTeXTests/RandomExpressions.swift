import Expressions

/// Random expressions over x, y and indexed symbols, with every kind of node.
struct RandomExpressions {
  var graph = ExpressionGraph()
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// An expression of at most that depth.
  mutating func expression(depth: Int) -> Expression {
    guard depth > 0 else { return leaf() }
    let next = depth - 1
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: return graph.add([expression(depth: next), expression(depth: next)])
    case 2: return graph.subtract(expression(depth: next), expression(depth: next))
    case 3, 4: return graph.multiply([expression(depth: next), expression(depth: next)])
    case 5: return graph.multiply([expression(depth: next), graph.power(nonZero(depth: next), -1)])
    case 6: return graph.power(nonZero(depth: next), exponent())
    case 7:
      return graph.call(
        ["exp", "f", "tanh", "abs", "sigmoid"].randomElement(using: &random) ?? "f", expression(depth: next))
    case 8: return summation(depth: next)
    case 9: return piecewise(depth: next)
    case 10: return graph.negate(expression(depth: next))
    default: return graph.bracket(graph.compare(expression(depth: next), .less, leaf()))
    }
  }

  private mutating func leaf() -> Expression {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return graph.number(Int.random(in: -3...12, using: &random))
    case 1: return graph.number(Rational(Int.random(in: 1...9, using: &random), 4))
    case 2: return graph.symbol(Family("a", isLayered: true), [graph.number(3), graph.number(1)])
    case 3: return graph.symbol("w", [graph.number(1), graph.number(2)])
    default: return graph.symbol(Bool.random(using: &random) ? "x" : "y")
    }
  }

  private mutating func nonZero(depth: Int) -> Expression {
    let result = expression(depth: depth)
    return graph.numberValue(result)?.isZero == true ? graph.number(7) : result
  }

  private mutating func exponent() -> Expression {
    let exponents = [Rational(2), Rational(3), Rational(-2), Rational(1, 2), Rational(-1, 2), Rational(3, 2)]
    return graph.number(exponents.randomElement(using: &random) ?? 2)
  }

  private mutating func summation(depth: Int) -> Expression {
    let (one, upper) = (graph.number(1), graph.number(Int.random(in: 2...3, using: &random)))
    let index = graph.freshIndex("k", from: one, to: upper)
    let member = graph.symbol("u", [index])
    let body = expression(depth: depth)
    let factors = [Bool.random(using: &random) ? graph.multiply([member, body]) : graph.add([body, member])]
    return graph.summation(over: index, from: one, to: upper, factors[0])
  }

  private mutating func piecewise(depth: Int) -> Expression {
    let condition = graph.compare(expression(depth: depth), .lessOrEqual, leaf())
    let (value, other) = (expression(depth: depth), expression(depth: depth))
    return graph.piecewise([(condition, value)], otherwise: other)
  }
}
