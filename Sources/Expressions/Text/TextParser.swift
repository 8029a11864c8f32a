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

  let text: [Unicode.Scalar]
  var tokens: [TextToken]
  var position = 0
  var depth = 0
  let context: Context
  var scope: [String: Expression]

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

  var current: TextToken { tokens[position] }

  func looksAt(_ sign: String) -> Bool { current.kind == .sign(sign) }

  func looksAt(word: String) -> Bool { current.kind == .name(word, primes: 0) }

  mutating func accept(_ sign: String) -> Bool {
    if looksAt(sign) {
      position += 1
      return true
    }
    return false
  }

  mutating func accept(word: String) -> Bool {
    if looksAt(word: word) {
      position += 1
      return true
    }
    return false
  }

  func found(_ token: TextToken) -> String {
    if case .end = token.kind { return "the end" }
    return "'\(token.text)'"
  }

  mutating func expectClosing(_ sign: String, openedBy open: TextToken) throws(TextError) {
    if accept(sign) { return }
    if case .end = current.kind {
      throw TextError(column: current.column, problem: .unclosed(String(open.text.suffix(1)), column: open.column))
    }
    throw TextError(column: current.column, problem: .expected("'\(sign)' or an operator", found: found(current)))
  }

  func expectEnd() throws(TextError) {
    guard case .end = current.kind else {
      throw TextError(column: current.column, problem: .expected("an operator", found: found(current)))
    }
  }

  mutating func nested<Result>(
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
}
