import LaTeX

/// Losses that have a name and no definition: J = CE(y, ŷ).
extension VocabularyReader {
  private static let crossEntropies: Set<String> = [
    "CE", "XE", "CrossEntropy", "crossentropy", "CrossEntropyLoss", "H",
  ]

  /// Finds the words for a cross-entropy of two arrays that no line says what they are.
  mutating func findKnownLosses() {
    let heads = Set(statements.compactMap { $0.chain.members.first?.nodes.withoutBlanks.first?.occurrence?.letter })
    vocabulary.crossEntropies = Self.crossEntropies.filter { word in
      survey[word].count > 0 && survey[word].applications == survey[word].count && !heads.contains(word)
    }
  }
}
