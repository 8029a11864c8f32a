import Expressions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Evaluates expressions in double precision at a point that a seed chooses: every symbol, with every value of its
/// subscripts, gets a number of its own; `n` is 3.
struct Evaluator {
  var graph: ExpressionGraph
  let seed: UInt64
  /// The interval from which values are drawn.
  var range: ClosedRange<Double> = -2...2
  private var indexValues: [Expression: Double] = [:]
  private var memo: [Expression: Double] = [:]

  init(_ graph: ExpressionGraph, seed: UInt64, range: ClosedRange<Double> = -2...2) {
    self.graph = graph
    self.seed = seed
    self.range = range
  }

  /// The value of `expression`; a condition has the value 1 or 0.
  mutating func value(_ expression: Expression) -> Double {
    if indexValues.isEmpty, let known = memo[expression] { return known }
    let result = compute(expression)
    if indexValues.isEmpty { memo[expression] = result }
    return result
  }

  private mutating func compute(_ expression: Expression) -> Double {
    switch graph[expression] {
    case .number(let value): return value.doubleValue
    case .constant(.pi): return Double.pi
    case .constant(.true): return 1
    case .constant(.false): return 0
    case .constant(.undefined), .bound, .partial: return .nan
    case .index(let id): return indexValues[expression] ?? graph.numberValue(graph[id].lower)?.doubleValue ?? 1
    case .symbol(let family, let subscripts):
      let name = graph[family].name
      if name == "n", subscripts.isEmpty { return 3 }
      return drawn(name, Array(subscripts).map { value($0) })
    case .add(let terms): return Array(terms).reduce(0) { $0 + value($1) }
    case .multiply(let factors): return Array(factors).reduce(1) { $0 * value($1) }
    case .power(let base, let exponent): return power(base, exponent)
    case .call(let id, let arguments):
      let function = graph[id]
      return call(function, Array(arguments).map { value($0) })
    case .summation: return sum(expression)
    case .comparison(let comparison, let a, let b):
      let (x, y) = (value(a), value(b))
      return switch comparison {
      case .less: x < y ? 1 : 0
      case .lessOrEqual: x <= y ? 1 : 0
      case .equal: x == y ? 1 : 0
      }
    case .and(let parts): return Array(parts).allSatisfy { value($0) == 1 } ? 1 : 0
    case .or(let parts): return Array(parts).contains { value($0) == 1 } ? 1 : 0
    case .not(let inner): return 1 - value(inner)
    case .bracket(let inner): return value(inner)
    case .piecewise(let slice):
      let parts = Array(slice)
      for place in stride(from: 0, to: parts.count - 1, by: 2) where value(parts[place]) == 1 {
        return value(parts[place + 1])
      }
      return value(parts[parts.count - 1])
    }
  }

  private mutating func power(_ base: Expression, _ exponent: Expression) -> Double {
    let x = value(base)
    if let integer = graph.numberValue(exponent)?.asInt, abs(integer) < 64 {
      let magnitude = (0..<abs(integer)).reduce(1.0) { product, _ in product * x }
      return integer < 0 ? 1 / magnitude : magnitude
    }
    return pow(x, value(exponent))
  }

  private mutating func sum(_ expression: Expression) -> Double {
    guard let opened = graph.openFresh(expression) else { return .nan }
    let (lower, upper) = (value(opened.lower), value(opened.upper))
    var total = 0.0
    var k = lower
    while k <= upper {
      indexValues[opened.index] = k
      total += value(opened.body)
      k += 1
    }
    indexValues[opened.index] = nil
    return total
  }

  /// The function `name` by its definition.
  mutating func value(of name: String, at argument: Double) -> Double {
    guard let definition = graph.definition(of: name) else { return .nan }
    var inner = Evaluator(graph, seed: seed)
    inner.memo = [definition.parameter: argument]
    return inner.value(definition.value)
  }

  private mutating func call(_ function: Function, _ arguments: [Double]) -> Double {
    if let record = FunctionTable.record(named: function.name), function.order == 0 {
      return record.value.map { $0(arguments) } ?? value(of: function.name, at: arguments[0])
    }
    // An opaque function: some smooth function that differs for every name and order.
    let shift = Double(function.name.unicodeScalars.first?.value ?? 0) + Double(function.order)
    return sin(arguments[0] + shift)
  }

  private func drawn(_ name: String, _ subscripts: [Double]) -> Double {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1
    for scalar in name.unicodeScalars { state = (state ^ UInt64(scalar.value)) &* 0xBF58_476D_1CE4_E5B9 }
    for subscript_ in subscripts { state = (state ^ subscript_.bitPattern) &* 0x94D0_49BB_1331_11EB }
    state ^= state >> 31
    state = state &* 0xBF58_476D_1CE4_E5B9
    state ^= state >> 29
    let unit = Double(state >> 11) / Double(1 << 53)
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }
}

/// Whether two values agree to rounding, relative to the larger and to 1.
func agree(_ a: Double, _ b: Double, tolerance: Double = 1e-8) -> Bool {
  if a == b { return true }
  return abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
