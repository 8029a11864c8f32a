/// Reads expressions as they are typed on a command line.
///
///     condition  →  junction of comparisons with `and`, `or`, `not`
///     sum        →  term (('+' | '-') term)*
///     term       →  unary (('*' | '/') unary)*
///     unary      →  ('-' | '+') unary | power
///     power      →  atom (('^' | '**') unary)?           right-associative, tighter than unary minus
///     atom       →  number | name | name '[' … ']' | name '(' … ')' | '(' … ')' | '[' condition ']'
///
/// `sum(k, 1, n, body)` binds k in the body; `sum(k, body)` sums over the default range of the context.
/// `where(condition, value, …, otherwise)` is piecewise; `partial(u, v)` is the formal derivative ∂u/∂v.
public struct TextParser {
  /// What a text may mention, and what is understood without being said.
  public struct Context {
    /// The names that may stand for symbols; nil allows all.
    public var symbols: [String]?
    /// The range of a sum without bounds; nil stands for 1…n.
    public var defaultRange: (lower: Expression, upper: Expression)?
    /// Symbols that stand for something else: a parameter's value, an index's name.
    public var bindings: [String: Expression]
    /// The functions that may be applied without being known.
    public var opaqueFunctions: Set<String>

    /// Anything goes, f, g, h, phi and psi are opaque.
    public init(
      symbols: [String]? = nil, defaultRange: (lower: Expression, upper: Expression)? = nil,
      bindings: [String: Expression] = [:], opaqueFunctions: Set<String> = ["f", "g", "h", "phi", "psi"]
    ) {
      self.symbols = symbols
      self.defaultRange = defaultRange
      self.bindings = bindings
      self.opaqueFunctions = opaqueFunctions
    }
  }

  /// How deep brackets, powers and signs may nest: each level is a dozen frames, 10 kB of the stack when unoptimised.
  public static let deepestNesting = 200

  /// How many primes a function may carry. Each prime of a function with a known derivative is worked out, which takes
  /// longer with every order; those of other functions are only counted.
  public static func mostPrimes(isKnown: Bool) -> Int { isKnown ? 8 : 200 }

  private let text: [Unicode.Scalar]
  private var tokens: [TextToken]
  private var position = 0
  private var depth = 0
  private let context: Context
  private var scope: [String: Expression]

  /// Reads `text` as one expression into `graph`. Linear in the length of the text.
  /// - Throws: `TextError`, with the column of the first thing that is wrong.
  public static func parse(
    _ text: String, into graph: inout ExpressionGraph, context: Context = Context()
  ) throws(TextError) -> Expression {
    var lexer = TextLexer(text)
    var parser = TextParser(Array(text.unicodeScalars), tokens: try lexer.tokens(), context: context)
    if case .end = parser.current.kind { throw TextError(column: 1, problem: .empty) }
    let result = try parser.value(&graph)
    try parser.expectEnd()
    return result
  }

  private init(_ text: [Unicode.Scalar], tokens: [TextToken], context: Context) {
    self.text = text
    self.tokens = tokens
    self.context = context
    scope = context.bindings
  }

  // MARK: Tokens

  private var current: TextToken { tokens[position] }

  private func looksAt(_ sign: String) -> Bool { current.kind == .sign(sign) }

  private func looksAt(word: String) -> Bool { current.kind == .name(word, primes: 0) }

  private mutating func accept(_ sign: String) -> Bool {
    if looksAt(sign) {
      position += 1
      return true
    }
    return false
  }

  private mutating func accept(word: String) -> Bool {
    if looksAt(word: word) {
      position += 1
      return true
    }
    return false
  }

  private func found(_ token: TextToken) -> String {
    if case .end = token.kind { return "the end" }
    return "'\(token.text)'"
  }

  private mutating func expectClosing(_ sign: String, openedBy open: TextToken) throws(TextError) {
    if accept(sign) { return }
    if case .end = current.kind {
      throw TextError(column: current.column, problem: .unclosed(String(open.text.suffix(1)), column: open.column))
    }
    throw TextError(column: current.column, problem: .expected("'\(sign)' or an operator", found: found(current)))
  }

  private func expectEnd() throws(TextError) {
    guard case .end = current.kind else {
      throw TextError(column: current.column, problem: .expected("an operator", found: found(current)))
    }
  }

  private mutating func nested<Result>(
    _ graph: inout ExpressionGraph,
    _ parse: (inout TextParser, inout ExpressionGraph) throws(TextError) -> Result
  ) throws(TextError) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw TextError(column: current.column, problem: .nestedTooDeeply(limit: Self.deepestNesting))
    }
    return try parse(&self, &graph)
  }

  // MARK: Conditions

  private func isCondition(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    switch graph[expression] {
    case .comparison, .and, .or, .not, .constant(.true), .constant(.false): true
    default: false
    }
  }

  /// What was typed from the token `start` to the current one, or to that at `end`, which are left out.
  private func source(from start: TextToken, to end: Int? = nil) -> String {
    let until = tokens[end ?? position].column
    let scalars = text[(start.column - 1)..<(until - 1)]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(String(view).reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  private mutating func value(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let result = try disjunction(&graph)
    try expectValue(result, from: start, graph)
    return result
  }

  private func expectValue(
    _ expression: Expression, from start: TextToken, _ graph: ExpressionGraph
  ) throws(TextError) {
    guard isCondition(expression, graph) else { return }
    throw TextError(column: start.column, problem: .valueExpected(source(from: start)))
  }

  private mutating func condition(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let result = try disjunction(&graph)
    guard isCondition(result, graph) else {
      throw TextError(column: start.column, problem: .conditionExpected(source(from: start)))
    }
    return result
  }

  private mutating func disjunction(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    var parts = [try conjunction(&graph)]
    while accept(word: "or") { parts.append(try conjunction(&graph)) }
    return parts.count == 1 ? parts[0] : graph.or(parts)
  }

  private mutating func conjunction(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    var parts = [try negation(&graph)]
    while accept(word: "and") { parts.append(try negation(&graph)) }
    return parts.count == 1 ? parts[0] : graph.and(parts)
  }

  private mutating func negation(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    guard accept(word: "not") else { return try comparison(&graph) }
    let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.negation(&graph) }
    return graph.not(inner)
  }

  private mutating func comparison(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let left = try sum(&graph)
    for sign in ["<=", ">=", "==", "!=", "<", ">", "="] where accept(sign) {
      let right = try sum(&graph)
      switch sign {
      case "<": return graph.compare(left, .less, right)
      case ">": return graph.compare(right, .less, left)
      case "<=": return graph.compare(left, .lessOrEqual, right)
      case ">=": return graph.compare(right, .lessOrEqual, left)
      case "!=": return graph.not(graph.compare(left, .equal, right))
      default: return graph.compare(left, .equal, right)
      }
    }
    return left
  }

  // MARK: Arithmetic

  private mutating func sum(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
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

  private mutating func term(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
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

  private mutating func unary(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    if accept("-") {
      let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
      return graph.negate(inner)
    }
    if accept("+") {
      return try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
    }
    return try power(&graph)
  }

  private mutating func power(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let base = try atom(&graph)
    guard accept("^") || accept("**") else { return base }
    let exponent = try nested(&graph) { parser, graph throws(TextError) in try parser.unary(&graph) }
    let result = graph.power(base, exponent)
    if graph.isUndefined(result) { throw TextError(column: start.column, problem: .divisionByZero) }
    return result
  }

  private mutating func atom(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
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

  // MARK: Names

  private mutating func named(
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
  private func hyphenatedFunction(beginningWith first: TextToken) -> (name: String, tokens: Int)? {
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

  private mutating func call(
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
  private func checkFunction(
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

  private mutating func piecewise(
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

  private mutating func summation(
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
  private func commasBeforeClosing() -> Int {
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
