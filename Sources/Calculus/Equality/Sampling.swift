import Expressions

extension ExpressionGraph {
  /// What numeric samples tell of an equation.
  enum SampleResult {
    /// The sides have different values at the witness.
    case differ(Witness)
    /// They agree, within the error of computing them, at so many points.
    case agree(points: Int)
  }

  /// Compares `a` and `b` at seeded points, whole numbers first. `difference`, if given, is a simpler expression for
  /// a − b: its value may show a difference that is lost in the rounding of both sides.
  mutating func sample(_ a: Expression, _ b: Expression, difference: Expression?) -> SampleResult {
    let counts = countFamilies(of: [a, b])
    let deep = nodesIfDeep(a) + nodesIfDeep(b)
    let grids = SamplePoint.grids + Array(repeating: SamplePoint.telling, count: 40)
    var memory = SampleMemory()
    var agreeing = 0
    for (place, grid) in grids.enumerated() {
      let point = SamplePoint(seed: UInt64(place + 1) &* 0x9E37_79B9, grid: grid, counts: counts)
      guard let comparison = compare(a, b, difference, at: point, after: deep, &memory) else { continue }
      if let witness = comparison { return .differ(witness) }
      agreeing += 1
    }
    return .agree(points: agreeing)
  }

  private static let workPerPoint = 40_000

  /// A witness if the sides differ at `point`, `.some(nil)` if they agree there, nil if the point is of no use.
  private mutating func compare(
    _ a: Expression, _ b: Expression, _ difference: Expression?, at point: SamplePoint, after deep: [Expression],
    _ memory: inout SampleMemory
  ) -> Witness?? {
    var evaluator = SampleEvaluator(
      graph: ExpressionGraph(), point: point, shared: SampleMemory(), work: Self.workPerPoint)
    swap(&evaluator.graph, &self)
    swap(&evaluator.shared, &memory)
    defer {
      swap(&evaluator.graph, &self)
      swap(&evaluator.shared, &memory)
    }
    evaluator.prepare(deep)
    guard let left = evaluator.value(of: a), let right = evaluator.value(of: b) else { return nil }
    var areDifferent = SampleValue.differ(left, right)
    if !areDifferent, let difference, let value = evaluator.value(of: difference) {
      areDifferent = SampleValue.differ(value, SampleValue(0))
    }
    guard areDifferent else { return .some(nil) }
    let symbols = evaluator.graph.ordered(evaluator.point.values.keys)
    let printer = TextPrinter(evaluator.graph)
    let values = symbols.map { symbol in
      (symbol: printer.text(symbol), value: evaluator.point.values[symbol]?.doubleValue ?? .nan)
    }
    return Witness(values: values, left: left.value, right: right.value)
  }

  /// Families of symbols that count something: in bounds of sums, in ranges of indices, in subscripts.
  private mutating func countFamilies(of expressions: [Expression]) -> Set<FamilyID> {
    var places: [Expression] = []
    for expression in expressions {
      forEachNode(of: expression) { node in
        switch self[node] {
        case .summation(let lower, let upper, _): places += [lower, upper]
        case .index(let id): places += [self[id].lower, self[id].upper]
        case .symbol(_, let subscripts): places += subscripts
        default: break
        }
        return true
      }
    }
    var result: Set<FamilyID> = []
    for place in places {
      forEachNode(of: place) { node in
        if case .symbol(let family, _) = self[node] { result.insert(family) }
        return true
      }
    }
    return result
  }

  /// f⁽ⁿ⁾(u) for n > 0 and a function with a definition or a known derivative, as an expression; nil for all others.
  mutating func derivativeOfKnown(_ function: Function, _ arguments: [Expression]) -> Expression? {
    guard function.order > 0, arguments.count == 1 else { return nil }
    let parameter = symbol("z")
    var value: Expression
    var left = function.order
    if let definition = definition(of: function.name) {
      value = replace(definition.parameter, by: parameter, in: definition.value)
    } else if PrimitiveDerivatives.text(of: function.name) != nil {
      value = slope(of: Function(function.name), at: parameter)
      left -= 1
    } else {
      return nil
    }
    for _ in 0..<left { value = derivative(of: value, by: parameter) }
    return replace(parameter, by: arguments[0], in: value)
  }
}
