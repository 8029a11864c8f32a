import Expressions
import LaTeX
import Networks

/// Where a letter carries its layer, its sample and its indices.
extension VocabularyReader {
  mutating func findLayerLetters() {
    var letters: Set<String> = ["l", "L", "\\ell"]
    let indexLike: Set<String> = ["i", "j", "p", "q", "r", "x", "T"]
    let numbersMatrices = Set(survey["W"].single.keys.filter { $0.offset != 0 }.compactMap(\.letter))
    for letter in survey.shiftedLetters where !indexLike.contains(letter) || numbersMatrices.contains(letter) {
      letters.insert(letter)
    }
    // Samples are not counted backwards: where h^{(i−1)} stands beside W^{(i)}, the letter i numbers layers.
    for letter in indexLike where isShiftedAboveWeights(letter) { letters.insert(letter) }
    // l = 1, …, L may as well number samples: what is summed over, and never numbers a weight, is no layer.
    for letter in ["l", "\\ell"] where !survey.shiftedLetters.contains(letter) && summed.contains(letter) {
      let numbersWeights = ["w", "W", "b", "\\theta", "\\Theta"].contains { weight in
        let usage = survey[weight]
        return [usage.bracketed, usage.bare, usage.single].contains { $0.keys.contains { $0.letter == letter } }
      }
      if !numbersWeights { letters.remove(letter) }
    }
    // h_{kl} with nothing added to l anywhere: l numbers units, as k does.
    if survey.usages.values.contains(where: { $0.pairs.contains { $0.contains("l") } }),
      !survey.shiftedLetters.contains("l"), !survey.shiftedItems.contains("l"), !standsAbove("l")
    {
      letters.remove("l")
    }
    vocabulary.layerLetters = letters
  }

  /// Whether a letter stands in brackets above the weights, and, with a number added or subtracted, above something else.
  private func isShiftedAboveWeights(_ name: String) -> Bool {
    let stands = { (letter: String, isShifted: Bool) in
      self.survey[letter].bracketed.keys.contains { $0.letter == name && ($0.offset != 0) == isShifted }
    }
    return ["W", "w", "\\theta", "\\Theta"].contains { stands($0, false) }
      && survey.usages.keys.contains { stands($0, true) }
  }

  /// f^l(z^l): the function of layer l, not a power.
  mutating func findLayeredFunctions() {
    for letter in vocabulary.functions.keys {
      let isLayered = survey[letter].bare.keys.contains { $0.letter.map(vocabulary.layerLetters.contains) ?? false }
      if isLayered { vocabulary.layeredFunctions.insert(letter) }
    }
  }

  /// Whether a letter stands by itself above some other one, as layers do.
  private func standsAbove(_ name: String) -> Bool {
    survey.usages.values.contains { usage in
      usage.bracketed.keys.contains { $0.letter == name } || usage.bare.keys.contains { $0.letter == name }
    }
  }

  var hasArrays: Bool {
    survey.hasArrayProducts || !traced.isEmpty || !mapping.isEmpty || multipliesVectors || multipliesMatrices
      || definesInArrays
      || survey.usages.contains { $0.value.bold > 0 }
      || ["W", "\\Theta"].contains { letter in
        let usage = survey[letter]
        return usage.count > 0
          && usage.subscriptCounts[0, default: 0] + usage.subscriptCounts[1, default: 0] * 2 >= usage.count
      }
  }

  /// Whether z = Wx + b defines something, where W has two subscripts elsewhere.
  private var definesInArrays: Bool {
    roles.definitions.contains { definition in
      definition.weight.subscripts.isEmpty && definition.input.subscripts.isEmpty
        && survey[definition.weight.letter].subscriptCounts[2, default: 0] > 0
    }
  }

  /// Whether capital letters that have two subscripts elsewhere stand beside one another without any: Y = XW + b.
  private var multipliesMatrices: Bool {
    func isMatrix(_ node: MathNode) -> Bool {
      guard let occurrence = node.occurrence, occurrence.subscripts.isEmpty, occurrence.superscript == nil else {
        return false
      }
      return occurrence.letter.first?.isUppercase == true && occurrence.letter.count == 1
        && survey[occurrence.letter].subscriptCounts[2, default: 0] > 0
    }
    return statements.contains { statement in
      statement.chain.members.contains { member in
        let nodes = member.nodes.withoutBlanks
        return zip(nodes, nodes.dropFirst()).contains { isMatrix($0) && isMatrix($1) }
      }
    }
  }

  func letterReading(_ letter: String) -> Vocabulary.Letter {
    let usage = survey[letter]
    let place = layerPlace(letter, usage)
    var counts = usage.subscriptCounts
    if place == .subscript {
      counts = [:]
      for (count, times) in usage.subscriptCounts where count > 0 { counts[count - 1, default: 0] += times }
    }
    // x_{12} beside x_{ij} has two subscripts.
    if usage.gluedCount > 0 {
      counts[2, default: 0] += usage.gluedCount
      counts[1, default: 0] -= usage.gluedCount
    }
    let indexed = counts.filter { $0.key > 0 }.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    let rank = indexed ?? customaryRank(letter, usage)
    return Vocabulary.Letter(
      family: Family(letter.plainName, isLayered: place != .none), place: place, rank: rank,
      isRankGuessed: indexed.map { counts[0, default: 0] > counts[$0, default: 0] && $0 == 1 } ?? true, role: nil)
  }

  /// Whether something stands above a letter in a line that says something.
  private func carriesSuperscripts(_ letter: String) -> Bool {
    statements.contains { statement in
      statement.chain.members.contains { member in
        occurrences(in: member.nodes).contains { $0.letter == letter && $0.superscript != nil }
      }
    }
  }

  func layerPlace(_ letter: String, _ usage: Survey.Usage) -> Vocabulary.LayerPlace {
    let isLayer = { (content: LayerContent) in
      content.letter.map { self.vocabulary.layerLetters.contains($0) || $0.hasPrefix("n_") } ?? false
    }
    let isData = ["x", "y", "t", "d", "X", "Y", "\\hat{y}", "\\hat{Y}"].contains(letter)
    if usage.bracketed.contains(where: { isLayer($0.key) || $0.key.letter == nil && !isData }) { return .superscript }
    if isData, isRarelyLast(usage) { return .none }
    // The parameters θ^l that the text mentions are no reason to look for layers of θ_{dc}.
    let isMarked = !usage.bare.isEmpty || !usage.bracketed.isEmpty
    if isMarked, usage.mentions > 0, usage.pairCount > 0, !carriesSuperscripts(letter) { return .none }
    // x^{n-1} is a power.
    let customary: Set<String?> = ["l", "L", "\\ell"]
    if usage.bare.contains(where: { isLayer($0.key) && (!isData || customary.contains($0.key.letter)) }) {
      return .superscript
    }
    let numbers = usage.bare.keys.filter { $0.letter == nil && $0.offset >= 0 }.map(\.offset)
    let isLettered = usage.bare.values.reduce(0, +) * 2 >= usage.count
    if !numbers.isEmpty, Set(numbers) != [2] || isLettered && usage.subscriptCounts[0, default: 0] < usage.count,
      ["w", "W", "b", "z", "a", "h", "s", "\\delta", "x", "o", "\\Theta", "\\theta", "B", "\\hat{h}"].contains(letter),
      usage.count > 1, numbers.contains(where: { $0 != 2 }) || isLettered
    {
      return .superscript
    }
    if leadsWithLayers(usage) { return .subscript }
    let inTime = usage.single.filter { $0.key.letter == "t" }.values.reduce(0, +)
    let inLetters = usage.single.filter { $0.key.letter != nil }.values.reduce(0, +)
    if isData, letter.lowercased() != "x", inTime * 2 < inLetters || inTime == 0 {
      return .none
    }
    // A remark in passing about a_{l−1} does not make layers of the units of all others.
    let layers = usage.single.filter { isLayer($0.key) || $0.key.letter == nil }.values.reduce(0, +)
    if usage.single.contains(where: { isLayer($0.key) }), usage.bracketed.isEmpty,
      layers * 4 >= usage.single.values.reduce(0, +)
    {
      return .subscript
    }
    if hasSubscriptLayers, !usage.single.isEmpty, usage.single.allSatisfy({ $0.key.letter == nil || isLayer($0.key) }),
      usage.subscriptCounts[2] == nil || leadsWithNumbers(usage),
      ["w", "W", "b", "B", "z", "Z", "a", "A", "h", "H", "s", "S", "\\delta"].contains(letter)
    {
      return .subscript
    }
    return .none
  }

  /// Whether a letter carries no other layer than L, and that rarely: y^L beside y is what the last layer computes.
  private func isRarelyLast(_ usage: Survey.Usage) -> Bool {
    let layered = usage.bare.filter { $0.key.letter.map(vocabulary.layerLetters.contains) ?? false }
    return !layered.isEmpty && layered.keys.allSatisfy { $0.letter == "L" && $0.offset == 0 }
      && layered.values.reduce(0, +) * 4 <= usage.count
  }

  /// Whether the first of several subscripts is the layer, as in z_{l,i}: some such subscript is a letter minus one.
  func leadsWithLayers(_ usage: Survey.Usage) -> Bool {
    let shifted = survey.leadingShifts.subtracting(["i", "j", "k", "t", "p", "q", "r", "T"])
    guard usage.bracketed.isEmpty, usage.bare.isEmpty, !shifted.isEmpty else { return false }
    let layers = usage.leading.filter { $0.key.letter.map(shifted.contains) ?? false }.values.reduce(0, +)
    return layers * 2 >= usage.leading.values.reduce(0, +) && layers > 0
  }

  /// Whether the first of two subscripts is a number that also stands below alone: z_{2,i} is an entry of z_2.
  private func leadsWithNumbers(_ usage: Survey.Usage) -> Bool {
    usage.pairs.isEmpty && !usage.leading.isEmpty
      && usage.leading.keys.allSatisfy { $0.letter == nil && usage.single[$0] != nil }
  }

  /// Whether W_1, W_2 or a_{l−1} number layers below.
  var hasSubscriptLayers: Bool {
    let usage = survey["W"]
    return usage.count > 0 && usage.subscriptCounts[2] == nil && usage.bracketed.isEmpty && usage.bare.isEmpty
      && usage.single.keys.contains { $0.letter == nil || vocabulary.layerLetters.contains($0.letter ?? "") }
  }

  /// Whether a letter is one of several losses with a word below: L_{mse}, J_λ.
  private func isNamedLoss(_ letter: String) -> Bool {
    letter.count > 2 && ["L", "E", "J", "C"].contains(letter.first.map(String.init))
  }

  func customaryRank(_ letter: String, _ usage: Survey.Usage) -> Int {
    guard vocabulary.hasArrays, !Self.lossLetters.contains(letter) || usage.differentiated == 0 else { return 0 }
    if isNamedLoss(letter) { return 0 }
    if scalarFunctions.contains(letter) { return 0 }
    if traced.contains(letter) || mapping.contains(letter) { return 2 }
    if standsUnderRoots(letter) { return 0 }
    if quadratic.contains(letter) { return 1 }
    switch Occurrence.base(of: letter).undecorated {
    case "W", "U", "V", "\\Theta", "\\Sigma", "D", "M", "R", "Q": return 2
    case "A", "Z", "X", "Y", "H", "B", "\\hat{Y}":
      let capitals = ["A", "Z", "X", "Y", "H", "B"]
      let areMatrices = capitals.contains { survey[$0].transposed > 0 && survey[$0].subscriptCounts[1] == nil }
      return isBatchNotation || survey[letter.lowercased()].count > 0 || usage.bold > 0 || areMatrices ? 2 : 1
    case "P", "O",
      "T" where isBatchNotation && survey["X"].count > 0:
      return 2
    case "w":
      // A matrix beside vectors, as in Nielsen's book; one row of it where W stands for all.
      let isMatrix = roles.weight == "w" && survey["w"].count > 2 && !roles.definitions.isEmpty
      return survey["W"].count > 0 ? 1 : isMatrix ? 2 : 1
    case "x", "y", "z", "a", "h", "b", "s", "o", "t", "u", "v", "r", "g", "\\delta", "\\hat{y}", "d", "p", "net", "e":
      return 1
    default:
      guard usage.bold > 0 || transposed.contains(letter) else { return 0 }
      return letter.first?.isUppercase == true ? 2 : 1
    }
  }

  /// Capital letters for activations of a whole batch.
  var isBatchNotation: Bool { survey["A"].count + survey["Z"].count > 0 && survey["W"].count > 0 }

  /// Superscripts that are an index letter on something without layers number samples: y_j^k, x^{(i)}.
  mutating func findSamples() {
    let names: Set<String> = ["i", "k", "n", "m", "s", "p", "t", "j", "q", "d", "c", "l"]
    for (letter, reading) in vocabulary.letters where reading.place == .none {
      let usage = survey[letter]
      let labels = usage.bare.merging(usage.bracketed, uniquingKeysWith: +).filter { content, _ in
        content.offset == 0
          && content.letter.map { names.contains($0) && !vocabulary.layerLetters.contains($0) } ?? false
          || usage.bracketed[content] != nil
      }
      let isBracketed = usage.bracketed.keys.contains { content in content.letter.map(names.contains) ?? true }
      guard !labels.isEmpty, isBracketed || labels.values.reduce(0, +) * 2 >= usage.count || letter.hasPrefix("\\hat")
      else {
        continue
      }
      vocabulary.letters[letter]?.isSampled = true
      for content in labels.keys { if let name = content.letter { vocabulary.sampleLetters.insert(name) } }
    }
    vocabulary.summedSamples = vocabulary.sampleLetters.intersection(summed)
  }

  /// y_n, where no unit is numbered by n, is the target of a sample.
  mutating func findSampleSubscripts() {
    let inner: [Vocabulary.Role] = [.weight, .bias, .preactivation, .delta]
    for (letter, reading) in vocabulary.letters where reading.role == .target || reading.role == .prediction {
      guard reading.place == .none, survey[letter].single.count == 1, let content = survey[letter].single.keys.first,
        let name = content.letter, content.offset == 0, survey[letter].subscriptCounts[2] == nil
      else { continue }
      let isUnit = vocabulary.letters.contains { other, value in
        guard let role = value.role, inner.contains(role) || role == .activation && other != "x" else { return false }
        return survey[other].single.keys.contains { $0.letter == name } || survey[other].indices.contains(name)
      }
      let isArray = hasArrays
      let areEntries = !isArray || usesSoftmax || areEntriesSummed(of: letter, by: name)
      if isUnit || summed.contains(name) && areEntries { continue }
      vocabulary.letters[letter]?.rank = isArray ? 1 : 0
      vocabulary.letters[letter]?.dropsSubscripts = true
    }
  }

  /// Whether Σ_i (p_i − y_i)² or Σ_i y_i log p_i adds up entries, and not samples: no vector is squared or has a
  /// logarithm, and nothing that an input has carries the index.
  private func areEntriesSummed(of letter: String, by name: String) -> Bool {
    guard !["x", "X"].contains(where: { survey[$0].single.keys.contains { $0.letter == name } }) else { return false }
    func isWhole(_ nodes: [MathNode]) -> Bool {
      nodes.contains { node in
        if case .fence(let fence) = node.kind, ["|", "‖"].contains(fence.open.name) { return true }
        return node.occurrence?.isTransposed == true || isWhole(node.children)
      }
    }
    return statements.contains { statement in
      statement.chain.members.contains { member in
        member.nodes.sum(over: [name]) != nil && !isWhole(member.nodes)
          && occurrences(in: member.nodes).contains { occurrence in
            occurrence.letter == letter && occurrence.subscripts.contains { LayerContent($0)?.letter == name }
          }
      }
    }
  }

  /// The letters under sum signs.
  var summed: Set<String> {
    var result: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName { result.insert(name) }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }
}

extension VocabularyReader {
  /// Whether the notes name the softmax: then predictions have entries.
  fileprivate var usesSoftmax: Bool {
    func visit(_ nodes: [MathNode]) -> Bool {
      nodes.contains { node in
        if case .function(let name) = node.kind { return name.lowercased() == "softmax" }
        return node.symbolName?.lowercased() == "softmax" || visit(node.children)
      }
    }
    return statements.contains { $0.chain.members.contains { visit($0.nodes) } }
  }
}
