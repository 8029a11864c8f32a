import LaTeX
import Networks

/// Derivatives of the cost of all samples by a quantity of one of them: ∂J/∂a^{(i)} = 1/m (a^{(i)} − y^{(i)}), with the 1/m of J.
///
/// Many notes write J there and mean the loss of that one sample. Which of the two is meant is a convention, told by which
/// of them makes more lines true.
extension VocabularyReader {
  /// Takes J at its word where a line defines it as a sum over samples, and another one has such a derivative.
  mutating func findErrorsOfCost() {
    guard vocabulary.hasBatches else { return }
    vocabulary.lettersOfCost = Set(
      statements.compactMap { statement in
        guard statement.chain.signs.first?.name == "=", let head = statement.chain.members[0].nodes.headLetter,
          vocabulary.letters[head].map({ $0.role == .loss || $0.family == Vocabulary.cost }) == true,
          statement.chain.members.dropFirst().contains(where: { $0.nodes.sum(over: vocabulary.numberedSamples) != nil })
        else { return nil }
        return head
      })
    vocabulary.conventions.errorsAreOfCost = statements.contains { statement in
      statement.chain.members.contains { !vocabulary.samplesOfErrors(in: $0.nodes).isEmpty }
    }
  }
}

extension Vocabulary {
  /// The letters of the samples by whose quantities a cost of all samples is differentiated in `nodes`, outside of sums over
  /// them; with those of errors δ^{(i)} where these are such derivatives.
  func samplesOfErrors(in nodes: [MathNode]) -> Set<String> {
    guard !lettersOfCost.isEmpty else { return [] }
    var result: Set<String> = []
    var summed: Set<String> = []
    for node in nodes {
      if let name = node.summation?.lower?.nodes.withoutBlanks.first?.symbolName { summed.insert(name) }
      if let (above, below) = node.differentials {
        guard let cost = above.rest.headLetter, lettersOfCost.contains(cost) else { continue }
        result.formUnion(samples(in: below.rest).subtracting(summed))
      } else if let occurrence = node.occurrence {
        guard conventions.errorsAreOfCost, letters[occurrence.letter]?.role == .delta else { continue }
        result.formUnion(samples(in: [node]).subtracting(summed))
      } else {
        result.formUnion(samplesOfErrors(in: node.children).subtracting(summed))
      }
    }
    return result
  }

  /// The letters that number the samples of quantities of units.
  private func samples(in nodes: [MathNode]) -> Set<String> {
    Set(
      nodes.compactMap { node -> String? in
        guard let occurrence = node.occurrence, let letter = letters[occurrence.letter], letter.role?.family != nil,
          let item = numberedSample(of: letter, occurrence), let content = LayerContent(item), content.offset == 0,
          let name = content.letter, numberedSamples.contains(name)
        else { return nil }
        return name
      })
  }
}

extension [MathNode] {
  /// J, where nothing else stands here.
  fileprivate var headLetter: String? {
    let visible = withoutBlanks
    guard visible.count == 1, let occurrence = visible[0].occurrence, occurrence.subscripts.isEmpty,
      occurrence.superscript == nil
    else { return nil }
    return occurrence.letter
  }
}
