import Expressions
import LaTeX

/// Notes about one unit and many samples, as of linear or logistic regression: ŷ_i = wᵀx_i + b.
extension VocabularyReader {
  /// Finds the weights and the samples of one unit: a small w, transposed, before x is a column of weights, x_i or x^{(i)}
  /// the column of sample i, and what they make a number.
  mutating func findSampleVectors() {
    findWeightColumns()
    findDesignProducts()
    guard !vocabulary.isLayeredNetwork, let (weight, input) = innerProduct else { return }
    spreadSamples(to: input.letter)
    let isBelow = input.subscripts.count == 1 || input.sampleLabel == nil && numbersSamplesBelow(input.letter, weight)
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
    if isBelow {
      // The samples are told apart.
      for letter in vocabulary.letters.keys { vocabulary.letters[letter]?.dropsSubscripts = false }
      // What is made of one of them is a number for each.
      let made = OmittedSamples.made(of: input.letter, vocabulary, statements) {
        survey[$0].subscriptCounts[0] != survey[$0].count
      }
      for letter in made where vocabulary.letters[letter]?.isRankGuessed == true { setRank(of: letter, to: 1) }
    }
    unifyDesignMatrix(input.letter)
    spreadSamples()
  }

  /// What a line makes of quantities of a sample, and leaves out which, is of that sample as well: z = wᵀx + b beside a^{(i)}.
  private mutating func spreadSamples() {
    guard !vocabulary.summedSamples.isEmpty else { return }
    var changed = true
    while changed {
      changed = false
      for statement in statements where statement.chain.signs.first?.name == "=" {
        let members = statement.chain.members.map { $0.nodes.withoutBlanks }
        guard members.count > 1, members[0].count == 1, let head = members[0][0].occurrence, head.subscripts.isEmpty,
          head.superscript == nil, head.primes == 0, let reading = vocabulary.letters[head.letter], !reading.isSampled,
          reading.place == .none, ![.loss, .weight, .bias, .rate].contains(reading.role),
          survey[head.letter].subscriptCounts[0] == survey[head.letter].count, isOfOneSample(members[1])
        else { continue }
        vocabulary.letters[head.letter]?.isSampled = true
        setRank(of: head.letter, to: 0)
        changed = true
      }
    }
  }

  /// Whether quantities of a sample, and nothing of several, make up an expression.
  private func isOfOneSample(_ nodes: [MathNode]) -> Bool {
    func contains(_ nodes: [MathNode], _ holds: (MathNode) -> Bool) -> Bool {
      nodes.contains { holds($0) || contains($0.children, holds) }
    }
    guard !contains(nodes, { $0.summation != nil || $0.differentials != nil }) else { return false }
    return contains(nodes) { node in
      guard let occurrence = node.occurrence, occurrence.superscript == nil else { return false }
      return vocabulary.letters[occurrence.letter]?.isSampled == true
    }
  }

  /// w_k of w_kᵀx is the column of the weights of unit k.
  private mutating func findWeightColumns() {
    guard !vocabulary.isLayeredNetwork else { return }
    var found: Set<String> = []
    var inputs: Set<String> = []
    func find(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (node, next) in zip(visible, visible.dropFirst()) {
        guard let weight = node.occurrence, weight.isTransposed, Self.isWeightVector(weight.letter),
          weight.subscripts.count == 1, LayerContent(weight.subscripts[0])?.letter != nil, weight.superscript == nil,
          let input = next.occurrence, input.letter.designMatrix != nil || input.letter == "h", input.subscripts.isEmpty
        else { continue }
        found.insert(weight.letter)
        inputs.insert(input.letter)
      }
      for node in visible { find(node.occurrence == nil ? node.children : node.exponent) }
    }
    for statement in statements { for member in statement.chain.members { find(member.nodes) } }
    for letter in found
    where survey[letter].subscriptCounts[2] == nil && vocabulary.letters[letter]?.place == Vocabulary.LayerPlace.none {
      setRank(of: letter, to: 2)
      vocabulary.letters[letter]?.sampleSlot = 0
      for input in inputs where vocabulary.letters[input]?.isRankGuessed == true { setRank(of: input, to: 1) }
    }
  }

  /// Whether x_i is the input of sample i although the product with the weights leaves the sample out: a prediction or a
  /// target has the same index, a weight has not.
  private func numbersSamplesBelow(_ input: String, _ weight: String) -> Bool {
    guard survey[input].single.count == 1, let name = survey[input].single.keys.first?.letter, summed.contains(name),
      survey[input].subscriptCounts[2] == nil, survey[weight].single.isEmpty
    else { return false }
    return ["\\hat{y}", "y", "t"].contains { survey[$0].single.keys.contains { $0.letter == name } }
  }

  mutating func setRank(of letter: String, to rank: Int) {
    vocabulary.letters[letter]?.rank = rank
    vocabulary.letters[letter]?.isRankGuessed = false
  }

  /// The rows of X are the columns x_i.
  private mutating func unifyDesignMatrix(_ letter: String) {
    guard let small = vocabulary.letters[letter], small.sampleSlot == 0, let matrix = letter.designMatrix,
      let large = vocabulary.letters[matrix], large.role != .loss, large.place == .none, survey[matrix].single.isEmpty
    else { return }
    setRank(of: matrix, to: 2)
    vocabulary.letters[matrix]?.family = small.family
  }

  // MARK: Losses of samples

  /// L_i = …, beside an L that is all of them together, or a J that is their sum, is a quantity of its own.
  mutating func findSampleLosses() {
    guard !vocabulary.isLayeredNetwork, let loss = vocabulary.letter(for: .loss), !isLayered(loss) else { return }
    let heads = statements.compactMap { statement -> Occurrence? in
      let nodes = statement.chain.members.first?.nodes.withoutBlanks ?? []
      return nodes.count <= 2 ? nodes.first?.occurrence : nil
    }
    .filter { $0.letter == loss }
    let hasTotal = heads.contains { $0.subscripts.isEmpty && $0.superscript == nil }
    vocabulary.hasSampleLosses = heads.contains { head in
      guard let label = head.sampleLabel else { return false }
      return hasTotal || head.superscript == nil && label.first?.symbolName.map { isSummed(loss, over: $0) } == true
    }
  }

  /// Whether another quantity is said to be a sum of losses that carry its index: J = Σ_i L_i.
  private func isSummed(_ loss: String, over name: String) -> Bool {
    statements.contains { statement in
      guard statement.chain.signs.first?.name == "=",
        let head = statement.chain.members[0].nodes.withoutBlanks.first?.occurrence, head.letter != loss
      else { return false }
      return statement.chain.members.dropFirst().contains { member in
        member.nodes.sum(over: [name]) != nil && vocabulary.numbersLosses(name, in: member.nodes)
      }
    }
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
