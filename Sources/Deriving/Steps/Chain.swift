import Derivations
import Expressions

/// A statement under construction: a chain to which members are appended.
struct Chain {
  private(set) var statement: Statement

  init(_ head: Expression) { statement = Statement(head, []) }

  /// The last member so far.
  var last: Expression { statement.steps.last?.expression ?? statement.head }

  /// Appends a member, unless nothing changed.
  mutating func append(_ expression: Expression, _ reason: Reason) {
    if expression != last { statement.steps.append(Step(.equal, expression, reason)) }
  }
}
