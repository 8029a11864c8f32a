import Expressions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Evaluates expressions at a point, with error bounds.
///
/// nil stands for "no use here": undefined, too near to where something jumps, or more work than allowed.
struct SampleEvaluator {
  var graph: ExpressionGraph
  var point: SamplePoint
  /// What does not depend on the point.
  var shared: SampleMemory
  private var memo: [Expression: SampleValue?] = [:]
  /// Values of nodes that depend on bound indices, one layer for each sum that is being evaluated.
  private var layers: [[Expression: SampleValue?]] = []
  private var bound: [Expression: Rational] = [:]
  private var workLeft: Int
  private var depth = 0

  private static let deepest = ExpressionGraph.greatestSafeDepth * 3 / 2

  init(graph: ExpressionGraph, point: SamplePoint, shared: SampleMemory, work: Int) {
    self.graph = graph
    self.point = point
    self.shared = shared
    workLeft = work
  }

  /// Evaluates the parts of a deeply nested expression first; `nodes` are its nodes, operands first.
  mutating func prepare(_ nodes: [Expression]) {
    for node in nodes { _ = value(of: node) }
  }

  /// The value of `expression`.
  mutating func value(of expression: Expression) -> SampleValue? {
    let isLocal = !layers.isEmpty && graph.mentionsIndex(expression)
    let known = isLocal ? layers[layers.count - 1][expression] : memo[expression]
    if let known { return known }
    workLeft -= 1
    guard workLeft > 0, depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    var result = computed(expression)
    if let value = result, !value.isUsable { result = nil }
    if isLocal {
      layers[layers.count - 1][expression] = .some(result)
    } else {
      memo[expression] = .some(result)
    }
    return result
  }

  private mutating func computed(_ expression: Expression) -> SampleValue? {
    switch graph[expression] {
    case .number(let value): return SampleValue(value)
    case .constant(.pi): return SampleValue(value: .pi, error: 0x1p-52)
    case .constant, .bound: return nil
    case .index(let id): return index(expression, graph[id])
    case .symbol(let family, let subscripts): return symbol(family, Array(subscripts))
    case .add(let terms): return folded(Array(terms), SampleValue(0), +)
    case .multiply(let factors): return folded(Array(factors), SampleValue(1), *)
    case .power(let base, let exponent):
      guard let base = value(of: base), let exponent = value(of: exponent) else { return nil }
      return SampleValue.power(base, exponent)
    case .call(let function, let arguments): return call(expression, graph[function], Array(arguments))
    case .summation: return summation(expression)
    case .comparison, .and, .or, .not:
      return truth(of: expression).map { SampleValue($0 ? 1 : 0) }
    case .bracket(let condition):
      return truth(of: condition).map { SampleValue($0 ? 1 : 0) }
    case .piecewise(let parts): return piecewise(Array(parts))
    case .partial(let u, let v): return partial(u, v)
    }
  }

  private mutating func folded(
    _ parts: [Expression], _ start: SampleValue, _ combine: (SampleValue, SampleValue) -> SampleValue
  ) -> SampleValue? {
    var result = start
    for part in parts {
      guard let next = value(of: part) else { return nil }
      result = combine(result, next)
    }
    return result
  }

  // MARK: Leaves

  private mutating func index(_ expression: Expression, _ index: Index) -> SampleValue? {
    if let value = bound[expression] { return SampleValue(value) }
    guard let lower = integer(index.lower), let upper = integer(index.upper), lower <= upper else { return nil }
    return SampleValue(point.value(of: expression, named: index.name, in: lower...upper))
  }

  private mutating func integer(_ expression: Expression) -> Int? { value(of: expression)?.exact?.asInt }

  private mutating func symbol(_ family: FamilyID, _ subscripts: [Expression]) -> SampleValue? {
    guard let symbol = symbol(withNumbers: family, subscripts) else { return nil }
    return SampleValue(point.value(of: symbol, family, word: shared.word(of: symbol, graph)))
  }

  /// The member of the family that the subscripts stand for here.
  private mutating func symbol(withNumbers family: FamilyID, _ subscripts: [Expression]) -> Expression? {
    var numbers: [Expression] = []
    for part in subscripts {
      guard let value = value(of: part)?.exact else { return nil }
      numbers.append(graph.number(value))
    }
    return graph.symbol(family, numbers)
  }

  /// ∂u/∂v of two symbols is a quantity of its own; of anything else it has a meaning that is not known here.
  private mutating func partial(_ u: Expression, _ v: Expression) -> SampleValue? {
    guard case .symbol(let top, let above) = graph[u], case .symbol(let bottom, let below) = graph[v],
      top != bottom, let u = symbol(withNumbers: top, Array(above)), let v = symbol(withNumbers: bottom, Array(below))
    else { return nil }
    let whole = graph.partial(u, by: v)
    return SampleValue(point.value(of: whole, top, word: shared.word(of: whole, graph)))
  }

  // MARK: Sums and conditions

  private mutating func summation(_ expression: Expression) -> SampleValue? {
    guard let opened = graph.open(expression), let lower = integer(opened.lower), let upper = integer(opened.upper)
    else { return nil }
    var result = SampleValue(0)
    guard lower <= upper else { return result }
    let hidden = bound[opened.index]
    layers.append([:])
    defer {
      layers.removeLast()
      bound[opened.index] = hidden
    }
    for step in lower...upper {
      layers[layers.count - 1] = [:]
      bound[opened.index] = Rational(step)
      guard let term = value(of: opened.body) else { return nil }
      result = result + term
    }
    return result
  }

  private mutating func truth(of condition: Expression) -> Bool? {
    switch graph[condition] {
    case .constant(.true): return true
    case .constant(.false): return false
    case .comparison(let comparison, let a, let b):
      guard let left = value(of: a), let right = value(of: b) else { return nil }
      if let order = SampleValue.order(left, right) {
        switch comparison {
        case .less: return order < 0
        case .lessOrEqual: return order <= 0
        case .equal: return order == 0
        }
      }
      return nil
    case .not(let inner): return truth(of: inner).map { !$0 }
    case .and(let parts):
      for part in Array(parts) {
        guard let holds = truth(of: part) else { return nil }
        if !holds { return false }
      }
      return true
    case .or(let parts):
      for part in Array(parts) {
        guard let holds = truth(of: part) else { return nil }
        if holds { return true }
      }
      return false
    default: return nil
    }
  }

  private mutating func piecewise(_ parts: [Expression]) -> SampleValue? {
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let holds = truth(of: parts[place]) else { return nil }
      if holds { return value(of: parts[place + 1]) }
    }
    return value(of: parts[parts.count - 1])
  }

  // MARK: Functions

  private mutating func call(
    _ expression: Expression, _ function: Function, _ arguments: [Expression]
  ) -> SampleValue? {
    var values: [SampleValue] = []
    for argument in arguments {
      guard let next = value(of: argument) else { return nil }
      values.append(next)
    }
    if function.order > 0, let unfolded = shared.slope(expression, function, arguments, &graph) {
      return value(of: unfolded)
    }
    guard let record = FunctionTable.record(named: function.name) else {
      guard function.order == 0 || values.count == 1 else { return nil }
      return point.function(named: function.name, arity: values.count).value(at: values, order: function.order)
    }
    guard function.order == 0, !record.isVectorValued else { return nil }
    return known(expression, record, arguments, values)
  }

  private mutating func known(
    _ expression: Expression, _ record: FunctionRecord, _ arguments: [Expression], _ values: [SampleValue]
  ) -> SampleValue? {
    switch record.name {
    case "abs":
      return SampleValue.order(values[0], SampleValue(0)).map { $0 < 0 ? SampleValue(-1) * values[0] : values[0] }
    case "sign": return SampleValue.order(values[0], SampleValue(0)).map { SampleValue(Rational($0)) }
    case "max", "min":
      let wanted = record.name == "max" ? -1 : 1
      var result = values[0]
      for next in values.dropFirst() {
        // Values that cannot be told apart: either will do, with both errors.
        let order = SampleValue.order(result, next)
        if order == nil { result = SampleValue(value: result.value, error: 5 * (result.error + next.error)) }
        if order == wanted { result = next }
      }
      return result
    default: break
    }
    // Values at which the function is exact, so that equations can be told from almost-equations.
    if let exact = values[0].exact {
      switch (record.name, exact) {
      case ("exp", 0), ("cos", 0): return SampleValue(1)
      case ("log", 1), ("sin", 0), ("tan", 0), ("asin", 0), ("atan", 0), ("erf", 0): return SampleValue(0)
      default: break
      }
    }
    if let value = record.value, values.count == 1 {
      guard record.domain.contains(values[0].value) else { return nil }
      return SampleValue.applied(values[0]) { value([$0]) }
    }
    return shared.unfolded(expression, record.name, arguments[0], &graph).flatMap { value(of: $0) }
  }
}
