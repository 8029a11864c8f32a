import Expressions

/// A shape of expressions with holes u, v, w; belongs to no graph.
indirect enum Pattern: Sendable {
  case hole(Int)
  case number(Rational)
  case constant(Constant)
  case call(Function, [Pattern])
  case power(Pattern, Pattern)
  case sum([Pattern])
  case product([Pattern])

  /// The names of the holes.
  static let holes = ["u", "v", "w"]

  /// What the holes of a pattern stand for.
  typealias Bindings = [Expression?]
  static let unbound: Bindings = [nil, nil, nil]

  /// The pattern that `text` writes, a text of the grammar in u, v and w.
  init?(_ text: some StringProtocol) {
    var graph = ExpressionGraph()
    let context = TextParser.Context(symbols: Self.holes)
    guard let expression = try? TextParser.parse(String(text), into: &graph, context: context) else { return nil }
    self.init(expression, graph)
  }

  private init?(_ expression: Expression, _ graph: ExpressionGraph) {
    func patterns(_ operands: ArraySlice<Expression>) -> [Pattern]? {
      let parts = operands.compactMap { Pattern($0, graph) }
      return parts.count == operands.count ? parts : nil
    }
    switch graph[expression] {
    case .number(let value): self = .number(value)
    case .constant(let constant): self = .constant(constant)
    case .symbol(let family, _):
      guard let hole = Self.holes.firstIndex(of: graph[family].name) else { return nil }
      self = .hole(hole)
    case .call(let function, let arguments):
      guard let parts = patterns(arguments) else { return nil }
      self = .call(graph[function], parts)
    case .power(let base, let exponent):
      guard let b = Pattern(base, graph), let e = Pattern(exponent, graph) else { return nil }
      self = .power(b, e)
    case .add(let terms):
      guard let parts = patterns(terms) else { return nil }
      self = .sum(parts)
    case .multiply(let factors):
      guard let parts = patterns(factors) else { return nil }
      self = .product(parts)
    default: return nil
    }
  }

  /// The expression that the pattern describes when its holes are filled.
  func filled(_ bindings: Bindings, _ graph: inout ExpressionGraph) -> Expression {
    switch self {
    case .hole(let hole): return bindings[hole] ?? graph.constant(.undefined)
    case .number(let value): return graph.number(value)
    case .constant(let constant): return graph.constant(constant)
    case .call(let function, let arguments):
      let parts = arguments.map { $0.filled(bindings, &graph) }
      return graph.call(function, parts)
    case .power(let base, let exponent):
      let (b, e) = (base.filled(bindings, &graph), exponent.filled(bindings, &graph))
      return graph.power(b, e)
    case .sum(let terms):
      let parts = terms.map { $0.filled(bindings, &graph) }
      return graph.add(parts)
    case .product(let factors):
      let parts = factors.map { $0.filled(bindings, &graph) }
      return graph.multiply(parts)
    }
  }
}

/// Matching a whole expression. Sums and products match in the order in which the pattern lists their parts, and a bare
/// hole takes all factors that are left.
extension Simplifier {
  mutating func matches(_ expression: Expression, _ pattern: Pattern, _ bindings: inout Pattern.Bindings) -> Bool {
    switch pattern {
    case .hole(let hole):
      if let bound = bindings[hole] { return bound == expression || fullKey(bound) == fullKey(expression) }
      bindings[hole] = expression
      return true
    case .number(let value): return graph.numberValue(expression) == value
    case .constant(let constant):
      if case .constant(constant) = graph[expression] { return true }
      return false
    case .call(let function, let parts):
      guard case .call(let id, let arguments) = graph[expression], graph[id] == function, arguments.count == parts.count
      else { return false }
      for (argument, part) in zip(Array(arguments), parts) where !matches(argument, part, &bindings) { return false }
      return true
    case .power(let basePattern, let exponentPattern):
      guard case .power(let base, let exponent) = graph[expression] else { return false }
      return matches(base, basePattern, &bindings) && matches(exponent, exponentPattern, &bindings)
    case .sum(let parts):
      let terms = graph.terms(of: expression)
      return terms.count == parts.count && match(terms, parts, &bindings)
    case .product(let parts):
      return matchProduct(graph.factors(of: expression), parts, &bindings)
    }
  }

  private mutating func match(
    _ operands: [Expression], _ parts: [Pattern], _ bindings: inout Pattern.Bindings
  ) -> Bool {
    for (operand, part) in zip(operands, parts) where !matches(operand, part, &bindings) { return false }
    return true
  }

  private mutating func matchProduct(
    _ factors: [Expression], _ parts: [Pattern], _ bindings: inout Pattern.Bindings
  ) -> Bool {
    var left = factors
    var collector: Int?
    for part in parts {
      if case .hole(let hole) = part, bindings[hole] == nil {
        collector = hole
        continue
      }
      var isFound = false
      for (place, factor) in left.enumerated() {
        var attempt = bindings
        guard matches(factor, part, &attempt) else { continue }
        bindings = attempt
        left.remove(at: place)
        isFound = true
        break
      }
      if !isFound { return false }
    }
    guard let collector else { return left.isEmpty }
    bindings[collector] = graph.multiply(left)
    return !left.isEmpty
  }
}
