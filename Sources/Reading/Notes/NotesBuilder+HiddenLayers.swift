import Derivations
import Expressions
import Networks

/// Lines about any layer beside one that gives the last layer a function of its own.
extension NotesBuilder {
  /// Where a^L = softmax(z^L) stands beside a^l = tanh(z^l), the latter, and all that goes through the function of layer l,
  /// as δ^l = ∂C/∂a^l ⊙ (1 − (a^l)²) does, is about the hidden layers. A line that says itself which layers it is about says
  /// so of these.
  mutating func restrictToHiddenLayers(_ explicit: [Background.Definition], _ layerFunction: Background.Definition?) {
    let depth = elaborator.depth()
    guard let output = explicit.first(where: { layer(of: $0.head) == depth }), isOwn(output, layerFunction) else {
      return
    }
    for number in notes.assertions.indices where !conditioned.contains(number) {
      let claim = notes.assertions[number].claim
      let free = elaborator.graph.freeIndices(of: claim.left) + elaborator.graph.freeIndices(of: claim.right)
      let layers = self.layers(in: [claim.left, claim.right])
      for index in elaborator.graph.ordered(Set(free)) {
        guard case .index(let id) = elaborator.graph[index] else { continue }
        let upper = elaborator.graph[id].upper
        let isReached = layers.contains { layer in
          layer.goesThroughFunction && elaborator.graph.contains(index, in: layer.number)
            && elaborator.graph.replace(index, by: upper, in: layer.number) == depth
        }
        if isReached { notes.assertions[number].claim = stopped(index, notes.assertions[number].claim, free) }
      }
    }
  }

  /// The same claim with a layer index that stops one layer lower; what its range depends on goes with it.
  private mutating func stopped(_ index: Expression, _ claim: Claim, _ free: [Expression]) -> Claim {
    guard case .index(let id) = elaborator.graph[index] else { return claim }
    var claim = claim
    let (name, lower, upper) = (elaborator.graph[id].name, elaborator.graph[id].lower, elaborator.graph[id].upper)
    let minusOne = elaborator.graph.number(-1)
    let last = elaborator.graph.add([upper, minusOne])
    var replacements = [index: elaborator.graph.index(name, from: lower, to: last)]
    for other in elaborator.graph.ordered(Set(free)) where other != index {
      guard case .index(let id) = elaborator.graph[other] else { continue }
      let (name, lower, upper) = (elaborator.graph[id].name, elaborator.graph[id].lower, elaborator.graph[id].upper)
      let (from, to) = (
        elaborator.graph.replace(replacements, in: lower), elaborator.graph.replace(replacements, in: upper)
      )
      if from != lower || to != upper { replacements[other] = elaborator.graph.index(name, from: from, to: to) }
    }
    claim.left = elaborator.graph.replace(replacements, in: claim.left)
    claim.right = elaborator.graph.replace(replacements, in: claim.right)
    if case .definition = claim.reason { claim.reason = .definition(claim.left) }
    return claim
  }

  private func layer(of symbol: Expression) -> Expression? {
    guard case .symbol(_, let subscripts) = elaborator.graph[symbol] else { return nil }
    return subscripts.first
  }

  /// Whether the function of the last layer is another one than that of all.
  private mutating func isOwn(_ output: Background.Definition, _ layerFunction: Background.Definition?) -> Bool {
    guard case .symbol(_, let subscripts) = elaborator.graph[output.head] else { return false }
    let own = Array(subscripts)
    if let line = layerFunction, case .symbol(_, let general) = elaborator.graph[line.head], general.count == own.count
    {
      return elaborator.graph.replace(Dictionary(zip(general, own)) { first, _ in first }, in: line.value)
        != output.value
    }
    let z = elaborator.graph.symbol(NetworkSymbol.preactivation, own)
    let usual = elaborator.graph.call(vocabulary.activationName, z)
    return usual != output.value
  }

  /// The layers that quantities in some expressions are of, each with whether the function of that layer matters: both what
  /// stands before it and what stands behind it occur.
  private func layers(in expressions: [Expression]) -> [(number: Expression, goesThroughFunction: Bool)] {
    let (z, a, delta) = (NetworkSymbol.preactivation, NetworkSymbol.activation, NetworkSymbol.delta)
    var before: Set<Expression> = []
    var behind: Set<Expression> = []
    var applied: Set<Expression> = []
    for expression in expressions {
      elaborator.graph.forEachNode(of: expression) { node in
        switch elaborator.graph[node] {
        case .symbol(let id, let subscripts):
          guard let layer = subscripts.first else { break }
          let family = elaborator.graph[id]
          if [z, z.batch, delta, delta.batch].contains(family) { before.insert(layer) }
          if [a, a.batch].contains(family) { behind.insert(layer) }
        case .call(_, let arguments):
          guard let argument = arguments.first, case .symbol(let id, let subscripts) = elaborator.graph[argument],
            [z, z.batch].contains(elaborator.graph[id]), let layer = subscripts.first
          else { break }
          applied.insert(layer)
        default: break
        }
        return true
      }
    }
    let all = before.union(behind).union(applied)
    return elaborator.graph.ordered(all).map {
      ($0, applied.contains($0) || before.contains($0) && behind.contains($0))
    }
  }
}
