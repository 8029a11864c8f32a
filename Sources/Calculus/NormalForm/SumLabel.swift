import Expressions

/// The free indices that bound ones become while sums are open: one name per level, so that names chosen by users have no
/// influence on the order of factors.
///
/// An index of a sum is opened at the level above those of all labels that are free in the sum. So the same sum is always
/// opened in the same way, and an index never meets another of the same label in one body.
enum SumLabel {
  /// No name that can be typed begins like this.
  private static let prefix = "#"

  /// The label of `level` with the given range.
  static func label(
    _ level: Int, from lower: Expression, to upper: Expression, in graph: inout ExpressionGraph
  ) -> Expression {
    let digits = String(level)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return graph.index(prefix + padded, from: lower, to: upper)
  }

  private static let temporaryPrefix = "~"

  /// An index for a sum that is opened to be merged with another, until the labels of the merged sum are known. Numbers
  /// make it different from all that are free around it, and the same in every run.
  static func temporary(
    _ number: Int, from lower: Expression, to upper: Expression, in graph: inout ExpressionGraph
  ) -> Expression {
    graph.index(temporaryPrefix + String(number), from: lower, to: upper)
  }

  /// The least number above those of all temporary indices that are free in `expressions`.
  static func firstFreeNumber(in expressions: [Expression], _ graph: ExpressionGraph) -> Int {
    var result = 0
    for expression in expressions {
      for index in graph.freeIndices(of: expression) {
        guard case .index(let id) = graph[index], graph[id].name.hasPrefix(temporaryPrefix),
          let number = Int(graph[id].name.dropFirst(temporaryPrefix.count))
        else { continue }
        result = max(result, number + 1)
      }
    }
    return result
  }

  /// The level of an index that is a label; nil for all other expressions.
  static func level(_ expression: Expression, in graph: ExpressionGraph) -> Int? {
    guard case .index(let id) = graph[expression], graph[id].name.hasPrefix(prefix) else { return nil }
    return Int(graph[id].name.dropFirst(prefix.count))
  }

  /// Whether `expression` is a label.
  static func isLabel(_ expression: Expression, in graph: ExpressionGraph) -> Bool {
    level(expression, in: graph) != nil
  }

  /// The highest level of a label that is free in `expression`; −1 if there is none. Ranges of free indices count.
  static func highestLevel(in expression: Expression, _ graph: ExpressionGraph) -> Int {
    var result = -1
    for index in graph.freeIndices(of: expression) {
      result = max(result, level(index, in: graph) ?? -1)
      guard case .index(let id) = graph[index] else { continue }
      for bound in [graph[id].lower, graph[id].upper] where graph.mentionsIndex(bound) {
        result = max(result, highestLevel(in: bound, graph))
      }
    }
    return result
  }
}
