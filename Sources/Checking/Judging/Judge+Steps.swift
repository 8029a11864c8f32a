import Calculus
import Derivations
import Expressions

/// In which derivatives of a claim the earlier steps are held.
public enum HeldSteps: Sendable {
  /// In those of both sides.
  case everywhere
  /// In those on the right side: ∂h_2/∂w = ∂h_2/∂w + (∂h_2/∂h_1) ∂h_1/∂w, where both shares on the right are those of a step.
  case right
  /// On the right side in those that are on the left side as well: the first ∂h_t/∂w of ∂h_t/∂w = ∂h_t/∂w + (∂h_t/∂h_{t−1})
  /// ∂h_{t−1}/∂w.
  case repeated
}

extension Judge {
  /// The verdict on a claim about steps, where ∂h_t/∂w is taken with the earlier steps held, though h_{t−1} depends on w as
  /// well: so people write each step's share of a gradient, Σ_t ∂L/∂h_t · ∂h_t/∂w. Nil if the claim holds no such derivative.
  /// `graph` extends the graph that the judge was made with.
  public mutating func judgeHoldingEarlierSteps(
    _ claim: Assertion, _ held: HeldSteps = .everywhere, graph: ExpressionGraph
  ) -> Judgement.Verdict? {
    var importer = ExpressionImport(from: graph, sharing: nodeCount)
    var own = claim
    own.claim.left = importer.copy(claim.claim.left, into: &kernel.graph)
    own.claim.right = importer.copy(claim.claim.right, into: &kernel.graph)
    let before = own.claim
    if held == .everywhere { own.claim.left = withEarlierStepsHeld(own.claim.left) }
    own.claim.right = withEarlierStepsHeld(own.claim.right, only: held == .repeated ? before.left : nil)
    guard own.claim.left != before.left || own.claim.right != before.right else { return nil }
    return verdict(on: own)
  }

  /// With ∂u_t/∂w, w no quantity of a step, as the derivative of what step t computes u_t by; `only` such a derivative, if that
  /// is given.
  private mutating func withEarlierStepsHeld(_ expression: Expression, only: Expression? = nil) -> Expression {
    let table = kernel.definitions
    var memo: [Expression: Expression] = [:]
    return kernel.graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard only == nil || node == only, case .partial(let u, let v) = graph[node],
        case .symbol(let family, let subscripts) = graph[u], graph[family].isLayered, let step = subscripts.first,
        case .symbol(let variable, _) = graph[v], !graph[variable].isLayered,
        let value = Self.value(of: u, at: step, table, &graph),
        Self.isRecurrent(graph[family], value, at: step, table, graph)
      else { return node }
      return graph.contractKroneckers(graph.derivative(of: value, by: v))
    }
  }

  /// What step `step` computes `symbol` by, from the steps before it: tanh(W h_{t−1} + b) for h_t, by way of z_t or not.
  private static func value(
    of symbol: Expression, at step: Expression, _ table: DefinitionTable, _ graph: inout ExpressionGraph,
    depth: Int = 8
  ) -> Expression? {
    guard depth > 0, let value = table.possibleValue(of: symbol, in: &graph), !graph.holdsPartial(value) else {
      return nil
    }
    var memo: [Expression: Expression] = [:]
    return graph.rewriteBottomUp(value, memo: &memo) { graph, node in
      guard case .symbol(let id, let subscripts) = graph[node], graph[id].isLayered, subscripts.first == step else {
        return node
      }
      return Self.value(of: node, at: step, table, &graph, depth: depth - 1) ?? node
    }
  }

  /// Whether what a quantity is computed from at other steps is computed from it: the loss of a step leads to no other.
  private static func isRecurrent(
    _ family: Family, _ value: Expression, at step: Expression, _ table: DefinitionTable, _ graph: ExpressionGraph
  ) -> Bool {
    var pending: Set<Family> = []
    graph.forEachNode(of: value) { node in
      if case .symbol(let id, let subscripts) = graph[node], graph[id].isLayered, subscripts.first != step {
        pending.insert(graph[id])
      }
      return true
    }
    var seen: Set<Family> = []
    while let next = pending.popFirst() {
      if next == family { return true }
      if seen.insert(next).inserted { pending.formUnion(table.mentions(of: next)) }
    }
    return false
  }
}
