import Expressions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Evaluates expressions in double precision, written anew for the tests: it shares no code with `Calculus`.
struct PlainEvaluator {
  var graph: ExpressionGraph
  /// Values by text: `x`, `w[1,2]`.
  var values: [String: Double]
  private var bound: [Expression: Double] = [:]

  init(_ graph: ExpressionGraph, _ values: [String: Double]) {
    self.graph = graph
    self.values = values
  }

  /// The value, not a number where it is undefined.
  mutating func value(_ e: Expression) -> Double {
    switch graph[e] {
    case .number(let number): return number.doubleValue
    case .constant(.pi): return Double.pi
    case .constant: return .nan
    case .index: return bound[e] ?? .nan
    case .bound: return .nan
    case .symbol(let family, let subscripts):
      let parts = Array(subscripts).map { String(Int(value($0))) }
      let name = graph[family].name + (parts.isEmpty ? "" : "[\(parts.joined(separator: ","))]")
      return values[name] ?? Self.anyValue(name)
    case .add(let terms): return Array(terms).reduce(0) { $0 + value($1) }
    case .multiply(let factors): return Array(factors).reduce(1) { $0 * value($1) }
    case .power(let base, let exponent):
      let (b, x) = (value(base), value(exponent))
      if b == 0, x <= 0 { return .nan }
      if b < 0, x != x.rounded() { return .nan }
      return pow(b, x)
    case .call(let function, let arguments): return call(graph[function], Array(arguments).map { value($0) })
    case .summation:
      guard let opened = graph.open(e) else { return .nan }
      let (low, high) = (value(opened.lower), value(opened.upper))
      guard low.isFinite, high.isFinite else { return .nan }
      var sum = 0.0
      var k = low
      let hidden = bound[opened.index]
      while k <= high {
        bound[opened.index] = k
        sum += value(opened.body)
        k += 1
      }
      bound[opened.index] = hidden
      return sum
    case .comparison, .and, .or, .not: return truth(e).map { $0 ? 1 : 0 } ?? .nan
    case .bracket(let condition): return truth(condition).map { $0 ? 1 : 0 } ?? .nan
    case .piecewise(let parts):
      let all = Array(parts)
      for place in stride(from: 0, to: all.count - 1, by: 2) {
        guard let holds = truth(all[place]) else { return .nan }
        if holds { return value(all[place + 1]) }
      }
      return value(all[all.count - 1])
    case .partial: return .nan
    }
  }

  private mutating func truth(_ e: Expression) -> Bool? {
    switch graph[e] {
    case .constant(.true): return true
    case .constant(.false): return false
    case .comparison(let comparison, let a, let b):
      let (x, y) = (value(a), value(b))
      if x.isNaN || y.isNaN { return nil }
      switch comparison {
      case .less: return x < y
      case .lessOrEqual: return x <= y
      case .equal: return x == y
      }
    case .and(let parts):
      for part in Array(parts) {
        guard let holds = truth(part) else { return nil }
        if !holds { return false }
      }
      return true
    case .or(let parts):
      for part in Array(parts) {
        guard let holds = truth(part) else { return nil }
        if holds { return true }
      }
      return false
    case .not(let inner): return truth(inner).map { !$0 }
    default: return nil
    }
  }

  private func call(_ function: Function, _ x: [Double]) -> Double {
    libraryFunction(function, x)
  }

  /// A value for a symbol that was not given one: fixed for each name.
  private static func anyValue(_ name: String) -> Double {
    let word = name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    return Double(word % 1_000) / 250 - 2
  }
}

private func libraryFunction(_ function: Function, _ x: [Double]) -> Double {
  // Whatever contains an undefined value is undefined, also where the library would drop it.
  guard function.order == 0, !x.contains(where: \.isNaN) else { return .nan }
  switch function.name {
  case "exp": return exp(x[0])
  case "log": return x[0] > 0 ? log(x[0]) : .nan
  case "sin": return sin(x[0])
  case "cos": return cos(x[0])
  case "tan": return tan(x[0])
  case "asin": return asin(x[0])
  case "acos": return acos(x[0])
  case "atan": return atan(x[0])
  case "sinh": return sinh(x[0])
  case "cosh": return cosh(x[0])
  case "tanh": return tanh(x[0])
  case "erf": return erf(x[0])
  case "abs": return Swift.abs(x[0])
  case "sign": return x[0] > 0 ? 1 : x[0] < 0 ? -1 : 0
  case "max": return x.max() ?? .nan
  case "min": return x.min() ?? .nan
  case "relu": return Swift.max(x[0], 0)
  case "step": return x[0] > 0 ? 1 : 0
  case "sigmoid": return 1 / (1 + exp(-x[0]))
  case "softplus": return log(1 + exp(x[0]))
  case "silu": return x[0] / (1 + exp(-x[0]))
  case "softsign": return x[0] / (1 + Swift.abs(x[0]))
  case "f": return sin(1.3 * x[0] + 0.4) + 0.2 * x[0] * x[0]
  case "g": return cos(0.7 * x[0] - 0.9) * 1.7 + 0.3 * x[0]
  default: return .nan
  }
}

/// Whether two values are certainly different, however they were computed.
func areClearlyDifferent(_ a: Double, _ b: Double) -> Bool {
  guard a.isFinite, b.isFinite, Swift.abs(a) < 1e8, Swift.abs(b) < 1e8 else { return false }
  return Swift.abs(a - b) > 1e-5 * Swift.max(1, Swift.abs(a), Swift.abs(b))
}
