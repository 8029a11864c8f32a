import Calculus
import Derivations
import Expressions

extension Judge {
  /// The verdict on a claim about steps, where ∂h_t/∂w is taken with the earlier steps held, though h_{t−1} depends on w as
  /// well: so people write each step's share of a gradient, Σ_t ∂L/∂h_t · ∂h_t/∂w. Nil if the claim holds no such derivative.
  /// `graph` extends the graph that the judge was made with.
  public mutating func judgeHoldingEarlierSteps(_ claim: Assertion, graph: ExpressionGraph) -> Judgement.Verdict? {
    var importer = ExpressionImport(from: graph, sharing: nodeCount)
    var own = claim
    own.claim.left = importer.copy(claim.claim.left, into: &kernel.graph)
    own.claim.right = importer.copy(claim.claim.right, into: &kernel.graph)
    let before = own.claim
    own.claim.left = withEarlierStepsHeld(own.claim.left)
    own.claim.right = withEarlierStepsHeld(own.claim.right)
    guard own.claim.left != before.left || own.claim.right != before.right else { return nil }
    return verdict(on: own)
  }

  private mutating func withEarlierStepsHeld(_ expression: Expression) -> Expression {
    let table = kernel.definitions
    var memo: [Expression: Expression] = [:]
    return kernel.graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .partial(let u, let v) = graph[node], case .symbol(let step, _) = graph[u], graph[step].isLayered,
        case .symbol(let variable, _) = graph[v], !graph[variable].isLayered,
        let value = table.value(of: u, in: &graph)
      else { return node }
      let isRecursive = graph.contains(in: value) { if case .symbol(step, _) = graph[$0] { true } else { false } }
      guard isRecursive else { return node }
      return graph.contractKroneckers(graph.derivative(of: value, by: v))
    }
  }
}
