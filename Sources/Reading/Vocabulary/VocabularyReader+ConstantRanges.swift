import LaTeX

/// Between which numbers constants lie: 0 < α < 1 of a leaky ReLU, λ > 0 of a penalty.
///
/// Such a condition restricts no line, as z > 0 does that stands beside one case of a function: it says which numbers the
/// letter stands for wherever it occurs.
extension VocabularyReader {
  /// The letters that constants go by.
  private static let constants: Set<String> = [
    "alpha", "beta", "gamma", "lambda", "epsilon", "varepsilon", "eta", "mu", "rho", "tau", "kappa", "nu",
  ]

  /// Finds the constants of which the notes say that they are positive, or lie between 0 and 1.
  mutating func findConstantRanges() {
    for chain in comparisons {
      guard let (letter, isBounded) = chain.rangeOfConstant, Self.constants.contains(letter.plainName),
        let reading = vocabulary.letters[letter], reading.rank == 0, reading.role == nil || reading.role == .rate,
        survey[letter].variables == 0, survey[letter].differentiated == 0
      else { continue }
      if isBounded { vocabulary.fractions.insert(letter) } else { vocabulary.positives.insert(letter) }
    }
    vocabulary.positives.subtract(vocabulary.fractions)
  }
}

extension WrittenChain {
  /// Whether the chain compares something with something else.
  var isComparisonChain: Bool {
    !signs.isEmpty && !continuesPrevious && !isOpen && signs.allSatisfy { ["<", ">", "le", "ge"].contains($0.name) }
  }

  /// The letter of α > 0 or of 0 < α < 1, and whether it is the latter; nil for any other chain.
  var rangeOfConstant: (letter: String, isBounded: Bool)? {
    let values = members.map { $0.nodes.withoutBlanks }
    let names = signs.map(\.name)
    guard values.allSatisfy({ $0.count == 1 }) else { return nil }
    let rises = names.allSatisfy { ["<", "le"].contains($0) }
    let falls = names.allSatisfy { [">", "ge"].contains($0) }
    guard rises || falls else { return nil }
    let ordered = rises ? values : values.reversed()
    guard ordered[0][0].wholeNumber == 0, ordered.count <= 3, let letter = ordered[1][0].occurrence?.letter else {
      return nil
    }
    if ordered.count == 2 { return (letter, false) }
    return ordered[2][0].wholeNumber == 1 ? (letter, true) : nil
  }
}

extension Vocabulary {
  /// Whether a letter is a constant of which the notes say between which numbers it lies.
  func isConstantOfRange(_ letter: String) -> Bool { positives.contains(letter) || fractions.contains(letter) }
}
