import LaTeX

/// Layers that are added to one another have as many units.
extension VocabularyReader {
  /// Takes the layers that a skip connection leads from and to as equally wide: numbered ones, or else all.
  mutating func findSkips() {
    guard vocabulary.isLayeredNetwork else { return }
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 1, let output = head[0].occurrence, let (upper, unit) = layerAndUnit(of: output),
        let skips = SkipTerms(statement.chain.members[1].nodes)
      else { continue }
      for term in skips.terms {
        guard let (lower, other) = layerAndUnit(of: term), other == unit, lower.letter == upper.letter,
          lower.offset < upper.offset
        else { continue }
        if upper.letter == nil {
          vocabulary.joinWidths(lower.offset, upper.offset)
        } else {
          vocabulary.hasOneWidth = true
        }
      }
    }
  }

  /// The layer of a quantity of units, and what stands below it for the unit.
  private func layerAndUnit(of occurrence: Occurrence) -> (layer: LayerContent, unit: [LayerContent?])? {
    guard let reading = vocabulary.letters[occurrence.letter] else { return nil }
    if reading.role == .input, reading.place == .none {
      return (LayerContent(letter: nil, offset: vocabulary.inputLayer), occurrence.subscripts.map { LayerContent($0) })
    }
    guard reading.role == .activation || reading.role == .preactivation, let layer = content(of: occurrence) else {
      return nil
    }
    let units = reading.place == .subscript ? Array(occurrence.subscripts.dropFirst()) : occurrence.subscripts
    return (layer, units.map { LayerContent($0) })
  }
}

extension Vocabulary {
  /// Takes two layers to have as many units.
  mutating func joinWidths(_ a: Int, _ b: Int) {
    let (x, y) = (equallyWide[a] ?? a, equallyWide[b] ?? b)
    let first = min(x, y)
    for (layer, other) in equallyWide where other == x || other == y { equallyWide[layer] = first }
    for layer in [a, b, x, y] { equallyWide[layer] = first }
    if let width = [x, y, a, b].compactMap({ widths[$0] }).first { widths[first] = width }
  }
}
