import Expressions

/// u·v + u·w = u·(v + w), with exponents: u⁻¹ − u⁻² = (u − 1)/u².
extension Simplifier {
  /// A term of a sum, taken apart.
  private struct Term {
    var coefficient: Rational
    var factors: [Factor]
    /// The keys of the bases, in the order of the factors.
    var keys: [Expression]
  }

  /// Sums with more terms are not searched for common factors of some of their terms.
  private static let mostTermsToGroup = 64

  /// The common factors of all terms, pulled out; with a common number as well where they share one.
  mutating func factorOut(_ expression: Expression) -> Expression? {
    let terms = splitTerms(expression)
    guard terms.count > 1 else { return nil }
    let isPolynomial = degreesInOneSymbol(graph.terms(of: expression)) != nil
    let content = Self.content(terms.map(\.coefficient))
    let common = isPolynomial ? [] : commonFactors(of: terms)
    if common.isEmpty { return content.isOne ? nil : pull([], content, from: terms) }
    var candidates = [pull(common, .one, from: terms)]
    if !content.isOne { candidates.append(pull(common, content, from: terms)) }
    let nearest = commonFactors(of: terms, leavingDenominators: true)
    if zip(nearest, common).contains(where: { $0.exponent != $1.exponent }) {
      candidates.append(pull(nearest, .one, from: terms))
    }
    return cheapest(candidates)
  }

  private mutating func cheapest(_ candidates: [Expression]) -> Expression? {
    if candidates.count == 1 { return candidates[0] }
    var best: (expression: Expression, cost: Int)?
    for candidate in candidates {
      let tidy = tidied(candidate)
      let cost = cost(tidy)
      if cost < best?.cost ?? .max { best = (candidate, cost) }
    }
    return best?.expression
  }

  /// Those terms that share a function or a sum in brackets, grouped: x·eˣ + eˣ + 1 = (x + 1)·eˣ + 1.
  mutating func groupTerms(_ expression: Expression) -> Expression? {
    let terms = splitTerms(expression)
    guard terms.count > 2, terms.count <= Self.mostTermsToGroup else { return nil }
    var best: (saving: Int, factor: Factor, places: [Int])?
    var seen: Set<Expression> = []
    for term in terms {
      for (factor, key) in zip(term.factors, term.keys) where seen.insert(key).inserted && isHeavy(factor.base) {
        let places = terms.indices.filter { terms[$0].keys.contains(key) }
        guard places.count > 1, places.count < terms.count else { continue }
        let group = places.map { terms[$0] }
        guard let shared = commonFactors(of: group).first(where: { collectsWith($0, key) }),
          exponentsAgree(in: group, of: key)
        else { continue }
        let saving = (places.count - 1) * cost(graph.power(shared.base, shared.exponent))
        if saving > best?.saving ?? 0 { best = (saving, shared, places) }
      }
    }
    guard let best else { return nil }
    let inside = pull([best.factor], .one, from: best.places.map { terms[$0] })
    var sum: [Expression] = []
    for (place, term) in terms.enumerated() {
      if place == best.places[0] { sum.append(inside) }
      if !best.places.contains(place) { sum.append(product(term.coefficient, term.factors)) }
    }
    return graph.add(sum)
  }

  /// Where the exponents differ, grouping would make t − t² + 1 into (1 − t)·t + 1.
  private func exponentsAgree(in terms: [Term], of key: Expression) -> Bool {
    let exponents = terms.compactMap { term in term.keys.firstIndex(of: key).map { term.factors[$0].exponent } }
    return exponents.allSatisfy { $0 == exponents[0] }
  }

  private mutating func collectsWith(_ factor: Factor, _ key: Expression) -> Bool {
    baseKey(of: factor).key == key
  }

  private func isHeavy(_ base: Expression) -> Bool {
    switch graph[base] {
    case .call, .add, .summation, .piecewise: true
    default: false
    }
  }

  private mutating func splitTerms(_ expression: Expression) -> [Term] {
    graph.terms(of: expression).map { term in
      let (coefficient, factors) = elementaryFactors(term)
      return Term(coefficient: coefficient, factors: factors, keys: factors.map { baseKey(of: $0).key })
    }
  }

  /// The key of what is raised: the base for numeric exponents, the whole power for symbolic ones.
  private mutating func baseKey(of factor: Factor) -> (key: Expression, isNegative: Bool) {
    guard let power = numericExponent(factor) else {
      return (fullKey(graph.power(factor.base, factor.exponent)), false)
    }
    if !power.isInteger { return (fullKey(factor.base), false) }
    let signed = signedKey(factor.base)
    return (signed.key, signed.isNegative)
  }

  /// The factors that all terms share, as the first term has them, with the exponents nearest to 0; for factors below the
  /// line those farthest from 0, so that what is left has no denominators, unless it may.
  private mutating func commonFactors(of terms: [Term], leavingDenominators: Bool = false) -> [Factor] {
    var result: [Factor] = []
    for (factor, key) in zip(terms[0].factors, terms[0].keys) {
      var exponents: [Rational?] = []
      for term in terms {
        guard let place = term.keys.firstIndex(of: key) else { break }
        exponents.append(numericExponent(term.factors[place]))
      }
      guard exponents.count == terms.count else { continue }
      let numbers = exponents.compactMap { $0 }
      if numbers.isEmpty {
        result.append(factor)
      } else if numbers.count == terms.count, let least = numbers.min(), let most = numbers.max(),
        least.isNegative == most.isNegative
      {
        let exponent = leavingDenominators && most.isNegative ? most : least
        result.append(Factor(base: factor.base, exponent: graph.number(exponent)))
      }
    }
    return result
  }

  /// The greatest rational number of which all `coefficients` are integer multiples: the greatest common divisor of the
  /// numerators over the least common multiple of the denominators.
  static func content(_ coefficients: [Rational]) -> Rational {
    var numerator = BigInteger(0)
    var denominator = BigInteger(1)
    for coefficient in coefficients {
      numerator = BigInteger.gcd(numerator, coefficient.numerator)
      let other = coefficient.denominator
      let common = BigInteger.gcd(denominator, other)
      denominator = denominator * other.quotientAndRemainder(dividingBy: common).quotient
    }
    let content = Rational(numerator: numerator, denominator: denominator).magnitude
    return content.isZero ? .one : content
  }

  /// content·common·Σ terms/(content·common).
  private mutating func pull(_ common: [Factor], _ content: Rational, from terms: [Term]) -> Expression {
    var inside: [Expression] = []
    for term in terms {
      var factors = term.factors
      var coefficient = term.coefficient / content
      for shared in common {
        let (key, isNegative) = baseKey(of: shared)
        guard let place = term.keys.firstIndex(of: key) else { continue }
        guard let power = numericExponent(shared), let own = numericExponent(factors[place]) else {
          factors[place].exponent = graph.number(0)
          continue
        }
        // Where the term has the base with the other sign, (−u)ⁿ = (−1)ⁿ uⁿ.
        if isNegative != baseKey(of: term.factors[place]).isNegative, !own.isEven { coefficient = -coefficient }
        if isNegative != baseKey(of: term.factors[place]).isNegative { factors[place].base = shared.base }
        factors[place].exponent = graph.number(own - power)
      }
      inside.append(product(coefficient, factors))
    }
    let sum = tidied(graph.add(inside))
    return graph.multiply([product(content, common), sum])
  }
}
