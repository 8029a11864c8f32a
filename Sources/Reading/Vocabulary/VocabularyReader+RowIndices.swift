import LaTeX

/// Rows of matrices: Σ_i u_i beside u_{ik}, or z_j = s(W_j · h) beside z = s(W h).
extension VocabularyReader {
  mutating func findRowIndices() {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays else { return }
    for (letter, reading) in vocabulary.letters where reading.rank == 2 && reading.place == .none {
      let pairs = survey[letter].pairs
      vocabulary.letters[letter]?.rowIndices = Set(pairs.map { $0[0] }).subtracting(pairs.map { $0[1] })
    }
    for letter in vocabulary.letters.keys.sorted() where isMatrixWithRows(letter) { takeRows(of: letter) }
  }

  /// Whether a capital for a matrix stands by itself, as W, and with one index letter, as W_j.
  private func isMatrixWithRows(_ letter: String) -> Bool {
    let usage = survey[letter]
    guard let reading = vocabulary.letters[letter], reading.place == .none, customaryRank(letter, usage) == 2,
      usage.bracketed.isEmpty, usage.bare.isEmpty, usage.subscriptCounts.keys.allSatisfy({ $0 < 2 }),
      usage.subscriptCounts[0, default: 0] > 0
    else { return false }
    return !usage.single.isEmpty && usage.single.keys.allSatisfy(\.isPlainLetter)
  }

  /// W_j is row j of W where entry j of something is made of W_j · h, and lies as h does unless it is multiplied as a row.
  private mutating func takeRows(of letter: String) {
    var areColumns = false
    var found = false
    for statement in statements {
      guard let head = statement.chain.members[0].nodes.withoutBlanks.first?.occurrence, head.subscripts.count == 1,
        statement.chain.members[0].nodes.withoutBlanks.count == 1, let unit = LayerContent(head.subscripts[0])
      else { continue }
      for member in statement.chain.members.dropFirst() {
        guard let isOfColumns = hasProduct(withRow: unit, of: letter, in: member.nodes) else { continue }
        found = true
        areColumns = areColumns || isOfColumns
      }
    }
    guard found else { return }
    vocabulary.letters[letter]?.rank = 2
    vocabulary.letters[letter]?.isRankGuessed = false
    vocabulary.letters[letter]?.rowIndices = Set(survey[letter].single.keys.compactMap(\.letter))
    vocabulary.letters[letter]?.hasColumnsForRows = areColumns
  }

  /// Whether row `unit` times a vector stands somewhere: false for W_j h, true for W_j · h and W_jᵀh, else nil.
  private func hasProduct(withRow unit: LayerContent, of letter: String, in nodes: [MathNode]) -> Bool? {
    let visible = nodes.withoutBlanks
    for (place, node) in visible.enumerated() {
      guard let row = node.occurrence else {
        if let inner = hasProduct(withRow: unit, of: letter, in: node.children) { return inner }
        continue
      }
      guard row.letter == letter, row.subscripts.count == 1, LayerContent(row.subscripts[0]) == unit else { continue }
      var next = place + 1
      let isDotted = next < visible.count && visible[next].kind == .operation("cdot")
      if isDotted { next += 1 }
      guard next < visible.count, let vector = visible[next].occurrence, vector.subscripts.isEmpty,
        vocabulary.letters[vector.letter]?.rank == 1
      else { continue }
      return isDotted || row.isTransposed
    }
    return nil
  }
}
