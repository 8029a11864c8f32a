import Expressions

/// Sums over an index.
extension Simplifier {
  /// Σ_k c·u_k = c·Σ_k u_k, and Σ_{k=a}^b c = (b − a + 1)·c.
  mutating func pullOutOfSum(_ expression: Expression) -> Expression? {
    guard case .summation = graph[expression], let opened = graph.open(expression) else { return nil }
    guard graph.contains(opened.index, in: opened.body) else {
      let count = graph.add([opened.upper, graph.negate(opened.lower), one])
      return graph.multiply([count, opened.body])
    }
    guard case .multiply(let slice) = graph[opened.body] else { return nil }
    let factors = Array(slice)
    let outside = factors.filter { !graph.contains(opened.index, in: $0) }
    if outside.isEmpty { return nil }
    let inside = factors.filter { graph.contains(opened.index, in: $0) }
    let sum = graph.summation(over: opened.index, from: opened.lower, to: opened.upper, graph.multiply(inside))
    // Sums that were inside come behind, in the order in which they were written: Σ_i a_i · Σ_j b_j.
    let sums = outside.filter { isSummation($0) }
    return graph.multiply(outside.filter { !isSummation($0) } + [sum] + sums)
  }

  private func isSummation(_ expression: Expression) -> Bool {
    if case .summation = graph[expression] { true } else { false }
  }

  /// A sum from a to a − 1 or less is 0. A sum of one term stays a sum, so that formulas keep their form in layers with
  /// one unit.
  mutating func emptySum(_ expression: Expression) -> Expression? {
    guard case .summation(let lower, let upper, _) = graph[expression],
      let difference = graph.constantDifference(upper, lower)
    else { return nil }
    return difference.isNegative ? graph.number(0) : nil
  }

  /// Σ_k [k = p]·u_k = u_p where the body is nothing but a product with such a bracket.
  mutating func contractDelta(_ expression: Expression) -> Expression? {
    guard case .summation = graph[expression], let opened = graph.open(expression),
      graph.factors(of: opened.body).contains(where: { isEqualityBracket($0) })
    else { return nil }
    return graph.contract(opened)
  }

  private func isEqualityBracket(_ expression: Expression) -> Bool {
    guard case .bracket(let condition) = graph[expression] else { return false }
    switch graph[condition] {
    case .comparison(.equal, _, _), .and: return true
    default: return false
    }
  }

  /// Σ_k u_k·([k = i] − v) = u_i − v·Σ_k u_k: the body is multiplied out and the sum taken term by term, with deltas
  /// contracted and constants pulled out.
  mutating func splitSum(_ expression: Expression) -> Expression? {
    guard case .summation = graph[expression], let opened = graph.open(expression),
      let terms = multipliedOut(opened.body, limit: Self.mostTerms), terms.count > 1
    else { return nil }
    var sums: [Expression] = []
    for term in terms {
      let sum = graph.summation(over: opened.index, from: opened.lower, to: opened.upper, tidied(term))
      sums.append(graph.contractKroneckers(sum))
    }
    return graph.add(sums)
  }

  /// Bodies with more terms are not split, sums with more terms not searched for sums to merge.
  private static let mostTerms = 32

  /// The terms of `expression` when products of sums are multiplied out, at most `limit` of them; nil if there are more.
  mutating func multipliedOut(_ expression: Expression, limit: Int) -> [Expression]? {
    var products: [[Expression]] = [[]]
    for factor in graph.factors(of: expression) {
      let terms = graph.terms(of: factor)
      if products.count * terms.count > limit { return nil }
      products = products.flatMap { product in terms.map { product + [$0] } }
    }
    var result: [Expression] = []
    for product in products {
      let term = graph.multiply(product)
      result += graph.terms(of: term)
    }
    return result.count > limit ? nil : result
  }

  /// Σ_k u_k + Σ_k v_k = Σ_k (u_k + v_k) over equal ranges, with numeric coefficients.
  mutating func mergeSums(_ expression: Expression) -> Expression? {
    guard case .add(let slice) = graph[expression], slice.count <= Self.mostTerms else { return nil }
    let terms = Array(slice)
    for (place, term) in terms.enumerated() {
      let (coefficient, rest) = graph.splitCoefficient(term)
      guard case .summation(let lower, let upper, _) = graph[rest] else { continue }
      for (other, second) in terms.enumerated().dropFirst(place + 1) {
        let (otherCoefficient, otherRest) = graph.splitCoefficient(second)
        guard case .summation(lower, upper, _) = graph[otherRest], let opened = graph.open(rest),
          let body = graph.term(of: otherRest, at: opened.index)
        else { continue }
        let scaled = graph.multiply([graph.number(otherCoefficient / coefficient), body])
        let merged = graph.summation(
          over: opened.index, from: lower, to: upper, graph.add([opened.body, scaled]))
        var kept = terms
        kept[place] = graph.multiply([graph.number(coefficient), merged])
        kept.remove(at: other)
        return graph.add(kept)
      }
    }
    return nil
  }
}
