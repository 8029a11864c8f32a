import Expressions
import LaTeX
import Networks

/// Letters with their scripts.
extension Elaborator {
  /// The array or number that a letter is here; what stands in brackets behind it may be what it is a function of.
  mutating func symbol(_ occurrence: Occurrence, _ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    var occurrence = occurrence
    if occurrence.primes > 0, vocabulary.letters[occurrence.primedLetter] != nil {
      // y′ where y is no function: another quantity.
      occurrence.letter = occurrence.primedLetter
      occurrence.primes = 0
    }
    let plain = occurrence.subscripts.isEmpty && occurrence.superscript == nil
    if let local = locals[occurrence.letter], occurrence.subscripts.isEmpty {
      return Tensor(try powered(local, occurrence))
    }
    if occurrence.letter == "\\Delta", isPlainIncrement(occurrence), let next = cursor.current?.occurrence,
      vocabulary.letters[next.letter] != nil
    {
      cursor.advance()
      return try increment(of: next, &cursor)
    }
    if plain, let index = indices[occurrence.letter], !isLoss(occurrence, cursor.current) { return Tensor(index) }
    if plain, vocabulary.sizeLetters.contains(occurrence.letter), occurrence.primes == 0, !occurrence.isTransposed,
      !isLoss(occurrence, cursor.current)
    {
      return Tensor(sizeExpression(occurrence.letter, 0))
    }
    if occurrence.letter == "\\pi", plain, vocabulary.letters["\\pi"] == nil { return Tensor(graph.constant(.pi)) }
    if let nodes = vocabulary.exponentOfEuler(occurrence) { return try exponential(nodes) }
    if let delta = try kroneckerDelta(occurrence) { return Tensor(delta) }
    if let slope = try slopeOfActivation(occurrence, &cursor) { return slope }
    if plain, occurrence.letter == vocabulary.sampleCount { return Tensor(sampleRange().upper) }
    guard let letter = vocabulary.letters[occurrence.letter].map({ inLine(ofSample($0, occurrence), occurrence) })
    else {
      let isTwin = occurrence.letter.isNumberBesideVector
      throw ReadingProblem(kind: isTwin ? .twoMeanings : .unknownLetter(occurrence.letter), range: occurrence.range)
    }
    if letter.role == .preactivation, plain, !vocabulary.hasArrays, letter.rank > 0, let unit = currentUnit {
      occurrence.subscripts = unit.subscripts
      occurrence.superscript = unit.superscript
    }
    if let vector = try vectorOfSample(occurrence, letter) { return vector }
    if letter.role == .loss, let sample = sampleOfLoss.flatMap({ indices[$0] }) {
      try dropArguments(of: letter, occurrence, &cursor)
      return Tensor(graph.symbol(NetworkSymbol.loss.batch, [sample]))
    }
    if let loss = lossOfSample(occurrence, letter) ?? lossOfRow(occurrence, letter) { return loss }
    if let open = openApplication(&occurrence, letter, &cursor) { return open }
    if let entry = try entryOfFunction(occurrence, letter, &cursor) { return entry }
    if let hidden = letter.hiddenIndex { try showIndex(hidden, &occurrence, &cursor) }
    if letter.role == .loss, let sample = sampleIndex(of: letter, &occurrence) {
      return Tensor(graph.symbol(NetworkSymbol.loss.batch, [sample]))
    }
    if letter.role == .loss, plain, let loss = lossOfArguments(&cursor) { return loss }
    if letter.role == .loss, letter.place != .subscript, let part = partOfLoss(occurrence) { return Tensor(part) }
    if letter.role == .loss, isBatchLine, plain {
      // Beside a cost of its own, the loss of a batch is that of its samples together.
      return Tensor(graph.symbol(vocabulary.hasOwnCost ? Vocabulary.totalLoss : Vocabulary.cost))
    }
    if letter.role == .loss, let total = vocabulary.totalLoss(occurrence, of: cursor.current) {
      cursor.advance()
      return Tensor(graph.symbol(total))
    }
    if letter.role == .loss { try checkSamples(cursor.current) }
    try dropArguments(of: letter, occurrence, &cursor)
    if letter.role == .loss, letter.place == .subscript, plain, vocabulary.hasTotalOfSteps {
      return Tensor(graph.symbol(NetworkSymbol.loss))
    }
    if letter.isSampled, letter.rank == 0, !letter.dropsSubscripts, letter.place == .none,
      occurrence.superscript != nil,
      !occurrence.subscripts.isEmpty, letter.role != .loss
    {
      // x_j^{(i)}, where x^{(i)} is a number elsewhere.
      throw ReadingProblem(kind: .twoMeanings, range: occurrence.range)
    }
    let sample = sampleIndex(of: letter, &occurrence)
    let layer = try layer(of: letter, &occurrence)
    takeSample(of: letter, &occurrence)
    splitDigits(of: letter, &occurrence)
    let single = try member(of: letter, occurrence, layer)
    return sample.map { ofSample(single, letter.family, $0) } ?? single
  }

  /// Whether a letter that also numbers layers is the loss here: ℓ of ℓ(ŷ, y).
  private func isLoss(_ occurrence: Occurrence, _ next: MathNode?) -> Bool {
    guard vocabulary.letters[occurrence.letter]?.role == .loss, let next, next.isRoundFence else { return false }
    return next.children.contains(where: \.isPunctuation)
  }

  /// E_{o1} beside E_{total}: what a part of the loss is called; nil for the loss itself, of one sample or of all.
  private mutating func partOfLoss(_ occurrence: Occurrence) -> Expression? {
    guard occurrence.subscripts.count == 1, occurrence.subscripts[0].count == 1 else { return nil }
    let item = occurrence.subscripts[0][0]
    guard let number = item.wholeNumber, vocabulary.lossNumbers.count > 1 || !vocabulary.isLayeredNetwork else {
      return nil
    }
    return graph.symbol(Family(occurrence.letter.plainName + "_\(number)"))
  }

  /// Whether Δ stands by itself, or with the number of the sample that it is for: Δ_p w.
  private func isPlainIncrement(_ occurrence: Occurrence) -> Bool {
    guard occurrence.superscript == nil, vocabulary.letters[occurrence.letter]?.role == nil else { return false }
    return occurrence.subscripts.isEmpty
      || occurrence.subscripts.count == 1 && LayerContent(occurrence.subscripts[0])?.isPlainLetter == true
  }

  /// ΔW, a quantity of its own with the subscripts of W.
  private mutating func increment(
    of occurrence: Occurrence, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Tensor {
    let plain = try symbol(occurrence, &cursor)
    guard case .symbol(let id, let subscripts) = graph[plain.body] else {
      throw ReadingProblem(kind: .unexpected("\\Delta"), range: occurrence.range)
    }
    let family = Family("Delta_" + graph[id].name, isLayered: graph[id].isLayered)
    return Tensor(axes: plain.axes, body: graph.symbol(family, Array(subscripts)), isRow: plain.isRow)
  }

  private mutating func exponential(_ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    try mapped(try argument(nodes)) { $0.call("exp", $1) }
  }

  /// A power of a number, where the superscript is one.
  private mutating func powered(_ base: Expression, _ occurrence: Occurrence) throws(ReadingProblem) -> Expression {
    switch occurrence.superscript {
    case nil: return base
    case .bare(let nodes):
      let exponent = try scalar(nodes)
      return graph.power(base, exponent)
    case .bracketed: throw ReadingProblem(kind: .unexpected(occurrence.letter), range: occurrence.range)
    }
  }

  /// The loss of a sample is one of its input and its target: J(W; x^{(k)}, y^{(i)}) is none.
  private func checkSamples(_ arguments: MathNode?) throws(ReadingProblem) {
    guard let arguments, case .fence(let fence) = arguments.kind else { return }
    let samples = fence.body.compactMap { node -> LayerContent? in
      guard let occurrence = node.occurrence, case .bracketed(let nodes, _)? = occurrence.superscript,
        ["x", "y", "t", "\\hat{y}"].contains(occurrence.letter)
      else { return nil }
      return LayerContent(nodes)
    }
    if Set(samples).count > 1 { throw ReadingProblem(kind: .twoMeanings, range: arguments.range) }
  }

  /// a′(z): the derivative of the function that makes activations of pre-activations, called by the name of its values.
  private mutating func slopeOfActivation(
    _ occurrence: Occurrence, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Tensor? {
    guard occurrence.primes > 0, occurrence.subscripts.isEmpty, occurrence.superscript == nil,
      vocabulary.letters[occurrence.letter]?.role == .activation, let next = cursor.current,
      case .fence(let fence) = next.kind
    else { return nil }
    let argument = try tensor(fence.body)
    cursor.advance()
    let function = Function(vocabulary.activationName, order: occurrence.primes)
    return try mapped(argument) { graph, u in graph.call(function, [u]) }
  }

  /// J(W, b) is J, z(x) is z: what a quantity depends on its definition tells.
  private func dropArguments(
    of letter: Vocabulary.Letter, _ occurrence: Occurrence, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) {
    guard let next = cursor.current, case .fence(let fence) = next.kind, fence.open.name == "(" else { return }
    let items = fence.body.withoutBlanks
    if let content = LayerContent(items), let time = content.letter, vocabulary.timeLetters.contains(time) {
      if content.offset == 0 { cursor.advance() }
      return
    }
    let isList = items.contains { $0.isPunctuation } || letter.role == .loss || letter.isScalarFunction
    let isDependence =
      letter.role == .activation && items.count == 1
      && items[0].occurrence.flatMap { vocabulary.letters[$0.letter]?.role } == .preactivation
    // y(x), a(x): the input is what everything depends on.
    let isOfInput =
      items.count == 1
      && items[0].occurrence.map { vocabulary.letters[$0.letter]?.role == .input || $0.letter == "x" } == true
      && [.activation, .prediction, .target, .preactivation].contains(letter.role)
    guard isList || isDependence || isOfInput else { return }
    let isPlain = items.allSatisfy { item in
      item.isPunctuation || item.occurrence != nil || item.isRoundFence || item.isFunctionSign
    }
    if letter.isScalarFunction || letter.role == .loss, let own = vocabulary.gradientVariables[occurrence.letter],
      !isPlain || letter.isScalarFunction && items.count == 1 && items[0].symbolName != own.symbolName
    {
      // f(x + c) is another value of f.
      throw ReadingProblem(kind: .unexpected("a value at this"), range: next.range)
    }
    if isPlain { cursor.advance() }
  }

  /// w_{12} is w_{1,2} where w has two subscripts.
  private func splitDigits(of letter: Vocabulary.Letter, _ occurrence: inout Occurrence) {
    guard letter.rank == 2, occurrence.subscripts.count == 1, occurrence.subscripts[0].count == 1,
      case .number(let digits) = occurrence.subscripts[0][0].kind, digits.count == 2
    else { return }
    let range = occurrence.subscripts[0][0].range
    occurrence.subscripts = digits.map { [MathNode(.number(String($0)), range)] }
  }

  /// A superscript that numbers a sample is one more subscript where the notes sum over it; else it only reminds that
  /// there are others.
  func takeSample(of letter: Vocabulary.Letter, _ occurrence: inout Occurrence) {
    let isOfSample = letter.role == .loss && vocabulary.hasSampleLosses && occurrence.sampleLabel != nil
    if !isOfSample, letter.role == .loss || letter.role == .rate || letter.dropsSubscripts {
      occurrence.subscripts = []
    }
    dropLastLayer(of: letter, &occurrence)
    // E^q is the loss of sample q, and no power.
    if letter.role == .loss, case .bare(let nodes)? = occurrence.superscript, LayerContent(nodes)?.letter != nil {
      occurrence.superscript = nil
    }
    guard letter.isSampled, let superscript = occurrence.superscript else { return }
    let nodes: [MathNode]
    switch superscript {
    case .bracketed(let inner, _), .bare(let inner): nodes = inner
    }
    guard let content = LayerContent(nodes), let name = content.letter, vocabulary.sampleLetters.contains(name) else {
      if case .bracketed = superscript, LayerContent(nodes)?.letter == nil { occurrence.superscript = nil }
      return
    }
    occurrence.superscript = nil
    if vocabulary.summedSamples.contains(name), occurrence.subscripts.count == letter.rank {
      occurrence.subscripts.append(nodes)
    }
  }

  // MARK: Layers

  /// Takes the layer off the scripts of an occurrence.
  private mutating func layer(
    of letter: Vocabulary.Letter, _ occurrence: inout Occurrence
  ) throws(ReadingProblem) -> Expression? {
    guard letter.family.isLayered else { return nil }
    if let last = layerOfOutput(letter, occurrence) { return last }
    switch letter.place {
    case .superscript:
      vocabulary.dropSample(of: &occurrence)
      guard let superscript = occurrence.superscript, !vocabulary.isPower(superscript) else {
        return try missingLayer(of: letter, occurrence)
      }
      switch superscript {
      case .bracketed(let nodes, _), .bare(let nodes):
        occurrence.superscript = nil
        return try layerExpression(nodes)
      }
    case .subscript:
      let unitCount = max(letter.rank, 0)
      let isIndexed = occurrence.subscripts.count > 1
      guard let first = occurrence.subscripts.first, !isIndexed || occurrence.subscripts.count == unitCount + 1 else {
        return try missingLayer(of: letter, occurrence)
      }
      occurrence.subscripts.removeFirst()
      return try layerExpression(first)
    case .none: return try missingLayer(of: letter, occurrence)
    }
  }

  private mutating func below(_ layer: Expression) -> Expression {
    let minusOne = graph.number(-1)
    return graph.add([layer, minusOne])
  }

  mutating func missingLayer(
    of letter: Vocabulary.Letter, _ occurrence: Occurrence
  ) throws(ReadingProblem) -> Expression {
    if let name = occurrence.subscripts.first.flatMap({ LayerContent($0)?.letter }), occurrence.subscripts.count <= 2 {
      let isSource =
        letter.role == .weight && !vocabulary.conventions.outputIndexFirst && occurrence.subscripts.count == 2
      let unit = isSource ? LayerContent(occurrence.subscripts[1])?.letter ?? name : name
      if let layer = layerOfOwnUnits(letter, occurrence.letter, unit) ?? unitLayers[unit] {
        let isLeaving =
          (letter.role == .weight || letter.role == .bias) && !vocabulary.conventions.weightsEnterTheirLayer
        return isLeaving ? below(layer) : layer
      }
    }
    if let currentLayer {
      guard letter.role == .weight || letter.role == .bias, !vocabulary.conventions.weightsEnterTheirLayer else {
        return currentLayer
      }
      return below(currentLayer)
    }
    throw ReadingProblem(kind: .missing("a layer at \(occurrence.letter)"), range: occurrence.range)
  }

  /// 3, l + 1, L.
  mutating func layerExpression(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    guard let content = LayerContent(nodes) else {
      throw ReadingProblem(kind: .unexpected("this layer"), range: nodes.extent)
    }
    return try layerExpression(content, nodes.extent)
  }

  mutating func layerExpression(_ content: LayerContent, _ range: Range<Int>) throws(ReadingProblem) -> Expression {
    guard let name = content.letter else {
      guard let last = lastLayerNumber else { return graph.number(content.offset) }
      let offset = graph.number(content.offset - last)
      let depth = depth()
      return graph.add([depth, offset])
    }
    let base: Expression
    if vocabulary.isDepth(name) {
      base = depth()
    } else if let index = indices[name] {
      base = index
    } else {
      throw ReadingProblem(kind: .noRange(name), range: range)
    }
    let offset = graph.number(content.offset)
    return graph.add([base, offset])
  }

  /// The number of the last layer.
  mutating func depth() -> Expression {
    switch vocabulary.depth {
    case .letter(let name): graph.symbol(NetworkSymbol.letter(name.plainName))
    case .number(let number): graph.number(number)
    }
  }

  // MARK: Members

  /// The member of a family with these subscripts, or the array of all of them.
  private mutating func member(
    of letter: Vocabulary.Letter, _ occurrence: Occurrence, _ layer: Expression?
  ) throws(ReadingProblem) -> Tensor {
    if let single = try ofSingleOutput(letter, occurrence, layer) { return single }
    if let row = try rowOfSample(occurrence, letter, layer) { return row }
    if let row = try rowOfMatrix(occurrence, letter) { return row }
    var subscripts: [Expression] = layer.map { [$0] } ?? []
    var axes: [Expression] = []
    var classes: [(place: Int, label: Expression, axis: Expression)] = []
    if occurrence.subscripts.isEmpty, letter.rank > 0,
      vocabulary.hasArrays || vocabulary.conventions.takesWholes || letter.role != nil || letter.isWhole
    {
      for slot in 0..<letter.rank {
        let axis = axis(of: letter, slot: slot, layer)
        axes.append(axis)
        subscripts.append(axis)
      }
    } else {
      // One index on a matrix: a row or a column of it, which no line tells; or the weights of a single unit.
      let isOfNetwork = vocabulary.isLayeredNetwork && letter.role == .weight
      if letter.rank == 2, occurrence.subscripts.count == 1, letter.isRankInferred || isOfNetwork {
        throw ReadingProblem(kind: .unexpected("this subscript"), range: occurrence.range)
      }
      var items: [Expression] = []
      for (slot, item) in occurrence.subscripts.enumerated() {
        if let label = label(item) {
          let axis = axis(of: letter, slot: slot, layer)
          classes.append((subscripts.count + slot, label, axis))
          items.append(axis)
        } else if item.isOpenPlace {
          axes.append(axis(of: letter, slot: slot, layer))
          items.append(axes[axes.count - 1])
        } else {
          items.append(try indexExpression(item))
        }
      }
      // (W^T)_{ij} is W_{ji}.
      if occurrence.isTransposed, items.count == 2, axes.isEmpty { items.reverse() }
      for (slot, item) in items.enumerated() {
        let upper = dimensions.root(range(of: letter, slot: slot, layer).upper)
        guard let number = graph.numberValue(item)?.asInt else {
          lettered.insert(upper)
          continue
        }
        guard number > 0 else { continue }
        largestSubscripts[upper] = max(largestSubscripts[upper] ?? 0, number)
      }
      subscripts += items
    }
    var body = graph.symbol(letter.family, subscripts)
    if !classes.isEmpty { body = entry(letter.family, subscripts, ofClasses: classes) }
    if let superscript = occurrence.superscript {
      let nodes: [MathNode]
      switch superscript {
      case .bare(let inner): nodes = inner
      // w^{(2-1)}: arithmetic in the exponent.
      case .bracketed(let inner, _) where inner.isArithmetic: nodes = inner
      case .bracketed: throw ReadingProblem(kind: .unexpected(occurrence.letter), range: occurrence.range)
      }
      // A^{-1} undoes A; its entries are not those of A, undone.
      if axes.count == 2, nodes.isMinusOne {
        throw ReadingProblem(kind: .unexpected("an inverse"), range: occurrence.range)
      }
      let exponent = try scalar(nodes)
      body = graph.power(body, exponent)
    }
    guard occurrence.primes == 0 else {
      throw ReadingProblem(kind: .unexpected(occurrence.letter + "'"), range: occurrence.range)
    }
    if let slice = slice(axes, body, occurrence) { return slice }
    let isTurned = letter.role == .delta && vocabulary.conventions.gradientsAreRows
    let isRow = axes.count == 1 && (letter.isToldRow || vocabulary.conventions.rowVectors != isTurned)
    let result = Tensor(axes: axes, body: body, isRow: isRow, isTurned: letter.isToldRow)
    return occurrence.isTransposed ? transposed(result) : result
  }

  private static let axisNames = ["i", "j", "m"]

  /// A fresh index for all values of a subscript.
  mutating func axis(of letter: Vocabulary.Letter, slot: Int, _ layer: Expression?) -> Expression {
    let (lower, upper) = range(of: letter, slot: slot, layer)
    return graph.freshIndex(Self.axisNames[slot % 3], from: lower, to: upper)
  }

  /// An index or a number as a subscript: i, 3, j + 1.
  mutating func indexExpression(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    guard let content = LayerContent(nodes) else {
      throw ReadingProblem(kind: .unexpected("this subscript"), range: nodes.extent)
    }
    guard let name = content.letter else { return graph.number(content.offset) }
    if indices[name] == nil, vocabulary.sizeLetters.contains(name) { return sizeExpression(name, content.offset) }
    guard let index = indices[name] else {
      throw ReadingProblem(kind: .noRange(name), range: nodes.extent)
    }
    let offset = graph.number(content.offset)
    return graph.add([index, offset])
  }
}

extension MathNode {
  /// A letter that stands for a function, with primes and scripts.
  var isFunctionSign: Bool {
    switch kind {
    case .function: true
    case .scripts(let scripts): scripts.base?.isFunctionSign ?? false
    default: false
    }
  }
}

extension String {
  /// A name for the graph: `\delta` ↦ delta, `\hat{y}` ↦ yhat, `\mathcal{L}` ↦ L.
  var plainName: String {
    if hasSuffix("^*") { return String(dropLast(2)).plainName + "star" }
    if hasSuffix("}"), let mark = lastIndex(of: "_"), self[mark...].hasPrefix("_{") {
      return String(self[..<mark]).plainName + "_" + self[mark...].dropFirst(2).dropLast()
    }
    guard hasPrefix("\\") else { return self }
    guard let open = firstIndex(of: "{"), let close = lastIndex(of: "}") else { return String(dropFirst()) }
    let command = String(self[index(after: startIndex)..<open])
    let inner = String(self[index(after: open)..<close]).plainName
    return command.hasPrefix("math") ? inner : inner + command
  }
}

extension [MathNode] {
  /// Whether numbers are added or subtracted here.
  fileprivate var isArithmetic: Bool {
    contains { if case .operation = $0.kind { true } else { false } }
      && allSatisfy { node in
        switch node.kind {
        case .number, .operation, .space: true
        default: false
        }
      }
  }
}
