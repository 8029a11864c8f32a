import Derivations
import Expressions
import Networks

/// What holds of batches throughout.
extension NotesBuilder {
  /// The quantities of a batch, and its cost.
  mutating func takeBatches() {
    let told = notes.background.definitions.first {
      if case .symbol(let id, _) = elaborator.graph[$0.head] {
        elaborator.graph[id] == NetworkSymbol.loss
      } else {
        false
      }
    }
    guard let loss = told?.value ?? readLoss else { return }
    let isMean = statements.contains { statement in
      let nodes = statement.chain.members.flatMap(\.nodes)
      return vocabulary.sampleCount.map { nodes.denominators.contains($0) } ?? false
    }
    if BatchModel.isAboutBatch(loss, elaborator.graph) {
      notes.background.definitions += BatchModel.definitions(
        from: notes.background.definitions, lossOfBatch: elaborator.graph.symbol(NetworkSymbol.loss), &elaborator)
      return
    }
    notes.background.definitions += BatchModel.definitions(
      from: notes.background.definitions, loss: loss, isMean: isMean, &elaborator)
  }

  /// The loss of one sample, where a line says that the cost of the batch is a sum over its samples, or their mean.
  mutating func lossOfCost() -> Background.Definition? {
    guard vocabulary.hasBatches else { return nil }
    let count = elaborator.sampleRange().upper
    for assertion in notes.assertions {
      guard case .symbol(let id, _) = elaborator.graph[assertion.claim.left],
        elaborator.graph[id] == Vocabulary.cost, assertion.claim.relation == .equal,
        let summand = BatchModel.summand(of: assertion.claim.right, count: count, &elaborator.graph),
        let loss = BatchModel.single(summand, &elaborator.graph), loss != summand
      else { continue }
      return Background.Definition(elaborator.graph.symbol(NetworkSymbol.loss), loss)
    }
    return nil
  }
}
