import Expressions
import LaTeX

/// Notes about one unit and many samples, as of linear or logistic regression: ŷ_i = wᵀx_i + b.
extension VocabularyReader {
  private static let weightVectors: Set<String> = ["w", "\\theta", "\\beta", "\\omega"]

  /// Finds the weights and the samples of one unit: a small w, transposed, before x is a column of weights, x_i or x^{(i)}
  /// the column of sample i, and what they make a number.
  mutating func findSampleVectors() {
    guard !vocabulary.isLayeredNetwork, let (weight, input) = innerProduct else { return }
    let isBelow = input.subscripts.count == 1
    guard let reading = vocabulary.letters[input.letter], reading.place == .none,
      vocabulary.letters[weight]?.place == Vocabulary.LayerPlace.none
    else { return }
    setRank(of: weight, to: 1)
    setRank(of: input.letter, to: isBelow ? 2 : 1)
    if isBelow || reading.isSampled { vocabulary.letters[input.letter]?.sampleSlot = isBelow ? 0 : 1 }
    for letter in ["b", "w_0", "\\beta_0"] where survey[letter].subscriptCounts[0] == survey[letter].count {
      if vocabulary.letters[letter] != nil { setRank(of: letter, to: 0) }
    }
    // Beside x^{(i)}, z^{(i)} and ŷ^{(i)} are one number for each sample.
    for (letter, other) in vocabulary.letters where !isBelow && letter != input.letter && letter != weight {
      if other.isRankGuessed, other.place == .none, survey[letter].subscriptCounts[0] == survey[letter].count,
        letter.first?.isLowercase == true || letter.hasPrefix("\\hat")
      {
        setRank(of: letter, to: 0)
      }
    }
    unifyDesignMatrix(input.letter)
  }

  private mutating func setRank(of letter: String, to rank: Int) {
    vocabulary.letters[letter]?.rank = rank
    vocabulary.letters[letter]?.isRankGuessed = false
  }

  /// The rows of X are the columns x_i.
  private mutating func unifyDesignMatrix(_ letter: String) {
    guard let small = vocabulary.letters[letter], small.sampleSlot == 0,
      let large = vocabulary.letters[letter.uppercased()], letter.count == 1, large.rank == 2, large.place == .none
    else { return }
    vocabulary.letters[letter.uppercased()]?.family = small.family
  }

  /// The w and the x_i of wᵀx_i, if the notes write such a product.
  private var innerProduct: (weight: String, input: Occurrence)? {
    func find(_ nodes: [MathNode]) -> (String, Occurrence)? {
      let visible = nodes.withoutBlanks
      for (node, next) in zip(visible, visible.dropFirst()) {
        guard let weight = node.occurrence, weight.isTransposed, Self.weightVectors.contains(weight.letter),
          weight.subscripts.isEmpty, weight.superscript == nil, let input = next.occurrence,
          ["x", "\\phi"].contains(input.letter), input.subscripts.count <= 1, !input.isTransposed
        else { continue }
        return (weight.letter, input)
      }
      for node in visible where node.occurrence == nil { if let found = find(node.children) { return found } }
      return nil
    }
    for statement in statements {
      for member in statement.chain.members { if let found = find(member.nodes) { return found } }
    }
    return nil
  }

  // MARK: Losses of samples

  /// L_i = …, beside an L that is all of them together, is a quantity of its own.
  mutating func findSampleLosses() {
    guard !vocabulary.isLayeredNetwork, let loss = vocabulary.letter(for: .loss), !isLayered(loss) else { return }
    let heads = statements.compactMap { statement -> Occurrence? in
      let nodes = statement.chain.members.first?.nodes.withoutBlanks ?? []
      return nodes.count <= 2 ? nodes.first?.occurrence : nil
    }
    .filter { $0.letter == loss }
    vocabulary.hasSampleLosses =
      heads.contains { $0.sampleLabel != nil } && heads.contains { $0.subscripts.isEmpty && $0.superscript == nil }
  }
}

extension Occurrence {
  /// The letter that alone stands below, or in brackets above: the i of L_i, x^{(i)}.
  var sampleLabel: [MathNode]? {
    switch (subscripts.count, superscript) {
    case (1, nil): return LayerContent(subscripts[0])?.letter == nil ? nil : subscripts[0]
    case (0, .bracketed(let nodes, _)?): return LayerContent(nodes)?.letter == nil ? nil : nodes
    default: return nil
    }
  }
}

extension Elaborator {
  /// L_i, the loss of sample i, where L is that of all.
  mutating func lossOfSample(_ occurrence: Occurrence, _ letter: Vocabulary.Letter) -> Tensor? {
    guard vocabulary.hasSampleLosses, letter.role == .loss, let label = occurrence.sampleLabel,
      let sample = try? indexExpression(label)
    else { return nil }
    return Tensor(graph.symbol(Family(occurrence.letter.plainName + "_sample"), [sample]))
  }

  /// x_i or x^{(i)}, the column of sample i; nil for anything else.
  mutating func vectorOfSample(
    _ occurrence: Occurrence, _ letter: Vocabulary.Letter
  ) throws(ReadingProblem) -> Tensor? {
    guard let slot = letter.sampleSlot, let label = occurrence.sampleLabel,
      (slot == 0) == (occurrence.superscript == nil)
    else { return nil }
    let sample = try indexExpression(label)
    let (lower, upper) = range(of: letter, slot: 1 - slot, nil)
    let axis = graph.freshIndex("j", from: lower, to: upper)
    let body = graph.symbol(letter.family, slot == 0 ? [sample, axis] : [axis, sample])
    let column = Tensor(axes: [axis], body: body)
    return occurrence.isTransposed ? transposed(column) : column
  }
}
