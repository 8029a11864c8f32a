import Expressions

/// The cost of an expression: what `simplify` makes small.
///
/// It is about the number of signs that it takes to write the expression down, brackets not counted, and more for every
/// factor below the line of a fraction:
///
///     x                  1        a − y              3 (the minus sign is the operator)
///     −x                 2        x·y                3
///     x²                 3        x/2                3
///     √x                 3        1/x                3
///     f(x)               2        x/y                5
///     [i = k]            4        Σ_{k=1}^n u_k      5 (Σ, the index, both bounds, the body)
///
/// A number counts 1, and more if it has many digits. A member of a family counts 1 if its subscripts are plain indices, and what these cost beyond that otherwise. A power of
/// a product costs what the product of powers costs, for one is always written as the other. Shared parts count as often
/// as they are written. Of two expressions of one cost, `simplify` keeps the one that it was given.
struct CostMeter {
  private var known: [Expression: Int] = [:]

  /// Beyond this the cost is not counted: expressions with much sharing are exponentially long when written out.
  static let largest = 1 << 40

  /// The cost of `expression`. Linear in the number of its distinct nodes that were not measured before.
  mutating func cost(_ expression: Expression, _ graph: ExpressionGraph) -> Int {
    switch graph[expression] {
    case .number(let value): return Self.cost(value)
    case .constant, .index, .bound: return 1
    default: break
    }
    if let cost = known[expression] { return cost }
    let cost = min(measure(expression, graph), Self.largest)
    known[expression] = cost
    return cost
  }

  private static func cost(_ value: Rational) -> Int {
    (value.isNegative ? 1 : 0) + cost(value.numerator) + (value.isInteger ? 0 : 1 + cost(value.denominator))
  }

  /// One sign, and one more for about every four digits after the first four.
  private static func cost(_ integer: BigInteger) -> Int {
    1 + Rational.bitWidthOfPower(base: Rational(integer), exponent: 1) / 14
  }

  private mutating func measure(_ expression: Expression, _ graph: ExpressionGraph) -> Int {
    switch graph[expression] {
    case .number, .constant, .index, .bound: return 1
    case .symbol(_, let subscripts): return sum(subscripts, graph) - subscripts.count + 1
    case .add(let terms):
      var total = terms.count - 1 + sum(terms, graph)
      for term in terms.dropFirst() where graph.isNegated(term) { total -= 1 }
      return total
    case .multiply: return costOfProduct([(expression, 1)], graph)
    case .power(let base, let exponent):
      if let power = graph.numberValue(exponent) { return costOfProduct([(base, power)], graph) }
      return cost(base, graph) + 1 + cost(exponent, graph)
    case .call(_, let arguments): return arguments.count + sum(arguments, graph)
    case .summation(let lower, let upper, let body): return 2 + sum([lower, upper, body], graph)
    case .comparison(_, let a, let b): return 1 + sum([a, b], graph)
    case .and(let parts), .or(let parts): return parts.count - 1 + sum(parts, graph)
    case .not(let inner), .bracket(let inner): return 1 + cost(inner, graph)
    case .piecewise(let parts): return 1 + sum(parts, graph)
    case .partial(let u, let v): return 1 + sum([u, v], graph)
    }
  }

  private mutating func sum(_ expressions: some Sequence<Expression>, _ graph: ExpressionGraph) -> Int {
    var total = 0
    for expression in expressions { total = min(total + cost(expression, graph), Self.largest) }
    return total
  }

  /// The cost of a product of powers: that of its factors, and an operator between neighbours.
  private mutating func costOfProduct(_ powers: [(base: Expression, exponent: Rational)], _ graph: ExpressionGraph)
    -> Int
  {
    var pending = powers
    var (operands, total) = (0, 0)
    var looks = 0
    while let (base, exponent) = pending.popLast() {
      looks += 1
      // Powers of products within powers of products, shared many times, are not taken apart to the end.
      let isFlat = looks > Self.mostLooks
      switch graph[base] {
      case .number(let value) where exponent.isOne:
        // A sign, a numerator, a denominator.
        if value.isNegative { total += 1 }
        if value.magnitude.numerator != .one { (operands, total) = (operands + 1, total + Self.cost(value.numerator)) }
        if !value.isInteger { (operands, total) = (operands + 1, total + Self.cost(value.denominator)) }
      case .multiply(let factors) where exponent.isInteger && !isFlat: pending += factors.map { ($0, exponent) }
      case .power(let inner, let innerExponent)
      where exponent.isInteger && !isFlat && graph.numberValue(innerExponent) != nil:
        pending.append((inner, exponent * (graph.numberValue(innerExponent) ?? .one)))
      default:
        let raising = Self.costOfRaising(to: exponent.magnitude) + (exponent.isNegative ? Self.costOfDenominator : 0)
        (operands, total) = (operands + 1, min(total + cost(base, graph) + raising, Self.largest))
      }
    }
    return total + max(operands - 1, 0)
  }

  private static let mostLooks = 1 << 14

  /// What a factor costs more if it stands below the line.
  private static let costOfDenominator = 2

  /// What an exponent adds: nothing for 1, as much for a square root as for a square, else ^ and the number.
  private static func costOfRaising(to exponent: Rational) -> Int {
    if exponent.isOne { return 0 }
    return exponent == Rational(1, 2) ? 2 : 1 + cost(exponent)
  }
}

extension ExpressionGraph {
  /// The cost of `expression`: about the number of signs that it takes to write it down, and what `simplify` makes
  /// small (see `CostMeter` for the exact definition). Linear in the number of distinct nodes.
  public func cost(of expression: Expression) -> Int {
    var meter = CostMeter()
    return meter.cost(expression, self)
  }

  /// Whether `term` begins with a minus sign when it is written: a negative number, or a product with one in front.
  func isNegated(_ term: Expression) -> Bool {
    switch self[term] {
    case .number(let value): value.isNegative
    case .multiply(let factors): factors.first.flatMap { numberValue($0)?.isNegative } ?? false
    default: false
    }
  }
}
