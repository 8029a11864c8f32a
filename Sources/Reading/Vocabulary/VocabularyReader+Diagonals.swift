import LaTeX

/// Diagonal matrices of layers: D_l = diag(σ′(z_l)) has the units of layer l both ways.
extension VocabularyReader {
  mutating func findDiagonals() {
    guard vocabulary.isLayeredNetwork else { return }
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, members[0].count == 1, let head = members[0][0].occurrence,
        let reading = vocabulary.letters[head.letter], reading.role == nil, reading.place != .none,
        members[1].count == 2, members[1][1].isRoundFence, (members[1][0].word ?? members[1][0].functionWord) == "diag"
      else { continue }
      vocabulary.letters[head.letter]?.shape = .preactivation
      vocabulary.letters[head.letter]?.rank = 2
      vocabulary.letters[head.letter]?.isRankGuessed = false
    }
  }
}

extension MathNode {
  /// The name of a function.
  fileprivate var functionWord: String? { if case .function(let name) = kind { name } else { nil } }
}
