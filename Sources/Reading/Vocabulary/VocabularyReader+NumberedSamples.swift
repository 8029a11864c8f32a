import LaTeX
import Networks

/// Samples that are numbered beside layers: z^{x,l}, a^{[l](i)}.
extension VocabularyReader {
  /// Which letters number samples so, and whether sums run over them, so that there is a batch.
  mutating func findNumberedSamples() {
    guard vocabulary.isLayeredNetwork, !survey.samples.isEmpty, vocabulary.sampleSlot == nil else { return }
    vocabulary.numberedSamples = survey.samples
    separateCost()
    guard !survey.samples.isDisjoint(with: summed) else { return }
    vocabulary.hasBatches = true
    vocabulary.sampleCount = vocabulary.sampleCount ?? countOfNumberedSamples
  }

  /// J = 1/m Σ_i E^{(i)}: E is the loss of a sample, and J the cost of the batch.
  private mutating func separateCost() {
    guard let cost = vocabulary.letter(for: .loss), !isNumbered(cost),
      let single = Self.lossLetters.first(where: { $0 != cost && isNumbered($0) })
    else { return }
    for (letter, reading) in vocabulary.letters where letter == cost || letter == single {
      vocabulary.letters[letter]?.role = letter == single ? .loss : nil
      vocabulary.letters[letter]?.family = letter == single ? reading.family : Vocabulary.cost
      vocabulary.letters[letter]?.rank = 0
      vocabulary.letters[letter]?.place = .none
    }
    vocabulary.letters[single]?.family = NetworkSymbol.loss
  }

  /// Whether what numbers samples beside layers stands above a letter.
  private func isNumbered(_ letter: String) -> Bool {
    let usage = survey[letter]
    return [usage.bracketed, usage.bare].contains { contents in
      contents.keys.contains { $0.offset == 0 && $0.letter.map(survey.samples.contains) ?? false }
    }
  }

  /// The m of 1/m beside a sum over samples, or of Σ_{i=1}^m.
  private var countOfNumberedSamples: String? {
    for statement in statements {
      let nodes = statement.chain.members.flatMap(\.nodes)
      guard let sum = nodes.sum(over: survey.samples) else { continue }
      if let last = sum.upper.flatMap({ LayerContent($0.nodes)?.letter }) { return last }
      if let count = nodes.denominators.first { return count }
    }
    return nil
  }
}

extension [MathNode] {
  /// The first sum over one of these letters.
  func sum(over names: Set<String>) -> MathScripts? {
    for node in self {
      if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName, names.contains(name) {
        return sum
      }
      if let inner = node.children.sum(over: names) { return inner }
    }
    return nil
  }
}
