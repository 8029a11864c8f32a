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
    if BatchModel.isAboutBatch(loss, elaborator.graph) {
      notes.background.definitions += BatchModel.definitions(
        from: notes.background.definitions, lossOfBatch: elaborator.graph.symbol(NetworkSymbol.loss), &elaborator)
      return
    }
    notes.background.definitions += BatchModel.definitions(
      from: notes.background.definitions, loss: loss, cost: definedCost(of: loss), isMean: dividesByCount, &elaborator)
    if vocabulary.conventions.errorsAreOfCost { takeErrorsOfCost() }
  }

  /// Whether a line has the factor 1/m.
  private var dividesByCount: Bool {
    statements.contains { statement in
      let nodes = statement.chain.members.flatMap(\.nodes)
      return vocabulary.sampleCount.map { nodes.denominators.contains($0) } ?? false
    }
  }

  /// What a line says that the cost of the batch is, where that is made of the loss of each sample.
  private mutating func definedCost(of loss: Expression) -> Expression? {
    costLines().first { $0.loss == loss }?.cost
  }

  /// The loss of one sample, where a line says that the cost of the batch is a sum over its samples, or their mean.
  mutating func lossOfCost() -> Background.Definition? {
    guard vocabulary.hasBatches, let line = costLines().first else { return nil }
    return Background.Definition(elaborator.graph.symbol(NetworkSymbol.loss), line.loss)
  }

  /// What lines say that the cost of the batch is, with the loss of a sample that it is made of.
  private mutating func costLines() -> [(cost: Expression, loss: Expression)] {
    let count = elaborator.sampleRange().upper
    var result: [(cost: Expression, loss: Expression)] = []
    for assertion in notes.assertions {
      guard case .symbol(let id, _) = elaborator.graph[assertion.claim.left],
        elaborator.graph[id] == Vocabulary.cost, assertion.claim.relation == .equal,
        let summand = BatchModel.summand(of: assertion.claim.right, count: count, &elaborator.graph),
        let loss = BatchModel.single(summand, &elaborator.graph), loss != summand
      else { continue }
      result.append((assertion.claim.right, loss))
    }
    return result
  }

  /// The errors of samples as derivatives of the cost: δ^{(i)} = ∂J/∂z^{(i)}.
  private mutating func takeErrorsOfCost() {
    let (total, cost) = (
      elaborator.graph.symbol(Vocabulary.totalLoss), elaborator.graph.symbol(Vocabulary.cost)
    )
    for number in notes.background.definitions.indices {
      let definition = notes.background.definitions[number]
      guard case .symbol(let id, _) = elaborator.graph[definition.head],
        elaborator.graph[id] == NetworkSymbol.delta.batch
      else { continue }
      let value = elaborator.graph.replace(total, by: cost, in: definition.value)
      notes.background.definitions[number] = Background.Definition(definition.head, value)
    }
  }
}
