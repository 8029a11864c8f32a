import Expressions

/// One run of simplification: the graph and what is known about its expressions so far.
///
/// Rewriting has two levels. *Tidying* applies the rules that never cost anything: equal terms and factors are collected,
/// numbers folded, signs drawn together. *Simplifying* adds trials: rules that rearrange an expression (factor out,
/// expand, split a sum) and are used only if the tidied result costs less. Trials look at tidied candidates, not at
/// simplified ones, so that no trial starts another. Both levels rewrite operands first and then the node until no rule
/// applies; as an expression to which no rule applies is left alone, simplifying twice changes nothing.
struct Simplifier {
  /// How far to go.
  enum Effort { case tidy, simplify }

  /// The graph in which the expressions live.
  var graph: ExpressionGraph
  /// The number 1.
  let one: Expression
  private var tidyMemo: [Expression: Expression] = [:]
  private var memo: [Expression: Expression] = [:]
  private var meter = CostMeter()
  var keys: [Expression: SignedKey] = [:]
  var sumHeights: [Expression: Int] = [:]
  /// What is assumed: the key of a left side ↦ the right side.
  private(set) var assumptions: [Expression: Expression] = [:]

  /// No rule makes an expression dearer, and rules of equal cost only sort; the bound is a safety net.
  private static let mostSteps = 64

  init(_ graph: ExpressionGraph) {
    self.graph = graph
    one = self.graph.number(1)
  }

  /// The cost of `expression`; see `CostMeter`.
  mutating func cost(_ expression: Expression) -> Int { meter.cost(expression, graph) }

  /// Adds assumptions `left = right`. Call it before anything is simplified.
  mutating func assume(_ equations: [(Expression, Expression)]) {
    for (left, right) in equations {
      let side = simplified(left)
      if side != right, graph.numberValue(side) == nil { assumptions[fullKey(side)] = right }
    }
    memo = [:]
    tidyMemo = [:]
  }

  /// `expression` by all rules.
  mutating func simplified(_ expression: Expression) -> Expression { rewriteAll(of: expression, .simplify) }

  /// `expression` by those rules that are never in doubt.
  mutating func tidied(_ expression: Expression) -> Expression { rewrite(expression, .tidy) }

  // MARK: Passes

  /// Rewrites the nodes of `root` in the order of their addresses, operands first, so that the recursion stays shallow
  /// however deep the expression is.
  private mutating func rewriteAll(of root: Expression, _ effort: Effort) -> Expression {
    for node in unfinishedNodes(of: root) { _ = rewrite(node, effort) }
    return rewrite(root, effort)
  }

  /// The nodes of `root` outside of summations that were not simplified yet, operands first.
  private func unfinishedNodes(of root: Expression) -> [Expression] {
    var seen: Set<Expression> = [root]
    var stack = [root]
    var nodes: [Expression] = []
    while let node = stack.popLast() {
      if isLeaf(node) || memo[node] != nil { continue }
      nodes.append(node)
      if case .summation = graph[node] { continue }
      for child in graph.children(of: node) where seen.insert(child).inserted { stack.append(child) }
    }
    return nodes.sorted { $0.position < $1.position }
  }

  private func isLeaf(_ expression: Expression) -> Bool {
    switch graph[expression] {
    case .number, .constant, .index, .bound: true
    case .symbol(_, let subscripts): subscripts.isEmpty
    default: false
    }
  }

  private func known(_ expression: Expression, _ effort: Effort) -> Expression? {
    effort == .tidy ? tidyMemo[expression] : memo[expression]
  }

  private mutating func remember(_ expression: Expression, _ result: Expression, _ effort: Effort) {
    if effort == .tidy { tidyMemo[expression] = result } else { memo[expression] = result }
  }

  private mutating func rewrite(_ expression: Expression, _ effort: Effort) -> Expression {
    if isLeaf(expression) { return assumed(expression) ?? expression }
    if let known = known(expression, effort) { return known }
    var current = rewriteOperands(of: expression, effort)
    for _ in 0..<Self.mostSteps {
      guard let next = step(current, effort) else { break }
      if let known = known(next, effort) {
        current = known
        break
      }
      current = rewriteOperands(of: next, effort)
    }
    // A rule may turn out dear only where the result stands: (Σ_k c)³ = n³c³. Then the expression stays as it is.
    if assumptions.isEmpty, cost(current) > cost(expression) { current = expression }
    remember(expression, current, effort)
    remember(current, current, effort)
    return current
  }

  private mutating func rewriteOperands(of expression: Expression, _ effort: Effort) -> Expression {
    if isLeaf(expression) { return expression }
    var operands: [Expression]
    if case .summation = graph[expression], let opened = graph.open(expression) {
      operands = [opened.lower, opened.upper, opened.body]
      // The body may be as deep as it likes.
      if effort == .simplify { _ = rewriteAll(of: opened.body, effort) }
    } else {
      operands = graph.children(of: expression)
    }
    var isChanged = false
    for place in operands.indices {
      let result = rewrite(operands[place], effort)
      if result != operands[place] { (operands[place], isChanged) = (result, true) }
    }
    if !isChanged { return expression }
    var place = -1
    return graph.mapChildren(of: expression) { _, _ in
      place += 1
      return operands[place]
    }
  }

  /// What the tables make of a node whose operands are done, or nil if no rule applies.
  private mutating func step(_ expression: Expression, _ effort: Effort) -> Expression? {
    if let value = assumed(expression) { return value }
    guard let tables = RuleTables.tables(for: graph[expression]) else { return nil }
    if let result = tables.tidying.first(&self, expression) { return result }
    return effort == .tidy ? nil : tables.trials.first(&self, expression)
  }

  private mutating func assumed(_ expression: Expression) -> Expression? {
    if assumptions.isEmpty { return nil }
    guard let value = assumptions[fullKey(expression)], value != expression else { return nil }
    return value
  }
}
