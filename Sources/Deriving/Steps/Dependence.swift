import Calculus
import Derivations
import Expressions
import Networks

/// Which symbols of a network change with which: what is downstream of what.
extension Deriver {
  /// Differentiates the formal derivatives at the end of `chain`, rule by rule, until only those of symbols are left.
  /// A rule that drops nothing but targets is given that reason.
  mutating func differentiate(_ chain: inout Chain) {
    // Each rule takes at least one level off some derivative, so the number of steps is bounded by the depth; the limit
    // only keeps a page of notes a page.
    let depends = dependence()
    for _ in 0..<40 {
      guard let (next, rule) = model.graph.differentiatedOneStep(chain.last, depends: depends) else { return }
      let tidied = model.graph.simplify(next)
      chain.append(tidied, dropsTargetsOnly(chain.last, rule) ? .targetIsConstant : .rule(rule))
    }
  }

  /// Whether the symbol `u` may change when `v` does: it is of v's family and layer, or it is computed from it. Where a
  /// symbol stands in the computation is told by its layer and, within the layer, by the order parameters, z, a, L;
  /// targets, inputs and other parameters are computed from nothing.
  func dependence() -> (inout ExpressionGraph, Expression, Expression) -> Bool {
    let output = model.outputLayer
    let leaves = !model.network.architecture.weightsEnterTheirLayer
    func place(_ graph: inout ExpressionGraph, _ symbol: Expression) -> (layer: Expression, rank: Int)? {
      guard case .symbol(let id, let subscripts) = graph[symbol] else { return nil }
      let first = subscripts.first
      switch graph[id] {
      case NetworkSymbol.weight, NetworkSymbol.bias:
        return first.map { (leaves ? graph.add([$0, graph.number(1)]) : $0, 0) }
      case NetworkSymbol.preactivation: return first.map { ($0, 1) }
      case NetworkSymbol.activation: return first.map { ($0, 2) }
      case NetworkSymbol.prediction: return (output, 2)
      case NetworkSymbol.loss: return (output, 3)
      default: return nil
      }
    }
    return { graph, u, v in
      guard case .symbol(let upper, _) = graph[u], case .symbol(let lower, _) = graph[v] else { return false }
      guard let above = place(&graph, u), let below = place(&graph, v) else { return upper == lower }
      guard let difference = graph.constantDifference(above.layer, below.layer) else { return true }
      if difference.isZero, above.rank == below.rank { return upper == lower || above.rank == 2 }
      return above.rank > 0 && (difference > .zero || difference.isZero && above.rank > below.rank)
    }
  }

  /// Whether the derivatives in `expression` that a sum rule takes apart lose targets and nothing else.
  private func dropsTargetsOnly(_ expression: Expression, _ rule: RuleName) -> Bool {
    guard rule == .sumRule || rule == .constantRule else { return false }
    var found = false
    model.graph.forEachNode(of: expression) { node in
      if case .partial(let u, _) = model.graph[node], case .add(let terms) = model.graph[u] {
        found = found || terms.contains { isTarget($0) }
      }
      return true
    }
    return found
  }

  private func isTarget(_ term: Expression) -> Bool {
    switch model.graph[term] {
    case .symbol(let family, _): model.graph[family] == NetworkSymbol.target
    case .multiply(let factors):
      factors.contains { isTarget($0) } && factors.allSatisfy { isTarget($0) || model.graph.numberValue($0) != nil }
    default: false
    }
  }
}
