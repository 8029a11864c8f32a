import LaTeX

/// Derivatives under the names that programs give them: dw = x dz, db = dz.
extension VocabularyReader {
  /// Finds the letters behind a d that lines are about. Where dL is among them, they are differentials.
  mutating func findCodeNames() {
    guard vocabulary.letter(for: .loss) != nil else { return }
    var found: Set<String> = []
    for statement in statements {
      guard let head = statement.chain.members.first?.nodes.withoutBlanks, statement.chain.members.count > 1,
        let sign = head.first, sign.kind == .letter("d"), head.count == 2, let letter = head[1].occurrence?.letter
      else { continue }
      if vocabulary.letters[letter]?.role == .loss { return }
      found.insert(letter)
    }
    vocabulary.codeNames = found
  }
}
