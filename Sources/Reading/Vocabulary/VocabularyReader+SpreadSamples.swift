import LaTeX

/// Quantities of samples that leave out which sample they are of, in notes that say it of what is computed from them: beside
/// a^{(i)} the z of a = σ(z) is of a sample, and so is the x of z = wᵀx + b.
extension VocabularyReader {
  /// Finds them from what is said to be of a sample down to the input of one unit.
  mutating func spreadSamples(to input: String) {
    guard !vocabulary.summedSamples.isEmpty else { return }
    let pairs = equations
    let computed = Set(pairs.map(\.head.letter))
    for letter in comparedInSampleLoss where vocabulary.letters[letter]?.place == Vocabulary.LayerPlace.none {
      vocabulary.letters[letter]?.isSampled = true
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (head, value) in pairs where vocabulary.letters[head.letter]?.isSampled == true {
        for occurrence in occurrences(in: value) where occurrence.superscript == nil && occurrence.primes == 0 {
          guard occurrence.letter == input || computed.contains(occurrence.letter),
            let reading = vocabulary.letters[occurrence.letter], !reading.isSampled, reading.place == .none,
            ![.loss, .weight, .bias, .rate].contains(reading.role),
            vocabulary.functions[occurrence.letter] == nil
          else { continue }
          vocabulary.letters[occurrence.letter]?.isSampled = true
          isChanged = true
        }
      }
    }
  }

  /// The a and y of ℒ(a, y) = …, where ℒ^{(i)} is the loss of a sample.
  private var comparedInSampleLoss: Set<String> {
    var result: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members[0].count == 2, let loss = members[0][0].symbolName, let reading = vocabulary.letters[loss],
        reading.role == .loss, reading.isSampled, members[0][1].isRoundFence,
        case .fence(let fence) = members[0][1].kind, fence.body.contains(where: \.isPunctuation)
      else { continue }
      let arguments = Set(occurrences(in: fence.body).filter { $0.superscript == nil }.map(\.letter))
      result.formUnion(arguments.intersection(occurrences(in: members[1]).map(\.letter)))
    }
    return result
  }

  /// What lines say that letters without any scripts are, where nothing is summed or differentiated.
  private var equations: [(head: Occurrence, value: [MathNode])] {
    func holdsOperator(_ nodes: [MathNode]) -> Bool {
      nodes.contains { $0.summation != nil || $0.differentials != nil || holdsOperator($0.children) }
    }
    return statements.flatMap { statement -> [(Occurrence, [MathNode])] in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      return zip(members, members.dropFirst()).enumerated().compactMap { place, pair in
        guard statement.chain.signs[place].name == "=", pair.0.count == 1, let head = pair.0[0].occurrence,
          head.subscripts.isEmpty, head.superscript == nil, head.primes == 0, !holdsOperator(pair.1)
        else { return nil }
        return (head, pair.1)
      }
    }
  }
}
