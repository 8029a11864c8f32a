import LaTeX
import Networks

/// Networks whose last layer has one unit, ŷ = wᵀh_2 + b: its weights are a column, beside matrices W_1, W_2 of the others.
extension VocabularyReader {
  /// What a line says that the only output is.
  private struct OutputLine {
    var output: Occurrence
    var weight: Occurrence
    var input: Occurrence
    var bias: Occurrence?
    var isApplied: Bool
  }

  /// Finds the line that computes the only output, and takes its letters to be of the last layer.
  mutating func findSingleOutput() {
    guard vocabulary.isLayeredNetwork, vocabulary.hasArrays, case .number(let last) = vocabulary.depth,
      let line = statements.compactMap({ outputLine($0) }).first,
      let below = content(of: line.input), below.letter == nil, !hasUnitsOfOutputs
    else { return }
    let layer = layer(of: line, above: below.offset)
    guard layer >= last else { return }
    vocabulary.depth = .number(layer)
    vocabulary.highestLayer = layer
    vocabulary.widths[layer] = 1
    vocabulary.singleOutput = layer
    vocabulary.columnWeights.insert(line.weight.letter)
    if vocabulary.letters[line.weight.letter]?.role != .weight { takeAsOutput(line.weight.letter, .weight) }
    if isUnnumbered(line.weight) { vocabulary.outputLetters.insert(line.weight.letter) }
    if let bias = line.bias {
      if vocabulary.letters[bias.letter]?.role != .bias { takeAsOutput(bias.letter, .bias) }
      if isUnnumbered(bias) { vocabulary.outputLetters.insert(bias.letter) }
    }
    takeOutput(line)
    for (letter, reading) in vocabulary.letters where reading.role == .target || reading.role == .prediction {
      if reading.place == .none { vocabulary.letters[letter]?.rank = 0 }
    }
  }

  /// Whether targets or predictions have subscripts.
  private var hasUnitsOfOutputs: Bool {
    vocabulary.letters.contains { letter, reading in
      (reading.role == .target || reading.role == .prediction) && reading.place == .none
        && survey[letter].subscriptCounts.contains { $0.key > 0 && $0.value > 0 }
    }
  }

  /// What the line computes: a pre-activation, where something is made of it, or else the prediction.
  private mutating func takeOutput(_ line: OutputLine) {
    let letter = line.output.letter
    guard let reading = vocabulary.letters[letter], isUnnumbered(line.output) else { return }
    let isNumberedElsewhere =
      survey[letter].single.keys.contains { $0.letter == nil }
      || !survey[letter].bracketed.isEmpty || !survey[letter].bare.isEmpty
    let isOfLayers = reading.role == .preactivation || reading.role == .activation
    if isOfLayers, isNumberedElsewhere {
      vocabulary.outputLetters.insert(letter)
      return
    }
    guard reading.role == nil || isOfLayers else { return }
    let hasPrediction = vocabulary.letters.contains { $0.key != letter && $0.value.role == .prediction }
    let isPrediction = letter.hasPrefix("\\hat") || line.isApplied || !hasPrediction && !isMadeInto(letter)
    if isPrediction {
      takeAsOutput(letter, .prediction)
    } else {
      takeAsOutput(letter, .preactivation)
      vocabulary.outputLetters.insert(letter)
    }
  }

  /// Whether a function is applied to a letter somewhere: the s of p = σ(s).
  private func isMadeInto(_ letter: String) -> Bool {
    func isApplied(_ nodes: [MathNode]) -> Bool {
      let visible = nodes.withoutBlanks
      return zip(visible, visible.dropFirst()).contains { function, fence in
        fence.isRoundFence && vocabulary.functions[function.symbolName ?? ""] != nil
          && fence.children.withoutBlanks.count == 1 && fence.children.withoutBlanks[0].occurrence?.letter == letter
      } || visible.contains { isApplied($0.children) }
    }
    return statements.contains { $0.chain.members.contains { isApplied($0.nodes) } }
  }

  private mutating func takeAsOutput(_ letter: String, _ role: Vocabulary.Role) {
    var reading = vocabulary.letters[letter] ?? letterReading(letter)
    reading.role = role
    reading.place = .none
    reading.rank = role == .weight ? 2 : role == .bias || role == .preactivation ? 1 : 0
    switch role {
    case .weight: reading.family = NetworkSymbol.weight
    case .bias: reading.family = NetworkSymbol.bias
    case .preactivation: reading.family = NetworkSymbol.preactivation
    default: reading.family = NetworkSymbol.prediction
    }
    vocabulary.letters[letter] = reading
  }

  /// The layer that the line is about: the one its letters have the number of, or the next one above its input.
  private func layer(of line: OutputLine, above input: Int) -> Int {
    content(of: line.output).flatMap { $0.letter == nil ? $0.offset : nil } ?? input + 1
  }

  /// Whether nothing tells the layer of a letter where it stands.
  private func isUnnumbered(_ occurrence: Occurrence) -> Bool {
    occurrence.superscript == nil && occurrence.subscripts.isEmpty
  }

  /// ŷ = wᵀh + b, ŷ = σ(w · h + b).
  private func outputLine(_ statement: WrittenStatement) -> OutputLine? {
    guard statement.chain.signs.first?.name == "=", let head = statement.chain.members[0].nodes.withoutBlanks.first,
      statement.chain.members[0].nodes.withoutBlanks.count == 1, let output = head.occurrence, output.primes == 0,
      !output.isTransposed
    else { return nil }
    var value = statement.chain.members[1].nodes.withoutBlanks
    var isApplied = false
    if value.count == 2, value[1].isRoundFence, value[0].differentials == nil {
      value = value[1].children.withoutBlanks
      isApplied = true
    }
    let terms = value.split { $0.kind == .operation("+") }.map(Array.init)
    guard (1...2).contains(terms.count), let (weight, input) = innerProduct(terms[0]) else { return nil }
    var line = OutputLine(output: output, weight: weight, input: input, isApplied: isApplied)
    if terms.count == 2 {
      guard terms[1].count == 1, let bias = terms[1][0].occurrence, bias.letter.first?.isUppercase == false else {
        return nil
      }
      line.bias = bias
    }
    return line
  }

  /// wᵀh or w · h, where w is a small letter beside matrices in capitals, and h are activations.
  private func innerProduct(_ nodes: [MathNode]) -> (weight: Occurrence, input: Occurrence)? {
    guard let weight = nodes.first?.occurrence, let input = nodes.last?.occurrence,
      nodes.count == 2 || nodes.count == 3,
      vocabulary.letters[input.letter]?.role == .activation, !input.isTransposed,
      weight.letter.first?.isLowercase == true || weight.letter.hasPrefix("\\theta"), !input.letter.hasPrefix("\\hat"),
      vocabulary.functions[weight.letter] == nil
    else { return nil }
    if nodes.count == 2, !weight.isTransposed { return nil }
    if nodes.count == 3, weight.isTransposed || nodes[1].kind != .operation("cdot") { return nil }
    let matrix = vocabulary.letters.contains { letter, reading in
      reading.role == .weight && letter.first?.isUppercase == true && survey[letter].count > 0
    }
    // Entries tell that it is a matrix, w_{ij}.
    let most = vocabulary.letters[weight.letter]?.place == .subscript ? 1 : 0
    let isPlain = survey[weight.letter].subscriptCounts.keys.allSatisfy { $0 <= most }
    let role = vocabulary.letters[weight.letter]?.role
    return matrix && isPlain && (role == nil || role == .weight) ? (weight, input) : nil
  }
}

extension Vocabulary {
  /// Whether a subscript of a letter at a layer numbers the only unit of the last layer.
  func isOfSingleOutput(_ letter: Letter, slot: Int, layer: Int?) -> Bool {
    guard let last = singleOutput, let role = letter.role else { return false }
    if role == .target || role == .prediction { return true }
    guard role.isOfUnits || role == .weight || role == .bias, let layer else { return false }
    switch dimension(of: letter, slot: slot).dimension {
    case .units(let offset): return layer + offset == last
    default: return false
    }
  }
}
