import Expressions
import LaTeX
import Networks

/// How layers are numbered, and the conventions that defining equations tell.
extension VocabularyReader {
  // MARK: Layers

  mutating func findDepth() {
    if !vocabulary.isLayeredNetwork {
      findLastStep()
      return
    }
    var letters: [String: Int] = [:]
    var highest: [String: Int] = [:]
    var numbers: Set<Int> = []
    var numbersOfActivations: Set<Int> = []
    var numbersOfPreactivations: Set<Int> = []
    // Of what carries no layer, what stands above is a power.
    for (letter, reading) in vocabulary.letters where reading.family.isLayered && reading.place != .none {
      let usage = survey[letter]
      let below = survey.leadingShifts.isEmpty ? usage.single : usage.single.merging(usage.leading, uniquingKeysWith: +)
      let contents = reading.place == .subscript ? below : usage.bracketed.merging(usage.bare, uniquingKeysWith: +)
      for (content, count) in contents {
        if let name = content.letter {
          letters[name, default: 0] += count
          highest[name] = max(highest[name] ?? content.offset, content.offset)
        } else {
          numbers.insert(content.offset)
          if reading.role != .weight, reading.role != .bias { numbersOfActivations.insert(content.offset) }
          if reading.role == .preactivation { numbersOfPreactivations.insert(content.offset) }
        }
      }
    }
    vocabulary.highestLayer = numbersOfActivations.union(numbers).max()
    if letters["L"] != nil {
      vocabulary.depth = .letter("L")
    } else if let named = letters.keys.filter({ isNumberOfLayers($0) }).min() {
      vocabulary.depth = .letter(named)
    } else if let letter = letterOfLossDefinition() ?? lastOfCountedLayers() {
      vocabulary.depth = .letter(letter)
    } else if let letter = letters.keys.sorted().first(where: {
      isCapital($0) && highest[$0] == 0 && letters[$0, default: 0] > 1
    }) {
      // W_N and W_{N−1}, and nothing above.
      vocabulary.depth = .letter(letter)
    } else if let letter = letters.keys.sorted().first(where: { highest[$0] == 0 && !summed.contains($0) }),
      numbers.subtracting([0]).isEmpty
    {
      // Nothing lies above layer l: it is the last one, unless a sum runs over it.
      vocabulary.depth = .letter(letter)
    } else if let last = numbersOfActivations.union(numbers).max(), last > 0 {
      vocabulary.depth = .number(last)
    } else {
      // L of Σ_{l=1}^L is the number of units, where no layer has a letter.
      let bounds = Set(upperBounds.values)
      vocabulary.depth = .letter(["L", "N", "D", "Q"].first { !bounds.contains($0) && survey[$0].count == 0 } ?? "L")
    }
    vocabulary.inputLayer = numbers.contains(0) || letters["L"] != nil && !numbersOfActivations.contains(1) ? 0 : 1
    if case .letter(let name) = vocabulary.depth, name.hasPrefix("n_") { vocabulary.inputLayer = 1 }
    // Inputs have no pre-activations: z^{(1)} lies above them.
    if numbersOfPreactivations.contains(1) || computesFirstLayer { vocabulary.inputLayer = 0 }
  }

  /// Whether a line computes what layer 1 holds: h^{(1)} = W^{(1)} x.
  private var computesFirstLayer: Bool {
    roles.definitions.contains { definition in
      content(of: definition.output).map { $0.letter == nil && $0.offset == 1 } ?? false
    }
  }

  private func isCapital(_ letter: String) -> Bool { letter.count == 1 && letter.first?.isUppercase == true }

  /// n_l, where l numbers layers.
  private func isNumberOfLayers(_ letter: String) -> Bool {
    letter.hasPrefix("n_") && vocabulary.layerLetters.contains(String(letter.dropFirst(2)))
  }

  /// Of notes that are about no network in layers, what numbers layers or time steps runs up to the letter that sums over
  /// it do, from 0.
  private mutating func findLastStep() {
    let bounds = upperBounds
    // Beside steps t, the k of Σ_{k=1}^t and of Σ_{k=1}^M numbers earlier steps, or units.
    let steps = ["t", "\\tau"].filter { vocabulary.layerLetters.contains($0) && survey.numbersSteps($0) }
    let last = (steps.isEmpty ? vocabulary.layerLetters.sorted() : steps).compactMap { bounds[$0] }.first
    vocabulary.depth = .letter(last ?? "last")
    vocabulary.inputLayer = 0
    for (letter, reading) in vocabulary.letters where reading.family.isLayered {
      let usage = survey[letter]
      let contents =
        reading.place == .subscript ? usage.single : usage.bracketed.merging(usage.bare, uniquingKeysWith: +)
      for content in contents.keys where content.letter == nil {
        vocabulary.highestLayer = max(vocabulary.highestLayer ?? 0, content.offset)
      }
    }
    findSoleLayer()
  }

  /// The letters that sums over each index run up to, as far as they are letters.
  var upperBounds: [String: String] {
    var result: [String: String] = [:]
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName,
          let upper = sum.upper?.nodes.withoutBlanks, upper.count == 1, let letter = upper[0].symbolName
        {
          result[name] = result[name] ?? letter
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }

  /// The letter of the layer whose activations the loss is defined by.
  func letterOfLossDefinition() -> String? {
    for statement in statements {
      let members = statement.chain.members
      let isLoss = { (nodes: [MathNode]) -> Bool in
        guard let first = nodes.withoutBlanks.first?.occurrence else { return false }
        return self.vocabulary.letters[first.letter]?.role == .loss
      }
      guard members.count >= 2, members.contains(where: { isLoss($0.nodes) && $0.nodes.withoutBlanks.count <= 2 })
      else {
        continue
      }
      for member in members where !isLoss(member.nodes) {
        for occurrence in occurrences(in: member.nodes) {
          guard vocabulary.letters[occurrence.letter]?.role == .activation, let superscript = occurrence.superscript
          else { continue }
          let nodes: [MathNode]
          switch superscript {
          case .bracketed(let inner, _), .bare(let inner): nodes = inner
          }
          if let content = LayerContent(nodes), let letter = content.letter, content.offset == 0 { return letter }
        }
      }
    }
    return nil
  }

  func occurrences(in nodes: [MathNode]) -> [Occurrence] {
    nodes.flatMap { node -> [Occurrence] in
      if let occurrence = node.occurrence { return [occurrence] }
      return occurrences(in: node.children)
    }
  }

  // MARK: Conventions

  mutating func findConventions() {
    findSampleSlot()
    var enters: [Int: Int] = [:]
    var outputFirst = 0
    var rows = 0
    for definition in roles.definitions where !vocabulary.columnWeights.contains(definition.weight.letter) {
      if let z = content(of: definition.output), let w = content(of: definition.weight), z.letter == w.letter {
        enters[z.offset - w.offset, default: 0] += 1
      } else if content(of: definition.output) == nil, let a = content(of: definition.input),
        let w = content(of: definition.weight), a.letter == w.letter
      {
        enters[a.offset - w.offset + 1, default: 0] += 1
      }
      if definition.weight.subscripts.count == 2, let z = unit(of: definition.output) {
        let first = LayerContent(definition.weight.subscripts[0])
        outputFirst += first == LayerContent(z) ? 1 : -1
      } else if isDesignProduct(definition) {
        // Xw: the samples are rows, and the weights of the one unit are a column.
      } else if definition.weight.subscripts.isEmpty || definition.weight.subscripts.count == 1 {
        if definition.isWeightFirst {
          outputFirst += definition.weight.isTransposed ? -1 : 1
        } else {
          rows += 1
          outputFirst -= 1
        }
      }
      if definition.startsAtZero, !definition.hasBias { vocabulary.conventions.isFolded = true }
    }
    let best = enters.max { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }?.key
    vocabulary.conventions.weightsEnterTheirLayer = best.map { $0 == 0 } ?? true
    findLayerAboveWeights()
    vocabulary.conventions.outputIndexFirst = outputFirst >= 0
    // Of notes in indices only the lines in arrays tell.
    let inArrays = roles.definitions.count { $0.weight.subscripts.isEmpty }
    let told = vocabulary.isLayeredNetwork ? roles.definitions.count : inArrays
    vocabulary.conventions.rowVectors = rows * 2 > told
    hasDefinitions = !roles.definitions.isEmpty
    let repeated = roles.definitions.count { $0.isRepeated }
    vocabulary.usesEinsteinConvention = repeated * 2 > roles.definitions.count || repeatsIndices
    vocabulary.sumsLoneIndices = namesEinstein && vocabulary.usesEinsteinConvention
    for name in roles.activationFunctions.keys.sorted() where name.count == 1 && name.first?.isUppercase == true {
      // F of an array is f of its entries.
      guard vocabulary.functions[name] != nil, let small = vocabulary.functions[name.lowercased()] else { continue }
      vocabulary.functions[name] = small
    }
    let functions = roles.activationFunctions.filter { vocabulary.functions[$0.key] != nil }
    vocabulary.activationFunction = functions.max { ($0.value, $1.key) < ($1.value, $0.key) }.flatMap {
      vocabulary.functions[$0.key]
    }
    findSampleRows()
    findDeltaSign()
    if writesJacobians { vocabulary.conventions.gradientsAreRows = true }
    if let deltaDefinition = deltaVariable() {
      vocabulary.conventions.deltaOfActivation = deltaDefinition.role == .activation
    }
  }

  /// The layer that the last weights lead to, though nothing has its number: h(x) = g(Θ^{(2)} a^{(2)}).
  private mutating func findLayerAboveWeights() {
    guard vocabulary.isLayeredNetwork, !vocabulary.conventions.weightsEnterTheirLayer,
      case .number(let last) = vocabulary.depth
    else { return }
    let numbers = vocabulary.letters.filter { $0.value.role == .weight }.flatMap { letter, reading in
      let usage = survey[letter]
      let contents = reading.place == .subscript ? [usage.single] : [usage.bracketed, usage.bare]
      return contents.flatMap(\.keys).filter { $0.letter == nil }.map(\.offset)
    }
    guard let highest = numbers.max(), highest == last else { return }
    vocabulary.depth = .number(highest + 1)
    vocabulary.highestLayer = highest + 1
  }

  /// The heights that the subscripts of the weights tell, if few weights contradict the others.
  mutating func findUnitHeights() {
    guard layersAreInIndices, let weight = vocabulary.letter(for: .weight) else { return }
    let counts = survey[weight].pairCounts.subtracting(pairsOfSingleLayers(weight))
    let step = vocabulary.conventions.outputIndexFirst ? 1 : -1
    let outputs = lettersOfOutputs
    let places = (upper: step == 1 ? 0 : 1, lower: step == 1 ? 1 : 0)
    let sources = Set(counts.keys.map { $0[places.upper] })
    func isDoubtful(_ pair: [String]) -> Bool {
      outputs.contains(pair[places.lower]) && !outputs.contains(pair[places.upper])
    }
    // Nothing lies above a letter that numbers nothing but outputs; of others a pair that says so counts last.
    let pairs = counts.keys.filter { !isDoubtful($0) || sources.contains($0[places.lower]) }.sorted { a, b in
      let doubts = (isDoubtful(a) ? 1 : 0, isDoubtful(b) ? 1 : 0)
      return (doubts.1, counts[a, default: 0], b.joined()) > (doubts.0, counts[b, default: 0], a.joined())
    }
    var heights: [String: Int] = [:]
    guard let first = pairs.first else { return }
    heights[first[0]] = 0
    for _ in pairs {
      for pair in pairs {
        if let height = heights[pair[0]], heights[pair[1]] == nil { heights[pair[1]] = height - step }
        if let height = heights[pair[1]], heights[pair[0]] == nil { heights[pair[0]] = height + step }
      }
    }
    let contradicting = pairs.filter { heights[$0[0]].map { $0 - step } != heights[$0[1]] }
    func total(_ pairs: [[String]]) -> Int { pairs.reduce(0) { $0 + counts[$1, default: 0] } }
    if total(contradicting) * 4 <= total(pairs) { vocabulary.unitHeights = heights }
  }

  /// z_{is} = Σ_j w_{ij} x_{js}: what z and x share, and w has not, numbers the sample.
  mutating func findSampleSlot() {
    var votes: [Int?: Int] = [:]
    for definition in roles.definitions where definition.weight.subscripts.count == 2 {
      votes[definition.sampleSlot, default: 0] += 1
    }
    guard let slot = [0, 1].max(by: { votes[$0, default: 0] < votes[$1, default: 0] }),
      votes[slot, default: 0] * 2 > votes.values.reduce(0, +)
    else { return }
    vocabulary.sampleSlot = slot
    for (letter, reading) in vocabulary.letters where reading.role?.isOfUnits == true {
      if survey[letter].subscriptCounts[2, default: 0] > 0 { vocabulary.letters[letter]?.rank = 2 }
    }
  }

  /// The subscript that numbers the unit.
  func unit(of occurrence: Occurrence) -> [MathNode]? {
    guard let slot = vocabulary.sampleSlot, occurrence.subscripts.count == 2 else { return occurrence.subscripts.last }
    return occurrence.subscripts[1 - slot]
  }

  /// What δ is said to be the derivative by: next to it in a chain, else anywhere in its chain.
  func deltaVariable() -> Vocabulary.Letter? {
    var distant: Vocabulary.Letter?
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      guard let place = members.firstIndex(where: { $0.count == 1 && $0[0].occurrence?.letter == "\\delta" }) else {
        continue
      }
      for (other, value) in members.enumerated() where other != place {
        guard value.count == 1, let below = value[0].differentials?.below.rest.first?.occurrence,
          let variable = vocabulary.letters[below.letter]
        else { continue }
        if abs(other - place) == 1 { return variable }
        distant = distant ?? variable
      }
    }
    return distant
  }

  func content(of occurrence: Occurrence) -> LayerContent? {
    guard let reading = vocabulary.letters[occurrence.letter] else { return nil }
    switch reading.place {
    case .superscript:
      switch occurrence.superscript {
      case .bracketed(let nodes, _)?, .bare(let nodes)?: return LayerContent(nodes)
      case nil: return nil
      }
    case .subscript: return occurrence.subscripts.first.flatMap { LayerContent($0) }
    case .none: return nil
    }
  }
}
