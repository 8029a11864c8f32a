import Expressions
import LaTeX
import Networks

/// Sums: with bounds, without, over what is left out.
extension Elaborator {
  /// Σ and the product behind it.
  mutating func summation(
    _ scripts: MathScripts, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Tensor {
    cursor.advance()
    let place = scripts.base?.range ?? 0..<0
    var header = try header(scripts, place)
    let body = cursor.rest
    guard !body.isEmpty else { throw ReadingProblem(kind: .missing("what is summed"), range: place) }
    if let name = header.names.first, header.names.count == 1, let lower = header.lower, lower.count == 1,
      let other = lower[0].symbolName, !body.hold(name: name), body.hold(name: other)
    {
      // Σ_{i=j} e^{z_j}: nothing in it has an i.
      throw ReadingProblem(kind: .unexpected("a sum over \(name)"), range: place)
    }
    var bound: [(index: Expression, lower: Expression, upper: Expression)] = []
    var hidden: [(String, Expression?)] = []
    defer { for (name, index) in hidden.reversed() { indices[name] = index } }
    boundNames += header.names
    defer { boundNames.removeLast(header.names.count) }
    for name in header.names {
      header.isOverSamples =
        !vocabulary.hasSampleLosses && !vocabulary.numberedSamples.contains(name) && vocabulary.sampleSlot == nil
        && name != vocabulary.stepLetter
        && vocabulary.numbersLosses(name, in: body)
      let isOfLosses = name == vocabulary.loneSample
      guard let (lower, upper) = try bounds(of: name, header, in: body, place) ?? (isOfLosses ? samples() : nil) else {
        throw ReadingProblem(kind: .noRange(name), range: place)
      }
      let index = graph.freshIndex(name, from: lower, to: upper)
      if header.isOverSamples {
        // The i of x^{(i)} is not that of w_{ij} beside it.
        bound.append((index, lower, upper))
        continue
      }
      hidden.append((name, indices.updateValue(index, forKey: name)))
      bound.append((index, lower, upper))
    }
    let isNegative = cursor.accept(operation: "-")
    let outerStep = immediateStep
    immediateStep = header.names.first { body.chainsStep($0) } ?? immediateStep
    defer { immediateStep = outerStep }
    var result = try product(&cursor)
    if isNegative { result.body = graph.negate(result.body) }
    while let term = try coveredTerm(&cursor, header.names) { result = try added(result, term.tensor, term.range) }
    if let condition = header.condition {
      let bracket = graph.bracket(try self.condition(condition))
      result.body = graph.multiply([bracket, result.body])
    }
    for (index, lower, upper) in bound.reversed() {
      result.body = graph.summation(over: index, from: lower, to: upper, result.body)
    }
    return result
  }

  /// What a sum over all samples runs over, where nothing tells how many there are.
  private mutating func samples() -> (lower: Expression, upper: Expression) { sampleRange() }

  /// What stands below and above a sum sign.
  struct SumHeader {
    var names: [String] = []
    var lower: [MathNode]?
    var upper: [MathNode]?
    /// k ≠ i.
    var condition: [MathNode]?
    /// Whether what is summed are the losses of samples, so that subscripts do not tell the range.
    var isOverSamples = false
  }

  private func header(_ scripts: MathScripts, _ place: Range<Int>) throws(ReadingProblem) -> SumHeader {
    var header = SumHeader(upper: scripts.upper?.nodes.withoutBlanks)
    guard let lower = scripts.lower?.nodes.withoutBlanks, !lower.isEmpty else {
      throw ReadingProblem(kind: .missing("an index under the sum"), range: place)
    }
    if let sign = lower.firstIndex(where: { $0.relationName != nil }) {
      let names = lower[..<sign].filter { !$0.isPunctuation }.compactMap(\.symbolName)
      header.names = names
      switch lower[sign].relationName {
      case "=": header.lower = Array(lower[(sign + 1)...])
      case "ne": header.condition = lower
      default: header.upper = nil
      }
    } else {
      header.names = lower.filter { !$0.isPunctuation }.compactMap(\.symbolName)
    }
    guard !header.names.isEmpty else { throw ReadingProblem(kind: .missing("an index under the sum"), range: place) }
    return header
  }

  /// The range of the first subscript that the index `name` stands at in `nodes`.
  mutating func slotRange(of name: String, in nodes: [MathNode]) -> (lower: Expression, upper: Expression)? {
    slotRange(of: name, in: lettersWithIndices(in: nodes))
  }

  /// The range of the first subscript that the index `name` stands at on one of `letters`.
  mutating func slotRange(
    of name: String, in letters: [LetterWithIndices]
  ) -> (lower: Expression, upper: Expression)? {
    var best: (lower: Expression, upper: Expression)?
    visit(letters.filter { $0.indices.contains(name) }) { elaborator, occurrence, letter in
      guard best == nil || elaborator.dimensions.isOpen else { return }
      let item =
        elaborator.vocabulary.numberedSample(of: letter, occurrence)
        ?? elaborator.vocabulary.sampleOfLoss(letter, occurrence)
      if let item, LayerContent(item)?.letter == name {
        best = elaborator.sampleRange()
        return
      }
      var occurrence = occurrence
      let layer = try? elaborator.layerForRange(of: letter, &occurrence)
      guard !letter.family.isLayered || layer != nil else { return }
      if let sample = occurrence.sampleLabel, letter.sampleSlot == 1, occurrence.superscript != nil,
        LayerContent(sample)?.letter == name, best == nil
      {
        // x^{(i)}, the column of sample i.
        best = elaborator.range(of: letter, slot: 1, layer ?? nil)
        return
      }
      elaborator.takeSample(of: letter, &occurrence)
      for (slot, item) in occurrence.subscripts.enumerated() {
        guard let content = LayerContent(item), content.letter == name, content.offset == 0 else { continue }
        let own = elaborator.vocabulary.slotOfLoneSample(letter, occurrence) ?? slot
        let range = elaborator.range(of: letter, slot: own, layer ?? nil)
        if let best {
          // One index runs over one range: what it stands at is of one dimension.
          _ = elaborator.dimensions.unify(best.upper, range.upper, in: &elaborator.graph)
        } else {
          best = range
        }
      }
    }
    return best
  }

  /// All layers at which everything that is numbered by `name` exists: those of Σ_l Σ_{ij} (w_{ij}^l)².
  mutating func layerRange(of name: String, in nodes: [MathNode]) -> (lower: Expression, upper: Expression)? {
    guard vocabulary.layerLetters.contains(name), vocabulary.isLayeredNetwork || name == vocabulary.stepLetter else {
      return nil
    }
    var bounds: (first: Int, beforeLast: Int)?
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        guard let occurrence = node.occurrence, let letter = vocabulary.letters[occurrence.letter] else {
          collect(node.children)
          continue
        }
        let contents: [[MathNode]] =
          switch occurrence.superscript {
          case .bracketed(let nodes, _)?, .bare(let nodes)?: [nodes] + occurrence.subscripts.prefix(1)
          case nil: Array(occurrence.subscripts.prefix(1))
          }
        guard letter.family.isLayered, let content = contents.lazy.compactMap({ LayerContent($0) }).first,
          content.letter == name
        else { continue }
        let own = vocabulary.layerRange(of: letter)
        bounds = (
          max(bounds?.first ?? .min, own.first - content.offset),
          max(bounds?.beforeLast ?? .min, own.beforeLast + content.offset)
        )
      }
    }
    collect(nodes)
    guard var bounds else { return nil }
    if name == vocabulary.stepLetter { bounds.first = max(bounds.first, vocabulary.firstStep) }
    let last = depth()
    let shift = graph.number(-bounds.beforeLast)
    return (graph.number(bounds.first), graph.add([last, shift]))
  }

  /// A letter of the vocabulary as it stands in a formula, with the letters among its scripts.
  struct LetterWithIndices {
    let occurrence: Occurrence
    let letter: Vocabulary.Letter
    let indices: Set<String>
  }

  /// The letters of the vocabulary in `nodes`.
  func lettersWithIndices(in nodes: [MathNode]) -> [LetterWithIndices] {
    var found: [LetterWithIndices] = []
    func collect(_ nodes: [MathNode]) {
      var isLoss = false
      for node in nodes where !node.isBlank {
        // What a loss is a function of, J(W; x^{(i)}, y^{(i)}), has no subscripts of its own.
        if isLoss, node.isRoundFence {
          isLoss = false
          continue
        }
        isLoss = false
        if let occurrence = node.occurrence, let letter = vocabulary.letters[occurrence.letter] {
          isLoss = letter.role == .loss
          // δ_{ij} tells nothing of what i and j run over, but that it is the same.
          if !occurrence.isKroneckerDelta {
            found.append(
              LetterWithIndices(occurrence: occurrence, letter: letter, indices: occurrence.lettersInScripts))
          }
          collect(node.exponent)
        } else {
          collect(node.children)
        }
      }
    }
    collect(nodes)
    return found
  }

  /// Calls `action` for every letter of `found`, those that are no weights first: where a bias is folded in, the unit that
  /// a weight leads to tells its range, not the one that it comes from.
  private mutating func visit(
    _ found: [LetterWithIndices], _ action: (inout Elaborator, Occurrence, Vocabulary.Letter) -> Void
  ) {
    for own in found where own.letter.role == .preactivation || own.letter.role == .delta {
      action(&self, own.occurrence, own.letter)
    }
    for own in found where own.letter.role != .weight && !vocabulary.conventions.isFolded {
      action(&self, own.occurrence, own.letter)
    }
    for own in found where own.letter.role == .weight { action(&self, own.occurrence, own.letter) }
    for own in found { action(&self, own.occurrence, own.letter) }
  }

  /// Takes the layer off an occurrence, as `symbol` does.
  mutating func layerForRange(
    of letter: Vocabulary.Letter, _ occurrence: inout Occurrence
  ) throws(ReadingProblem) -> Expression? {
    guard letter.family.isLayered else { return nil }
    switch letter.place {
    case .superscript:
      vocabulary.dropSample(of: &occurrence)
      switch occurrence.superscript {
      case let superscript where vocabulary.isPower(superscript): return try missingLayer(of: letter, occurrence)
      case .bracketed(let nodes, _)?, .bare(let nodes)?:
        occurrence.superscript = nil
        return try layerExpression(nodes)
      case nil: return try missingLayer(of: letter, occurrence)
      }
    case .subscript:
      guard let first = occurrence.subscripts.first,
        occurrence.subscripts.count != letter.rank || letter.rank == 0
          || LayerContent(first)?.letter.map(vocabulary.layerLetters.contains) == true
      else { return try missingLayer(of: letter, occurrence) }
      occurrence.subscripts.removeFirst()
      return try layerExpression(first)
    case .none: return try missingLayer(of: letter, occurrence)
    }
  }
}

extension Occurrence {
  /// The letters that say which layer, unit or sample it is of.
  fileprivate var lettersInScripts: Set<String> {
    var result: Set<String> = []
    func take(_ nodes: [MathNode]) {
      if let name = LayerContent(nodes)?.letter { result.insert(name) }
    }
    subscripts.forEach(take)
    switch superscript {
    case .bracketed(let nodes, _)?, .bare(let nodes)?: take(nodes)
    case nil: break
    }
    if let sample { take(sample) }
    if let sampleLabel { take(sampleLabel) }
    return result
  }
}

extension MathNode {
  /// The nodes without children, in order.
  var leaves: [MathNode] {
    let inner = children.withoutBlanks
    return inner.isEmpty ? [self] : inner.flatMap(\.leaves)
  }
}

extension [MathNode] {
  /// Whether a letter stands somewhere, as a subscript too.
  fileprivate func hold(name: String) -> Bool {
    contains { $0.symbolName == name || $0.children.hold(name: name) }
  }
}
