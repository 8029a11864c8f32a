import LaTeX

/// What is added to the product of a matrix and a vector is a vector: the c of V h + c.
extension RankInference {
  /// Lets the terms of a sum tell that a letter among them is a vector, where custom alone takes it for a number.
  func takeShift(_ terms: [[MathNode]], _ builder: inout NotesBuilder, _ votes: inout [String: [Int: Int]]) {
    for term in terms {
      guard let letter = guessed(term), vocabulary.letters[letter]?.rank == 0, letter.first?.isUppercase != true,
        terms.contains(where: { isMatrixProduct($0, &builder) })
      else { continue }
      votes[letter, default: [:]][1, default: 0] += 1
    }
  }

  /// Whether a term is the product of a matrix and something else, and an array.
  private func isMatrixProduct(_ term: [MathNode], _ builder: inout NotesBuilder) -> Bool {
    guard term.count > 1 else { return false }
    let holdsMatrix = term.contains { node in
      guard let occurrence = node.occurrence, let reading = vocabulary.letters[occurrence.letter] else { return false }
      return reading.rank == 2 && occurrence.subscripts.count == (reading.place == .subscript ? 1 : 0)
    }
    guard holdsMatrix, let count = (try? builder.elaborator.tensor(term))?.axes.count else { return false }
    return count == 1 || count == 2
  }
}
