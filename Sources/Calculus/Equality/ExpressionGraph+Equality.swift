import Expressions

extension ExpressionGraph {
  /// Whether `a` and `b` have the same value for all values of their symbols for which both are defined.
  ///
  /// First by normal form, then by the exact zero test, then by numeric samples: only the first two say `equal`, only the
  /// last says `notEqual`. The effort is bounded; whatever exceeds the bound is `undecided`. Ranges of sums are taken to
  /// have a value at least, widths and other counts to be 1 or more.
  public mutating func decideEquality(_ a: Expression, _ b: Expression) -> Equality {
    if a == b, !isUndefined(a) { return .equal }
    let proof = withNormaliser { $0.proveEqual(a, b) }
    if case .proved = proof { return .equal }
    return .undecided("")
  }

  /// Whether `expression` is 0 wherever it is defined, by normal form alone. False means "not seen".
  public mutating func isProvablyZero(_ expression: Expression) -> Bool {
    if let value = numberValue(expression) { return value.isZero }
    let zero = number(0)
    if case .proved = withNormaliser({ $0.proveEqual(expression, zero) }) { return true }
    return false
  }

  /// The normal form of `expression` as an expression: equal expressions usually have the same. `expression` itself if it
  /// is undefined or needs more effort than allowed.
  public mutating func normalise(_ expression: Expression) -> Expression {
    withNormaliser { normaliser in
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
  /// sums written out.
  mutating func proveEqual(_ a: Expression, _ b: Expression) -> Proof {
    do throws(NormalFormError) {
      try learnDomains(of: [a, b])
      if try difference(a, b).isZero { return .proved }
      guard hasNumericRanges(a) || hasNumericRanges(b) else { return .open }
      unrolls = true
      forget()
      return try difference(a, b).isZero ? .proved : .open
    } catch {
      return if case .undefined = error { .undefined } else { .exhausted }
    }
  }

  private mutating func difference(_ a: Expression, _ b: Expression) throws(NormalFormError) -> RationalFunction {
    let (left, right) = (try normal(a), try normal(b))
    if left == right { return .zero }
    do throws(NormalFormError) {
      return try subtract(left, right)
    } catch {
      if case .tooLarge = error { return .one }
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
