import Derivations
import Expressions
import Networks

/// Steps that go down the loss of one sample, where the loss is that of all: w ← w − η (ŷ^{(i)} − y^{(i)}) x^{(i)}.
extension NotesBuilder {
  /// Tells the judge which loss a step is about that mentions a sample which what it changes has not: that of the sample.
  mutating func takeSampleSteps() {
    let loss = elaborator.graph.symbol(NetworkSymbol.loss)
    guard let total = readLoss else { return }
    let opposite = elaborator.graph.negate(loss)
    for number in notes.assertions.indices where notes.assertions[number].claim.relation == .becomes {
      let claim = notes.assertions[number].claim
      let goal = notes.assertions[number].descent ?? loss
      guard goal == loss || goal == opposite, !mentionsSlope(of: loss, in: claim.right) else { continue }
      let own = Set(elaborator.graph.freeIndices(of: claim.left))
      let others = elaborator.graph.freeIndices(of: claim.right).filter { !own.contains($0) }
      guard others.count == 1, let sample = others.first,
        let summand = sampleLoss(sample, in: total)
      else { continue }
      notes.assertions[number].descent = goal == loss ? summand : elaborator.graph.negate(summand)
    }
  }

  /// The loss of the sample that lines are about which the text says to be about one.
  mutating func takeLossOfOneSample() {
    guard statements.contains(where: { $0.sampleOfLoss != nil }), let total = readLoss else { return }
    var found: Expression?
    for assertion in notes.assertions {
      for side in [assertion.claim.left, assertion.claim.right] {
        elaborator.graph.forEachNode(of: side) { node in
          if case .symbol(let id, let subscripts) = elaborator.graph[node],
            elaborator.graph[id] == NetworkSymbol.loss.batch
          {
            found = found ?? subscripts.first
          }
          return found == nil
        }
      }
    }
    guard let sample = found, let summand = sampleLoss(sample, in: total) else { return }
    let head = elaborator.graph.symbol(NetworkSymbol.loss.batch, [sample])
    notes.background.definitions.append(Background.Definition(head, summand))
  }

  private func mentionsSlope(of loss: Expression, in value: Expression) -> Bool {
    elaborator.graph.contains(in: value) { node in
      if case .partial(loss, _) = elaborator.graph[node] { true } else { false }
    }
  }

  /// What a sum over the samples, or their mean, adds up for one of them; nil where it is no such sum.
  mutating func sampleLoss(_ sample: Expression, in total: Expression) -> Expression? {
    guard case .index(let id) = elaborator.graph[sample] else { return nil }
    let count = elaborator.dimensions.root(elaborator.graph[id].upper)
    switch elaborator.graph[total] {
    case .summation:
      guard let opened = elaborator.graph.openFresh(total), elaborator.dimensions.root(opened.upper) == count else {
        return nil
      }
      return elaborator.graph.replace(opened.index, by: sample, in: opened.body)
    case .multiply(let factors):
      var result: [Expression] = []
      var isFound = false
      for factor in Array(factors) {
        if !isFound, let inner = sampleLoss(sample, in: factor) {
          isFound = true
          result.append(inner)
        } else if isMean(factor, over: count) {
          // The mean is that of the losses of all.
          continue
        } else {
          result.append(factor)
        }
      }
      return isFound ? elaborator.graph.multiply(result) : nil
    default: return nil
    }
  }

  /// 1/m, where m samples are summed over.
  private func isMean(_ factor: Expression, over count: Expression) -> Bool {
    guard case .power(let base, let exponent) = elaborator.graph[factor],
      elaborator.graph.numberValue(exponent) == -1
    else { return false }
    return elaborator.dimensions.root(base) == count
  }
}
