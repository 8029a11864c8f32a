import Expressions

/// What is computed from what in some notes, member by member where members have numbers: w_5 is not w_1.
public struct Dependence: Sendable {
  /// The symbols of which nothing is known but what they depend on.
  public var open: [Expression] = []
  private var edges: [(head: Expression, sources: [Expression])] = []

  /// Nothing.
  public init() {}

  /// Takes in that `head` is computed from `value`.
  public mutating func add(_ head: Expression, _ value: Expression, _ graph: ExpressionGraph) {
    edges.append((head, Self.symbols(in: value, graph)))
  }

  /// Whether something in `value` is a member of the family of `target`, or computed from one.
  public func leads(from value: Expression, to target: Expression, _ graph: ExpressionGraph) -> Bool {
    var seen: Set<Expression> = []
    var pending = Self.symbols(in: value, graph)
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if Self.isSame(next, target, graph) { return true }
      for edge in edges where Self.isSame(next, edge.head, graph) { pending += edge.sources }
    }
    return false
  }

  /// Whether a derivative in an expression leads through an open symbol: ∂u/∂v where u is computed from one that depends on
  /// v. What is held while something is differentiated may be open.
  public func isOpen(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    if open.isEmpty { return false }
    var found = false
    graph.forEachNode(of: expression) { node in
      guard !found, case .partial(let u, let v) = graph[node] else { return !found }
      found = open.contains { symbol in
        !Self.isSame(symbol, v, graph) && leads(from: u, to: symbol, graph) && leads(from: symbol, to: v, graph)
      }
      return !found
    }
    return found
  }

  private static func symbols(in expression: Expression, _ graph: ExpressionGraph) -> [Expression] {
    var result: [Expression] = []
    graph.forEachNode(of: expression) { node in
      if case .symbol(let id, _) = graph[node], !graph[id].isCount, !result.contains(node) { result.append(node) }
      return true
    }
    return result
  }

  /// Whether two symbols may be one: of one family, and no two numbers differ.
  private static func isSame(_ a: Expression, _ b: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let x, let p) = graph[a], case .symbol(x, let q) = graph[b], p.count == q.count else {
      return false
    }
    return zip(p, q).allSatisfy { i, k in
      guard let m = graph.numberValue(i), let n = graph.numberValue(k) else { return true }
      return m == n
    }
  }
}
