import LaTeX

/// Letters that say how many there are of something: N of Σ_{i=1}^N and of i = 1, …, N.
extension VocabularyReader {
  /// Finds them in notes that are about no network in layers (there, widths belong to layers), and which index runs up to
  /// which. An index that runs up to different letters in different lines has no size of its own.
  mutating func findSizes() {
    guard !vocabulary.isLayeredNetwork else { return }
    var pairs: [String: Set<String>] = [:]
    for statement in statements {
      for condition in statement.conditions { takeCondition(condition, &pairs) }
      for member in statement.chain.members { takeBounds(in: member.nodes, &pairs) }
    }
    for condition in conditions { takeCondition(condition, &pairs) }
    for (index, sizes) in pairs {
      vocabulary.sizeLetters.formUnion(sizes)
      if sizes.count == 1, let size = sizes.first { vocabulary.sizesOfIndices[index] = size }
    }
    // A step is no size of an array.
    for letter in vocabulary.layerLetters { vocabulary.sizesOfIndices[letter] = nil }
  }

  /// Σ_{i=1}^N, Π_{i=1}^N.
  private func takeBounds(in nodes: [MathNode], _ pairs: inout [String: Set<String>]) {
    for node in nodes {
      if case .scripts(let scripts) = node.kind, case .largeOperator = scripts.base?.kind,
        let lower = scripts.lower?.nodes.withoutBlanks, lower.count == 3, lower[1].relationName == "=",
        lower[2].wholeNumber == 1, let name = lower[0].symbolName, let upper = scripts.upper?.nodes.withoutBlanks,
        upper.count == 1, let size = upper[0].symbolName ?? upper[0].nameOfCount
      {
        take(name, size, &pairs)
      }
      takeBounds(in: node.children, &pairs)
    }
  }

  /// i = 1, …, N.
  private func takeCondition(_ condition: WrittenChain, _ pairs: inout [String: Set<String>]) {
    guard condition.signs.count == 1, condition.signs[0].name == "=",
      let name = condition.members[0].nodes.first?.symbolName,
      condition.members[1].nodes.first?.wholeNumber == 1,
      let last = (condition.list.last ?? condition.members[1]).nodes.last,
      let size = last.symbolName
    else { return }
    take(name, size, &pairs)
  }

  /// A size is a letter by itself, which nothing says the value of.
  private func take(_ index: String, _ size: String, _ pairs: inout [String: Set<String>]) {
    let base = String(size.prefix { $0 != "_" })
    guard vocabulary.functions[size] == nil, survey[base].differentiated == 0, survey[base].variables == 0,
      survey[size].subscriptCounts.keys.allSatisfy({ $0 == 0 }), survey[size].bracketed.isEmpty
    else { return }
    pairs[index, default: []].insert(size)
  }
}

extension MathNode {
  /// n_H of n_H units: a letter that counts something, with a letter below that is no index.
  fileprivate var nameOfCount: String? {
    guard let name = indexedName, let base = name.first, ["n", "N", "d", "D", "m", "M"].contains(base), name.count == 3,
      let last = name.last, last.isUppercase || ["h", "x", "y", "o"].contains(last)
    else { return nil }
    return name
  }
}
