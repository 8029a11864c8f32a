import Expressions

/// Powers of products, of exponentials, of powers, of absolute values and brackets.
extension Simplifier {
  /// (u·v)ⁿ = uⁿ·vⁿ for an integer n.
  mutating func distributePower(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let power = graph.numberValue(exponent),
      power.isInteger, case .multiply(let factors) = graph[base]
    else { return nil }
    let powers = Array(factors).map { graph.power($0, exponent) }
    return graph.multiply(powers)
  }

  /// (4x)^½ = 2x^½: a positive coefficient comes out if its root is rational.
  mutating func drawOutRoot(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let power = graph.numberValue(exponent),
      !power.isInteger, case .multiply = graph[base]
    else { return nil }
    let (coefficient, rest) = graph.splitCoefficient(base)
    guard !coefficient.isOne, coefficient > .zero else { return nil }
    let root = graph.power(graph.number(coefficient), exponent)
    guard graph.numberValue(root) != nil else { return nil }
    return graph.multiply([root, graph.power(rest, exponent)])
  }

  /// (e^u)^v = e^(uv).
  mutating func powerOfExponential(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let inner = argument(of: base, named: "exp") else {
      return nil
    }
    return graph.call("exp", graph.multiply([exponent, inner]))
  }

  /// (uᵐ)^q = |u|^(mq) for even m, u^(mq) for other m, where q is no integer; |u| is u if u is never negative.
  mutating func powerOfPower(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let outer = graph.numberValue(exponent),
      case .power(let inner, let innerExponent) = graph[base]
    else { return nil }
    guard let power = graph.numberValue(innerExponent) else {
      // u^v with a symbolic v is defined for u > 0 only, unless v happens to be an integer.
      return isNonNegative(inner) ? graph.power(inner, graph.multiply([exponent, innerExponent])) : nil
    }
    let needsAbsoluteValue = power.isEven && !isNonNegative(inner)
    let root = needsAbsoluteValue ? graph.call("abs", inner) : inner
    return graph.power(root, graph.number(outer * power))
  }

  /// |u|² = u², and so on for every even power.
  mutating func evenPowerOfAbsoluteValue(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let power = graph.numberValue(exponent),
      power.isEven, let inner = argument(of: base, named: "abs")
    else { return nil }
    return graph.power(inner, exponent)
  }

  /// sign(u)³ = sign(u), and so on for every odd positive power.
  mutating func oddPowerOfSign(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], let power = graph.numberValue(exponent),
      power.isInteger, !power.isEven, power > .one, argument(of: base, named: "sign") != nil
    else { return nil }
    return base
  }

  /// (−1)ⁿ = ±1 for integers n of any size.
  mutating func powerOfUnit(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], graph.numberValue(base)?.magnitude.isOne == true,
      let power = graph.numberValue(exponent), power.isInteger
    else { return nil }
    return power.isEven ? one : base
  }

  /// [c]ⁿ = [c] for n > 0, and for n < 0 as well where it is defined only for c: 1/[c]² = 1/[c].
  mutating func powerOfBracket(_ expression: Expression) -> Expression? {
    guard case .power(let base, let exponent) = graph[expression], case .bracket = graph[base],
      let power = graph.numberValue(exponent), power != .minusOne
    else { return nil }
    return power.isNegative ? graph.power(base, -1) : base
  }

  /// |u| = u, sign(u)·u… where u is known not to be negative.
  mutating func absoluteValueOfNonNegative(_ expression: Expression) -> Expression? {
    guard let inner = argument(of: expression, named: "abs"), isNonNegative(inner) else { return nil }
    return inner
  }

  /// sign(u) = 1 where u is known to be positive.
  mutating func signOfPositive(_ expression: Expression) -> Expression? {
    guard let inner = argument(of: expression, named: "sign"), isPositive(inner) else { return nil }
    return one
  }

  /// Whether u ≥ 0 can be seen from the outermost operations, for all values of the symbols for which u is defined.
  func isNonNegative(_ expression: Expression) -> Bool { hasSign(expression, strictly: false, depth: 4) }

  /// Whether u > 0 can be seen likewise.
  func isPositive(_ expression: Expression) -> Bool { hasSign(expression, strictly: true, depth: 4) }

  private func hasSign(_ expression: Expression, strictly: Bool, depth: Int) -> Bool {
    if depth == 0 { return false }
    switch graph[expression] {
    case .number(let value): return strictly ? value > .zero : !value.isNegative
    case .constant(.pi): return true
    case .bracket: return !strictly
    case .add(let terms):
      guard terms.allSatisfy({ hasSign($0, strictly: false, depth: depth - 1) }) else { return false }
      return !strictly || terms.contains { hasSign($0, strictly: true, depth: depth - 1) }
    case .multiply(let factors):
      return factors.allSatisfy { hasSign($0, strictly: strictly, depth: depth - 1) }
    case .power(let base, let exponent):
      if let power = graph.numberValue(exponent) {
        // A root is never negative, and neither is an even power; neither is 0 unless its base is.
        if !strictly, power.isEven || !power.isInteger { return true }
        if power.isEven { return hasNoZero(base) }
      }
      return hasSign(base, strictly: strictly, depth: depth - 1)
    case .call(let id, _) where graph[id].order == 0:
      switch graph[id].name {
      case "exp", "cosh", "sigmoid", "softplus": return true
      case "abs", "relu": return !strictly
      default: return false
      }
    case .summation(_, _, let body): return hasSign(body, strictly: strictly, depth: depth - 1)
    default: return false
    }
  }

  private func hasNoZero(_ expression: Expression) -> Bool {
    if case .constant(.pi) = graph[expression] { return true }
    return isPositive(expression)
  }
}
