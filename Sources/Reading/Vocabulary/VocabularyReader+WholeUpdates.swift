import LaTeX

/// Updates of all weights at once, in notes that are otherwise about each of them: w ← w + Δw beside Δw_j, w_j and x_j.
extension VocabularyReader {
  /// Finds the letters with indices that stand without any in lines about nothing but themselves, their increments, their
  /// derivatives and numbers. Elsewhere a bare w of such notes may be a number by itself.
  mutating func findWholeUpdates() {
    guard !vocabulary.hasArrays, !vocabulary.isLayeredNetwork else { return }
    var found: Set<String> = []
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let letter = updated(by: members[0]), let reading = vocabulary.letters[letter],
        reading.rank > 0, reading.place == .none, survey[letter].subscriptCounts[reading.rank, default: 0] > 0,
        members.dropFirst().allSatisfy({ isAbout(letter, $0) })
      else { continue }
      found.insert(letter)
    }
    for letter in found where !standsAlone(letter) { vocabulary.letters[letter]?.isWhole = true }
  }

  /// w of a line that begins with w or Δw.
  private func updated(by head: [MathNode]) -> String? {
    let isStep = head.count == 2 && head[0].symbolName == "\\Delta"
    guard head.count == 1 || isStep, let occurrence = head.last?.occurrence, occurrence.subscripts.isEmpty,
      occurrence.superscript == nil, occurrence.primes == 0
    else { return nil }
    return occurrence.letter
  }

  /// Whether no quantity with indices occurs but one, which does, in a derivative or as an increment.
  private func isAbout(_ letter: String, _ nodes: [MathNode]) -> Bool {
    let inner = occurrences(in: nodes)
    return inner.contains { $0.letter == letter }
      && inner.allSatisfy { $0.subscripts.isEmpty && ($0.letter == letter || vocabulary.letters[$0.letter]?.rank == 0) }
      && RoleReader.hasSum(nodes) == false
  }

  /// Whether a letter without indices is multiplied by something somewhere: then it is no array.
  private func standsAlone(_ letter: String) -> Bool {
    statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      let isOwn = members.first.flatMap(updated) == letter
      return !isOwn && members.contains { holdsBare(letter, $0) }
    }
  }

  /// Whether a letter without indices stands somewhere, and not as the w of J(w) or ∂J/∂w.
  private func holdsBare(_ letter: String, _ nodes: [MathNode]) -> Bool {
    let visible = nodes.withoutBlanks
    return visible.indices.contains { place in
      let node = visible[place]
      if let occurrence = node.occurrence { return occurrence.letter == letter && occurrence.subscripts.isEmpty }
      if node.differentials != nil { return false }
      if node.isRoundFence, place > 0, let name = visible[place - 1].occurrence?.letter,
        vocabulary.letters[name]?.role == .loss
      {
        return false
      }
      return holdsBare(letter, node.children)
    }
  }
}
