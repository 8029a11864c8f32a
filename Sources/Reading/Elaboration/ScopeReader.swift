import Expressions
import LaTeX
import Networks

/// Finds what the index letters of one statement stand for, before it is read.
///
/// A letter for a layer runs over those layers at which every symbol of the statement exists; a letter for a unit over the
/// range of the subscripts at which it stands.
struct ScopeReader {
  let vocabulary: Vocabulary
  let conditions: [WrittenChain]

  init(_ vocabulary: Vocabulary, _ conditions: [WrittenChain]) {
    self.vocabulary = vocabulary
    self.conditions = conditions
  }

  /// Makes the letters in `nodes` known to `elaborator`; `head` is what their chain begins with.
  func prepare(_ elaborator: inout Elaborator, _ nodes: [MathNode], head: [MathNode]) {
    let occurrences = self.occurrences(in: nodes)
    elaborator.lastLayerNumber = numberOfOutputs(occurrences)
    findLocals(&elaborator, head, occurrences)
    findLayers(&elaborator, occurrences, isForwardPass: !isAboutErrors(head))
    boundEarlierSteps(&elaborator, nodes)
    findCurrent(&elaborator, occurrences)
    findUnits(&elaborator, nodes, occurrences, isAboutErrors: isAboutErrors(head))
  }

  private func occurrences(in nodes: [MathNode]) -> [Occurrence] {
    nodes.flatMap { node -> [Occurrence] in
      if let occurrence = node.occurrence { return [occurrence] + occurrences(in: node.exponent) }
      return occurrences(in: node.children)
    }
  }

  // MARK: Arguments of functions

  /// x in σ(x) = …, dσ/dx: a number, whatever x is elsewhere.
  private func findLocals(_ elaborator: inout Elaborator, _ nodes: [MathNode], _ occurrences: [Occurrence]) {
    guard let head = nodes.withoutBlanks.first else { return }
    var candidate: String?
    if head.isFunction(vocabulary) {
      let visible = nodes.withoutBlanks
      guard visible.count > 1, case .fence(let fence) = visible[1].kind else { return }
      candidate = fence.body.withoutBlanks.count == 1 ? fence.body.withoutBlanks[0].symbolName : nil
    } else if let (above, below) = head.differentials, below.rest.count == 1, let name = below.rest[0].symbolName {
      let isOfFunction = above.rest.first?.isFunction(vocabulary) == true
      let operand = nodes.withoutBlanks.dropFirst().first
      guard isOfFunction || above.rest.isEmpty && operand.map({ $0.isFunction(vocabulary) || $0.isFence }) == true
      else {
        return
      }
      if isOfFunction, let function = above.rest.first?.occurrence?.letter,
        case .quantity = vocabulary.impliedArgument(of: function, by: name)
      {
        return
      }
      candidate = name
    }
    guard let name = candidate, vocabulary.functions[name] == nil, !nodes.takeArrays else { return }
    guard occurrences.allSatisfy({ $0.letter != name || $0.subscripts.isEmpty && !isLayer($0.superscript) }) else {
      return
    }
    // The base of e^{-x} is a number, d is the sign of a derivative.
    let others = Set(occurrences.filter { $0.letter != "e" || $0.superscript == nil }.map(\.letter))
      .subtracting([name, "d"])
    guard !others.contains(where: { (vocabulary.letters[$0]?.rank ?? 0) > 0 && vocabulary.functions[$0] == nil }) else {
      return
    }
    elaborator.locals[name] = elaborator.graph.symbol(Family(name.plainName))
  }

  private func isLayer(_ superscript: Occurrence.Superscript?) -> Bool {
    if case .bracketed = superscript { true } else { false }
  }

  // MARK: Layers

  /// k of ŷ = a^{(k)}, where the last layer has a letter elsewhere: an example of a network with k layers.
  private func numberOfOutputs(_ occurrences: [Occurrence]) -> Int? {
    var isOpen = vocabulary.depthLetter != nil
    if case .letter = vocabulary.depth { isOpen = true }
    guard isOpen, let first = occurrences.first,
      vocabulary.letters[first.letter]?.family == NetworkSymbol.prediction
    else { return nil }
    let numbers = occurrences.compactMap { occurrence -> Int? in
      guard let letter = vocabulary.letters[occurrence.letter],
        letter.role == .activation || letter.role == .preactivation,
        let content = content(of: occurrence, letter), content.letter == nil
      else { return nil }
      return content.offset
    }
    return numbers.max().flatMap { $0 > vocabulary.inputLayer + 1 ? $0 : nil }
  }

  func content(of written: Occurrence, _ letter: Vocabulary.Letter) -> LayerContent? {
    var occurrence = written
    vocabulary.dropSample(of: &occurrence)
    switch letter.place {
    case .superscript:
      switch occurrence.superscript {
      case .bracketed(let nodes, _)?, .bare(let nodes)?:
        return vocabulary.isPower(occurrence.superscript) ? nil : LayerContent(nodes)
      case nil: return nil
      }
    case .subscript:
      guard let first = occurrence.subscripts.first.flatMap({ LayerContent($0) }) else { return nil }
      let isLayer = first.letter.map(vocabulary.layerLetters.contains) ?? false
      return occurrence.subscripts.count != letter.rank || letter.rank == 0 || isLayer ? first : nil
    case .none: return nil
    }
  }

  /// Whether a line says what an error or a derivative is.
  private func isAboutErrors(_ head: [MathNode]) -> Bool {
    guard let first = head.withoutBlanks.first else { return false }
    return first.differentials != nil || first.occurrence.map { vocabulary.letters[$0.letter]?.role == .delta } == true
  }

  private func findLayers(_ elaborator: inout Elaborator, _ occurrences: [Occurrence], isForwardPass: Bool) {
    var bounds: [String: (lower: Int, beforeLast: Int)] = [:]
    for occurrence in occurrences {
      guard let letter = vocabulary.letters[occurrence.letter], letter.family.isLayered,
        let content = content(of: occurrence, letter), let name = content.letter, !vocabulary.isDepth(name)
      else { continue }
      let range = vocabulary.layerRange(of: letter)
      var own = (lower: range.first - content.offset, beforeLast: range.beforeLast + content.offset)
      // What holds at every step holds from the first one on: h_0 is given.
      if name == vocabulary.stepLetter || vocabulary.stepLetter != nil && letter.isOfSteps && content.offset <= 0 {
        own.lower = max(own.lower, vocabulary.firstStep)
      }
      let known = bounds[name] ?? own
      bounds[name] = (max(known.lower, own.lower), max(known.beforeLast, own.beforeLast))
    }
    for (name, bound) in bounds.sorted(by: { $0.key < $1.key }) {
      var lower = elaborator.graph.number(bound.lower)
      let depth = elaborator.depth()
      let offset = elaborator.graph.number(-bound.beforeLast)
      var upper = elaborator.graph.add([depth, offset])
      if let (from, to) = restriction(of: name) {
        lower = elaborator.graph.number(max(from, bound.lower))
        if let to { upper = elaborator.graph.number(to) }
      }
      if !isForwardPass, let offset = toldOffset(of: name), offset > -bound.beforeLast {
        // Said to hold for l = L, where it speaks of layer L + 1.
        let beyond = elaborator.graph.number(offset)
        upper = elaborator.graph.add([depth, beyond])
      }
      if let a = elaborator.graph.numberValue(lower), let b = elaborator.graph.numberValue(upper), a > b {
        upper = lower
      }
      elaborator.indices[name] = elaborator.graph.index(name.plainName, from: lower, to: upper)
    }
  }

  /// The layer of what is written without one, as that of the units it leads to; and which unit a bare z is.
  private func findCurrent(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) {
    guard vocabulary.isLayeredNetwork else {
      elaborator.currentLayer = soleLayer(&elaborator, occurrences)
      return
    }
    var best: (rank: Int, layer: Expression)?
    for occurrence in occurrences {
      guard let letter = vocabulary.letters[occurrence.letter], letter.family.isLayered, letter.role != .weight,
        letter.role != .bias, let content = content(of: occurrence, letter),
        let layer = try? elaborator.layerExpression(content, occurrence.range)
      else { continue }
      let rank = content.offset + (letter.role == .preactivation ? 1 : 0)
      if elaborator.currentUnit == nil, !occurrence.subscripts.isEmpty { elaborator.currentUnit = occurrence }
      if best.map({ $0.rank < rank }) ?? true { best = (rank, layer) }
    }
    elaborator.currentLayer = best?.layer ?? anyLayer(&elaborator, occurrences)
    elaborator.unitLayers = [:]
    if elaborator.currentLayer == nil || best == nil {
      findUnitLayers(&elaborator, occurrences)
    } else {
      takeWrittenLayers(&elaborator, occurrences)
    }
  }

  /// The one layer that the letters of a line carry: what carries none there is of it, too.
  private func soleLayer(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) -> Expression? {
    var contents: [LayerContent] = []
    for occurrence in occurrences {
      guard let letter = vocabulary.letters[occurrence.letter], letter.family.isLayered,
        let content = content(of: occurrence, letter)
      else { continue }
      if !contents.contains(content) { contents.append(content) }
    }
    if let step = omittedStep(beside: contents) { return try? elaborator.layerExpression(step, 0..<0) }
    if contents.count > 1 { return nil }
    if let found = contents.first { return try? elaborator.layerExpression(found, 0..<0) }
    return omittedLayer(&elaborator, occurrences)
  }

  /// Which layer each index letter is of, where no layer is written: w_{kj} leads from j's layer to k's, and what has a
  /// target is an output.
  private func findUnitLayers(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) {
    var heights: [String: Int] = [:]
    var names: [String] = []
    var top: String?
    var bottom: String?
    for occurrence in occurrences {
      // What hangs on a loss numbers a sample or a part of it, and no unit: E_p.
      guard let letter = vocabulary.letters[occurrence.letter], let role = letter.role ?? letter.shape, role != .loss,
        role != .rate, let name = occurrence.subscripts.first.flatMap({ LayerContent($0)?.letter })
      else { continue }
      if !names.contains(name) { names.append(name) }
      if role == .target || role == .prediction { top = name }
      if role == .input { bottom = name }
    }
    guard let first = names.first else { return }
    heights[first] = 0
    for _ in 0..<names.count {
      for occurrence in occurrences where vocabulary.letters[occurrence.letter]?.role == .weight {
        guard occurrence.subscripts.count == 2, let a = LayerContent(occurrence.subscripts[0])?.letter,
          let b = LayerContent(occurrence.subscripts[1])?.letter
        else { continue }
        let (upper, lower) = vocabulary.conventions.outputIndexFirst ? (a, b) : (b, a)
        if let height = heights[upper], heights[lower] == nil { heights[lower] = height - 1 }
        if let height = heights[lower], heights[upper] == nil { heights[upper] = height + 1 }
      }
    }
    let told = vocabulary.unitHeights
    let isAsTold = heights.allSatisfy { name, height in told[name].map { $0 - (told[first] ?? 0) == height } ?? false }
    for name in names where heights[name] == nil {
      heights[name] = isAsTold ? told[name].map { $0 - (told[first] ?? 0) } ?? 0 : 0
    }
    // Of outputs that are computed from the inputs at once there is another network, of fewer layers.
    if let top, let bottom, let high = heights[top], let low = heights[bottom], !isDepth(high - low) { return }
    let anchor = anchor(&elaborator, heights, top: top, bottom: bottom, occurrences)
    for (name, height) in heights {
      let offset = elaborator.graph.number(height)
      elaborator.unitLayers[name] = elaborator.graph.add([anchor, offset])
    }
  }

  /// Whether the outputs may lie so many layers above the inputs.
  private func isDepth(_ height: Int) -> Bool {
    switch vocabulary.depth {
    case .letter: false
    case .number(let last): last - vocabulary.inputLayer == height
    }
  }

  /// The layer of height 0: counted from the outputs or the inputs if one of them is mentioned, else any.
  private func anchor(
    _ elaborator: inout Elaborator, _ heights: [String: Int], top: String?, bottom: String?, _ occurrences: [Occurrence]
  ) -> Expression {
    if let top, let height = heights[top] {
      let depth = elaborator.depth()
      let offset = elaborator.graph.number(-height)
      return elaborator.graph.add([depth, offset])
    }
    if let bottom, let height = heights[bottom] { return elaborator.graph.number(vocabulary.inputLayer - height) }
    var lowest = 0
    var lowerBound = vocabulary.inputLayer
    for (name, height) in heights {
      lowest = min(lowest, height)
      let isComputed = occurrences.contains { occurrence in
        let role = vocabulary.letters[occurrence.letter]?.role
        return (role == .preactivation || role == .delta)
          && occurrence.subscripts.first.flatMap { LayerContent($0)?.letter } == name
      }
      if isComputed { lowerBound = max(lowerBound, vocabulary.inputLayer + 1 - height) }
    }
    lowerBound = max(lowerBound, vocabulary.inputLayer - lowest)
    let first = elaborator.graph.number(lowerBound)
    let depth = elaborator.depth()
    let offset = elaborator.graph.number(-(heights.values.max() ?? 0))
    let last = elaborator.graph.add([depth, offset])
    return elaborator.graph.index("l", from: first, to: last)
  }

  /// Where no layer is written at all, and nothing but the units of one layer is mentioned, it is any layer.
  private func anyLayer(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) -> Expression? {
    var roles: Set<Vocabulary.Role> = []
    for occurrence in occurrences {
      guard let letter = vocabulary.letters[occurrence.letter], let role = letter.role else { continue }
      if letter.family.isLayered, content(of: occurrence, letter) != nil { return nil }
      roles.insert(role)
    }
    if elaborator.updated != nil, roles.isSubset(of: [.weight, .bias, .loss, .rate]) {
      // W ← W − η ∂E/∂W, for every layer.
      let first = elaborator.graph.number(vocabulary.inputLayer + 1)
      let depth = elaborator.depth()
      return elaborator.graph.index("l", from: first, to: depth)
    }
    guard !roles.isEmpty, roles.isSubset(of: [.activation, .preactivation, .delta, .loss, .target, .prediction]) else {
      return nil
    }
    // Beside targets, or quantities that the network does not have, the outputs are meant.
    let mentionsOthers = occurrences.contains { occurrence in
      vocabulary.letters[occurrence.letter].map { $0.role == nil && $0.rank > 0 } ?? false
    }
    if mentionsOthers || roles.contains(.target) || roles.contains(.prediction) { return elaborator.depth() }
    let first = elaborator.graph.number(vocabulary.inputLayer + 1)
    let depth = elaborator.depth()
    return elaborator.graph.index("l", from: first, to: depth)
  }

  // MARK: Units

  private func findUnits(
    _ elaborator: inout Elaborator, _ nodes: [MathNode], _ occurrences: [Occurrence], isAboutErrors: Bool
  ) {
    var names: [String] = []
    for var occurrence in occurrences {
      var labels: [[MathNode]] = []
      if let letter = vocabulary.letters[occurrence.letter] {
        if letter.sampleSlot == 1, occurrence.superscript != nil, let sample = occurrence.sampleLabel {
          labels = [sample]
        }
        elaborator.takeSample(of: letter, &occurrence)
      }
      for item in occurrence.subscripts + labels {
        if let name = LayerContent(item)?.letter, elaborator.indices[name] == nil, !names.contains(name) {
          names.append(name)
        }
      }
    }
    let letters = names.isEmpty ? [] : elaborator.lettersWithIndices(in: nodes)
    for name in names
    where !vocabulary.isDepth(name) && !vocabulary.sizeLetters.contains(name) && !vocabulary.classLabels.contains(name)
    {
      guard case (let lower, var upper)? = elaborator.slotRange(of: name, in: letters) else { continue }
      if elaborator.sizeEvidence == .indices, let size = vocabulary.sizesOfIndices[name] {
        elaborator.equate(upper, withSize: size)
      }
      if isAboutErrors, let told = toldEnd(of: name, besides: upper, &elaborator) { upper = told }
      elaborator.indices[name] = elaborator.graph.index(name.plainName, from: lower, to: upper)
    }
    findEntries(&elaborator, nodes)
    joinPairs(&elaborator, occurrences)
  }

  /// The indices of δ_{ij} run over the same range.
  private func joinPairs(_ elaborator: inout Elaborator, _ occurrences: [Occurrence]) {
    let deltas = occurrences.filter(\.isKroneckerDelta).map { $0.subscripts.compactMap { $0[0].symbolName } }
    for names in deltas + deltas.reversed() {
      let indices = elaborator.indices
      guard let known = names.compactMap({ indices[$0] }).first,
        case .index(let id) = elaborator.graph[known]
      else { continue }
      let range = elaborator.graph[id]
      for name in names {
        if let other = elaborator.indices[name] {
          if !vocabulary.isLayeredNetwork { _ = elaborator.fits(known, other) }
        } else {
          elaborator.indices[name] = elaborator.graph.index(name.plainName, from: range.lower, to: range.upper)
        }
      }
    }
  }
}

extension MathNode {
  /// Whether a function of the vocabulary, or one by name, stands here.
  func isFunction(_ vocabulary: Vocabulary) -> Bool {
    var base = self
    if case .scripts(let scripts) = kind, let inner = scripts.base { base = inner }
    if case .function = base.kind { return true }
    guard let name = base.symbolName else { return false }
    return vocabulary.functions[name] != nil || name.count > 2 && FunctionTable.record(named: name.lowercased()) != nil
  }
}

extension [MathNode] {
  /// Whether a trace, a norm or a transposition stands here: what it is taken of is no number.
  fileprivate var takeArrays: Bool {
    contains { node in
      switch node.kind {
      case .function(let name) where ["tr", "Tr", "trace"].contains(name): return true
      case .fence(let fence) where fence.open.name == "‖": return true
      default: break
      }
      if node.occurrence?.isTransposed == true { return true }
      if let word = node.symbolName ?? node.word, ["tr", "Tr", "trace"].contains(word) { return true }
      if case .scripts(let scripts) = node.kind, scripts.isTransposition { return true }
      return node.children.takeArrays
    }
  }
}
