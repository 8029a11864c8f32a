import Expressions

/// Signs and powers of products.
extension Simplifier {
  /// −(a − b) = b − a, as a product of nothing else: the sign goes to every term.
  mutating func distributeSign(_ expression: Expression) -> Expression? {
    guard case .multiply(let factors) = graph[expression], factors.count == 2,
      let sign = factors.first, graph.numberValue(sign) == .minusOne, let sum = factors.last,
      case .add(let terms) = graph[sum]
    else { return nil }
    let opposite = Array(terms).map { graph.negate($0) }
    return graph.add(opposite)
  }

  /// −x·(a − b) = x·(b − a), −sinh(a − b) = sinh(b − a): the sign is used up where that saves one.
  mutating func useUpSign(_ expression: Expression) -> Expression? {
    var (coefficient, factors) = factored(expression)
    guard coefficient.isNegative else { return nil }
    for (place, factor) in factors.enumerated() {
      guard let power = integerExponent(factor), !power.isMultiple(of: 2), let opposite = oppositeOfMixed(factor.base)
      else { continue }
      factors[place].base = opposite
      coefficient = -coefficient
      return product(coefficient, factors)
    }
    return nil
  }

  /// −u if that needs no more signs than u: for a sum with terms of both signs, or an odd function of one, at most
  /// `depth` functions deep.
  private mutating func oppositeOfMixed(_ expression: Expression, depth: Int = 2) -> Expression? {
    switch graph[expression] {
    case .add(let slice):
      let terms = Array(slice)
      let negative = terms.count { graph.isNegated($0) }
      if negative == 0 || negative == terms.count { return nil }
      let opposite = terms.map { graph.negate($0) }
      return graph.add(opposite)
    case .call(let id, let arguments) where depth > 0 && arguments.count == 1 && Parity.of(graph[id]) == .odd:
      let function = graph[id]
      guard let first = arguments.first, let opposite = oppositeOfMixed(first, depth: depth - 1) else { return nil }
      return graph.call(function, [opposite])
    default: return nil
    }
  }

  /// x·(−a − b) = −x·(a + b), 1/(−a − b) = −1/(a + b): a factor without a positive term gives its sign away.
  mutating func giveSignAway(_ expression: Expression) -> Expression? {
    var (coefficient, factors) = factored(expression)
    for (place, factor) in factors.enumerated() {
      guard let power = integerExponent(factor), case .add(let slice) = graph[factor.base] else { continue }
      let terms = Array(slice)
      guard terms.allSatisfy({ graph.isNegated($0) }), terms.count > 0 else { continue }
      if factors.count == 1, power == 1, coefficient.isOne { return nil }
      let opposite = terms.map { graph.negate($0) }
      factors[place].base = graph.add(opposite)
      if !power.isMultiple(of: 2) { coefficient = -coefficient }
      return product(coefficient, factors)
    }
    return nil
  }

  /// x·(2x + 2) = 2x·(x + 1): a factor gives a common number of its terms away where that costs nothing.
  mutating func giveNumberAway(_ expression: Expression) -> Expression? {
    var (coefficient, factors) = factored(expression)
    for (place, factor) in factors.enumerated() {
      guard let power = integerExponent(factor), abs(power) == 1, case .add = graph[factor.base] else { continue }
      let terms = graph.terms(of: factor.base).map { graph.splitCoefficient($0) }
      let content = Self.content(terms.map(\.coefficient))
      if content.isOne { continue }
      // Some term must lose its number, or the product have one already.
      let hasNumber = !coefficient.magnitude.isOne
      guard hasNumber || terms.contains(where: { $0.coefficient.magnitude == content && $0.rest != one }) else {
        continue
      }
      let quotients = terms.map { graph.multiply([graph.number($0.coefficient / content), $0.rest]) }
      factors[place].base = graph.add(quotients)
      coefficient = coefficient * content.power(power)
      let result = product(coefficient, factors)
      if cost(result) <= cost(expression) { return result }
    }
    return nil
  }

  /// f(−u) = −f(u) for odd f, f(u) for even f, where u is written with a minus sign in front; |−3u| = 3|u|.
  mutating func drawOutSign(_ expression: Expression) -> Expression? {
    guard case .call(let id, let arguments) = graph[expression], arguments.count == 1, let argument = arguments.first,
      let parity = Parity.of(graph[id])
    else { return nil }
    let function = graph[id]
    if function.name == "abs" || function.name == "sign", function.order == 0 {
      return drawOutFactor(function, argument)
    }
    guard let opposite = oppositeOfNegative(argument) else { return nil }
    let call = graph.call(function, [opposite])
    return parity == .odd ? graph.negate(call) : call
  }

  /// −u if u begins with a minus sign when it is written.
  private mutating func oppositeOfNegative(_ expression: Expression) -> Expression? {
    if case .add(let slice) = graph[expression] {
      let terms = Array(slice)
      guard terms.allSatisfy({ graph.isNegated($0) }) else { return nil }
      let opposite = terms.map { graph.negate($0) }
      return graph.add(opposite)
    }
    return graph.isNegated(expression) ? graph.negate(expression) : nil
  }

  /// |c·u| = |c|·|u|, sign(c·u) = sign(c)·sign(u) for a number c; a sum without a positive term is turned round;
  /// sign(u³) = sign(u).
  private mutating func drawOutFactor(_ function: Function, _ argument: Expression) -> Expression? {
    if let value = graph.numberValue(argument) {
      return graph.number(function.name == "abs" ? value.magnitude : Rational(value.signum))
    }
    if case .add = graph[argument] {
      guard let opposite = oppositeOfNegative(argument) else { return nil }
      let call = graph.call(function, [opposite])
      return function.name == "abs" ? call : graph.negate(call)
    }
    if function.name == "sign", case .power(let base, let exponent) = graph[argument],
      let power = graph.numberValue(exponent), power.isInteger, !power.isEven
    {
      return graph.call(function, [base])
    }
    let (coefficient, rest) = graph.splitCoefficient(argument)
    if coefficient.isOne { return nil }
    let outside = function.name == "abs" ? coefficient.magnitude : Rational(coefficient.signum)
    return graph.multiply([graph.number(outside), graph.call(function, [rest])])
  }
}
