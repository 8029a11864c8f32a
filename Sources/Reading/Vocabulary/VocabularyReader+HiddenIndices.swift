import LaTeX

/// Letters that stand for one quantity of each sample or unit without saying so: u = −z_i, f(x_i) = ln(1 + e^{−z_i}).
extension VocabularyReader {
  /// Finds them by the lines that define them: a letter by itself, whose value has one index that nothing sums over.
  mutating func findHiddenIndices() {
    guard !vocabulary.isLayeredNetwork else { return }
    var found: [String: Set<String>] = [:]
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, let head = members[0].first?.occurrence, head.subscripts.isEmpty,
        head.superscript == nil, head.primes == 0, isHead(members[0]), let reading = vocabulary.letters[head.letter],
        reading.rank == 0, reading.role == nil, !reading.family.isLayered, vocabulary.functions[head.letter] == nil,
        survey[head.letter].subscriptCounts.keys.allSatisfy({ $0 == 0 })
      else { continue }
      found[head.letter, default: []].formUnion(freeIndices(in: members[1]))
      if members[1].contains(where: { $0.differentials != nil }) { found[head.letter]?.insert("#") }
    }
    for (letter, names) in found {
      guard names.count == 1, let name = names.first, name != "#" else { continue }
      vocabulary.letters[letter]?.hiddenIndex = name
      vocabulary.letters[letter]?.rank = 1
    }
  }

  /// A letter, or a letter and what it is a function of.
  private func isHead(_ nodes: [MathNode]) -> Bool {
    nodes.count == 1 || nodes.count == 2 && nodes[1].isRoundFence
  }

  /// The index letters of the subscripts in `nodes` that no sum there binds.
  private func freeIndices(in nodes: [MathNode]) -> Set<String> {
    var bound: Set<String> = []
    func bind(_ nodes: [MathNode]) {
      for node in nodes {
        if case .scripts(let scripts) = node.kind, case .largeOperator = scripts.base?.kind {
          for item in scripts.lower?.nodes ?? [] { if let name = item.symbolName { bound.insert(name) } }
        }
        bind(node.children)
      }
    }
    bind(nodes)
    var free: Set<String> = []
    for occurrence in occurrences(in: nodes) {
      // The i of a class y_i numbers the sample that is considered.
      if occurrence.subscripts.count == 1, let name = LayerContent(occurrence.subscripts[0])?.letter,
        vocabulary.classLabels.contains(occurrence.letter + "_" + name)
      {
        continue
      }
      for item in occurrence.subscripts {
        if let name = LayerContent(item)?.letter, !vocabulary.sizeLetters.contains(name) { free.insert(name) }
      }
    }
    return free.subtracting(bound).subtracting(vocabulary.classLabels)
  }
}
