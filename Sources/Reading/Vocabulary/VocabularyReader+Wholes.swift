import LaTeX

/// Letters without subscripts beside their entries, in notes that have no other arrays: p − y beside p_i log y_i.
extension VocabularyReader {
  /// Takes such letters for all entries where something is differentiated by one of them whose entries are summed: beside
  /// Σ_i (p_i − y_i)² there is no number p.
  mutating func findWholes() {
    guard !vocabulary.isLayeredNetwork, !vocabulary.hasArrays else { return }
    takeArgumentsOfSoftmax()
    let wholes = vocabulary.letters.filter { letter, reading in
      reading.rank > 0 && reading.place == .none && !reading.isSampled && !reading.dropsSubscripts
        && survey[letter].subscriptCounts[0, default: 0] > 0
    }
    vocabulary.mixesWholes = !wholes.isEmpty
    let names = summed
    let entries = wholes.keys.filter { letter in
      survey[letter].subscriptCounts[0] == survey[letter].count
        || survey[letter].single.keys.contains { content in content.letter.map(names.contains) ?? false }
    }
    vocabulary.conventions.takesWholes = statements.contains { statement in
      statement.chain.members.contains { isDifferentiated($0.nodes, by: Set(entries)) }
    }
  }

  /// No number has a softmax: the z of p = softmax(z) is a column, in notes that write entries of p.
  private mutating func takeArgumentsOfSoftmax() {
    func visit(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (node, next) in zip(visible, visible.dropFirst()) where node.isSoftmax && next.isRoundFence {
        let argument = next.children.withoutBlanks
        guard argument.count == 1, let letter = argument[0].symbolName, let reading = vocabulary.letters[letter],
          reading.rank == 0, reading.place == .none, survey[letter].subscriptCounts[0] == survey[letter].count
        else { continue }
        setRank(of: letter, to: 1)
      }
      for node in visible { visit(node.children) }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
  }

  /// Whether something is differentiated by one of these letters, without subscripts.
  private func isDifferentiated(_ nodes: [MathNode], by letters: Set<String>) -> Bool {
    nodes.contains { node in
      let variables = node.differentials?.below.rest ?? node.nabla ?? []
      if variables.count == 1, let occurrence = variables[0].occurrence, occurrence.subscripts.isEmpty,
        letters.contains(occurrence.letter)
      {
        return true
      }
      return isDifferentiated(node.children, by: letters)
    }
  }
}

extension MathNode {
  /// Whether the name of the function stands here.
  fileprivate var isSoftmax: Bool {
    if case .function(let name) = kind { return name.lowercased() == "softmax" }
    return (symbolName ?? word)?.lowercased() == "softmax"
  }
}
