import LaTeX

/// Linear models in matrices: Xθ − y, Aw − b.
extension VocabularyReader {
  private static let coefficients: Set<String> = ["w", "\\theta", "\\beta", "\\omega", "x", "a"]

  /// In the difference of a product Xw and a small y, the capital is a matrix, and the small letters are vectors.
  mutating func findDesignProducts() {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays else { return }
    for statement in statements {
      for member in statement.chain.members { findDesignProducts(in: member.nodes) }
      findScores(statement.chain)
    }
  }

  /// z = Xw, z = Xw + b: the product of the design matrix and one vector of coefficients has an entry for each sample.
  private mutating func findScores(_ chain: WrittenChain) {
    guard chain.signs.first?.name == "=" else { return }
    let (left, right) = (chain.members[0].nodes.withoutBlanks, chain.members[1].nodes.withoutBlanks)
    guard left.count == 1, let scores = left[0].symbolName,
      scores.first?.isLowercase == true || scores.hasPrefix("\\hat{"),
      vocabulary.letters[scores]?.place == Vocabulary.LayerPlace.none, isEntry(scores),
      right.count == 2 || right.count == 4 && right[2].kind == .operation("+"),
      let matrix = plainLetter(right[0]), matrix.isDesignMatrix, let vector = right[1].symbolName,
      Self.isWeightVector(vector), isEntry(vector),
      vocabulary.letters[vector]?.place == Vocabulary.LayerPlace.none
    else { return }
    setRank(of: matrix, to: 2)
    setRank(of: vector, to: 1)
    setRank(of: scores, to: 1)
    // y_i is then an entry of y, and not the vector of targets of sample i.
    for (letter, reading) in vocabulary.letters where reading.role == .target || reading.role == .prediction {
      guard reading.dropsSubscripts, reading.place == .none else { continue }
      vocabulary.letters[letter]?.dropsSubscripts = false
      setRank(of: letter, to: 1)
    }
    if right.count == 4, let shift = plainLetter(right[3]) { setRank(of: shift, to: 0) }
  }

  /// Whether a line multiplies the design matrix with one vector.
  func isDesignProduct(_ definition: RoleReader.LinearDefinition) -> Bool {
    !vocabulary.isLayeredNetwork && !definition.isWeightFirst && definition.input.letter.isDesignMatrix
      && vocabulary.letters[definition.weight.letter]?.rank == 1
      && vocabulary.letters[definition.input.letter]?.rank == 2
  }

  /// Whether a letter has one subscript at most.
  private func isEntry(_ letter: String) -> Bool {
    survey[letter].subscriptCounts.allSatisfy { $0.key < 2 || $0.value == 0 }
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
