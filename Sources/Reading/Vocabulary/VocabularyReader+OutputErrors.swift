import LaTeX

/// Quantities of the outputs alone: e_j = d_j − y_j.
extension VocabularyReader {
  /// Finds them by the lines that define them. Targets belong to outputs, so what every defining line makes of the target of
  /// the same unit exists in the last layer only; a line about it is a line about outputs, whatever letters its units have.
  mutating func findOutputErrors() {
    guard vocabulary.isLayeredNetwork else { return }
    func unit(_ occurrence: Occurrence) -> LayerContent? { occurrence.subscripts.first.flatMap { LayerContent($0) } }
    var values: [String: [(unit: LayerContent?, value: [Occurrence])]] = [:]
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, members[0].count == 1, let head = members[0][0].occurrence, head.primes == 0,
        let reading = vocabulary.letters[head.letter], reading.role == nil, reading.rank == 1,
        reading.shape == nil, !reading.family.isLayered, vocabulary.functions[head.letter] == nil
      else { continue }
      values[head.letter, default: []].append((unit(head), occurrences(in: members[1])))
    }
    for (letter, lines) in values {
      let isOfOutputs = lines.allSatisfy { line in
        line.value.contains { vocabulary.letters[$0.letter]?.role == .target && unit($0) == line.unit }
      }
      if isOfOutputs { vocabulary.letters[letter]?.shape = .target }
    }
  }
}
