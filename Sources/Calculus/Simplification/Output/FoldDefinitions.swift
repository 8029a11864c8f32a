import Expressions

/// Folding definitions back: where the value of a definition stands, its symbol is written.
extension ExpressionGraph {
  /// `expression` with the symbols of `definitions` for their values, simplified.
  ///
  /// A value that is a product is found among the factors of larger products, exponentials included: with
  /// a_k = e^{z_k}/S, S = Σ_m e^{z_m}, the product e^{z_k + z_i}/S² is a_k·a_i. Free indices of a symbol stand for every
  /// value in their range: the definition of a_k is that of a_i as well.
  ///
  ///     fold [a := 1/(1 + e^(-z))]   e^(-z)/(1 + e^(-z))^2   gives   a^2*e^(-z)
  public mutating func foldDefinitions(
    _ expression: Expression, _ definitions: [(symbol: Expression, value: Expression)]
  ) -> Expression {
    withSimplifier { simplifier in
      let tidy = simplifier.tidied(expression)
      return simplifier.simplified(simplifier.folded(tidy, definitions))
    }
  }
}

extension Simplifier {
  /// `expression` with the symbols of `definitions` for their values, not simplified.
  mutating func folded(
    _ expression: Expression, _ definitions: [(symbol: Expression, value: Expression)]
  ) -> Expression {
    var result = expression
    for (symbol, value) in definitions {
      guard let shape = FoldedShape(symbol, value, &self) else { continue }
      var memo: [Expression: Expression] = [:]
      result = fold(result, shape, &memo)
    }
    return result
  }

  private mutating func fold(
    _ expression: Expression, _ shape: FoldedShape, _ memo: inout [Expression: Expression]
  ) -> Expression {
    if let known = memo[expression] { return known }
    if case .symbol = graph[expression], fullKey(expression) == fullKey(shape.symbol) { return expression }
    var result = expression
    // The node itself first: its operands may be part of a larger match.
    while let match = shape.match(&self, result) { result = match }
    var operands: [Expression]
    if case .summation = graph[result], let opened = graph.open(result) {
      operands = [opened.lower, opened.upper, opened.body]
    } else {
      operands = graph.children(of: result)
    }
    for place in operands.indices where operands[place] != shape.symbol {
      operands[place] = fold(operands[place], shape, &memo)
    }
    if !operands.isEmpty {
      var place = -1
      result = graph.mapChildren(of: result) { _, _ in
        place += 1
        return operands[place]
      }
    }
    memo[expression] = result
    return result
  }
}

/// The value of a definition, taken apart for matching.
private struct FoldedShape {
  let symbol: Expression
  /// The free indices of the symbol: they stand for any value in their range.
  let holes: [Expression]
  let coefficient: Rational
  /// The factors; those in which the holes are easily found come first.
  let factors: [Factor]

  init?(_ symbol: Expression, _ value: Expression, _ simplifier: inout Simplifier) {
    self.symbol = symbol
    let free = simplifier.graph.freeIndices(of: symbol)
    let tidy = simplifier.tidied(value)
    let (coefficient, factors) = simplifier.elementaryFactors(tidy)
    guard !factors.isEmpty, !coefficient.isZero else { return nil }
    let graph = simplifier.graph
    func rank(_ factor: Factor) -> Int {
      let holesInside = free.filter { graph.contains($0, in: factor.base) }.count
      let hasSum = graph.contains(in: factor.base) { if case .summation = graph[$0] { true } else { false } }
      return (hasSum ? 1 : 0) - 2 * holesInside
    }
    self.holes = free
    self.coefficient = coefficient
    self.factors = factors.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
    // A number or a symbol alone is no definition to look for.
    if factors.count == 1, factors[0].exponent == simplifier.one, case .symbol = graph[factors[0].base] { return nil }
  }

  /// `expression` with one or more occurrences of the value at some place replaced; nil if there is none.
  func match(_ simplifier: inout Simplifier, _ expression: Expression) -> Expression? {
    switch simplifier.graph[expression] {
    case .multiply, .power, .call, .add, .summation, .piecewise: break
    default: return nil
    }
    let (ownCoefficient, own) = simplifier.elementaryFactors(expression)
    var bindings: [Expression: Expression] = [:]
    var used: [(place: Int, power: Rational)] = []
    var times: Rational?
    var isNegative = false
    for factor in factors {
      guard let power = simplifier.numericExponent(factor) else { return nil }
      guard
        let place = own.indices.first(where: { place in
          !used.contains { $0.place == place } && fits(&simplifier, own[place], factor, power, &bindings, &isNegative)
        }), let exponent = simplifier.numericExponent(own[place])
      else { return nil }
      used.append((place, power))
      let here = (exponent / power).floor
      times = times.map { min($0, here) } ?? here
    }
    guard let times, !times.isZero, isInRange(&simplifier, bindings) else { return nil }
    guard let repetitions = times.asInt else { return nil }
    var kept = own
    for (place, power) in used {
      kept[place].exponent = simplifier.graph.add([kept[place].exponent, simplifier.graph.number(-power * times)])
    }
    let member = simplifier.graph.replace(bindings, in: symbol)
    kept.insert(Factor(base: member, exponent: simplifier.graph.number(times)), at: used.map(\.place).min() ?? 0)
    var scale = ownCoefficient / coefficient.power(repetitions)
    if isNegative, !times.isEven { scale = -scale }
    return simplifier.product(scale, kept)
  }

  /// Whether `own` is a power of the same base, at least as often; fills the holes.
  private func fits(
    _ simplifier: inout Simplifier, _ own: Factor, _ factor: Factor, _ power: Rational,
    _ bindings: inout [Expression: Expression], _ isNegative: inout Bool
  ) -> Bool {
    guard let exponent = simplifier.numericExponent(own) else { return false }
    let ratio = exponent / power
    // A root below the line is one over the root above it; for integer powers that would make a new denominator.
    let isRoot = !power.isInteger && factors.count == 1
    guard isRoot ? ratio.isInteger : ratio >= .one else { return false }
    var attempt = bindings
    guard holes.isEmpty || unify(&simplifier.graph, factor.base, own.base, &attempt) else { return false }
    let wanted = simplifier.graph.replace(attempt, in: factor.base)
    let (x, y) = (simplifier.signedKey(wanted), simplifier.signedKey(own.base))
    guard x.key == y.key, x.isNegative == y.isNegative || exponent.isInteger else { return false }
    bindings = attempt
    if x.isNegative != y.isNegative, !power.isEven { isNegative.toggle() }
    return true
  }

  /// Finds what the holes of `pattern` stand for in `expression`. Sums over an index are compared afterwards.
  private func unify(
    _ graph: inout ExpressionGraph, _ pattern: Expression, _ expression: Expression,
    _ bindings: inout [Expression: Expression]
  ) -> Bool {
    if holes.contains(pattern) {
      if let bound = bindings[pattern] { return bound == expression }
      bindings[pattern] = expression
      return true
    }
    guard graph.mentionsIndex(pattern) else { return true }
    if case .summation = graph[pattern] { return true }
    let (own, other) = (graph.children(of: pattern), graph.children(of: expression))
    guard own.count == other.count else { return false }
    switch (graph[pattern], graph[expression]) {
    case (.symbol(let a, _), .symbol(let b, _)) where a != b: return false
    case (.call(let a, _), .call(let b, _)) where a != b: return false
    default: break
    }
    for (a, b) in zip(own, other) where !unify(&graph, a, b, &bindings) { return false }
    return true
  }

  private func isInRange(_ simplifier: inout Simplifier, _ bindings: [Expression: Expression]) -> Bool {
    for hole in holes {
      guard let value = bindings[hole], case .index(let id) = simplifier.graph[hole] else { return false }
      let index = simplifier.graph[id]
      if value != hole, !simplifier.graph.isKnown(value, toLieFrom: index.lower, to: index.upper) { return false }
    }
    return true
  }
}
