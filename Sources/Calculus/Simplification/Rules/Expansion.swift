import Expressions

/// What is small enough to be multiplied out or divided as polynomials.
enum PolynomialLimits {
  /// The most terms that a product may have when multiplied out, before any cancel.
  static let terms = 64
  /// The largest cost of an expression that is looked at.
  static let cost = 400
  /// The most terms of a sum that is brought over one denominator.
  static let fractions = 12
  /// The most factors of a product that are compared in pairs.
  static let factors = 12
}

/// Trials that multiply out: what cancels then is gone, (x + 1)·(x + 2) − x² − 3x = 2.
extension Simplifier {
  /// A sum, its products multiplied out, what stands below a line left alone.
  mutating func expandTerms(_ expression: Expression) -> Expression? {
    guard isWorthExpanding(expression, fractions: false) else { return nil }
    let (opaque, reciprocals) = hidingReciprocals(of: expression)
    guard let function = graph.rationalFunction(of: opaque), let polynomial = function.polynomial else { return nil }
    let expanded = readable(polynomial, like: opaque)
    return factoredIfShorter(graph.replace(reciprocals, in: expanded))
  }

  /// A sum over its common denominator, in lowest terms: −y/a + (1 − y)/(1 − a) = (a − y)/(a·(1 − a)).
  mutating func overCommonDenominator(_ expression: Expression) -> Expression? {
    let terms = graph.terms(of: expression)
    guard terms.count <= PolynomialLimits.fractions, isWorthExpanding(expression, fractions: true),
      let function = graph.rationalFunction(of: expression)
    else { return nil }
    return readable(function, like: expression)
  }

  /// `function` as a quotient. Below the line stand the sums of `model` as they are written there: 1 − a, not a − 1.
  private mutating func readable(_ function: RationalFunction, like model: Expression) -> Expression {
    var written: [Expression: Expression] = [:]
    for term in graph.terms(of: model) {
      for factor in graph.factors(of: term) where graph.isReciprocal(factor) {
        let base = self.factor(factor).base
        written[signedKey(base).key] = base
      }
    }
    let ranks = KernelRanks(model, graph)
    var numerator = function.numerator
    var below: [Expression] = []
    for factor in function.denominator {
      let base = tidied(readable(factor.base, ranks))
      let signed = signedKey(base)
      let form = written[signed.key] ?? base
      if signedKey(form).isNegative != signed.isNegative, factor.multiplicity % 2 == 1 { numerator = -numerator }
      below.append(graph.power(form, -factor.multiplicity))
    }
    let above = readable(RationalFunction(numerator), ranks, factors: false)
    return graph.multiply([above] + below)
  }

  /// A product of sums multiplied out: (1 − a)·(1 + a) = 1 − a². Two factors at a time.
  mutating func expandFactors(_ expression: Expression) -> Expression? {
    let factors = graph.factors(of: expression)
    let sums = factors.indices.filter { isSum(factors[$0]) }
    guard !sums.isEmpty, sums.count <= PolynomialLimits.factors, factors.count > 1 else { return nil }
    for (place, first) in sums.enumerated() {
      for second in sums.dropFirst(place + 1) {
        let pair = graph.multiply([factors[first], factors[second]])
        guard cost(pair) <= PolynomialLimits.cost, termsWhenExpanded(pair) <= PolynomialLimits.terms,
          let polynomial = graph.rationalFunction(of: pair)?.polynomial
        else { continue }
        let expanded = tidied(readable(polynomial, like: pair))
        if cost(expanded) >= cost(pair) { continue }
        var kept = factors
        kept[first] = expanded
        kept.remove(at: second)
        return graph.multiply(kept)
      }
    }
    return nil
  }

  /// x² − 2xy + y² = (x − y)²: a sum that is a number times a product of powers of sums.
  mutating func perfectPower(_ expression: Expression) -> Expression? {
    let terms = graph.terms(of: expression)
    guard terms.count > 2, terms.count <= PolynomialLimits.fractions, cost(expression) <= PolynomialLimits.cost,
      terms.contains(where: { isPowerAboveOne($0) }),
      let polynomial = graph.rationalFunction(of: expression)?.polynomial
    else { return nil }
    let parts = polynomial.primitiveParts
    let factors = parts.primitive.squareFreeFactors
    guard !factors.isEmpty, factors.allSatisfy({ $0.multiplicity > 1 }) else { return nil }
    let ranks = KernelRanks(expression, graph)
    var product = [graph.number(parts.coefficient), readable(parts.monomial, ranks)]
    for factor in factors { product.append(graph.power(readable(factor.factor, ranks), factor.multiplicity)) }
    return graph.multiply(product)
  }

  private func isPowerAboveOne(_ term: Expression) -> Bool {
    graph.factors(of: term).contains { factor in
      if case .power(_, let exponent) = graph[factor] {
        graph.numberValue(exponent).map { $0 > .one } ?? false
      } else {
        false
      }
    }
  }

  private func isSum(_ expression: Expression) -> Bool {
    if case .add = graph[expression] { true } else { false }
  }

  /// Whether multiplying out may change anything, and stays small.
  private mutating func isWorthExpanding(_ expression: Expression, fractions: Bool) -> Bool {
    // The cost bounds everything else that is looked at here.
    guard cost(expression) <= PolynomialLimits.cost else { return false }
    var mayChange = false
    var below = 1
    for term in graph.terms(of: expression) {
      for factor in graph.factors(of: term) {
        let isReciprocal = graph.isReciprocal(factor)
        if isReciprocal == fractions, isReciprocal || isSum(self.factor(factor).base) { mayChange = true }
        if isReciprocal, fractions { below = min(below * termsWhenExpanded(factor), 1 << 20) }
      }
    }
    return mayChange && below <= PolynomialLimits.terms && termsWhenExpanded(expression) <= PolynomialLimits.terms
  }

  /// A bound of the number of terms when multiplied out.
  private func termsWhenExpanded(_ expression: Expression) -> Int {
    switch graph[expression] {
    case .add(let terms): return terms.reduce(0) { min($0 + termsWhenExpanded($1), 1 << 20) }
    case .multiply(let factors): return factors.reduce(1) { min($0 * termsWhenExpanded($1), 1 << 20) }
    case .power(let base, let exponent):
      guard let power = graph.numberValue(exponent)?.asInt else { return 1 }
      let terms = termsWhenExpanded(base)
      if terms == 1 { return 1 }
      return (0..<min(abs(power), 20)).reduce(1) { product, _ in min(product * terms, 1 << 20) }
    default: return 1
    }
  }

  /// `expression` with a symbol of its own for everything that stands below a line, and what these stand for.
  private mutating func hidingReciprocals(of expression: Expression) -> (Expression, [Expression: Expression]) {
    var hidden: [Expression: Expression] = [:]
    var shown: [Expression: Expression] = [:]
    for term in graph.terms(of: expression) {
      for factor in graph.factors(of: term) where graph.isReciprocal(factor) && hidden[factor] == nil {
        let symbol = graph.symbol("reciprocal", [graph.number(hidden.count)])
        hidden[factor] = symbol
        shown[symbol] = factor
      }
    }
    return hidden.isEmpty ? (expression, [:]) : (graph.replace(hidden, in: expression), shown)
  }

  /// `expression`, tidied, with common factors pulled out if that is shorter.
  mutating func factoredIfShorter(_ expression: Expression) -> Expression {
    let tidy = tidied(expression)
    guard case .add = graph[tidy], let candidate = factorOut(tidy) else { return tidy }
    let factored = tidied(candidate)
    return cost(factored) < cost(tidy) ? factored : tidy
  }
}

/// The places at which kernels first occur in an expression: polynomials are written with their kernels in that order.
struct KernelRanks {
  private var ranks: [Expression: Int] = [:]
  /// Whether terms of higher degree come first, or only the kernels count.
  let isByDegree: Bool

  init(_ expression: Expression, _ graph: ExpressionGraph) {
    isByDegree = true
    add(expression, graph)
  }

  /// First `kernels` in this order, then those of `expression`; terms are ordered by kernels alone.
  init(_ kernels: [Expression], then expression: Expression, _ graph: ExpressionGraph) {
    isByDegree = false
    for kernel in kernels where ranks[kernel] == nil { ranks[kernel] = ranks.count }
    add(expression, graph)
  }

  private mutating func add(_ expression: Expression, _ graph: ExpressionGraph) {
    // The stack holds what is still to be read, the next on top.
    var stack = [expression]
    while let node = stack.popLast() {
      switch graph[node] {
      case .add(let operands), .multiply(let operands): stack += operands.reversed()
      case .power(let base, let exponent) where graph.numberValue(exponent) != nil:
        if ranks[node] == nil { ranks[node] = ranks.count }
        stack.append(base)
      default: if ranks[node] == nil { ranks[node] = ranks.count }
      }
    }
  }

  func rank(_ expression: Expression) -> Int { ranks[expression] ?? .max }
}

extension Simplifier {
  /// `function` as a quotient. Common factors of the numerator are pulled out if that is shorter, or with `factors` always.
  mutating func readable(_ function: RationalFunction, _ ranks: KernelRanks, factors: Bool) -> Expression {
    // Monomials below the line belong to the denominator again.
    let content = function.numerator.monomialContent
    let outside = factors ? content : content.split { $0.exponent.isNegative }.matching
    let number = factors && function.numerator.numericContent.isInteger ? function.numerator.numericContent : .one
    let inside = readable(function.numerator.shifted(by: outside.inverse).scaled(by: number.reciprocal), ranks)
    var product = [graph.number(number), readable(outside, ranks), factors ? inside : factoredIfShorter(inside)]
    for factor in function.denominator {
      product.append(graph.power(readable(factor.base, ranks), -factor.multiplicity))
    }
    return graph.multiply(product)
  }

  /// `polynomial` as a sum: terms by falling degree, then with the first kernels of `model` first.
  mutating func readable(_ polynomial: Polynomial, like model: Expression) -> Expression {
    readable(polynomial, KernelRanks(model, graph))
  }

  mutating func readable(_ polynomial: Polynomial, _ ranks: KernelRanks) -> Expression {
    let terms = polynomial.terms.map { term in
      (
        degree: term.monomial.factors.reduce(Rational.zero) { $0 + $1.exponent }, powers: sorted(term.monomial, ranks),
        term: term
      )
    }
    let ordered = terms.sorted { a, b in
      if ranks.isByDegree, a.degree != b.degree { return a.degree > b.degree }
      for (x, y) in zip(a.powers, b.powers) {
        let (left, right) = (ranks.rank(x.kernel.expression), ranks.rank(y.kernel.expression))
        if left != right { return left < right }
        if x.exponent != y.exponent { return x.exponent > y.exponent }
      }
      return ranks.isByDegree ? a.powers.count < b.powers.count : a.powers.count > b.powers.count
    }
    var sum: [Expression] = []
    for entry in ordered {
      let product = readable(entry.term.monomial, ranks)
      sum.append(graph.multiply([graph.number(entry.term.coefficient), product]))
    }
    return graph.add(sum)
  }

  mutating func readable(_ monomial: Monomial, _ ranks: KernelRanks) -> Expression {
    var powers: [Expression] = []
    for factor in sorted(monomial, ranks) {
      powers.append(graph.power(factor.kernel.expression, graph.number(factor.exponent)))
    }
    return graph.multiply(powers)
  }

  private func sorted(_ monomial: Monomial, _ ranks: KernelRanks) -> [Monomial.Factor] {
    monomial.factors.sorted { a, b in
      let (left, right) = (ranks.rank(a.kernel.expression), ranks.rank(b.kernel.expression))
      return left != right ? left < right : graph.order(a.kernel.expression, b.kernel.expression) < 0
    }
  }
}
