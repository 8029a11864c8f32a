import Expressions

/// Sums. Ranges m…n may be empty (n = m − 1, the sum is 0), but n is not less: so Σ 1 = n − m + 1.
extension Normaliser {
  /// The most terms that a sum is written out to, where sums are written out.
  private static let longestUnrolled = 64

  /// The normal form of a summation: linear, constants in front, deltas contracted.
  mutating func summation(_ expression: Expression) throws(NormalFormError) -> RationalFunction {
    guard case .summation(let first, let last, _) = graph[expression] else { return opaque(expression) }
    let (lower, upper) = (try normal(first), try normal(last))
    if let written = try writtenOut(expression, lower, upper) { return written }
    if let split = try splitAtFirstTerm(expression, lower, last) { return split }
    guard let opened = openAtLevel(expression) else { return opaque(expression) }
    let body = try normal(opened.body)
    return try sum(over: SumRange(index: opened.index, lower: lower, upper: upper), body)
  }

  /// An index of a sum with its range.
  struct SumRange {
    let index: Expression
    let lower: RationalFunction
    let upper: RationalFunction
  }

  /// A sum of no term, of one, or of few.
  private mutating func writtenOut(
    _ expression: Expression, _ lower: RationalFunction, _ upper: RationalFunction
  ) throws(NormalFormError) -> RationalFunction? {
    guard let difference = upper.subtracting(lower)?.constantValue?.asInt else { return nil }
    if difference < 0 { return .zero }
    guard difference == 0 || unrolls && difference < Self.longestUnrolled else { return nil }
    var terms: [RationalFunction] = []
    for step in 0...difference {
      let value = expressionOf(try add(lower, RationalFunction(Rational(step))))
      guard let term = graph.term(of: expression, at: value) else { return nil }
      terms.append(try normal(term))
    }
    return try sum(terms)
  }

  /// Learns at which numbers the sums in `expressions` begin, so that Σ_{k=0}^n and Σ_{k=1}^n can be compared: if one
  /// begins with m, n is at least m − 1, so terms before m may be taken out of the others.
  mutating func alignFirstTerms(of expressions: [Expression]) {
    for expression in expressions {
      graph.forEachNode(of: expression) { node in
        guard case .summation(let lower, let upper, _) = graph[node], let first = graph.numberValue(lower),
          first.isInteger, case .symbol = graph[upper]
        else { return true }
        firstTerms[upper] = max(firstTerms[upper] ?? first, first)
        return true
      }
    }
  }

  /// The first terms written out and the sum over the rest, if another sum with this end begins later.
  private mutating func splitAtFirstTerm(
    _ expression: Expression, _ lower: RationalFunction, _ upper: Expression
  ) throws(NormalFormError) -> RationalFunction? {
    guard let first = lower.constantValue?.asInt, let start = firstTerms[upper]?.asInt, first < start,
      start - first <= 8, let opened = graph.openFresh(expression)
    else { return nil }
    let rest = graph.summation(over: opened.index, from: graph.number(start), to: upper, opened.body)
    var terms = [try normal(rest)]
    for value in first..<start {
      guard let term = graph.term(of: expression, at: graph.number(value)) else { return nil }
      terms.append(try normal(term))
    }
    return try sum(terms)
  }

  /// A summation opened with the label of its level, which has the normal forms of the bounds for its range.
  mutating func openAtLevel(_ expression: Expression) -> (index: Expression, body: Expression)? {
    guard case .summation(let lower, let upper, _) = graph[expression],
      let first = try? canonical(lower), let last = try? canonical(upper)
    else { return nil }
    let level = max(lowestLevel, SumLabel.highestLevel(in: expression, graph) + 1)
    let index = SumLabel.label(level, from: first, to: last, in: &graph)
    guard let body = graph.term(of: expression, at: index) else { return nil }
    return (index, body)
  }

  /// Σ of `body` over `range`, term by term.
  private mutating func sum(
    over range: SumRange, _ body: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let index = range.index
    let outside = body.denominator.filter { !mentions(index, $0.base) }
    let inside = body.denominator.filter { mentions(index, $0.base) }
    let (whole, rest) = splitPolynomialPart(of: RationalFunction(body.numerator, over: inside))
    var parts: [RationalFunction] = []
    for term in whole.terms { parts.append(try sum(over: range, term, over: [])) }
    for term in rest.numerator.terms { parts.append(try sum(over: range, term, over: rest.denominator)) }
    let total = try sum(parts)
    if outside.isEmpty { return total }
    return try multiply(total, RationalFunction(.one, over: outside))
  }

  private func mentions(_ index: Expression, _ polynomial: Polynomial) -> Bool {
    polynomial.kernels.contains { graph.contains(index, in: $0.expression) }
  }

  /// Σ of one term: what does not depend on the index comes out.
  private mutating func sum(
    over range: SumRange, _ term: Polynomial.Term, over denominator: [RationalFunction.Factor]
  ) throws(NormalFormError) -> RationalFunction {
    let index = range.index
    let (inside, outside) = term.monomial.split { graph.contains(index, in: $0.kernel.expression) }
    let front = RationalFunction(Polynomial(outside, term.coefficient))
    if let contracted = try contracted(over: range, inside, denominator) { return try multiply(front, contracted) }
    if denominator.isEmpty, let closed = try closedForm(over: range, inside) { return try multiply(front, closed) }
    let product = RationalFunction(Polynomial(inside), over: denominator)
    return try multiply(front, try sumKernel(index, product))
  }

  /// Σ_i [i = p] g(i) = [lower ≤ p][p ≤ upper] g(p).
  private mutating func contracted(
    over range: SumRange, _ monomial: Monomial, _ denominator: [RationalFunction.Factor]
  ) throws(NormalFormError) -> RationalFunction? {
    for factor in monomial.factors {
      guard let condition = brackets[factor.kernel], let solution = condition.solution,
        solution.variable == range.index
      else { continue }
      let rest = RationalFunction(Polynomial(monomial.removing(factor.kernel)), over: denominator)
      let value = try normal(solution.value)
      let isAboveUpper = try isPositive(try subtract(value, range.upper))
      let isBelowLower = try isPositive(try subtract(range.lower, value))
      let inRange = try multiply(try subtract(.one, isAboveUpper), try subtract(.one, isBelowLower))
      if inRange.isZero { return .zero }
      return try multiply(inRange, try substituting(solution.value, for: range.index, in: rest))
    }
    return nil
  }

  /// Σ 1 = n − m + 1 and Σ iᵏ for k ≤ 3, from m to n: F(n) − F(m − 1) with Faulhaber's F.
  private mutating func closedForm(
    over range: SumRange, _ monomial: Monomial
  ) throws(NormalFormError) -> RationalFunction? {
    let kernel = Kernel(range.index)
    guard monomial.removing(kernel).isOne, let degree = monomial.exponent(of: kernel).asInt, (0...3).contains(degree)
    else { return nil }
    let before = try subtract(range.lower, .one)
    return try subtract(try powerSum(degree, range.upper), try powerSum(degree, before))
  }

  /// 1ᵏ + 2ᵏ + … + nᵏ.
  private mutating func powerSum(
    _ degree: Int, _ n: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let next = try add(n, .one)
    let triangle = try multiply(n, next).scaled(by: Rational(1, 2))
    switch degree {
    case 0: return n
    case 1: return triangle
    case 2: return try multiply(triangle, try add(n.scaled(by: 2), .one)).scaled(by: Rational(1, 3))
    default: return try multiply(triangle, triangle)
    }
  }

  // MARK: Sums that are kernels

  /// The most indices of a flattened sum.
  private static let mostIndices = 12

  /// Σ over `index` of a product that depends on it throughout. Sums among its factors are merged with it into one sum over
  /// several indices, which are then labelled canonically: so neither the order of nested sums nor that of factors counts.
  private mutating func sumKernel(
    _ index: Expression, _ product: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    var sum = FlatSum(indices: [index], product: product)
    while sum.indices.count < Self.mostIndices, let flatter = try flattened(sum) { sum = flatter }
    return try labelled(sum)
  }

  /// `sum` with one of the sums among its factors opened; nil if there is none.
  private mutating func flattened(_ sum: FlatSum) throws(NormalFormError) -> FlatSum? {
    guard let term = sum.product.numerator.onlyTerm else { return nil }
    for factor in term.monomial.factors {
      guard case .summation(let lower, let upper, _) = graph[factor.kernel.expression],
        let times = factor.exponent.asInt, times > 0, times + sum.indices.count <= Self.mostIndices,
        sum.indices.contains(where: { graph.contains($0, in: factor.kernel.expression) })
      else { continue }
      var result = sum.product.shifted(by: Monomial(factor.kernel, -factor.exponent))
      var indices = sum.indices
      let firstNumber = SumLabel.firstFreeNumber(in: sum.product.kernels.map(\.expression) + indices, graph)
      for copy in 0..<times {
        let fresh = SumLabel.temporary(firstNumber + copy, from: lower, to: upper, in: &graph)
        guard let body = graph.term(of: factor.kernel.expression, at: fresh) else { return nil }
        indices.append(fresh)
        result = try multiply(result, try normal(body))
      }
      guard result.numerator.onlyTerm != nil else { continue }
      return FlatSum(indices: indices, product: result)
    }
    return nil
  }
}

/// A sum of a product over several indices, whose ranges stand in the indices; none of the product's factors is free of
/// them, but for a number.
struct FlatSum {
  var indices: [Expression]
  var product: RationalFunction
}
