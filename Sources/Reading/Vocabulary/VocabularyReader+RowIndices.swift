/// Rows of matrices that are written with entries elsewhere: Σ_i u_i beside u_{ik}.
extension VocabularyReader {
  mutating func findRowIndices() {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays else { return }
    for (letter, reading) in vocabulary.letters where reading.rank == 2 && reading.place == .none {
      let pairs = survey[letter].pairs
      vocabulary.letters[letter]?.rowIndices = Set(pairs.map { $0[0] }).subtracting(pairs.map { $0[1] })
    }
  }
}
