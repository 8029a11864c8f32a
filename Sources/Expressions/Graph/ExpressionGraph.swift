/// A hash-consed graph of expressions.
///
/// Invariants: every node is stored once (structurally equal expressions have one address), children stand before their
/// parents, and names of bound indices do not count (`Σ_i a_i` and `Σ_k a_k` are one node; see
/// `ExpressionGraph+Binding.swift`). A node is a tag and two words, 9 bytes in three parallel arrays; operands of nodes
/// with any number of them lie behind one another in a pool.
///
///     var graph = ExpressionGraph()
///     let x = graph.symbol("x")
///     let square = graph.power(x, graph.number(2))
///     graph.multiply([x, square]) == graph.multiply([x, square])   // one node, one address
///
/// A graph is a value: copying it is cheap (copy on write) and a finished one can be sent anywhere.
public struct ExpressionGraph: Sendable {
  private(set) var kinds: [NodeKind] = []
  private(set) var first: [UInt32] = []
  private(set) var second: [UInt32] = []
  /// Whether a free index occurs in the node: most passes may skip what has none.
  private var mentionsIndex: [Bool] = []
  /// For each pooled node its operand count, followed by its operands.
  private var pool: [Expression] = []
  /// Open addressing with linear probing; holds addresses, `vacant` where free. At most half full.
  private var table: [UInt32] = Array(repeating: Self.vacant, count: 1 << 8)
  private static let vacant = UInt32.max

  private var rationals: [Rational] = []
  private var rationalNumbers: [Rational: UInt32] = [:]
  private(set) var families: [Family] = []
  private var familyNumbers: [Family: UInt32] = [:]
  private(set) var functions: [Function] = []
  private var functionNumbers: [Function: UInt32] = [:]
  private(set) var indices: [Index] = []
  private var indexNumbers: [Index: UInt32] = [:]

  /// What a summation's index was called when it was first written; a hint for printing, no part of the expression.
  var boundNames: [Expression: String] = [:]
  /// The summations that were opened, so that opening one twice gives the same index.
  var opened: [Expression: OpenedSummation] = [:]
  var nextSerial = 1
  /// Definitions of functions that belong to this graph only (a user's own activation): f ↦ (its argument, its value).
  private(set) var definitions: [String: FunctionDefinition] = [:]

  /// An empty graph.
  public init() {}

  /// The number of nodes stored, all expressions together.
  public var nodeCount: Int { kinds.count }

  // MARK: Reading

  /// What stands at `expression`. Constant time.
  public subscript(_ expression: Expression) -> Node {
    let position = expression.position
    switch kinds[position] {
    case .integer: return .number(Rational(integerPayload(position)))
    case .rational: return .number(rationals[Int(first[position])])
    case .constant: return .constant(Constant(rawValue: first[position]) ?? .undefined)
    case .index: return .index(IndexID(rawValue: first[position]))
    case .bound: return .bound(height: Int(first[position]))
    case .power: return .power(base: left(position), exponent: right(position))
    case .less: return .comparison(.less, left(position), right(position))
    case .lessOrEqual: return .comparison(.lessOrEqual, left(position), right(position))
    case .equal: return .comparison(.equal, left(position), right(position))
    case .not: return .not(left(position))
    case .bracket: return .bracket(left(position))
    case .partial: return .partial(of: left(position), by: right(position))
    case .symbol: return .symbol(FamilyID(rawValue: first[position]), subscripts: operands(position))
    case .add: return .add(operands(position))
    case .multiply: return .multiply(operands(position))
    case .call: return .call(FunctionID(rawValue: first[position]), arguments: operands(position))
    case .summation:
      let parts = operands(position)
      return .summation(
        lower: parts[parts.startIndex], upper: parts[parts.startIndex + 1], body: parts[parts.startIndex + 2])
    case .and: return .and(operands(position))
    case .or: return .or(operands(position))
    case .piecewise: return .piecewise(operands(position))
    }
  }

  /// The family behind its number.
  public subscript(_ family: FamilyID) -> Family { families[Int(family.rawValue)] }
  /// The index behind its number.
  public subscript(_ index: IndexID) -> Index { indices[Int(index.rawValue)] }
  /// The function behind its number.
  public subscript(_ function: FunctionID) -> Function { functions[Int(function.rawValue)] }

  /// Whether a free index occurs in `expression`. Constant time.
  public func mentionsIndex(_ expression: Expression) -> Bool { mentionsIndex[expression.position] }

  /// The definition that this graph holds for a function of its own, if any.
  public func definition(ofOwn name: String) -> FunctionDefinition? { definitions[name] }

  /// Gives the function `name` a definition in this graph: `name(parameter) = value`.
  public mutating func define(_ name: String, as definition: FunctionDefinition) { definitions[name] = definition }

  private func left(_ position: Int) -> Expression { Expression(rawValue: first[position]) }
  private func right(_ position: Int) -> Expression { Expression(rawValue: second[position]) }

  private func integerPayload(_ position: Int) -> Int {
    Int(truncatingIfNeeded: Int64(truncatingIfNeeded: UInt64(first[position]) << 32 | UInt64(second[position])))
  }

  private func operands(_ position: Int) -> ArraySlice<Expression> {
    let start = Int(second[position])
    return pool[start + 1..<start + 1 + pool[start].position]
  }

  /// The height of the index that a summation binds.
  func boundHeight(_ summation: Expression) -> Int { Int(first[summation.position]) }

  // MARK: Numbering families, functions, indices

  /// The number of `family`, declared at need.
  public mutating func id(of family: Family) -> FamilyID {
    if let known = familyNumbers[family] { return FamilyID(rawValue: known) }
    let number = UInt32(families.count)
    families.append(family)
    familyNumbers[family] = number
    return FamilyID(rawValue: number)
  }

  /// The number of `function`, declared at need.
  public mutating func id(of function: Function) -> FunctionID {
    if let known = functionNumbers[function] { return FunctionID(rawValue: known) }
    let number = UInt32(functions.count)
    functions.append(function)
    functionNumbers[function] = number
    return FunctionID(rawValue: number)
  }

  mutating func id(of index: Index) -> IndexID {
    if let known = indexNumbers[index] { return IndexID(rawValue: known) }
    let number = UInt32(indices.count)
    indices.append(index)
    indexNumbers[index] = number
    return IndexID(rawValue: number)
  }

  // MARK: Interning

  /// The node of an integer.
  mutating func intern(integer value: Int) -> Expression {
    let bits = UInt64(bitPattern: Int64(value))
    return intern(.integer, UInt32(truncatingIfNeeded: bits >> 32), UInt32(truncatingIfNeeded: bits), mentions: false)
  }

  /// The node of a rational that is no machine integer.
  mutating func intern(rational value: Rational) -> Expression {
    let number: UInt32
    if let known = rationalNumbers[value] {
      number = known
    } else {
      number = UInt32(rationals.count)
      rationals.append(value)
      rationalNumbers[value] = number
    }
    return intern(.rational, number, 0, mentions: false)
  }

  /// The node of a leaf kind with one word.
  mutating func intern(leaf kind: NodeKind, _ word: UInt32) -> Expression {
    intern(kind, word, 0, mentions: kind == .index)
  }

  /// The node of a kind with one or two operands in the record itself.
  mutating func intern(_ kind: NodeKind, _ left: Expression, _ right: Expression? = nil) -> Expression {
    let mentions = mentionsIndex(left) || right.map { mentionsIndex($0) } ?? false
    return intern(kind, left.rawValue, right?.rawValue ?? 0, mentions: mentions)
  }

  private mutating func intern(_ kind: NodeKind, _ a: UInt32, _ b: UInt32, mentions: Bool) -> Expression {
    var hash = Self.mix(UInt64(kind.rawValue) &+ 1, UInt64(a) << 32 | UInt64(b))
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != Self.vacant {
      let candidate = Int(table[slot])
      if kinds[candidate] == kind, first[candidate] == a, second[candidate] == b {
        return Expression(rawValue: table[slot])
      }
      slot = (slot + 1) & (table.count - 1)
    }
    return append(kind, a, b, mentions: mentions, at: slot)
  }

  /// The node of a pooled kind: a header word and any number of operands.
  mutating func intern(_ kind: NodeKind, header: UInt32 = 0, _ operands: some Collection<Expression>) -> Expression {
    var hash = Self.mix(UInt64(kind.rawValue) &+ 1, UInt64(header))
    for operand in operands { hash = Self.mix(hash, UInt64(operand.rawValue)) }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] != Self.vacant {
      let candidate = Int(table[slot])
      if kinds[candidate] == kind, first[candidate] == header, self.operands(candidate).elementsEqual(operands) {
        return Expression(rawValue: table[slot])
      }
      slot = (slot + 1) & (table.count - 1)
    }
    let start = UInt32(pool.count)
    pool.append(Expression(rawValue: UInt32(operands.count)))
    pool.append(contentsOf: operands)
    return append(kind, header, start, mentions: operands.contains { mentionsIndex($0) }, at: slot)
  }

  private mutating func append(
    _ kind: NodeKind, _ a: UInt32, _ b: UInt32, mentions: Bool, at slot: Int
  ) -> Expression {
    let node = UInt32(kinds.count)
    kinds.append(kind)
    first.append(a)
    second.append(b)
    mentionsIndex.append(mentions)
    table[slot] = node
    if kinds.count * 2 > table.count { growTable() }
    return Expression(rawValue: node)
  }

  private mutating func growTable() {
    var larger = [UInt32](repeating: Self.vacant, count: table.count * 4)
    for position in kinds.indices {
      var slot = Int(truncatingIfNeeded: storedHash(position)) & (larger.count - 1)
      while larger[slot] != Self.vacant { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(position)
    }
    table = larger
  }

  private func storedHash(_ position: Int) -> UInt64 {
    let kind = kinds[position]
    var hash: UInt64
    if kind.isPooled {
      hash = Self.mix(UInt64(kind.rawValue) &+ 1, UInt64(first[position]))
      for operand in operands(position) { hash = Self.mix(hash, UInt64(operand.rawValue)) }
    } else {
      hash = Self.mix(UInt64(kind.rawValue) &+ 1, UInt64(first[position]) << 32 | UInt64(second[position]))
    }
    return hash ^ hash >> 29
  }

  /// One step of a multiplicative hash: xor, multiply by an odd constant near 2⁶⁴/φ (Knuth, TAOCP vol. 3, 6.4), fold.
  @inline(__always) private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low &+ state
  }
}

/// `function(parameter) = value`, the parameter being an ordinary symbol of the graph.
public struct FunctionDefinition: Sendable {
  /// The symbol that stands for the argument.
  public let parameter: Expression
  /// The value, an expression in the parameter.
  public let value: Expression

  /// A definition of a function of one argument.
  public init(parameter: Expression, value: Expression) {
    self.parameter = parameter
    self.value = value
  }
}
