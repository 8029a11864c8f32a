import LaTeX

/// Activations that have another letter in each layer: hidden y_j = f(net_j), outputs z_k = f(net_k).
extension VocabularyReader {
  /// Finds which index letter goes with which activation, where layers are told by index letters alone and every activation
  /// is defined for one of them.
  mutating func findOwnUnits() {
    guard !vocabulary.unitHeights.isEmpty else { return }
    var units: [String: Set<String>] = [:]
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard members.count > 1, members[0].count == 1, let head = members[0][0].occurrence, head.primes == 0,
        vocabulary.letters[head.letter]?.role == .activation, head.subscripts.count == 1,
        let unit = LayerContent(head.subscripts[0])?.letter, isApplication(members[1])
      else { continue }
      units[head.letter, default: []].insert(unit)
    }
    let named = units.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    guard units.count > 1, named.count == units.count, units.values.allSatisfy({ $0.count == 1 }) else { return }
    for (letter, names) in units {
      if let name = names.first, vocabulary.unitHeights[name] != nil { vocabulary.ownUnits[letter] = name }
    }
  }

  /// f(net_j), and nothing else.
  private func isApplication(_ nodes: [MathNode]) -> Bool {
    guard nodes.count == 2, nodes[1].isRoundFence, let name = nodes[0].occurrence?.letter else { return false }
    return vocabulary.functions[name] != nil
  }
}
