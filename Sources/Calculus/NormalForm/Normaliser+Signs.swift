import Expressions

/// Signs of polynomials over kernels, as far as they can be told from their form and from `facts`.
extension Normaliser {
  /// The sign of `polynomial` wherever it is defined.
  mutating func sign(of polynomial: Polynomial) -> Sign {
    if let value = polynomial.constantValue {
      return value.isZero ? .zero : value.isNegative ? .negative : .positive
    }
    var sum = Sign.zero
    for term in polynomial.terms {
      var sign = sign(of: term.monomial)
      if term.coefficient.isNegative { sign = sign.opposite }
      sum = sum.plus(sign)
      if sum == .unknown { break }
    }
    if sum != .unknown && sum != .nonNegative && sum != .nonPositive { return sum }
    let known = knownSign(of: polynomial)
    if known != .unknown { return known }
    return sum == .unknown ? signOverRanges(polynomial) : sum
  }

  /// What the facts say.
  private mutating func knownSign(of polynomial: Polynomial) -> Sign {
    if facts.count == 0 { return .unknown }
    let family = family(of: polynomial)
    var interval = facts.known(family.key)
    if facts.hasPatterns, graph.mentionsIndex(family.key) {
      for labelsOnly in [true, false] {
        let pattern = pattern(of: family.key, labelsOnly: labelsOnly)
        if let general = facts.known(pattern: pattern) { interval = interval.intersection(general) }
      }
    }
    return interval.sign(of: family.threshold, scale: family.scale)
  }

  /// `key` with its indices replaced by stand-ins of the same ranges, numbered as they occur. Those whose ranges depend on
  /// other indices stay as they are.
  mutating func pattern(of key: Expression, labelsOnly: Bool) -> Expression {
    var replacements: [Expression: Expression] = [:]
    for index in graph.freeIndices(of: key) {
      guard case .index(let id) = graph[index] else { continue }
      let range = graph[id]
      if labelsOnly && !SumLabel.isLabel(index, in: graph) { continue }
      if graph.mentionsIndex(range.lower) || graph.mentionsIndex(range.upper) { continue }
      replacements[index] = graph.index("@\(replacements.count)", from: range.lower, to: range.upper)
    }
    return graph.replace(replacements, in: key)
  }

  private mutating func sign(of monomial: Monomial) -> Sign {
    var result = Sign.positive
    for factor in monomial.factors {
      result = result.times(signOfPower(factor))
      if result == .unknown { break }
    }
    return result
  }

  private mutating func signOfPower(_ power: Monomial.Factor) -> Sign {
    let kernel = power.kernel
    if isComplex(kernel.expression) { return .unknown }
    let sign = sign(of: kernel)
    if sign == .positive { return .positive }
    // Where it stands in a denominator, it is not 0.
    let isStrict = power.exponent.isNegative
    if !power.exponent.isInteger || (power.exponent / 2).isInteger {
      return isStrict || sign == .negative ? .positive : .nonNegative
    }
    switch sign {
    case .nonNegative: return isStrict ? .positive : .nonNegative
    case .nonPositive: return isStrict ? .negative : .nonPositive
    default: return sign
    }
  }

  /// Whether i occurs in `polynomial`.
  mutating func isComplex(_ polynomial: Polynomial) -> Bool {
    for term in polynomial.terms {
      for factor in term.monomial.factors where isComplex(factor.kernel.expression) { return true }
    }
    return false
  }

  /// Whether the kernel `expression` has complex values: i, an exponential of an imaginary monomial, and sums and powers
  /// of such. Everything else that i occurs in (log cos x, conditions) is real as a whole.
  mutating func isComplex(_ expression: Expression) -> Bool {
    if let known = complexity[expression] { return known }
    let result: Bool
    switch graph[expression] {
    case .number, .constant, .index, .bound, .bracket, .comparison, .and, .or, .not, .partial: result = false
    case .symbol(let family, _): result = graph[family].name == RootOfUnity.imaginaryName
    case .call(let function, _) where graph[function] != Function("exp"): result = false
    default: result = graph.children(of: expression).contains { isComplex($0) }
    }
    complexity[expression] = result
    return result
  }

  /// Whether i occurs anywhere in `expression`.
  mutating func mentionsImaginaryUnit(_ expression: Expression) -> Bool {
    let unit = imaginaryKernel().expression
    return graph.contains(unit, in: expression)
  }

  /// The sign of a real kernel.
  private mutating func sign(of kernel: Kernel) -> Sign {
    switch graph[kernel.expression] {
    case .number: return .positive
    case .constant(.pi): return .positive
    case .bracket: return .nonNegative
    case .call(let function, let arguments):
      switch (graph[function].name, graph[function].order) {
      case ("exp", 0): return .positive
      case ("acos", 0): return .nonNegative
      case ("log", 0): return signOfLogarithm(kernel, arguments.first)
      default: return knownSign(of: Polynomial(kernel))
      }
    case .summation: return signOfSum(kernel)
    case .index:
      return signOverRanges(Polynomial(kernel))
    default: return knownSign(of: Polynomial(kernel))
    }
  }

  /// log u ≥ 0 where u ≥ 1.
  private mutating func signOfLogarithm(_ kernel: Kernel, _ argument: Expression?) -> Sign {
    let known = knownSign(of: Polynomial(kernel))
    guard known == .unknown, let argument, let function = graph.rationalFunction(of: argument),
      let polynomial = function.polynomial
    else { return known }
    // The argument is in normal form already, but for exponentials, which are kernels in either form.
    switch sign(of: polynomial - 1) {
    case .positive: return .positive
    case .nonNegative: return .nonNegative
    default: return .unknown
    }
  }

  /// The sign of a sum is that of its terms, but a sum may be empty.
  private mutating func signOfSum(_ kernel: Kernel) -> Sign {
    if let known = sumSigns[kernel] { return known }
    var result = knownSign(of: Polynomial(kernel))
    if result == .unknown, let opened = openAtLevel(kernel.expression) {
      if let body = try? normal(opened.body), let inside = sign(of: body) {
        result = inside.isNonNegative ? .nonNegative : inside.isNonPositive ? .nonPositive : .unknown
      }
    }
    sumSigns[kernel] = result
    return result
  }

  /// The sign of a quotient; nil if it has brackets that would have to be looked into.
  private mutating func sign(of function: RationalFunction) -> Sign? {
    var result = sign(of: function.numerator)
    for factor in function.denominator where factor.multiplicity % 2 == 1 {
      result = result.times(sign(of: factor.base))
    }
    return result
  }

  /// The sign of a polynomial that is linear in indices, from the ends of their ranges.
  private mutating func signOverRanges(_ polynomial: Polynomial) -> Sign {
    guard polynomial.terms.contains(where: { $0.monomial.factors.contains { isIndex($0.kernel) } }) else {
      return .unknown
    }
    if let least = bound(of: polynomial, isLower: true), !least.isNegative {
      return least.isZero ? .nonNegative : .positive
    }
    if let greatest = bound(of: polynomial, isLower: false), greatest <= 0 {
      return greatest.isZero ? .nonPositive : .negative
    }
    return .unknown
  }

  private func isIndex(_ kernel: Kernel) -> Bool {
    if case .index = graph[kernel.expression] { true } else { false }
  }

  /// The least (greatest) value that a polynomial takes for indices in their ranges, if it is linear in them, they are not
  /// multiplied with anything else, and the rest cancels.
  private mutating func bound(of polynomial: Polynomial, isLower: Bool) -> Rational? {
    var current = polynomial
    for _ in 0..<8 {
      guard let term = current.terms.first(where: { $0.monomial.factors.contains { isIndex($0.kernel) } }) else {
        break
      }
      guard let factor = term.monomial.factors.first, term.monomial.factors.count == 1, factor.exponent.isOne,
        case .index(let id) = graph[factor.kernel.expression]
      else { return nil }
      let range = graph[id]
      let end = term.coefficient.isNegative == isLower ? range.upper : range.lower
      guard let value = graph.rationalFunction(of: end)?.polynomial else { return nil }
      current = current - Polynomial(term.monomial, term.coefficient) + value.scaled(by: term.coefficient)
    }
    return current.constantValue
  }
}
