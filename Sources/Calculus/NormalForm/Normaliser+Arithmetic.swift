import Expressions

/// Arithmetic that keeps normal forms normal: after each product the relations between kernels are applied.
extension Normaliser {
  mutating func add(_ a: RationalFunction, _ b: RationalFunction) throws(NormalFormError) -> RationalFunction {
    guard let result = a.adding(b) else { throw .tooLarge }
    try spend(result.weight)
    // Over a common denominator the numerators were multiplied.
    return a.denominator == b.denominator ? result : try reduced(result)
  }

  mutating func subtract(_ a: RationalFunction, _ b: RationalFunction) throws(NormalFormError) -> RationalFunction {
    try add(a, -b)
  }

  mutating func multiply(_ a: RationalFunction, _ b: RationalFunction) throws(NormalFormError) -> RationalFunction {
    guard let result = a.multiplied(by: b) else { throw .tooLarge }
    try spend(a.weight + b.weight + result.weight)
    return try reduced(result)
  }

  mutating func sum(_ parts: [RationalFunction]) throws(NormalFormError) -> RationalFunction {
    // Polynomials are summed at once; only proper quotients need a common denominator.
    let terms = parts.lazy.filter { $0.denominator.isEmpty }.flatMap { $0.numerator.terms }
    var rest = parts.filter { !$0.denominator.isEmpty }
    rest.append(RationalFunction(Polynomial(terms)))
    try spend(rest[rest.count - 1].count)
    return try balanced(rest) { normaliser, a, b throws(NormalFormError) in try normaliser.add(a, b) }
  }

  mutating func product(_ parts: [RationalFunction]) throws(NormalFormError) -> RationalFunction {
    if parts.isEmpty { return .one }
    return try balanced(parts) { normaliser, a, b throws(NormalFormError) in try normaliser.multiply(a, b) }
  }

  private mutating func balanced(
    _ parts: [RationalFunction],
    _ combine: (inout Normaliser, RationalFunction, RationalFunction) throws(NormalFormError) -> RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    var level = parts
    while level.count > 1 {
      var next: [RationalFunction] = []
      for pair in stride(from: 0, to: level.count, by: 2) {
        next.append(pair + 1 < level.count ? try combine(&self, level[pair], level[pair + 1]) : level[pair])
      }
      level = next
    }
    return level[0]
  }

  /// One divided by `a`.
  mutating func inverse(_ a: RationalFunction) throws(NormalFormError) -> RationalFunction {
    if a.isZero { throw .undefined }
    return try eachRegion(of: a) { normaliser, a throws(NormalFormError) in
      if a.isZero { throw .undefined }
      guard let result = a.inverse else { throw .tooLarge }
      try normaliser.spend(result.weight)
      return try normaliser.reduced(result)
    }
  }

  /// `a` to an integer power.
  mutating func power(_ a: RationalFunction, _ exponent: Int) throws(NormalFormError) -> RationalFunction {
    if exponent < 0, exponent != .min { return try power(try inverse(a), -exponent) }
    if exponent == 1 { return a }
    return try eachRegion(of: a) { normaliser, a throws(NormalFormError) in
      guard let result = a.power(exponent) else { throw .tooLarge }
      try normaliser.spend(result.weight)
      return try normaliser.reduced(result)
    }
  }
}
