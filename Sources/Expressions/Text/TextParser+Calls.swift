/// Names: symbols, functions and what they are applied to, cases, sums.
extension TextParser {
  mutating func named(
    _ name: String, primes: Int, _ token: TextToken, _ graph: inout ExpressionGraph
  ) throws(TextError) -> Expression {
    if let (whole, words) = hyphenatedFunction(beginningWith: token), primes == 0 {
      position += words
      return try nested(&graph) { parser, graph throws(TextError) in
        try parser.call(whole, primes: 0, token, &graph)
      }
    }
    if looksAt("(") {
      return try nested(&graph) { parser, graph throws(TextError) in
        try parser.call(name, primes: primes, token, &graph)
      }
    }
    guard primes == 0 else { throw TextError(column: token.column, problem: .noDerivative(token.text)) }
    var subscripts: [Expression] = []
    if looksAt("[") {
      let open = current
      position += 1
      repeat {
        subscripts.append(try nested(&graph) { parser, graph throws(TextError) in try parser.value(&graph) })
      } while accept(",")
      try expectClosing("]", openedBy: open)
    }
    if subscripts.isEmpty {
      if let bound = scope[name] { return bound }
      if name == "pi" || name == "π" { return graph.constant(.pi) }
    }
    if let known = context.symbols, !known.contains(name) {
      let suggestion = NearMiss.suggestion(for: name, among: known)
      throw TextError(
        column: token.column, problem: .unknownSymbol(name, known: known, suggestion: suggestion))
    }
    return graph.symbol(name, subscripts)
  }

  /// The function whose name, written with hyphens as in lists, begins with the name `first` before the current token
  /// and goes on without blanks up to a bracket: leaky-relu(x), not leaky − relu(x). And how many tokens that takes.
  func hyphenatedFunction(beginningWith first: TextToken) -> (name: String, tokens: Int)? {
    var name = first.text
    var end = first.column + first.text.unicodeScalars.count
    var place = position
    while place + 2 < tokens.count, tokens[place].kind == .sign("-"), tokens[place].column == end,
      case .name(let word, primes: 0) = tokens[place + 1].kind, tokens[place + 1].column == end + 1
    {
      name += "_" + word
      end += 1 + word.unicodeScalars.count
      place += 2
      if tokens[place].kind == .sign("("), tokens[place].column == end, FunctionTable.record(named: name) != nil {
        return (name, place - position)
      }
    }
    return nil
  }

  mutating func call(
    _ name: String, primes: Int, _ token: TextToken, _ graph: inout ExpressionGraph
  ) throws(TextError) -> Expression {
    let open = current
    position += 1
    if primes == 0 {
      switch name {
      case "sum": return try summation(token, open, &graph)
      case "where": return try piecewise(token, open, &graph)
      default: break
      }
    }
    let record = FunctionTable.record(named: name)
    try checkFunction(name, primes: primes, record, token, graph)
    var arguments: [Expression] = []
    if !looksAt(")") {
      repeat { arguments.append(try value(&graph)) } while accept(",")
    }
    try expectClosing(")", openedBy: open)
    let takes = name == "partial" ? 2...2 : record?.arity ?? 1...1
    guard takes.contains(arguments.count) else {
      throw TextError(
        column: token.column, problem: .wrongArgumentCount(name, takes: takes, given: arguments.count))
    }
    if primes > 0, takes.upperBound > 1 || name == "sqrt" {
      throw TextError(column: token.column, problem: .noDerivative(token.text))
    }
    switch name {
    case "sqrt": return graph.squareRoot(arguments[0])
    case "partial": return graph.partial(arguments[0], by: arguments[1])
    default: return graph.call(Function(record?.name ?? name, order: primes), arguments)
    }
  }

  /// Whether the name is that of a function of one number or more, with a bearable number of primes.
  func checkFunction(
    _ name: String, primes: Int, _ record: FunctionRecord?, _ token: TextToken, _ graph: ExpressionGraph
  ) throws(TextError) {
    let isOpaque = context.opaqueFunctions.contains(name)
    guard record != nil || isOpaque || graph.definition(ofOwn: name) != nil || ["sqrt", "partial"].contains(name) else {
      let known = FunctionTable.names + context.opaqueFunctions.sorted() + ["sqrt", "where", "sum"]
      let suggestion = NearMiss.suggestion(for: name, among: known)
      throw TextError(column: token.column, problem: .unknownFunction(name, suggestion: suggestion))
    }
    if record?.isVectorValued == true {
      throw TextError(column: token.column, problem: .functionOfLayer(name))
    }
    let mostPrimes = Self.mostPrimes(isKnown: !isOpaque)
    if primes > mostPrimes {
      throw TextError(column: token.column, problem: .tooManyPrimes(name, given: primes, limit: mostPrimes))
    }
  }

  mutating func piecewise(
    _ token: TextToken, _ open: TextToken, _ graph: inout ExpressionGraph
  ) throws(TextError) -> Expression {
    var branches: [(condition: Expression, value: Expression)] = []
    while true {
      let start = current
      let next = try disjunction(&graph)
      if accept(",") {
        guard isCondition(next, graph) else {
          throw TextError(
            column: start.column, problem: .conditionExpected(source(from: start, to: position - 1)))
        }
        branches.append((next, try value(&graph)))
        if accept(",") { continue }
        throw TextError(
          column: token.column,
          problem: .wrongArgumentCount("where", takes: 3...64, given: 2 * branches.count))
      }
      try expectClosing(")", openedBy: open)
      guard !branches.isEmpty, !isCondition(next, graph) else {
        throw TextError(
          column: token.column,
          problem: .wrongArgumentCount("where", takes: 3...64, given: 2 * branches.count + 1))
      }
      return graph.piecewise(branches, otherwise: next)
    }
  }

  mutating func summation(
    _ token: TextToken, _ open: TextToken, _ graph: inout ExpressionGraph
  ) throws(TextError) -> Expression {
    guard case .name(let name, primes: 0) = current.kind else {
      throw TextError(column: current.column, problem: .notAnIndexName(found(current)))
    }
    position += 1
    let count = 1 + commasBeforeClosing()
    guard count == 2 || count == 4, accept(",") else {
      throw TextError(column: token.column, problem: .wrongArgumentCount("sum", takes: 2...4, given: count))
    }
    let lower: Expression
    let upper: Expression
    if count == 4 {
      lower = try value(&graph)
      guard accept(",") else {
        throw TextError(column: current.column, problem: .expected("','", found: found(current)))
      }
      upper = try value(&graph)
      guard accept(",") else {
        throw TextError(column: current.column, problem: .expected("','", found: found(current)))
      }
    } else if let range = context.defaultRange {
      (lower, upper) = range
    } else {
      (lower, upper) = (graph.number(1), graph.symbol("n"))
    }
    let index = graph.freshIndex(name, from: lower, to: upper)
    let hidden = scope.updateValue(index, forKey: name)
    let body = try value(&graph)
    scope[name] = hidden
    try expectClosing(")", openedBy: open)
    return graph.summation(over: index, from: lower, to: upper, body)
  }

  /// The number of commas on this level before the bracket that closes it.
  func commasBeforeClosing() -> Int {
    var level = 0
    var commas = 0
    for token in tokens[position...] {
      switch token.kind {
      case .sign("("), .sign("["): level += 1
      case .sign(")"), .sign("]"):
        if level == 0 { return commas }
        level -= 1
      case .sign(","): commas += level == 0 ? 1 : 0
      default: break
      }
    }
    return commas
  }
}
