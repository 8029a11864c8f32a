import Expressions

/// The relations that hold between powers of kernels.
extension Normaliser {
  /// What kind of kernel `kernel` is.
  mutating func kind(of kernel: Kernel) -> KernelKind {
    if let known = kinds[kernel] { return known }
    let kind: KernelKind
    switch graph[kernel.expression] {
    case .number(let value): kind = .number(value)
    case .symbol: kind = kernel == imaginaryKernel() ? .imaginary : .plain
    case .add, .multiply: kind = .base
    case .bracket: kind = .bracket
    case .power(let base, let exponent):
      kind = graph.numberValue(base) == .minusOne && isWhole(exponent) ? .sign : .plain
    default: kind = .plain
    }
    kinds[kernel] = kind
    return kind
  }

  /// Whether `expression` has whole values only: indices, counts and whole numbers, added and multiplied.
  func isWhole(_ expression: Expression) -> Bool {
    switch graph[expression] {
    case .number(let value): value.isInteger
    case .index: true
    case .symbol(let family, _): graph[family].isCount
    case .add(let parts), .multiply(let parts): parts.allSatisfy { isWhole($0) }
    case .power(let base, let exponent):
      isWhole(base) && (graph.numberValue(exponent).map { $0.isInteger && !$0.isNegative } ?? false)
    default: false
    }
  }

  /// `function` with all relations between its kernels applied to its numerator.
  mutating func reduced(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    var settled: [Polynomial.Term] = []
    var changed: [RationalFunction] = []
    for term in function.numerator.terms {
      if needsReduction(term.monomial) {
        changed.append(try reducedTerm(term))
      } else {
        settled.append(term)
      }
    }
    if changed.isEmpty { return try reducedModuloBrackets(function) }
    changed.append(RationalFunction(Polynomial(sorted: settled)))
    let top = try reducedModuloBrackets(try sum(changed))
    if function.denominator.isEmpty { return top }
    let below = RationalFunction(.one, over: function.denominator)
    guard let result = top.multiplied(by: below) else { throw .tooLarge }
    return result
  }

  /// Whether some relation applies to the product of powers `monomial`.
  private mutating func needsReduction(_ monomial: Monomial) -> Bool {
    var conditions: [BracketCondition] = []
    for factor in monomial.factors {
      switch kind(of: factor.kernel) {
      case .plain: continue
      case .imaginary:
        if factor.exponent.isNegative || factor.exponent >= 2 { return true }
        if RootOfUnity.isConstructible(factor.exponent / 2) { return true }
      case .number, .base:
        if factor.exponent.isNegative || factor.exponent >= 1 { return true }
      case .sign:
        if !factor.exponent.isOne { return true }
      case .bracket:
        if !factor.exponent.isOne { return true }
        if let condition = brackets[factor.kernel] { conditions.append(condition) }
      }
    }
    for (place, condition) in conditions.enumerated() {
      if conditions[..<place].contains(where: { $0.key == condition.key }) { return true }
      if let solved = condition.solution, mentions(solved.variable, monomial, besides: condition) { return true }
    }
    return false
  }

  private func mentions(_ variable: Expression, _ monomial: Monomial, besides condition: BracketCondition) -> Bool {
    monomial.factors.contains {
      $0.kernel != condition.kernel && graph.contains(variable, in: $0.kernel.expression)
    }
  }

  private mutating func reducedTerm(_ term: Polynomial.Term) throws(NormalFormError) -> RationalFunction {
    var plain: [Monomial.Factor] = []
    var replaced: [RationalFunction] = []
    var conditions: [BracketCondition] = []
    for factor in term.monomial.factors {
      switch kind(of: factor.kernel) {
      case .plain: plain.append(factor)
      case .number(let base): replaced.append(try reducedRoot(of: base, factor))
      case .imaginary: replaced.append(reducedImaginary(factor))
      case .base: replaced += try reducedRoot(factor)
      case .sign: plain.append(Monomial.Factor(factor.kernel, factor.exponent - (factor.exponent / 2).floor * 2))
      case .bracket:
        if let condition = brackets[factor.kernel] {
          conditions.append(condition)
        } else {
          plain.append(Monomial.Factor(factor.kernel, 1))
        }
      }
    }
    guard let merged = BracketCondition.merged(conditions) else { return .zero }
    var product = RationalFunction(Polynomial(Monomial(plain), term.coefficient))
    for part in replaced {
      guard let next = product.multiplied(by: part) else { throw .tooLarge }
      product = next
    }
    product = try substituted(product, merged)
    // What was put in may allow for more: √2·√2 from two factors.
    return try reducedAgain(product, unless: term)
  }

  private mutating func reducedAgain(
    _ product: RationalFunction, unless term: Polynomial.Term
  ) throws(NormalFormError) -> RationalFunction {
    if product.numerator.onlyTerm == term { return product }
    try spend(product.count)
    return try reduced(product)
  }

  /// i^{2q} = (−1)^⌊q⌋ e^{iπ(q−⌊q⌋)}, in terms of i, √2 and √3 where that is possible.
  private mutating func reducedImaginary(_ factor: Monomial.Factor) -> RationalFunction {
    let half = factor.exponent / 2
    let rest = half - half.floor
    let isOdd = !(half.floor / 2).isInteger
    if RootOfUnity.isConstructible(rest) { return rootOfUnity(rest).scaled(by: isOdd ? -1 : 1) }
    return RationalFunction(Polynomial(Monomial(factor.kernel, rest * 2), isOdd ? -1 : 1))
  }

  /// n^q as the whole part n^⌊q⌋ times n^{q−⌊q⌋}.
  private mutating func reducedRoot(
    of base: Rational, _ factor: Monomial.Factor
  ) throws(NormalFormError) -> RationalFunction {
    let whole = factor.exponent.floor
    let rest = factor.exponent - whole
    guard let times = whole.asInt,
      Rational.bitWidthOfPower(base: base, exponent: times) <= Polynomial.largestCoefficientBits
    else { throw .tooLarge }
    return RationalFunction(Polynomial(Monomial(factor.kernel, rest), base.power(times)))
  }

  /// P^q as P^⌊q⌋ times P^{q−⌊q⌋}.
  private mutating func reducedRoot(_ factor: Monomial.Factor) throws(NormalFormError) -> [RationalFunction] {
    guard let times = factor.exponent.floor.asInt else { throw .tooLarge }
    let rest = factor.exponent - Rational(times)
    var result: [RationalFunction] = []
    if !rest.isZero { result.append(RationalFunction(Polynomial(Monomial(factor.kernel, rest)))) }
    if times != 0 { result.append(try power(try normal(factor.kernel.expression), times)) }
    return result
  }
}
