import Expressions

/// Before a cut is differentiated at, what equals its definition is written as the symbol itself: ∂f(z_i)/∂a_i is 1.
struct CutFolding {
  private let table: DefinitionTable
  private var heads: [Expression]
  private var memo: [Expression: Expression] = [:]
  /// The values of the definitions with the symbols in them replaced by theirs, as far as they were asked for.
  private var expansions: [Expression: Expression] = [:]

  /// Folds by these definitions; `heads` are the symbols that they define, in the same order.
  init(_ table: DefinitionTable, heads: [Expression]) {
    self.table = table
    self.heads = heads
  }

  /// `expression` with every ∂u/∂v in it folded.
  mutating func folded(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    guard graph.holdsPartial(expression) else {
      return expression
    }
    var memo = self.memo
    let result = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .partial(let u, let v) = graph[node] else { return node }
      return self.folded(u, by: v, &graph)
    }
    self.memo = memo
    return result
  }

  /// The value of the definition of `head` with what equals other definitions written as their symbols, the longest first,
  /// those left alone that are computed from `head`. Where two symbols have one definition, the one counts that the notes
  /// differentiate members of head's family by: `isVariable` tells of a family whether they do.
  func foldedDefinition(
    _ head: Expression, _ value: Expression, isVariable: (Family) -> Bool, _ graph: inout ExpressionGraph
  ) -> Expression {
    guard case .symbol(let own, _) = graph[head] else { return value }
    var patterns: [(head: Expression, value: Expression, size: Int, isVariable: Bool)] = []
    for (other, entry) in zip(heads, table.entries) where entry.family != graph[own] && !entry.holdsPartial {
      switch graph[entry.value] {
      case .add, .summation, .call:
        let size = graph.size(of: entry.value)
        patterns.append((other, entry.value, size, isVariable(entry.family)))
      default: continue
      }
    }
    patterns.sort { ($0.size, $0.isVariable ? 1 : 0) > ($1.size, $1.isVariable ? 1 : 0) }
    var result = value
    for pattern in patterns where pattern.value != result {
      let changed = Self.replacing(pattern.head, pattern.value, in: result, &graph)
      if changed == result || table.leads(from: pattern.value, to: head, in: &graph) { continue }
      // That U = XW + b does not make U another name for Y = XW + b.
      if case .symbol = graph[changed], !pattern.isVariable { continue }
      result = changed
    }
    return result
  }

  private mutating func expanded(_ value: Expression, _ graph: inout ExpressionGraph) -> Expression {
    if let known = expansions[value] { return known }
    let result = table.expandedOnce(value, &graph)
    expansions[value] = result
    return result
  }

  private mutating func folded(_ u: Expression, by v: Expression, _ graph: inout ExpressionGraph) -> Expression {
    var variable = v
    if case .symbol = graph[v] {
    } else {
      // What is differentiated by may be written out itself.
      for (head, entry) in zip(heads, table.entries) {
        guard let symbol = Self.instance(of: head, entry.value, equalTo: v, &graph) else { continue }
        variable = symbol
        break
      }
    }
    guard case .symbol(let id, _) = graph[variable] else { return graph.partial(u, by: v) }
    // A symbol holds nothing that could be written as another one.
    if case .symbol = graph[u] { return graph.partial(u, by: variable) }
    var result = u
    for (head, entry) in zip(heads, table.entries) where entry.family == graph[id] {
      for pattern in [entry.value, expanded(entry.value, &graph)] {
        result = Self.replacing(head, pattern, in: result, &graph)
      }
    }
    return graph.partial(result, by: variable)
  }

  /// `expression` with every instance of `pattern` replaced by that of `head`.
  private static func replacing(
    _ head: Expression, _ pattern: Expression, in expression: Expression, _ graph: inout ExpressionGraph
  ) -> Expression {
    if let symbol = instance(of: head, pattern, equalTo: expression, &graph) { return symbol }
    if case .symbol = graph[expression] { return expression }
    return graph.mapChildren(of: expression) { graph, child in replacing(head, pattern, in: child, &graph) }
  }

  /// The member of head's family whose definition, by `pattern`, is `expression`.
  private static func instance(
    of head: Expression, _ pattern: Expression, equalTo expression: Expression, _ graph: inout ExpressionGraph
  ) -> Expression? {
    // Numbers and other names are no expressions of a cut.
    switch graph[pattern] {
    case .number, .symbol, .constant, .index, .partial: return nil
    default: break
    }
    var bindings: [Expression: Expression] = [:]
    guard unify(pattern, expression, &bindings, graph) else { return nil }
    guard graph.freeIndices(of: head).allSatisfy({ bindings[$0] != nil }) else { return nil }
    return graph.replace(bindings, in: head)
  }

  /// Whether `expression` is `pattern` with other expressions for its free indices.
  private static func unify(
    _ pattern: Expression, _ expression: Expression, _ bindings: inout [Expression: Expression],
    _ graph: ExpressionGraph
  ) -> Bool {
    if !graph.mentionsIndex(pattern) { return pattern == expression }
    if case .index = graph[pattern] {
      if let known = bindings[pattern] { return known == expression }
      bindings[pattern] = expression
      return true
    }
    guard isSameKind(graph[pattern], graph[expression]) else { return false }
    let own = graph.children(of: pattern)
    let other = graph.children(of: expression)
    guard own.count == other.count else { return false }
    for (a, b) in zip(own, other) where !unify(a, b, &bindings, graph) { return false }
    return true
  }

  private static func isSameKind(_ a: Node, _ b: Node) -> Bool {
    switch (a, b) {
    case (.symbol(let x, _), .symbol(let y, _)): x == y
    case (.call(let x, _), .call(let y, _)): x == y
    case (.comparison(let x, _, _), .comparison(let y, _, _)): x == y
    case (.add, .add), (.multiply, .multiply), (.power, .power), (.summation, .summation), (.and, .and), (.or, .or),
      (.not, .not), (.bracket, .bracket), (.piecewise, .piecewise):
      true
    default: false
    }
  }
}

extension DefinitionTable {
  /// `expression` with the symbols in it replaced by their definitions, once.
  func expandedOnce(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    if case .symbol = graph[expression] { return value(of: expression, in: &graph) ?? expression }
    return graph.mapChildren(of: expression) { graph, child in expandedOnce(child, &graph) }
  }
}

extension ExpressionGraph {
  /// The number of nodes of an expression, each place where it is used counted.
  fileprivate func size(of expression: Expression) -> Int {
    children(of: expression).reduce(1) { min($0 + size(of: $1), 1 << 20) }
  }
}
