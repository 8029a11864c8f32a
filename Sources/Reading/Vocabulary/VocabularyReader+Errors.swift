import LaTeX

/// e as the name of an error, e = y − ŷ, beside Euler's number.
extension VocabularyReader {
  /// Whether a line says what e is, or something is differentiated by it: nobody does that to Euler's number.
  var namesErrorE: Bool {
    func isDifferentiated(_ nodes: [MathNode]) -> Bool {
      nodes.contains { node in
        if let (above, below) = node.differentials {
          return isPlainE(below.rest) || isPlainE(above.rest) || isDifferentiated(above.rest)
        }
        return isDifferentiated(node.children)
      }
    }
    return statements.contains { statement in
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      let isDefined = ["=", ":=", "equiv", "triangleq", "gets"].contains(statement.chain.signs.first?.name)
      return isDefined && isPlainE(members[0]) || members.contains(where: isDifferentiated)
    }
  }

  /// e, e_i or e^l: no power of a number.
  private func isPlainE(_ nodes: [MathNode]) -> Bool {
    let visible = nodes.withoutBlanks
    guard visible.count == 1, let occurrence = visible[0].occurrence, occurrence.letter == "e" else { return false }
    switch occurrence.superscript {
    case nil, .bracketed: return true
    case .bare(let nodes):
      return !occurrence.subscripts.isEmpty
        || LayerContent(nodes)?.letter.map { vocabulary.layerLetters.contains($0) || vocabulary.isDepth($0) } ?? false
    }
  }
}

extension Vocabulary {
  /// The exponent, where a letter with what stands above it is a value of the exponential function, e^{-z}; nil for others.
  ///
  /// Where e is an error, e² is its square, and e^l the error of layer l; e^{-z} is what it is everywhere.
  func exponentOfEuler(_ occurrence: Occurrence) -> [MathNode]? {
    guard occurrence.letter == "e", occurrence.subscripts.isEmpty, case .bare(let nodes)? = occurrence.superscript
    else {
      return nil
    }
    guard namesErrorE else { return nodes }
    if nodes.count == 1, nodes[0].wholeNumber != nil { return nil }
    let isLayer = letters["e"]?.place == .superscript && LayerContent(nodes).map(isOfLayers) == true
    return isLayer ? nil : nodes
  }

  private func isOfLayers(_ content: LayerContent) -> Bool {
    content.letter.map { layerLetters.contains($0) || isDepth($0) } ?? true
  }
}
