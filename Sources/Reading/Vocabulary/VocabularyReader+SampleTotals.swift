import LaTeX

/// The cost of all samples beside that of one, C = 1/n Σ_x C_x, in notes that nothing else shows to be about several samples.
///
/// Most such notes go on with one sample and write C for its cost. Where a line has both, it would be about the sum.
extension VocabularyReader {
  /// Finds the letters of such sums, and whether errors are said to be those of one sample.
  mutating func findSampleTotals() {
    guard vocabulary.isLayeredNetwork, !vocabulary.hasBatches else { return }
    vocabulary.sampleTotals = Set(statements.compactMap { Self.total(in: $0) })
    guard !vocabulary.sampleTotals.isEmpty else { return }
    vocabulary.errorsAreOfOneSample = statements.contains { statement in
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 1, let letter = head[0].occurrence?.letter, vocabulary.letters[letter]?.role == .delta else {
        return false
      }
      return statement.chain.members.contains { vocabulary.costs(in: $0.nodes).ofOne }
    }
  }

  /// The C of a line C = 1/n Σ_x C_x.
  private static func total(in statement: WrittenStatement) -> String? {
    guard statement.chain.signs.first?.name == "=" else { return nil }
    let head = statement.chain.members[0].nodes.withoutBlanks
    let value = statement.chain.members[1].nodes.withoutBlanks
    guard head.count == 1, let loss = head[0].symbolName, lossLetters.contains(loss), let own = value.last?.occurrence,
      own.letter == loss, own.subscripts.count == 1, own.subscripts[0].count == 1,
      let sample = own.subscripts[0][0].symbolName,
      value.contains(where: { $0.summation?.lower?.nodes.withoutBlanks.first?.symbolName == sample })
    else { return nil }
    return loss
  }
}

extension Vocabulary {
  /// Whether the cost of all samples is differentiated in `nodes`, and whether that of one is.
  func costs(in nodes: [MathNode]) -> (ofAll: Bool, ofOne: Bool) {
    var result = (ofAll: false, ofOne: false)
    for node in nodes {
      if let (above, _) = node.differentials {
        guard let cost = above.rest.first?.occurrence, above.rest.count == 1, sampleTotals.contains(cost.letter) else {
          continue
        }
        if cost.subscripts.isEmpty { result.ofAll = true } else { result.ofOne = true }
      } else {
        if errorsAreOfOneSample, let letter = node.occurrence?.letter, letters[letter]?.role == .delta {
          result.ofOne = true
        }
        let inner = costs(in: node.children)
        result = (result.ofAll || inner.ofAll, result.ofOne || inner.ofOne)
      }
    }
    return result
  }
}
