/// Conditions: comparisons joined by `and`, `or` and `not`.
extension TextParser {
  func isCondition(_ expression: Expression, _ graph: ExpressionGraph) -> Bool {
    switch graph[expression] {
    case .comparison, .and, .or, .not, .constant(.true), .constant(.false): true
    default: false
    }
  }

  /// What was typed from the token `start` to the current one, or to that at `end`, which are left out.
  func source(from start: TextToken, to end: Int? = nil) -> String {
    let until = tokens[end ?? position].column
    let scalars = text[(start.column - 1)..<(until - 1)]
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(String(view).reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  mutating func value(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let result = try disjunction(&graph)
    try expectValue(result, from: start, graph)
    return result
  }

  func expectValue(
    _ expression: Expression, from start: TextToken, _ graph: ExpressionGraph
  ) throws(TextError) {
    guard isCondition(expression, graph) else { return }
    throw TextError(column: start.column, problem: .valueExpected(source(from: start)))
  }

  mutating func condition(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    let start = current
    let result = try disjunction(&graph)
    guard isCondition(result, graph) else {
      throw TextError(column: start.column, problem: .conditionExpected(source(from: start)))
    }
    return result
  }

  mutating func disjunction(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    var parts = [try conjunction(&graph)]
    while accept(word: "or") { parts.append(try conjunction(&graph)) }
    return parts.count == 1 ? parts[0] : graph.or(parts)
  }

  mutating func conjunction(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    var parts = [try negation(&graph)]
    while accept(word: "and") { parts.append(try negation(&graph)) }
    return parts.count == 1 ? parts[0] : graph.and(parts)
  }

  mutating func negation(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
    guard accept(word: "not") else { return try comparison(&graph) }
    let inner = try nested(&graph) { parser, graph throws(TextError) in try parser.negation(&graph) }
    return graph.not(inner)
  }

  mutating func comparison(_ graph: inout ExpressionGraph) throws(TextError) -> Expression {
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
}
