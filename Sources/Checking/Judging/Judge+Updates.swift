import Derivations
import Expressions
import Networks

/// Steps of gradient descent: v ← v − η ∂L/∂v.
extension Judge {
  /// The verdict on an update: its increment must be −η ∂L/∂v, where η is a learning rate.
  mutating func verdict(onUpdate claim: Claim) -> Judgement.Verdict {
    guard let loss = loss() else { return .unread("nothing says what the loss is") }
    var graph = kernel.graph
    let increment = graph.subtract(claim.right, claim.left)
    var verdict: Judgement.Verdict?
    for rate in rates(in: claim) {
      let rateSymbol = graph.symbol(rate)
      let slope = graph.partial(loss, by: claim.left)
      let descent = graph.multiply([graph.number(-1), rateSymbol, slope])
      kernel.graph = graph
      let step = Claim(left: increment, relation: .equal, right: descent, reason: claim.reason)
      let found = self.verdict(on: Assertion(step))
      graph = kernel.graph
      if found.holds { return found }
      verdict = verdict ?? found
    }
    return verdict ?? .unread("nothing says what the learning rate is")
  }

  /// The symbol whose derivatives the notes take.
  private func loss() -> Expression? {
    if let told = background.loss { return told }
    var graph = kernel.graph
    let scalars = kernel.definitions.entries.filter {
      $0.subscripts.isEmpty && !$0.family.isCount && !$0.family.isLayered && !$0.holdsPartial
    }
    return scalars.last.map { graph.symbol($0.family) }
  }

  /// The letters that may be the learning rate: those told, or else scalars of which nothing else is known, in their order.
  private func rates(in claim: Claim) -> [Family] {
    var found: [Family] = []
    kernel.graph.forEachNode(of: claim.right) { node in
      guard case .symbol(let id, let subscripts) = kernel.graph[node], subscripts.isEmpty else { return true }
      let family = kernel.graph[id]
      let isTold = background.learningRates.contains(family) || family == NetworkSymbol.learningRate
      let isFree =
        background.learningRates.isEmpty && !family.isCount && !family.isLayered
        && !program.mentioned.contains(program.number(of: family))
      if isTold || isFree, !found.contains(family) { found.append(family) }
      return true
    }
    return found.isEmpty ? background.learningRates.isEmpty ? [NetworkSymbol.learningRate] : background.learningRates : found
  }
}
