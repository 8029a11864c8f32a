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
      try prepare(expressions)
      try learnWhatIsNeeded(by: expressions)
      if facts.count == known { return }
      forget()
    }
  }

  /// Counts (widths, numbers of layers and samples) are at least 1, as their families say. Any other symbol n that ends a
  /// range m…n is at least m − 1 (the range may be empty, but a sum from m to less than m − 1 means nothing), and at least
  /// m where a free index runs in that range.
  private mutating func learnCounts(in expression: Expression) {
    var least: [(symbol: Expression, value: Rational)] = []
    graph.forEachNode(of: expression) { node in
      switch graph[node] {
      case .symbol(let family, _):
        if graph[family].isCount { least.append((node, 1)) }
      case .summation(let lower, let upper, _):
        if let first = graph.numberValue(lower) { least.append((upper, first - 1)) }
      case .index(let id):
        let range = graph[id]
        if let first = graph.numberValue(range.lower) { least.append((range.upper, first)) }
      default: break
      }
      return true
    }
    for (symbol, value) in least {
      if case .symbol = graph[symbol] {
        facts.learn(symbol, lies: Interval(lower: Bound(value, isStrict: false)))
      }
    }
  }

  /// Visits what is evaluated whenever the expressions are: not the branches of piecewise functions.
  private mutating func learnWhatIsNeeded(by expressions: [Expression]) throws(NormalFormError) {
    var seen = Set(expressions)
    var waiting = expressions
    while let expression = waiting.popLast(), seen.count < 20_000 {
      try learnDomain(of: expression)
      for child in evaluatedOperands(of: expression) where seen.insert(child).inserted { waiting.append(child) }
    }
  }

  private mutating func evaluatedOperands(of expression: Expression) -> [Expression] {
    switch graph[expression] {
    case .piecewise(let parts): return Array(parts.prefix(1))
    case .summation: return openAtLevel(expression).map { [$0.body] } ?? []
    default: return graph.children(of: expression)
    }
  }

  private mutating func learnDomain(of expression: Expression) throws(NormalFormError) {
    switch graph[expression] {
    case .power(let base, let exponent):
      if let number = graph.numberValue(exponent), !number.isInteger {
        try learn(isPositive: base, isStrict: number.isNegative)
      }
    case .call(let function, let arguments):
      if graph[function] == Function("log"), let argument = arguments.first {
        try learn(isPositive: argument, isStrict: true)
      }
    default: break
    }
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
