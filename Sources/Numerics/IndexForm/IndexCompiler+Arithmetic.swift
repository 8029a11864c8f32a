import Expressions

/// Sums, products, and sums over an index.
extension IndexCompiler {
  /// The number of elements over these axes.
  func size(_ order: [Int]) -> Int { order.reduce(1) { $0 * axes[$1].count } }

  // MARK: Sums and products

  /// Terms from left to right; −u is subtracted.
  mutating func compileSum(_ terms: [Expression]) throws(EvaluationError) -> Value {
    var result: Value?
    for term in terms {
      guard let sum = result else {
        result = try compile(term)
        continue
      }
      if case .multiply(let factors) = graph[term], let front = factors.first, graph.numberValue(front) == .minusOne {
        result = emit(.subtract, sum, try compileProduct(Array(factors.dropFirst())))
      } else {
        result = emit(.add, sum, try compile(term))
      }
    }
    return result ?? constant(0)
  }

  /// Factors and divisors apart; on either side the smaller arrays are multiplied first.
  mutating func compileProduct(_ factors: [Expression]) throws(EvaluationError) -> Value {
    var above: [Value] = []
    var below: [Value] = []
    for factor in factors {
      if let divisor = try compileDivisor(factor) { below.append(divisor) } else { above.append(try compile(factor)) }
    }
    let numerator = multiplied(above)
    guard let denominator = multiplied(below) else { return numerator ?? constant(1) }
    guard let numerator else { return emit(.reciprocal, denominator) }
    return emit(.divide, numerator, denominator)
  }

  /// What a factor divides by, if it is a power with a negative number as its exponent.
  private mutating func compileDivisor(_ factor: Expression) throws(EvaluationError) -> Value? {
    guard case .power(let base, let exponent) = graph[factor], let power = graph.numberValue(exponent),
      power.isNegative
    else { return nil }
    let value = try compile(base)
    return power == .minusOne ? value : emit(.constantPower(-power.doubleValue), value)
  }

  /// The product of `values`, the smaller arrays first so that few large ones are made.
  private mutating func multiplied(_ values: [Value]) -> Value? {
    let sorted = values.enumerated().sorted {
      let sizes = (size($0.element.axes), size($1.element.axes))
      return sizes.0 == sizes.1 ? $0.offset < $1.offset : sizes.0 < sizes.1
    }
    guard var result = sorted.first?.element else { return nil }
    for (_, value) in sorted.dropFirst() { result = emit(.multiply, result, value) }
    return result
  }

  // MARK: Sums over an index

  mutating func compileSummation(_ expression: Expression) throws(EvaluationError) -> Value {
    guard let opened = graph.open(expression) else { throw .undefinedValue(text(expression)) }
    if mustUnroll(opened) { return try unrolled(expression, opened) }
    let number = try axis(of: opened.index)
    if axes[number].count == 0 { return constant(0) }
    if let substituted = try contractDelta(opened, number) { return substituted }
    var inside: [Value] = []
    var outside: [Value] = []
    var divisors: [Value] = []
    for factor in factors(of: opened.body) {
      if let divisor = try compileDivisor(factor) {
        if divisor.axes.contains(number) { inside.append(emit(.reciprocal, divisor)) } else { divisors.append(divisor) }
      } else {
        let value = try compile(factor)
        if value.axes.contains(number) { inside.append(value) } else { outside.append(value) }
      }
    }
    if inside.isEmpty {
      outside.append(constant(Double(axes[number].count)))
    } else {
      outside.append(contraction(inside, over: number))
    }
    let result = multiplied(outside) ?? constant(0)
    guard let divisor = multiplied(divisors) else { return result }
    return emit(.divide, result, divisor)
  }

  private func factors(of body: Expression) -> [Expression] {
    if case .multiply(let factors) = graph[body] { return Array(factors) }
    return [body]
  }

  /// Σ over the axis `number` of the product of `values`, each of which has that axis.
  private mutating func contraction(_ values: [Value], over number: Int) -> Value {
    // Factors over the same axes are multiplied first, then the smallest ones, until two are left.
    var groups: [Value] = []
    for value in values {
      if let place = groups.firstIndex(where: { $0.axes == value.axes }) {
        groups[place] = emit(.multiply, groups[place], value)
      } else {
        groups.append(value)
      }
    }
    while groups.count > 2 {
      var best = (first: 0, second: 1)
      for first in groups.indices {
        for second in groups.indices where second > first {
          if size(union([groups[first], groups[second]])) < size(union([groups[best.first], groups[best.second]])) {
            best = (first, second)
          }
        }
      }
      let product = emit(.multiply, groups[best.first], groups[best.second])
      groups.remove(at: best.second)
      groups[best.first] = product
    }
    let order = union(groups).filter { $0 != number }
    return emitContraction(groups, over: order, summed: [number])
  }

  /// Σ_k [k = e] u_k = u_e where e is an index expression that never leaves the range of k.
  private mutating func contractDelta(
    _ opened: ExpressionGraph.OpenedSummation, _ number: Int
  ) throws(EvaluationError) -> Value? {
    let parts = factors(of: opened.body)
    for (position, factor) in parts.enumerated() {
      guard case .bracket(let condition) = graph[factor], case .comparison(.equal, let a, let b) = graph[condition],
        a == opened.index || b == opened.index
      else { continue }
      let other = a == opened.index ? b : a
      guard !graph.contains(opened.index, in: other), let target = try? affine(other),
        let range = target.range(axes), range.lowerBound >= axes[number].lower,
        range.upperBound < axes[number].lower + axes[number].count
      else { continue }
      var rest = parts
      rest.remove(at: position)
      let product = graph.multiply(rest)
      return try compile(graph.replace(opened.index, by: other, in: product))
    }
    return nil
  }

  // MARK: Unrolling

  /// Whether the index stands where only numbers can: in a layer, or in the bound of an inner sum.
  private func mustUnroll(_ opened: ExpressionGraph.OpenedSummation) -> Bool {
    graph.contains(in: opened.body) { node in
      switch graph[node] {
      case .symbol(let family, let subscripts):
        guard graph[family].isLayered, let layer = subscripts.first else { return false }
        return graph.contains(opened.index, in: layer)
      case .summation(let lower, let upper, _):
        return graph.contains(opened.index, in: lower) || graph.contains(opened.index, in: upper)
      default: return false
      }
    }
  }

  /// The sum of the terms one by one.
  private mutating func unrolled(
    _ summation: Expression, _ opened: ExpressionGraph.OpenedSummation
  ) throws(EvaluationError) -> Value {
    let lower = try integer(opened.lower)
    let upper = try integer(opened.upper)
    var result: Value?
    for value in stride(from: lower, through: upper, by: 1) {
      guard let term = graph.term(of: summation, at: graph.number(value)) else { continue }
      let next = try compile(term)
      if let sum = result { result = emit(.add, sum, next) } else { result = next }
    }
    return result ?? constant(0)
  }
}
