import Expressions

/// What equal expressions have in common, whatever the order in which their terms and factors were written: a node, and
/// whether the expression is that node with a minus sign. a − b and b − a have one key and opposite signs.
struct SignedKey {
  var isNegative: Bool
  var key: Expression
}

/// Keys serve only to find equal expressions: nobody sees them, so that their own order need not be readable. Where no
/// index is involved operands are sorted by address, which is fast; what depends on indices of opened summations, whose
/// addresses differ from one opening to the next, by structure.
extension Simplifier {
  /// The key of `expression`, sign included.
  mutating func fullKey(_ expression: Expression) -> Expression {
    let signed = signedKey(expression)
    return signed.isNegative ? graph.negate(signed.key) : signed.key
  }

  /// The key of `expression`, and its sign. Linear in the number of nodes without a key so far, up to sorting.
  mutating func signedKey(_ expression: Expression) -> SignedKey {
    switch graph[expression] {
    case .constant, .index, .bound: return SignedKey(isNegative: false, key: expression)
    case .number(let value):
      if !value.isNegative { return SignedKey(isNegative: false, key: expression) }
      return SignedKey(isNegative: true, key: graph.number(-value))
    case .symbol(_, let subscripts) where subscripts.isEmpty: return SignedKey(isNegative: false, key: expression)
    default: break
    }
    if let known = keys[expression] { return known }
    let result = makeKey(expression)
    keys[expression] = result
    return result
  }

  private mutating func makeKey(_ expression: Expression) -> SignedKey {
    switch graph[expression] {
    case .add(let terms): return keyOfSum(Array(terms))
    case .multiply(let factors):
      var isNegative = false
      var parts: [Expression] = []
      for factor in Array(factors) {
        let signed = signedKey(factor)
        if signed.isNegative { isNegative.toggle() }
        parts.append(signed.key)
      }
      return SignedKey(isNegative: isNegative, key: graph.multiply(sorted(parts)))
    case .power(let base, let exponent):
      if let power = graph.numberValue(exponent), power.isInteger {
        let signed = signedKey(base)
        let isOdd = !power.isEven
        return SignedKey(isNegative: signed.isNegative && isOdd, key: graph.power(signed.key, exponent))
      }
      return SignedKey(isNegative: false, key: graph.power(fullKey(base), fullKey(exponent)))
    case .call(let id, let arguments):
      return keyOfCall(graph[id], Array(arguments))
    case .summation: return keyOfSummation(expression)
    case .comparison(.equal, let a, let b):
      // The keys first: a method that reads the graph must not be handed what its arguments are about to add.
      let keys = [fullKey(a), fullKey(b)]
      let sides = sorted(keys)
      return SignedKey(isNegative: false, key: graph.compare(sides[0], .equal, sides[1]))
    case .and(let parts):
      let keys = Array(parts).map { fullKey($0) }
      return SignedKey(isNegative: false, key: graph.and(sorted(keys)))
    case .or(let parts):
      let keys = Array(parts).map { fullKey($0) }
      return SignedKey(isNegative: false, key: graph.or(sorted(keys)))
    default:
      return SignedKey(isNegative: false, key: withKeyedOperands(expression))
    }
  }

  private mutating func withKeyedOperands(_ expression: Expression) -> Expression {
    let operands = graph.children(of: expression).map { fullKey($0) }
    var place = -1
    return graph.mapChildren(of: expression) { _, _ in
      place += 1
      return operands[place]
    }
  }

  /// The sign of a sum is that of its first term in the order of keys.
  private mutating func keyOfSum(_ terms: [Expression]) -> SignedKey {
    var signed: [Expression: Expression] = [:]
    var rests: [Expression] = []
    for term in terms {
      let (coefficient, rest) = graph.splitCoefficient(term)
      let key = signedKey(rest)
      let value = graph.number(key.isNegative ? -coefficient : coefficient)
      let part = graph.multiply([value, key.key])
      signed[key.key] = signed[key.key].map { graph.add([$0, part]) } ?? part
      rests.append(key.key)
    }
    let order = sorted(rests)
    let isNegative = order.first.flatMap { signed[$0] }.map { graph.isNegated($0) } ?? false
    var parts: [Expression] = []
    for rest in order {
      // Equal terms that were not collected yet are one part.
      guard let part = signed.removeValue(forKey: rest) else { continue }
      parts.append(isNegative ? graph.negate(part) : part)
    }
    return SignedKey(isNegative: isNegative, key: graph.add(parts))
  }

  private mutating func keyOfCall(_ function: Function, _ arguments: [Expression]) -> SignedKey {
    if arguments.count == 1, let parity = Parity.of(function) {
      let signed = signedKey(arguments[0])
      return SignedKey(
        isNegative: parity == .odd && signed.isNegative, key: graph.call(function, [signed.key]))
    }
    var parts = arguments.map { fullKey($0) }
    if function.name == "max" || function.name == "min" { parts = sorted(parts) }
    return SignedKey(isNegative: false, key: graph.call(function, parts))
  }

  /// The body's key with an index whose name depends on the heights of the sums within only, so that two openings of
  /// one summation give one key.
  private mutating func keyOfSummation(_ expression: Expression) -> SignedKey {
    guard case .summation(let lower, let upper, _) = graph[expression] else {
      return SignedKey(isNegative: false, key: expression)
    }
    let (first, last) = (fullKey(lower), fullKey(upper))
    let index = graph.index("Σ\(sumHeight(expression))", from: first, to: last)
    guard let body = graph.term(of: expression, at: index) else {
      return SignedKey(isNegative: false, key: expression)
    }
    let signed = signedKey(body)
    return SignedKey(
      isNegative: signed.isNegative, key: graph.summation(over: index, from: first, to: last, signed.key))
  }

  /// The number of sums inside each other in `expression`.
  private mutating func sumHeight(_ expression: Expression) -> Int {
    if let known = sumHeights[expression] { return known }
    var height = 0
    for child in graph.children(of: expression) { height = max(height, sumHeight(child)) }
    if case .summation = graph[expression] { height += 1 }
    sumHeights[expression] = height
    return height
  }

  private func sorted(_ parts: [Expression]) -> [Expression] {
    if parts.count < 2 { return parts }
    return parts.sorted { a, b in
      if graph.mentionsIndex(a) || graph.mentionsIndex(b) {
        if graph.mentionsIndex(a) != graph.mentionsIndex(b) { return graph.mentionsIndex(b) }
        return graph.order(a, b) < 0
      }
      return a.position < b.position
    }
  }
}

/// f(−u) = −f(u) or f(−u) = f(u).
enum Parity {
  case odd, even

  /// The parity of a known function; nil if it has none. That of a derivative is the opposite at every order.
  static func of(_ function: Function) -> Parity? {
    let base: Parity
    switch function.name {
    case "sin", "tan", "asin", "atan", "sinh", "tanh", "erf", "sign", "softsign", "identity": base = .odd
    case "cos", "cosh", "abs": base = .even
    default: return nil
    }
    return function.order.isMultiple(of: 2) ? base : base == .odd ? .even : .odd
  }
}

extension Rational {
  /// Whether the number is an even integer.
  var isEven: Bool { isInteger && (self * Rational(1, 2)).isInteger }
}
