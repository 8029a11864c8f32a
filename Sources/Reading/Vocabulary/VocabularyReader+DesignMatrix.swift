import LaTeX

/// Linear models in matrices: Xθ − y, Aw − b.
extension VocabularyReader {
  private static let coefficients: Set<String> = ["w", "\\theta", "\\beta", "\\omega", "x", "a"]

  /// In the difference of a product Xw and a small y, the capital is a matrix, and the small letters are vectors.
  mutating func findDesignProducts() {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays else { return }
    for statement in statements {
      for member in statement.chain.members { findDesignProducts(in: member.nodes) }
    }
  }

  private mutating func findDesignProducts(in nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    for node in visible where node.occurrence == nil { findDesignProducts(in: node.children) }
    let terms = visible.split { $0.kind == .operation("-") }.map(Array.init)
    guard terms.count == 2, visible.count == 4,
      let product = terms.first(where: { $0.count == 2 }), let other = terms.first(where: { $0.count == 1 }),
      let matrix = plainLetter(product[0]), let vector = plainLetter(product[1]), let target = plainLetter(other[0]),
      matrix.count == 1, matrix.first?.isUppercase == true, Self.coefficients.contains(vector),
      target.count == 1, target.first?.isLowercase == true
    else { return }
    setRank(of: matrix, to: 2)
    setRank(of: vector, to: 1)
    setRank(of: target, to: 1)
  }

  /// A letter that never has scripts of its own.
  private func plainLetter(_ node: MathNode) -> String? {
    guard let occurrence = node.occurrence, occurrence.subscripts.isEmpty, occurrence.superscript == nil,
      !occurrence.isTransposed, occurrence.primes == 0, let reading = vocabulary.letters[occurrence.letter],
      reading.place == .none
    else { return nil }
    let usage = survey[occurrence.letter]
    return usage.subscriptCounts[0] == usage.count && usage.bracketed.isEmpty ? occurrence.letter : nil
  }
}
