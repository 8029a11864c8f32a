import Derivations
import Expressions
import LaTeX
import Networks

/// Batches whose arrays are written out with the number of the sample, and the losses of their samples: E = Σ_q E^q.
extension Elaborator {
  /// E^q or E_q, the loss of sample q, where the quantities of units carry the number of the sample, too.
  mutating func lossOfRow(_ occurrence: Occurrence, _ letter: Vocabulary.Letter) -> Tensor? {
    guard let label = vocabulary.sampleOfLoss(letter, occurrence), let sample = try? indexExpression(label) else {
      return nil
    }
    return Tensor(graph.symbol(NetworkSymbol.loss.batch, [sample]))
  }

  /// t_q, the units of sample q, where the entries of t have the number of the sample and of the unit.
  mutating func rowOfSample(
    _ occurrence: Occurrence, _ letter: Vocabulary.Letter, _ layer: Expression?
  ) throws(ReadingProblem) -> Tensor? {
    guard let slot = vocabulary.slotOfLoneSample(letter, occurrence), occurrence.superscript == nil,
      !occurrence.subscripts[0].isOpenPlace
    else { return nil }
    let sample = try indexExpression(occurrence.subscripts[0])
    let unit = axis(of: letter, slot: 1 - slot, layer)
    let body = graph.symbol(letter.family, (layer.map { [$0] } ?? []) + vocabulary.units(unit, sample: sample))
    let row = Tensor(axes: [unit], body: body, isRow: slot == 0)
    return occurrence.isTransposed ? transposed(row) : row
  }

  /// y^L of y, which is what the last layer computes and carries no other layer.
  func dropLastLayer(of letter: Vocabulary.Letter, _ occurrence: inout Occurrence) {
    guard letter.place == .none, letter.role == .prediction || letter.role == .target, vocabulary.isLayeredNetwork,
      case .bare(let nodes)? = occurrence.superscript, let content = LayerContent(nodes), content.offset == 0,
      let name = content.letter, vocabulary.isDepth(name)
    else { return }
    occurrence.superscript = nil
  }
}

extension Vocabulary {
  /// Which subscript the only one of an occurrence is, where entries have two and one of them numbers the sample.
  func slotOfLoneSample(_ letter: Letter, _ occurrence: Occurrence) -> Int? {
    guard let sampleSlot, letter.rank == 2, letter.role?.isOfUnits == true, occurrence.subscripts.count == 1 else {
      return nil
    }
    return sampleSlot
  }

  /// What numbers the sample of a loss, E^q, in notes that number the samples of every quantity; nil for that of all.
  func sampleOfLoss(_ letter: Letter, _ occurrence: Occurrence) -> [MathNode]? {
    guard sampleSlot != nil, letter.role == .loss else { return nil }
    switch (occurrence.superscript, occurrence.subscripts.count) {
    case (.bare(let nodes)?, 0), (.bracketed(let nodes, _)?, 0):
      return LayerContent(nodes).map { $0.offset == 0 || $0.letter == nil } == true ? nodes : nil
    case (nil, 1): return LayerContent(occurrence.subscripts[0])?.letter == nil ? nil : occurrence.subscripts[0]
    default: return nil
    }
  }
}

extension NotesBuilder {
  /// The losses of the samples of a batch, where a line says that the loss is their sum, or where it is a sum over samples.
  mutating func takeLossesOfSamples() {
    guard vocabulary.sampleSlot != nil, !vocabulary.hasBatches else { return }
    let (first, last) = elaborator.sampleRange()
    let sample = elaborator.graph.index("s", from: first, to: last)
    let own = elaborator.graph.symbol(NetworkSymbol.loss.batch, [sample])
    guard mentionsLossOfSample, !definesLossOfSample else { return }
    let told = notes.background.definitions.first { definition in
      guard case .symbol(let id, _) = elaborator.graph[definition.head] else { return false }
      return elaborator.graph[id] == NetworkSymbol.loss
    }
    if let loss = told?.value ?? readLoss, let summand = summand(of: loss, sample) {
      notes.background.definitions.append(Background.Definition(own, summand))
    } else if readLoss != nil {
      notes.background.definitions.append(
        Background.Definition(own, LayeredModel.loss(ofSample: sample, &elaborator)))
      notes.isLossOpen = vocabulary.conventions.loss == nil
      notes.isLossInferred = vocabulary.conventions.loss != nil && !vocabulary.isLossTold
    }
  }

  /// Whether some line mentions the loss of a sample.
  private var mentionsLossOfSample: Bool {
    notes.assertions.contains { assertion in
      [assertion.claim.left, assertion.claim.right].contains { side in
        elaborator.graph.contains(in: side) { isLossOfSample($0) }
      }
    }
  }

  /// Whether some line says what the loss of a sample is.
  private var definesLossOfSample: Bool {
    notes.assertions.contains { assertion in
      let claim = assertion.claim
      return [(claim.left, claim.right), (claim.right, claim.left)].contains { head, value in
        isLossOfSample(head) && head != value
          && !elaborator.graph.contains(in: value) { node in
            if case .partial = elaborator.graph[node] { true } else { isLossOfSample(node) }
          }
      }
    }
  }

  private func isLossOfSample(_ node: Expression) -> Bool {
    if case .symbol(let id, _) = elaborator.graph[node] {
      elaborator.graph[id] == NetworkSymbol.loss.batch
    } else {
      false
    }
  }

  /// What a loss adds up over the samples, for the given one: c Σ_s u_s is Σ_s c u_s.
  private mutating func summand(of loss: Expression, _ sample: Expression) -> Expression? {
    let last = elaborator.sampleRange().upper
    switch elaborator.graph[loss] {
    case .summation:
      guard let opened = elaborator.graph.openFresh(loss), opened.upper == last else { return nil }
      guard !elaborator.graph.contains(in: opened.body, where: { isLossOfSample($0) }) else { return nil }
      return elaborator.graph.replace(opened.index, by: sample, in: opened.body)
    case .multiply(let factors):
      var result: [Expression] = []
      var isFound = false
      for factor in Array(factors) {
        if !isFound, let inner = summand(of: factor, sample) {
          isFound = true
          result.append(inner)
        } else {
          result.append(factor)
        }
      }
      return isFound ? elaborator.graph.multiply(result) : nil
    default: return nil
    }
  }
}
