/// Sums, products, powers and what they are made of.
extension TextParser {
  mutating func sum(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let first = current
    var terms = [try term(&graph)]
    if looksAt("+") || looksAt("-") { try expectValue(terms[0], from: first, graph) }
    while looksAt("+") || looksAt("-") {
      let isMinus = looksAt("-")
      position += 1
      let start = current
      let next = try term(&graph)
      try expectValue(next, from: start, graph)
      terms.append(isMinus ? graph.negate(next) : next)
    }
    return terms.count == 1 ? terms[0] : graph.add(terms)
  }

  mutating func term(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let first = current
    var factors = [try unary(&graph)]
    if looksAt("*") || looksAt("/") { try expectValue(factors[0], from: first, graph) }
    while looksAt("*") || looksAt("/") {
      let isQuotient = looksAt("/")
      position += 1
      let start = current
      let next = try unary(&graph)
      try expectValue(next, from: start, graph)
      if isQuotient, graph.numberValue(next)?.isZero == true {
        throw TextError(column: start.column, problem: .divisionByZero)
      }
      factors.append(isQuotient ? graph.power(next, -1) : next)
    }
    return factors.count == 1 ? factors[0] : graph.multiply(factors)
  }

  mutating func unary(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    if accept("-") {
      let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
      return graph.negate(inner)
    }
    if accept("+") {
      return try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
    }
    return try power(&graph)
  }

  mutating func power(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let base = try atom(&graph)
    guard accept("^") || accept("**") else { return base }
    let exponent = try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
    let result = graph.power(base, exponent)
    if graph.isUndefined(result) { throw TextError(column: start.column, problem: .divisionByZero) }
    return result
  }

  mutating func atom(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let token = current
    switch token.kind {
    case .number(let value):
      position += 1
      return graph.number(value)
    case .name(let name, let primes):
      position += 1
      return try named(name, primes: primes, token, &graph)
    case .sign("("):
      position += 1
      let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.disjunction(&graph) }
      try expectClosing(")", openedBy: token)
      return inner
    case .sign("["):
      position += 1
      let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.condition(&graph) }
      try expectClosing("]", openedBy: token)
      return graph.bracket(inner)
    default:
      throw TextError(column: token.column, problem: .expected("an expression", found: found(token)))
    }
  }
}
