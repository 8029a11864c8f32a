import Expressions

/// Facts that hold wherever expressions are defined: log u needs u > 0, and so on.
///
/// Equality is asked for where both sides are defined, so what one side needs may be used on the other:
/// log(xy) = log x + log y, as the right side needs x > 0 and y > 0.
extension Normaliser {
  /// Learns what `expressions` need to be defined. Normal forms found before do not count any more.
  mutating func learnDomains(of expressions: [Expression]) throws(NormalFormError) {
    for expression in expressions { learnCounts(in: expression) }
    // One fact may be needed to see another: twice is enough for what people write.
    for _ in 0..<2 {
      let known = facts.count
      var seen: Set<Expression> = []
      for expression in expressions { try learnDomain(of: expression, &seen) }
      if facts.count == known { return }
      forget()
    }
  }

  /// Widths and other counts (symbols that ranges end with) are at least 1.
  private mutating func learnCounts(in expression: Expression) {
    var ends: [Expression] = []
    graph.forEachNode(of: expression) { node in
      switch graph[node] {
      case .summation(_, let upper, _): ends.append(upper)
      case .index(let id): ends.append(graph[id].upper)
      default: break
      }
      return true
    }
    for end in ends {
      if case .symbol = graph[end] { facts.learn(end, lies: Interval(lower: Bound(1, isStrict: false))) }
    }
  }

  /// Visits what is evaluated whenever `expression` is: not the branches of piecewise functions.
  private mutating func learnDomain(
    of expression: Expression, _ seen: inout Set<Expression>
  ) throws(NormalFormError) {
    guard seen.insert(expression).inserted, seen.count < 20_000 else { return }
    switch graph[expression] {
    case .power(let base, let exponent):
      if let number = graph.numberValue(exponent), !number.isInteger {
        try learn(isPositive: base, isStrict: number.isNegative)
      }
    case .call(let function, let arguments):
      if graph[function] == Function("log"), let argument = arguments.first {
        try learn(isPositive: argument, isStrict: true)
      }
    case .piecewise(let parts):
      if let condition = parts.first { try learnDomain(of: condition, &seen) }
      return
    case .summation:
      if let opened = openAtLevel(expression) { try learnDomain(of: opened.body, &seen) }
      return
    default: break
    }
    for child in graph.children(of: expression) { try learnDomain(of: child, &seen) }
  }

  /// Learns that `expression` is positive, or at least not negative: a fact about its only factor of unknown sign.
  private mutating func learn(isPositive expression: Expression, isStrict: Bool) throws(NormalFormError) {
    let function: RationalFunction
    do throws(NormalFormError) {
      function = try normal(expression)
    } catch {
      if case .undefined = error { return }
      throw error
    }
    guard !function.isZero, !function.kernels.contains(where: { kind(of: $0) == .bracket }) else { return }
    let parts = try splitBySign(function)
    guard parts.unknown.count == 1, !isComplex(parts.unknown[0].base) else { return }
    let family = family(of: parts.unknown[0].base)
    let bound = Bound(family.threshold, isStrict: isStrict || parts.unknown[0].exponent.isNegative)
    let isAbove = parts.coefficient.isNegative == family.scale.isNegative
    let interval = isAbove ? Interval(lower: bound, upper: nil) : Interval(lower: nil, upper: bound)
    guard SumLabel.highestLevel(in: family.key, graph) >= 0 else {
      facts.learn(family.key, lies: interval)
      return
    }
    let pattern = pattern(of: family.key, labelsOnly: true)
    if SumLabel.highestLevel(in: pattern, graph) < 0 { facts.learn(pattern: pattern, lies: interval) }
  }
}
