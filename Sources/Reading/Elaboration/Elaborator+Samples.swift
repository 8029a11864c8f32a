import Expressions
import LaTeX
import Networks

/// Quantities of single samples that are numbered beside their layer: z^{x,l}, a^{[l](i)}, and y^{(i)} with them.
///
/// Where a sum runs over the samples, a quantity is that of one sample of a batch; elsewhere the number only reminds that
/// there are others.
extension Elaborator {
  /// Takes the number of a sample off the scripts of a letter; the index that it is, where a sum runs over it.
  func sampleIndex(of letter: Vocabulary.Letter, _ occurrence: inout Occurrence) -> Expression? {
    guard let item = vocabulary.numberedSample(of: letter, occurrence) else { return nil }
    if occurrence.sample == nil { occurrence.superscript = nil }
    occurrence.sample = nil
    guard vocabulary.hasBatches, letter.role?.family != nil || letter.role == .loss,
      let name = LayerContent(item)?.letter, boundNames.contains(name)
    else { return nil }
    return indices[name]
  }

  /// What a capital letter with the number of a sample stands for, Z^{[l](i)}: the quantity of that sample.
  func ofSample(_ letter: Vocabulary.Letter, _ occurrence: Occurrence) -> Vocabulary.Letter {
    guard letter.isBatch, let family = letter.role?.family, vocabulary.numberedSample(of: letter, occurrence) != nil
    else {
      return letter
    }
    var single = letter
    single.family = family
    single.rank = 1
    single.isBatch = false
    return single
  }

  /// L(ŷ^{(i)}, y^{(i)}) under a sum over i: the loss of sample i; nil for a loss of anything else.
  mutating func lossOfArguments(_ cursor: inout NodeCursor) -> Tensor? {
    guard vocabulary.hasBatches, let node = cursor.current, case .fence(let fence) = node.kind else { return nil }
    let samples = fence.body.compactMap { node -> LayerContent? in
      guard let occurrence = node.occurrence else { return nil }
      if let sample = occurrence.sample { return LayerContent(sample) }
      guard case .bracketed(let nodes, _)? = occurrence.superscript else { return nil }
      return LayerContent(nodes)
    }
    guard let sample = samples.isEmpty ? summedSample : numberedSample(Set(samples)) else { return nil }
    cursor.advance()
    return Tensor(graph.symbol(NetworkSymbol.loss.batch, [sample]))
  }

  /// The index of a sum that runs over it, where all arguments carry that one number.
  private func numberedSample(_ numbers: Set<LayerContent>) -> Expression? {
    guard numbers.count == 1, let name = numbers.first?.letter, numbers.first?.offset == 0, boundNames.contains(name)
    else {
      return nil
    }
    return indices[name]
  }

  /// The index of the sum over the samples that this stands under: Σ_i L(ŷ, y) is short for Σ_i L(ŷ^{(i)}, y^{(i)}).
  private var summedSample: Expression? {
    mutating get {
      let count = sampleRange().upper
      let found = boundNames.compactMap { indices[$0] }.filter { index in
        if case .index(let id) = graph[index] { graph[id].upper == count } else { false }
      }
      return found.count == 1 ? found[0] : nil
    }
  }

  /// What holds of one sample, for sample `sample` of a batch.
  mutating func ofSample(_ single: Tensor, _ family: Family, _ sample: Expression) -> Tensor {
    var result = single
    var memo: [Expression: Expression] = [:]
    result.body = graph.rewriteBottomUp(single.body, memo: &memo) { graph, node in
      guard case .symbol(let id, let subscripts) = graph[node], graph[id] == family else { return node }
      return graph.symbol(family.batch, Array(subscripts) + [sample])
    }
    return result
  }
}

extension Vocabulary {
  /// What numbers the sample of an occurrence in notes that number samples beside layers; nil where nothing does.
  func numberedSample(of letter: Letter, _ occurrence: Occurrence) -> [MathNode]? {
    guard isLayeredNetwork else { return nil }
    if let sample = occurrence.sample { return sample }
    guard !letter.family.isLayered, let superscript = occurrence.superscript else { return nil }
    let nodes: [MathNode]
    switch superscript {
    case .bracketed(let inner, _), .bare(let inner): nodes = inner
    }
    guard let content = LayerContent(nodes), let name = content.letter, content.offset == 0,
      numberedSamples.contains(name)
    else { return nil }
    return nodes
  }
}
