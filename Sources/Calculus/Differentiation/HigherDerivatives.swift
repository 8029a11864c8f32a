import Expressions

/// Derivatives of any order.
extension ExpressionGraph {
  /// The cost (see `CostMeter`) up to which a derivative of higher order is written down.
  public static var largestHigherDerivative: Int { 100_000 }

  /// ∂ᴺ`expression`/∂`variable`ᴺ with N = `order`, simplified; nil if it, or one before it, would cost more than
  /// `largestHigherDerivative` signs.
  ///
  /// Slopes of functions with a definition are written out. A derivative that grows is multiplied out and its terms
  /// collected at every order: as a polynomial in its functions it has few terms ((xˣ)⁽ᴺ⁾ has about N²/2), whereas the
  /// rules of differentiation alone multiply its length by a constant at every order. The first derivative is given
  /// whatever its length.
  public mutating func derivative(
    of expression: Expression, by variable: Expression, order: Int
  ) -> Expression? {
    if order <= 0 { return simplify(expression) }
    var result = expression
    for place in 1...order {
      let slope = derivative(of: result, by: variable)
      let raw = resolveSlopes(contractKroneckers(slope))
      if order == 1 { return simplify(raw) }
      guard let next = nextDerivative(raw, isLast: place == order) else { return nil }
      result = next
      if numberValue(result)?.isZero == true || isUndefined(result) { return result }
    }
    return result
  }

  /// The shortest of the forms of `raw` that are worth their effort.
  private mutating func nextDerivative(_ raw: Expression, isLast: Bool) -> Expression? {
    let rawCost = cost(of: raw)
    if rawCost <= Self.worthSimplifying {
      let simplified = simplify(raw)
      if cost(of: simplified) <= Self.worthMultiplyingOut { return simplified }
      guard let expanded = multipliedOut(raw) else { return simplified }
      let other = isLast ? simplify(expanded) : expanded
      return cost(of: simplified) <= cost(of: other) ? simplified : other
    }
    if let expanded = multipliedOut(raw) {
      let expandedCost = cost(of: expanded)
      if expandedCost <= Self.largestHigherDerivative {
        return isLast && expandedCost <= Self.worthSimplifying ? simplify(expanded) : expanded
      }
    }
    return rawCost <= Self.largestHigherDerivative ? raw : nil
  }

  /// Above this cost the rules are not tried: only passes that are linear, or nearly.
  private static var worthSimplifying: Int { 10_000 }
  /// Below this cost the rules multiply out by themselves where that is good.
  private static var worthMultiplyingOut: Int { 200 }

  /// `expression` as a quotient of polynomials in its functions, written out; nil past the bounds on polynomials.
  ///
  /// The terms are added in pairs, then the sums of pairs, and so on: n log n instead of n².
  private mutating func multipliedOut(_ expression: Expression) -> Expression? {
    let split = splittingExponents(of: expression)
    var sums: [RationalFunction] = []
    for term in terms(of: split) {
      guard let function = rationalFunction(of: term) else { return nil }
      sums.append(function)
    }
    while sums.count > 1 {
      var next: [RationalFunction] = []
      for place in stride(from: 0, to: sums.count, by: 2) {
        guard place + 1 < sums.count else {
          next.append(sums[place])
          break
        }
        guard let sum = sums[place].adding(sums[place + 1]) else { return nil }
        next.append(sum)
      }
      sums = next
    }
    guard let function = sums.first else { return nil }
    return withSimplifier { $0.readable(function, KernelRanks(expression, $0.graph), factors: true) }
  }

  /// x^(x − 1) as xˣ·x⁻¹, so that powers whose exponents differ by numbers have one function in common.
  private mutating func splittingExponents(of expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    return rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .power(let base, let exponent) = graph[node], case .add(let slice) = graph[exponent] else {
        return node
      }
      let terms = Array(slice)
      let numbers = terms.filter { graph.numberValue($0) != nil }
      if numbers.isEmpty { return node }
      let rest = graph.add(terms.filter { graph.numberValue($0) == nil })
      let shift = graph.add(numbers)
      return graph.multiply([graph.power(base, rest), graph.power(base, shift)])
    }
  }
}
