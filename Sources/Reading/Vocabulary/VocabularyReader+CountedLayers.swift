import LaTeX

/// The number of layers that notes count: "for k = 1, …, l", "i ∈ {1, …, l}".
extension VocabularyReader {
  /// The letter up to which a letter that numbers the layers of weights or activations runs, upwards or downwards; nil where
  /// no line counts layers, or one counts up to another letter.
  func lastOfCountedLayers() -> String? {
    var found: Set<String> = []
    for condition in conditions + statements.flatMap(\.conditions) {
      guard let (name, ends) = condition.counted, numbersLayers(name) else { continue }
      let letters = ends.compactMap { LayerContent($0) }.filter(\.isPlainLetter).compactMap(\.letter)
      found.formUnion(letters.filter { $0 != name })
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a letter stands where the layer of something stands.
  private func numbersLayers(_ name: String) -> Bool {
    vocabulary.letters.contains { letter, reading in
      guard reading.family.isLayered, reading.place != .none, reading.role?.isOfLayer == true else { return false }
      let usage = survey[letter]
      let contents = reading.place == .subscript ? usage.single : usage.bracketed.merging(usage.bare) { $0 + $1 }
      return contents.keys.contains { $0.letter == name }
    }
  }
}

extension Vocabulary.Role {
  /// Whether what plays this part is of some layer.
  fileprivate var isOfLayer: Bool {
    switch self {
    case .weight, .bias, .preactivation, .activation, .delta: true
    case .input, .target, .prediction, .loss, .rate: false
    }
  }
}

extension WrittenChain {
  /// k and the ends 1 and l of k = 1, …, l, of k = l, l − 1, …, 1 and of k ∈ {1, …, l}; nil for anything else.
  fileprivate var counted: (name: String, ends: [[MathNode]])? {
    guard signs.count == 1, members[0].nodes.count == 1, let name = members[0].nodes[0].symbolName else { return nil }
    var items = [members[1].nodes] + list.map(\.nodes)
    if signs[0].name == "in" {
      let visible = members[1].nodes.withoutBlanks
      guard visible.count == 1, case .fence(let fence) = visible[0].kind else { return nil }
      items = fence.body.split(whereSeparator: \.isPunctuation).map(Array.init)
    } else if signs[0].name != "=" {
      return nil
    }
    items = items.map(\.withoutBlanks).filter { !$0.isEmpty }
    // Dots and the last one may stand in one item: 1, …, l and 1 … l.
    items = items.flatMap { $0.split(whereSeparator: \.isEllipsis).map(Array.init) }
    guard items.count > 1, let first = items.first, let last = items.last else { return nil }
    return (name, [first, last])
  }
}
