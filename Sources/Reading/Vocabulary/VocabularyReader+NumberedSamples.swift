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
    findErrorsOfCost()
  }

  /// J = 1/m Σ_i E^{(i)}, or 1/m Σ_i L(ŷ^{(i)}, y^{(i)}): E is the loss of a sample, and J the cost of the batch.
  mutating func separateCost() {
    guard let cost = vocabulary.letter(for: .loss), !isNumbered(cost),
      let single = Self.lossLetters.first(where: { $0 != cost && isNumbered($0) }) ?? summand(of: cost)
    else { return }
    if vocabulary.letters[single] == nil {
      vocabulary.letters[single] = Vocabulary.Letter(family: NetworkSymbol.loss, place: .none, rank: 0)
    }
    for letter in [cost, single] {
      vocabulary.letters[letter]?.role = letter == single ? .loss : nil
      vocabulary.letters[letter]?.family = letter == single ? NetworkSymbol.loss : Vocabulary.cost
      vocabulary.letters[letter]?.rank = 0
      vocabulary.letters[letter]?.place = .none
    }
  }

  /// The loss of which a line says that the cost is a sum: the L of J = 1/m Σ_i L(ŷ^{(i)}, y^{(i)}).
  private func summand(of cost: String) -> String? {
    func applied(_ nodes: [MathNode]) -> String? {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        if let letter = node.occurrence?.letter {
          guard letter != cost, Self.lossLetters.contains(letter), place > 0, place + 1 < visible.count,
            visible[place + 1].isRoundFence, visible[..<place].contains(where: { $0.summation != nil })
          else { continue }
          return letter
        }
        if let inner = applied(node.children) { return inner }
      }
      return nil
    }
    for statement in statements {
      guard statement.chain.members.first?.nodes.withoutBlanks.first?.occurrence?.letter == cost else { continue }
      for member in statement.chain.members.dropFirst() { if let found = applied(member.nodes) { return found } }
    }
    return nil
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
