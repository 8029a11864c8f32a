import Expressions

/// Evaluates expressions in double precision by plain recursion: slow, simple, and shared with nothing that is tested.
/// Free symbols get fixed values between ½ and 2; `n` and `m` are 3 and 2; f and g are sin-like with known derivatives.
struct SampleValues {
  var graph: ExpressionGraph
  /// Values that override the fixed ones.
  var overrides: [Expression: Double] = [:]

  init(_ graph: ExpressionGraph) { self.graph = graph }

  mutating func value(_ expression: Expression, _ indices: [Expression: Double] = [:]) -> Double {
    switch graph[expression] {
    case .number(let value): return value.doubleValue
    case .constant(.pi): return Double.pi
    case .constant(.true): return 1
    case .constant(.false): return 0
    case .constant(.undefined), .bound, .partial: return .nan
    case .index: return indices[expression] ?? .nan
    case .symbol(let family, let subscripts):
      return symbol(graph[family].name, Array(subscripts).map { value($0, indices) }, expression)
    case .add(let terms): return Array(terms).reduce(0) { $0 + value($1, indices) }
    case .multiply(let factors): return Array(factors).reduce(1) { $0 * value($1, indices) }
    case .power(let base, let exponent): return Self.power(value(base, indices), value(exponent, indices))
    case .call(let function, let arguments):
      let values = Array(arguments).map { value($0, indices) }
      return call(graph[function], values)
    case .summation:
      guard let opened = graph.open(expression) else { return .nan }
      let lower = Int(value(opened.lower, indices))
      let upper = Int(value(opened.upper, indices))
      var total = 0.0
      for step in stride(from: lower, through: upper, by: 1) {
        total += value(opened.body, indices.merging([opened.index: Double(step)]) { $1 })
      }
      return total
    case .comparison(let comparison, let a, let b):
      let x = value(a, indices)
      let y = value(b, indices)
      switch comparison {
      case .less: return x < y ? 1 : 0
      case .lessOrEqual: return x <= y ? 1 : 0
      case .equal: return x == y ? 1 : 0
      }
    case .and(let parts): return Array(parts).allSatisfy { value($0, indices) == 1 } ? 1 : 0
    case .or(let parts): return Array(parts).contains { value($0, indices) == 1 } ? 1 : 0
    case .not(let inner): return 1 - value(inner, indices)
    case .bracket(let condition): return value(condition, indices)
    case .piecewise(let parts):
      let all = Array(parts)
      for place in stride(from: 0, to: all.count - 1, by: 2) where value(all[place], indices) == 1 {
        return value(all[place + 1], indices)
      }
      return value(all[all.count - 1], indices)
    }
  }

  /// The member of a family with numeric subscripts that has been overridden.
  private mutating func symbol(_ name: String, _ subscripts: [Double], _ expression: Expression) -> Double {
    guard subscripts.allSatisfy(\.isFinite) else { return .nan }
    let numbers = subscripts.map { graph.number(Int($0)) }
    let member = graph.symbol(name, numbers)
    if let given = overrides[member] { return given }
    if subscripts.isEmpty, name == "n" { return 3 }
    if subscripts.isEmpty, name == "m" { return 2 }
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for subscript_ in subscripts { state = (state ^ UInt64(subscript_ + 17)) &* 0x100_0000_01B3 }
    state ^= state >> 31
    return 0.5 + 1.5 * Double(state % 100_003) / 100_003
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == exponent.rounded(), abs(exponent) < 64 {
      let size = (0..<Int(abs(exponent))).reduce(1.0) { product, _ in product * base }
      return exponent < 0 ? 1 / size : size
    }
    guard let exp = FunctionTable.record(named: "exp")?.value, let log = FunctionTable.record(named: "log")?.value
    else { return .nan }
    return base < 0 ? .nan : exp([exponent * log([base])])
  }

  private mutating func call(_ function: Function, _ values: [Double]) -> Double {
    if let record = FunctionTable.record(named: function.name), function.order == 0 {
      if let numeric = record.value { return numeric(values) }
      guard let z = graph.definition(of: function.name) else { return .nan }
      let before = overrides
      overrides[z.parameter] = values[0]
      defer { overrides = before }
      return value(z.value)
    }
    // An opaque function and its derivatives: Σ aᵏ sin(a t + φ + kπ/2).
    guard let sin = FunctionTable.record(named: "sin")?.value else { return .nan }
    let frequency = function.name == "f" ? 0.7 : 1.3
    let factor = Self.power(frequency, Double(function.order))
    return factor * sin([frequency * values[0] + 0.4 + Double(function.order) * Double.pi / 2])
  }
}
