import Expressions

extension ExpressionGraph {
  /// Whether `a` and `b` have the same value for all values of their symbols for which both are defined.
  ///
  /// First by normal form, then by the exact zero test, then by numeric samples: only the first two say `equal`, only the
  /// last says `notEqual`. The effort is bounded; whatever exceeds the bound is `undecided`. A range m…n may be empty, but n
  /// is taken to be at least m − 1; samples have n ≥ 1.
  public mutating func decideEquality(_ a: Expression, _ b: Expression) -> Equality {
    if a == b, !isUndefined(a) { return .equal }
    if isUndefined(a) || isUndefined(b) { return .undecided("a side is undefined") }
    let outcome = withNormaliser { $0.proveEqual(a, b) }
    switch outcome.proof {
    case .proved: return .equal
    case .undefined: return .undecided("a side is undefined")
    case .open, .exhausted: break
    }
    switch sample(a, b, difference: outcome.difference) {
    case .differ(let witness): return .notEqual(witness)
    case .agree(points: 0): return .undecided("no point was found where both sides can be evaluated")
    case .agree(let points):
      let effort = outcome.proof == .exhausted ? "; a proof takes too long" : ""
      return .undecided("the sides agree at \(points) points, which proves nothing\(effort)")
    }
  }

  /// Whether `decideEquality` says of `a` and `b` that they are equal, without looking for numbers at which they differ.
  public mutating func areProvablyEqual(_ a: Expression, _ b: Expression) -> Bool {
    if isUndefined(a) || isUndefined(b) { return false }
    return a == b || withNormaliser { $0.proveEqual(a, b) }.proof == .proved
  }

  /// Whether `expression` is 0 wherever it is defined, by normal form or the exact zero test. False means "not seen".
  public mutating func isProvablyZero(_ expression: Expression) -> Bool {
    if let value = numberValue(expression) { return value.isZero }
    let zero = number(0)
    return withNormaliser { $0.proveEqual(expression, zero) }.proof == .proved
  }

  /// The normal form of `expression` as an expression: equal expressions usually have the same. `expression` itself if it
  /// is undefined or needs more effort than allowed. A form for comparing, not for reading: trigonometric functions are
  /// exponentials with an imaginary unit in it, piecewise functions are combinations of brackets.
  public mutating func normalise(_ expression: Expression) -> Expression {
    withNormaliser { normaliser in
      try? normaliser.prepare([expression])
      guard let function = try? normaliser.normal(expression) else { return expression }
      return normaliser.expressionOf(function)
    }
  }

  /// Lends the graph to a normaliser, without copying it.
  mutating func withNormaliser<Result>(_ body: (inout Normaliser) -> Result) -> Result {
    var normaliser = Normaliser(graph: ExpressionGraph())
    swap(&normaliser.graph, &self)
    defer { swap(&normaliser.graph, &self) }
    return body(&normaliser)
  }
}

extension Normaliser {
  /// What normal forms tell of an equation.
  enum Proof {
    /// Both sides have the same normal form.
    case proved
    /// They have different ones.
    case open
    /// One side has no value anywhere.
    case undefined
    /// The effort was not enough.
    case exhausted
  }

  /// Compares normal forms, with facts from the domains of both sides; if ranges of sums are numbers, a second time with
  /// sums written out; if some part was too large, by the exact zero test. The difference of the normal forms comes along
  /// where it is a real expression.
  mutating func proveEqual(_ a: Expression, _ b: Expression) -> (proof: Proof, difference: Expression?) {
    alignFirstTerms(of: [a, b])
    var outcome = compareNormalForms(a, b)
    if outcome.proof == .open || outcome.proof == .exhausted, hasNumericRanges(a) || hasNumericRanges(b) {
      let first = outcome
      unrolls = true
      forget()
      outcome = compareNormalForms(a, b)
      outcome.difference = first.difference ?? outcome.difference
    }
    if outcome.proof == .exhausted || outcome.proof == .open && isIncomplete {
      allowFurtherEffort()
      if ZeroTest.showsEqual(a, b, &self) { outcome.proof = .proved }
    }
    return outcome
  }

  private mutating func compareNormalForms(_ a: Expression, _ b: Expression) -> (proof: Proof, difference: Expression?)
  {
    var written: Expression?
    do throws(NormalFormError) {
      try learnDomains(of: [a, b])
      try prepare([a, b])
      let difference = try difference(a, b)
      if try vanishesInAllRegions(difference) { return (.proved, nil) }
      let expression = expressionOf(difference)
      if !mentionsImaginaryUnit(expression) { written = expression }
      return (.open, written)
    } catch {
      return if case .undefined = error { (.undefined, nil) } else { (.exhausted, nil) }
    }
  }

  private mutating func difference(_ a: Expression, _ b: Expression) throws(NormalFormError) -> RationalFunction {
    let (left, right) = (try normal(a), try normal(b))
    if left == right { return .zero }
    do throws(NormalFormError) {
      return try subtract(left, right)
    } catch {
      // Sides that are too large to subtract are compared as they stand.
      if case .tooLarge = error { return opaque(graph.subtract(a, b)) }
      throw error
    }
  }

  private func hasNumericRanges(_ expression: Expression) -> Bool {
    graph.contains(in: expression) { node in
      guard case .summation(let lower, let upper, _) = graph[node] else { return false }
      return graph.numberValue(lower) != nil && graph.numberValue(upper) != nil
    }
  }
}
