import LaTeX

/// Which letters are learning rates.
extension VocabularyReader {
  mutating func assignRates() {
    for rate in [
      "\\eta", "\\alpha", "\\epsilon", "\\varepsilon", "\\gamma", "\\mu", "\\lambda", "lr", "LR", "rate", "stepsize",
    ] where isRate(rate) {
      assign(.rate, rate)
    }
  }

  /// Whether a letter is what an update is multiplied by, w − η ∂L/∂w, or a step of one, Δw = −η ∂L/∂w.
  private func isRate(_ letter: String) -> Bool {
    guard vocabulary.letters[letter] != nil else { return false }
    return statements.indices.contains { number in
      let chain = statements[number].chain
      let written = head(of: number)
      let isStep = written.count == 2 && written[0].symbolName == "\\Delta"
      guard chain.members.count > 1, let head = written.dropFirst(isStep ? 1 : 0).first?.occurrence,
        vocabulary.letters[head.letter]?.role == .weight || vocabulary.letters[head.letter]?.role == .bias
      else { return false }
      return chain.members.dropFirst().contains { member in
        let nodes = member.nodes.flatMap(\.withoutSignedBrackets)
        let factors = nodes.flatMap(\.withNumerator)
        guard factors.contains(where: { $0.occurrence?.letter == letter }) else { return false }
        // The rate of a momentum stands before the last step.
        return isStep
          ? !nodes.contains { $0.symbolName == "\\Delta" } : nodes.contains { $0.occurrence?.letter == head.letter }
      }
    }
  }

  /// What the chain begins with that a statement belongs to.
  private func head(of number: Int) -> [MathNode] {
    var current = number
    while let previous = statements[current].previous, previous < current { current = previous }
    return statements[current].chain.members.first?.nodes.withoutBlanks ?? []
  }
}

extension MathNode {
  /// η and η/m alike: the node, or what stands above a fraction line.
  fileprivate var withNumerator: [MathNode] {
    if case .fraction(let fraction) = kind, differentials == nil { fraction.numerator.nodes } else { [self] }
  }

  /// (−η δ) as what stands in the brackets; else the node itself.
  fileprivate var withoutSignedBrackets: [MathNode] {
    guard case .fence(let fence) = kind, let first = fence.body.withoutBlanks.first, case .operation("-") = first.kind
    else { return [self] }
    return fence.body
  }
}
