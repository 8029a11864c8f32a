import Derivations
import Expressions
import Networks
import Numerics

/// Replaces symbols by what a derivation defines them to be, with numbers for all indices, until only weights, biases,
/// inputs and targets are left.
struct DefinitionExpansion {
  /// What members of a family, of one layer where it is layered, are: `value` in terms of the indices.
  private struct Definition {
    let indices: [Expression]
    /// The values that each index takes.
    let ranges: [ClosedRange<Int>]
    let value: Expression
    /// The numbers of layer letters.
    let layers: [Expression: Expression]
  }

  private let scope: IndexScope
  private var definitions: [ArrayKey: [Definition]] = [:]
  private var memo: [Expression: Expression] = [:]
  private var failure: EvaluationError?

  /// The definitions of `derivation`, at the sizes of `scope`.
  /// - Throws: `EvaluationError.undefinedInteger` if a range or a layer has no number.
  init(
    _ derivation: Derivation, _ scope: IndexScope, _ graph: inout ExpressionGraph
  ) throws(EvaluationError) {
    self.scope = scope
    for (_, claim) in derivation.claims {
      guard claim.relation == .equal, case .definition(claim.left) = claim.reason,
        case .symbol(let id, let subscripts) = graph[claim.left]
      else { continue }
      let family = graph[id]
      let indices = Array(family.isLayered ? subscripts.dropFirst() : subscripts)
      for assigned in try LayerIndices.assignments(of: [claim.left, claim.right], in: graph, scope: scope) {
        let layer = family.isLayered ? subscripts.first.flatMap { assigned.integer($0, in: graph) } : nil
        var ranges: [ClosedRange<Int>] = []
        for index in indices { if let range = Self.range(of: index, graph, assigned) { ranges.append(range) } }
        guard ranges.count == indices.count else { continue }
        var layers: [Expression: Expression] = [:]
        for (index, value) in assigned.values { layers[index] = graph.number(value) }
        definitions[ArrayKey(family.name, layer: layer), default: []].append(
          Definition(indices: indices, ranges: ranges, value: claim.right, layers: layers))
      }
    }
  }

  private static func range(
    of index: Expression, _ graph: ExpressionGraph, _ scope: IndexScope
  ) -> ClosedRange<Int>? {
    if let value = scope.integer(index, in: graph) { return value...value }
    return graph.range(of: index, scope)
  }

  /// `expression`, which mentions no free index, written out.
  /// - Throws: `EvaluationError.undefinedInteger` if a bound, a layer or a unit has no number.
  mutating func expand(
    _ expression: Expression, in graph: inout ExpressionGraph
  ) throws(EvaluationError) -> Expression {
    let result = expanded(expression, &graph)
    if let failure { throw failure }
    return result
  }

  private mutating func expanded(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    if let known = memo[expression] { return known }
    let result: Expression
    switch graph[expression] {
    case .symbol(let id, let subscripts):
      if let value = scope.integer(expression, in: graph) {
        result = graph.number(value)
      } else {
        result = expandedSymbol(graph[id], Array(subscripts), &graph)
      }
    case .summation(let lower, let upper, _):
      var terms: [Expression] = []
      for value in stride(from: integer(lower, graph), through: integer(upper, graph), by: 1) {
        guard let term = graph.term(of: expression, at: graph.number(value)) else { continue }
        terms.append(expanded(term, &graph))
      }
      result = graph.add(terms)
    default:
      result = graph.mapChildren(of: expression) { graph, child in expanded(child, &graph) }
    }
    memo[expression] = result
    return result
  }

  private mutating func integer(_ expression: Expression, _ graph: ExpressionGraph) -> Int {
    if let value = scope.integer(expression, in: graph) { return value }
    failure = failure ?? .undefinedInteger(TextPrinter(graph).text(expression))
    return 0
  }

  /// The member of `family` with these subscripts.
  private mutating func expandedSymbol(
    _ family: Family, _ subscripts: [Expression], _ graph: inout ExpressionGraph
  ) -> Expression {
    var numbers: [Int] = []
    for place in subscripts { numbers.append(integer(place, graph)) }
    let units = Array(family.isLayered ? numbers.dropFirst() : numbers[...])
    let key = ArrayKey(family.name, layer: family.isLayered ? numbers.first : nil)
    for definition in definitions[key, default: []] where definition.indices.count == units.count {
      guard zip(definition.ranges, units).allSatisfy({ $0.contains($1) }) else { continue }
      var replacements = definition.layers
      for (index, unit) in zip(definition.indices, units) { replacements[index] = graph.number(unit) }
      return expanded(graph.replace(replacements, in: definition.value), &graph)
    }
    return graph.symbol(family, numbers.map { graph.number($0) })
  }
}
