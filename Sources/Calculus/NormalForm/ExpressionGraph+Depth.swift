import Expressions

extension ExpressionGraph {
  /// The nodes of `expression`, operands first, if it nests so deeply that recursion over it might exhaust the stack;
  /// else nothing. Bodies of summations are unopened.
  ///
  /// A pass that asks for the result of each of them in turn, and remembers results, never recurses more than a step.
  func nodesIfDeep(_ expression: Expression) -> [Expression] {
    var nodes: [Expression] = []
    forEachNode(of: expression) {
      nodes.append($0)
      return true
    }
    nodes.sort { $0.position < $1.position }
    var depths: [Expression: Int] = [:]
    for node in nodes {
      var depth = 0
      for child in children(of: node) { depth = max(depth, (depths[child] ?? 0) + 1) }
      depths[node] = depth
    }
    return (depths[expression] ?? 0) > Self.greatestSafeDepth ? nodes : []
  }

  /// How deep passes may recurse.
  static let greatestSafeDepth = 400
}
