import LaTeX

/// What squares tell: the loss is a number, and so is what E = Σ (y − ŷ)² squares.
extension RankInference {
  /// The letters that a line about the loss squares, alone or in round brackets, where custom alone says that they are arrays.
  func squaredLetters(_ name: [MathNode], _ value: [MathNode]) -> Set<String> {
    guard name.count == 1, let head = name[0].occurrence, vocabulary.letters[head.letter]?.role == .loss,
      head.subscripts.isEmpty
    else { return [] }
    return squared(in: value)
  }

  private func squared(in nodes: [MathNode]) -> Set<String> {
    var result: Set<String> = []
    for node in nodes {
      if case .scripts(let scripts) = node.kind, let base = scripts.base, base.isRoundFence,
        let upper = scripts.upper?.nodes.withoutBlanks, upper.count == 1, upper[0].wholeNumber == 2
      {
        let letters = base.children.compactMap(\.occurrence).filter { $0.subscripts.isEmpty }.map(\.letter)
        let arrays = letters.filter { (vocabulary.letters[$0]?.rank ?? 0) > 0 }
        // What has indices elsewhere is an array here as well.
        guard arrays.allSatisfy({ vocabulary.letters[$0]?.isRankGuessed == true }) else { continue }
        result.formUnion(arrays)
      } else if let square = node.occurrence, square.subscripts.isEmpty, case .bare(let upper)? = square.superscript,
        upper.count == 1, upper[0].wholeNumber == 2, vocabulary.letters[square.letter]?.isRankGuessed == true
      {
        // L = ½ e²
        result.insert(square.letter)
      } else {
        result.formUnion(squared(in: node.children))
      }
    }
    return result
  }
}
