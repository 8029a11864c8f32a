import Derivations
import Expressions

/// A statement under construction: a chain to which members are appended.
struct Chain {
  private(set) var statement: Statement

  init(_ head: Expression) { statement = Statement(head, []) }

  /// The last member so far.
  var last: Expression { statement.steps.last?.expression ?? statement.head }

  /// Appends a member, unless it is written like the last one: factors of a product may stand in another order in the
  /// graph and yet be printed alike.
  mutating func append(_ expression: Expression, _ reason: Reason, in graph: ExpressionGraph) {
    let printer = TextPrinter(graph)
    if printer.text(expression) != printer.text(last) { append(expression, reason) }
  }

  /// Appends a member, unless nothing changed.
  mutating func append(_ expression: Expression, _ reason: Reason) {
    if expression != last { statement.steps.append(Step(.equal, expression, reason)) }
  }
}
