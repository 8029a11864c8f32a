import Expressions
import LaTeX
import Networks

/// Lines about all samples of a batch at once.
extension Elaborator {
  /// Whether a line is about a batch: it has capital letters for one, sums over the samples, or a factor 1/m.
  func isAboutBatch(_ nodes: [MathNode]) -> Bool {
    guard vocabulary.hasBatches else { return false }
    if nodes.sumsAxis || nodes.sum(over: vocabulary.numberedSamples) != nil { return true }
    if let count = vocabulary.sampleCount, nodes.denominators.contains(count), !nodes.containsSum { return true }
    return mentionsBatch(nodes)
  }

  /// Whether a letter for all samples occurs, or the cost of the batch.
  func mentionsBatch(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      guard let occurrence = node.occurrence else { return mentionsBatch(node.children) }
      let letter = vocabulary.letters[occurrence.letter]
      return letter?.isBatch == true || letter?.family == Vocabulary.cost
    }
  }

  /// Whether δ or dz stands somewhere, with a small letter.
  func mentionsSingleError(_ nodes: [MathNode]) -> Bool {
    nodes.indices.contains { place in
      if let occurrence = nodes[place].occurrence, let letter = vocabulary.letters[occurrence.letter], !letter.isBatch {
        guard occurrence.subscripts.isEmpty else { return false }
        if letter.role == .delta { return true }
        if letter.role == .preactivation, place > 0 {
          return nodes[place - 1].isDifferentialSign || nodes[place - 1].isGroupedDifferentialSign
        }
      }
      return mentionsSingleError(nodes[place].children)
    }
  }

  /// What a letter stands for in this line: all samples, where the line is about a batch and no unit or sample is picked.
  func inLine(_ letter: Vocabulary.Letter, _ occurrence: Occurrence) -> Vocabulary.Letter {
    guard isBatchLine, !letter.isBatch, letter.rank == 1, let role = letter.role, role.family != nil,
      occurrence.subscripts.isEmpty, !hasSample(letter, occurrence)
    else { return letter }
    return letter.batch
  }

  private func hasSample(_ letter: Vocabulary.Letter, _ occurrence: Occurrence) -> Bool {
    occurrence.sample != nil || letter.isSampled && letter.place == .none && occurrence.superscript != nil
  }

  /// The loss that something is differentiated in this line: of one sample, or of the batch. The errors of a batch are
  /// those of its samples, whose losses are summed whatever the cost is.
  mutating func lossOfLine(for variable: Tensor, isError: Bool) -> Expression {
    if let loss = lossOfCodeName { return loss }
    guard isBatchLine else { return graph.symbol(NetworkSymbol.loss) }
    guard isError, case .symbol(let id, _) = graph[variable.body], graph[id].name.hasSuffix("all") else {
      return graph.symbol(Vocabulary.cost)
    }
    return graph.symbol(Vocabulary.totalLoss)
  }
}

extension Elaborator {
  /// The loss of which a code name is the derivative, in notes about one unit and its samples: that of the sample that a line
  /// is about, else that of all.
  private var lossOfCodeName: Expression? {
    mutating get {
      guard !vocabulary.isLayeredNetwork, let loss = vocabulary.letter(for: .loss),
        let reading = vocabulary.letters[loss], reading.isSampled
      else { return nil }
      if let sample = vocabulary.summedSamples.sorted().compactMap({ indices[$0] }).first {
        return graph.symbol(reading.family, [sample])
      }
      guard let cost = vocabulary.costOfSamples, let family = vocabulary.letters[cost]?.family else { return nil }
      return graph.symbol(family)
    }
  }
}

extension Elaborator {
  /// How many samples the mean is taken over of which the loss of one is meant: m of dz^{(i)} = m ∂J/∂z^{(i)}, where
  /// J = 1/m Σ_i ℓ_i.
  func samplesOfMean(_ name: Occurrence) -> Expression? {
    guard vocabulary.codeNamesAreOfSamples, !vocabulary.conventions.errorsAreOfCost,
      vocabulary.letters[name.letter]?.isSampled == true, case .bracketed(let nodes, _)? = name.superscript,
      let sample = LayerContent(nodes)?.letter, vocabulary.summedSamples.contains(sample), let index = indices[sample],
      case .index(let id) = graph[index]
    else { return nil }
    return graph[id].upper
  }
}

extension [MathNode] {
  /// Whether a sum sign stands somewhere.
  fileprivate var containsSum: Bool { contains { $0.summation != nil || $0.children.containsSum } }
}
