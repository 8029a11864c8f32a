import Expressions
import Numerics

/// Indices that run over layers must have numbers before anything can be evaluated: the ranges of other indices and the
/// shapes of arrays depend on them.
enum LayerIndices {
  /// The free indices of `expressions` that stand in the layer of a symbol, those in the ranges of free indices
  /// included, in the order of their first occurrence.
  static func find(in expressions: [Expression], _ graph: ExpressionGraph) -> [Expression] {
    var found: [Expression] = []
    var pending = expressions
    var seen: Set<Expression> = []
    while let expression = pending.popLast() {
      guard seen.insert(expression).inserted else { continue }
      graph.forEachNode(of: expression) { node in
        switch graph[node] {
        case .symbol(let family, let subscripts):
          if graph[family].isLayered, let layer = subscripts.first {
            for index in graph.freeIndices(of: layer) where !found.contains(index) { found.append(index) }
          }
        case .index(let id): pending += [graph[id].lower, graph[id].upper]
        default: break
        }
        return true
      }
    }
    return found
  }

  /// `scope` with every combination of values of the layer indices in `expressions`.
  /// - Throws: `EvaluationError.undefinedInteger` if a range has no numbers.
  static func assignments(
    of expressions: [Expression], in graph: ExpressionGraph, scope: IndexScope
  ) throws(EvaluationError) -> [IndexScope] {
    var scopes = [scope]
    for index in find(in: expressions, graph) {
      guard case .index(let id) = graph[index] else { continue }
      var next: [IndexScope] = []
      for scope in scopes {
        let range = try integers(graph[id].lower, graph[id].upper, graph, scope)
        for value in range {
          var assigned = scope
          assigned.values[index] = value
          next.append(assigned)
        }
      }
      scopes = next
    }
    return scopes
  }

  private static func integers(
    _ lower: Expression, _ upper: Expression, _ graph: ExpressionGraph, _ scope: IndexScope
  ) throws(EvaluationError) -> Range<Int> {
    guard let first = scope.integer(lower, in: graph) else {
      throw .undefinedInteger(TextPrinter(graph).text(lower))
    }
    guard let last = scope.integer(upper, in: graph) else {
      throw .undefinedInteger(TextPrinter(graph).text(upper))
    }
    return first..<max(first, last + 1)
  }
}
