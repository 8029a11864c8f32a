import Expressions
import LaTeX

/// Arrays that are told apart by numbers: δ_1 = ∂J/∂θ and δ_2 = ∂J/∂z, W x + b_1 and U h + b_2. They are two vectors, not
/// two entries of one.
extension VocabularyReader {
  /// Finds the letters that carry nothing else than one number, where a line takes one of them for a whole array.
  mutating func findNumberedArrays() {
    guard !vocabulary.isLayeredNetwork, vocabulary.hasArrays else { return }
    for letter in vocabulary.letters.keys.sorted() where isNumberedArray(letter) {
      vocabulary.letters[letter]?.place = .subscript
      vocabulary.letters[letter]?.family = Family(letter.plainName, isLayered: true)
      vocabulary.letters[letter]?.isRankGuessed = true
    }
  }

  private func isNumberedArray(_ letter: String) -> Bool {
    let usage = survey[letter]
    guard let reading = vocabulary.letters[letter], reading.place == .none, reading.rank == 1, reading.role == nil,
      !["x", "y", "t", "d", "\\hat{y}"].contains(letter), customaryRank(letter, usage) == 1,
      usage.subscriptCounts[1, default: 0] == usage.count, usage.bracketed.isEmpty, usage.bare.isEmpty,
      !usage.single.isEmpty, usage.single.keys.allSatisfy({ $0.letter == nil })
    else { return false }
    return usage.transposed > 0 || statements.contains { isWhole(letter, in: $0) }
  }

  /// Whether a letter with its number is said to be a derivative by an array, or is added to a product with a matrix.
  private func isWhole(_ letter: String, in statement: WrittenStatement) -> Bool {
    let members = statement.chain.members.map { $0.nodes.withoutBlanks }
    func isNamed(_ nodes: [MathNode]) -> Bool { nodes.count == 1 && nodes[0].occurrence?.letter == letter }
    let isGradient = zip(members, members.dropFirst()).contains { one, other in
      isNamed(one) && isDerivativeByArray(other) || isNamed(other) && isDerivativeByArray(one)
    }
    if isGradient { return true }
    let isProduct = zip(members, members.dropFirst()).contains { one, other in
      isNamed(one) && isMatrixTimesVector(other) || isNamed(other) && isMatrixTimesVector(one)
    }
    if isProduct { return true }
    return members.contains { member in
      let terms = member.split { node in
        if case .operation(let sign) = node.kind { sign == "+" || sign == "-" } else { false }
      }.map(Array.init)
      return terms.contains(where: isNamed) && terms.contains(where: beginsWithMatrix)
    }
  }

  private func isDerivativeByArray(_ nodes: [MathNode]) -> Bool {
    guard nodes.count == 1, let below = nodes[0].differentials?.below.rest.withoutBlanks, below.count == 1,
      let variable = below[0].occurrence
    else { return false }
    return variable.subscripts.isEmpty && (vocabulary.letters[variable.letter]?.rank ?? 0) > 0
  }

  /// W x, V s_3.
  private func isMatrixTimesVector(_ nodes: [MathNode]) -> Bool {
    guard nodes.count == 2, beginsWithMatrix(nodes), let vector = nodes[1].occurrence,
      let reading = vocabulary.letters[vector.letter]
    else { return false }
    return reading.rank == 1 && vector.subscripts.count == (reading.place == .subscript ? 1 : 0)
  }

  private func beginsWithMatrix(_ term: [MathNode]) -> Bool {
    guard term.count > 1, let first = term[0].occurrence else { return false }
    return vocabulary.letters[first.letter]?.rank == 2
      && first.subscripts.count == (vocabulary.letters[first.letter]?.place == .subscript ? 1 : 0)
  }
}
