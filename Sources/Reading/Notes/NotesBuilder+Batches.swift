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
}
