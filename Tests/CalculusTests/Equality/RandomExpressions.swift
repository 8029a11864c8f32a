import Expressions

/// Random expressions in x, y and z, and changes of them.
struct RandomExpressions {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// An expression of about that depth.
  mutating func expression(_ depth: Int, _ graph: inout ExpressionGraph) -> Expression {
    if depth == 0 { return leaf(&graph) }
    let kind = Int.random(in: 0..<16, using: &generator)
    func operand() -> Int { max(0, depth - 1) }
    switch kind {
    case 0...3:
      let terms = (0..<Int.random(in: 2...3, using: &generator)).map { _ in expression(operand(), &graph) }
      return graph.add(terms)
    case 4...7:
      let factors = (0..<Int.random(in: 2...3, using: &generator)).map { _ in expression(operand(), &graph) }
      return graph.multiply(factors)
    case 8:
      let (a, b) = (expression(operand(), &graph), expression(operand(), &graph))
      return graph.numberValue(b)?.isZero == true ? a : graph.divide(a, by: b)
    case 9:
      let exponents: [Rational] = [2, 3, -1, -2, Rational(1, 2), Rational(-1, 2), Rational(3, 2), Rational(1, 3)]
      let base = expression(operand(), &graph)
      if graph.numberValue(base)?.isZero == true { return base }
      return graph.power(base, graph.number(exponents.randomElement(using: &generator)!))
    case 10:
      let (c, d) = (expression(operand(), &graph), expression(operand(), &graph))
      let comparison = Comparison.allCases.randomElement(using: &generator)!
      let condition = graph.compare(c, comparison, leaf(&graph))
      return graph.piecewise([(condition, expression(operand(), &graph))], otherwise: d)
    case 11:
      let name = ["max", "min"].randomElement(using: &generator)!
      let arguments = [expression(operand(), &graph), expression(operand(), &graph)]
      return graph.call(Function(name), arguments)
    default:
      let names = [
        "exp", "log", "sin", "cos", "tan", "tanh", "sigmoid", "softplus", "abs", "sign", "relu", "f", "cosh", "silu",
        "softsign", "atan", "erf", "asin",
      ]
      return graph.call(names.randomElement(using: &generator)!, expression(operand(), &graph))
    }
  }

  mutating func leaf(_ graph: inout ExpressionGraph) -> Expression {
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: graph.number(Int.random(in: -2...3, using: &generator))
    case 1, 2: graph.symbol("x")
    case 3: graph.symbol("y")
    default: graph.symbol("z")
    }
  }

  /// An expression that is equal wherever both are defined: operands shuffled, products distributed, powers written out,
  /// functions replaced by what they are.
  mutating func rewritten(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var memo: [Expression: Expression] = [:]
    var random = self
    let result = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in random.rewrittenNode(node, &graph) }
    self = random
    return result
  }

  private mutating func rewrittenNode(_ node: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch graph[node] {
    case .add(let terms): return graph.add(Array(terms).shuffled(using: &generator))
    case .multiply(let factors):
      let shuffled = Array(factors).shuffled(using: &generator)
      guard Bool.random(using: &generator),
        let place = shuffled.firstIndex(where: { if case .add = graph[$0] { true } else { false } }),
        case .add(let terms) = graph[shuffled[place]]
      else { return graph.multiply(shuffled) }
      var rest = shuffled
      rest.remove(at: place)
      let products = Array(terms).map { graph.multiply(rest + [$0]) }
      return graph.add(products)
    case .power(let base, let exponent):
      guard graph.numberValue(exponent) == 2, Bool.random(using: &generator) else { return node }
      return graph.multiply([base, base])
    case .call(let id, let arguments):
      guard Bool.random(using: &generator) else { return node }
      let argument = arguments[arguments.startIndex]
      switch graph[id].name {
      case "abs":
        return graph.piecewise(
          [(graph.compare(argument, .less, graph.number(0)), graph.negate(argument))], otherwise: argument)
      case "tan": return graph.divide(graph.call("sin", argument), by: graph.call("cos", argument))
      case "max" where arguments.count == 2: return graph.call(Function("max"), arguments.reversed())
      default: return graph.unfold(graph[id].name, at: argument) ?? node
      }
    default: return node
    }
  }

  /// An expression with one node changed.
  mutating func mutated(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var nodes: [Expression] = []
    graph.forEachNode(of: expression) {
      nodes.append($0)
      return true
    }
    let target = nodes.randomElement(using: &generator)!
    switch graph[target] {
    case .comparison, .and, .or, .not, .constant: return expression
    default: break
    }
    let replacement: Expression
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: replacement = graph.negate(target)
    case 1: replacement = graph.add([target, graph.number(1)])
    case 2: replacement = graph.multiply([target, graph.number(2)])
    case 3: replacement = graph.call("abs", target)
    case 4: replacement = leaf(&graph)
    default: replacement = graph.power(graph.power(target, 2), graph.number(Rational(1, 2)))
    }
    return graph.replace(target, by: replacement, in: expression)
  }
}
