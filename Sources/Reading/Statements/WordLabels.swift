import LaTeX

/// Finds what stands below a letter as a part of its name, and not as an index: the words of L_{mse}, h_{out}, y_{pred}, and
/// the letters of z_a = x + y, z_b = x y, which nothing on the right depends on.
///
/// Two quantities whose labels were taken for one index would be one family, of which everything could be shown.
struct WordLabels: UniformNotationMark {
  /// The words below each letter.
  private var words: [String: Set<String>] = [:]
  /// The single letters below each letter that are no indices.
  private var letters: [String: Set<String>] = [:]
  /// Letters that count something.
  private var counters: Set<String> = []
  /// The letters that stand somewhere with nothing below them.
  private var bare: Set<String> = []
  /// The letters, and the letters with a word below, that lines say what they are.
  private var defined: Set<String> = []
  /// What stands below each letter.
  private var below: [String: Set<String>] = [:]

  private static let customaryIndices: Set<String> = [
    "i", "j", "k", "l", "m", "n", "p", "q", "r", "s", "t", "u", "v", "x", "y", "z",
  ]
  private static let vowels: Set<String> = ["a", "e", "i", "o", "u"]
  /// What is said of the whole: L_{total} is L.
  private static let wholes: Set<String> = ["total", "tot", "all", "old", "new"]

  /// What a loss with a penalty is told by: J_λ beside J, L_{reg} beside L.
  private static let penalties: Set<String> = ["lambda", "reg", "regularized", "regularised", "penalized"]

  /// The labels of these formulas.
  init(_ formulas: [MathFormula]) {
    for formula in formulas { count(formula.nodes) }
    var introduced: [String: Set<String>] = [:]
    for formula in formulas {
      collect(formula.nodes)
      collectBare(formula.nodes)
      for chain in ChainReader.chains(of: formula) {
        if let name = definedName(chain) { defined.insert(name) }
        guard let (letter, label) = constantHead(chain) else { continue }
        introduced[letter, default: []].insert(label)
      }
    }
    letters = introduced.filter { $0.value.count > 1 }
    for letter in Self.parameters {
      letters[letter, default: []].formUnion(below[letter, default: []].filter(isGate))
    }
    let batches = Set(introduced.values.filter { $0.count == 1 }.flatMap { $0 }.filter(isBatchName))
    for letter in below.keys where !bare.contains(letter) {
      guard let label = batches.first(where: { hangsAlone(letter, $0) }) else { continue }
      letters[letter] = [label]
    }
  }

  private static let parameters = ["W", "U", "V", "R", "w", "u", "v", "b"]

  /// Whether several parameters carry the letter of a quantity of their own, which has a time: the r of W_r, U_r and b_r
  /// beside r_t.
  private func isGate(_ label: String) -> Bool {
    let carriers = Self.parameters.count { below[$0]?.contains(label) == true }
    let quantity = below[label, default: []]
    return carriers > 1 && !counters.contains(label) && quantity.contains("t")
  }

  /// Whether a capital letter that counts nothing and stands nowhere by itself is the name of a batch: μ_B, σ_B.
  private func isBatchName(_ label: String) -> Bool {
    label.first?.isUppercase == true && !Self.lastOnes.contains(label) && !bare.contains(label)
      && !counters.contains(label)
  }

  /// Whether nothing else than `label` ever stands below a letter.
  private func hangsAlone(_ letter: String, _ label: String) -> Bool { below[letter] == [label] }

  /// Capital letters that are the numbers of the last layer, step or sample.
  private static let lastOnes: Set<String> = ["L", "T", "N", "K", "M"]

  /// Sums count, and so do conditions and whatever a number is added to.
  private mutating func count(_ nodes: [MathNode]) {
    for node in nodes {
      if let sum = node.summation {
        for item in (sum.lower?.nodes ?? []) + (sum.upper?.nodes ?? []) {
          if let name = item.symbolName { counters.insert(name) }
        }
      }
      count(node.children)
    }
  }

  private mutating func collect(_ nodes: [MathNode]) {
    for node in nodes {
      if case .scripts(let scripts) = node.kind, let base = scripts.base?.symbolName {
        if let lower = scripts.lower?.nodes.withoutBlanks {
          below[base, default: []].insert(lower.count == 1 ? lower[0].plainLetter ?? "#" : "#")
        }
        if let word = word(below: scripts) { words[base, default: []].insert(word) }
      }
      collect(node.children)
    }
  }

  /// Takes in the letters that stand by themselves, and not below another one.
  private mutating func collectBare(_ nodes: [MathNode]) {
    for node in nodes {
      if case .scripts(let scripts) = node.kind, let base = scripts.base?.plainLetter ?? scripts.base?.symbolName {
        if scripts.lower == nil { bare.insert(base) }
        if let upper = scripts.upper { collectBare(upper.nodes) }
      } else if let name = node.symbolName, name.count == 1 || name.hasPrefix("\\") {
        bare.insert(name)
        if let letter = node.plainLetter { bare.insert(letter) }
      } else {
        collectBare(node.children)
      }
    }
  }

  /// The word below a letter: three letters or more, not all of which could be indices; or a word in upright type.
  private func word(below scripts: MathScripts) -> String? {
    guard let lower = scripts.lower?.nodes.withoutBlanks else { return nil }
    if lower.count == 1, let label = lower[0].labelName, label.count > 1 { return label }
    let names = lower.compactMap { node -> String? in
      if case .letter(let name) = node.kind, name.count == 1 { name } else { nil }
    }
    // Three capitals are an abbreviation: BCE, MSE.
    if names.count == lower.count, names.count > 2, names.allSatisfy({ $0.first?.isUppercase == true }) {
      return names.joined()
    }
    guard names.count == lower.count, names.count > 2, !Self.vowels.isDisjoint(with: names),
      !names.allSatisfy({ Self.customaryIndices.contains($0) || counters.contains($0) })
    else { return nil }
    return names.joined()
  }

  /// ℓ of ℓ(y, ŷ) = …, or ℓ_BCE of ℓ_{BCE} = ….
  private func definedName(_ chain: WrittenChain) -> String? {
    guard chain.members.count > 1, chain.signs.first?.name == "=",
      let head = chain.members[0].nodes.withoutBlanks.first,
      chain.members[0].nodes.withoutBlanks.dropFirst().allSatisfy(\.isRoundFence)
    else { return nil }
    if let name = head.symbolName { return name }
    guard case .scripts(let scripts) = head.kind, scripts.upper == nil, scripts.primes.isEmpty,
      let letter = scripts.base?.symbolName, let word = word(below: scripts)
    else { return nil }
    return letter + "_" + word
  }

  /// The letter and its label, where a line says what it is without using the label: z_a = x + y.
  private func constantHead(_ chain: WrittenChain) -> (letter: String, label: String)? {
    guard chain.members.count > 1, chain.signs.first?.name == "=",
      let head = chain.members[0].nodes.withoutBlanks.first, chain.members[0].nodes.withoutBlanks.count == 1,
      case .scripts(let scripts) = head.kind, let letter = scripts.base?.symbolName,
      let lower = scripts.lower?.nodes.withoutBlanks, lower.count == 1, let label = lower[0].plainLetter,
      !counters.contains(label), scripts.upper.map({ $0.nodes.withoutBlanks.first?.wholeNumber == 2 }) ?? true
    else { return nil }
    let rest = chain.members.dropFirst().flatMap(\.nodes)
    return rest.holdsLetters && !rest.mentions(label) ? (letter, label) : nil
  }

  // MARK: Marking

  /// `formula` with words below letters in upright type, and with the losses that have names of their own as one word.
  func marked(_ formula: MathFormula) -> MathFormula { formula.replacingNodes(formula.nodes.map { marked($0) }) }

  private func marked(_ node: MathNode) -> MathNode {
    let inner = node.mappingChildren { marked($0) }
    guard case .scripts(var scripts) = inner.kind, let base = scripts.base, let letter = base.symbolName,
      let lower = scripts.lower
    else { return inner }
    guard let label = word(below: scripts) ?? shortLabel(below: scripts, letter) else { return inner }
    if VocabularyReader.lossLetters.contains(letter) {
      guard isOneOfSeveral(letter, label) else { return inner }
      let characters = (letter.plainName + label).map { MathNode(.letter(String($0)), base.range) }
      let name = MathNode(.styled(.roman, MathRow(characters, base.range)), base.range)
      guard scripts.upper != nil || !scripts.primes.isEmpty else { return MathNode(name.kind, node.range) }
      scripts.base = name
      scripts.lower = nil
      return MathNode(.scripts(scripts), node.range)
    }
    let characters = label.map { MathNode(.letter(String($0)), lower.range) }
    let word = MathNode(.styled(.roman, MathRow(characters, lower.range)), lower.range)
    scripts.lower = MathRow([word], lower.range)
    return MathNode(.scripts(scripts), node.range)
  }

  /// A letter that is no index, or the two letters of `in` beside the word of h_{out}.
  private func shortLabel(below scripts: MathScripts, _ letter: String) -> String? {
    guard let lower = scripts.lower?.nodes.withoutBlanks else { return nil }
    let label = lower.compactMap { $0.plainLetter ?? $0.symbolName }.joined()
    if lower.count == 2, label == "in", words[letter] != nil { return label }
    if label == "\\lambda", !counters.contains(label), VocabularyReader.lossLetters.contains(letter) { return "lambda" }
    return lower.count == 1 && letters[letter]?.contains(label) == true ? label : nil
  }

  /// Whether notes have several losses of this letter: L_{mse} beside L_{mae}, L_{reg} beside L.
  private func isOneOfSeveral(_ letter: String, _ label: String) -> Bool {
    let names = words[letter, default: []].union(letters[letter, default: []])
    guard !Self.wholes.contains(label) else { return false }
    if bare.contains(letter), Self.penalties.contains(label) { return true }
    // ℓ(y, ŷ) = (y − ŷ)² and ℓ_{BCE} = −y log ŷ − … are two.
    if defined.contains(letter), defined.contains(letter + "_" + label) { return true }
    return names.subtracting(Self.wholes).count > 1
  }
}

extension MathNode {
  /// The letter it is, in whatever font: B of \mathcal{B}.
  fileprivate var plainLetter: String? {
    switch kind {
    case .letter(let name) where name.count == 1: return name
    case .styled(_, let row), .group(let row):
      let visible = row.nodes.withoutBlanks
      return visible.count == 1 ? visible[0].plainLetter : nil
    default: return nil
    }
  }
}

extension [MathNode] {
  /// Whether a letter stands somewhere: an index, or a quantity.
  fileprivate func mentions(_ letter: String) -> Bool {
    contains { $0.plainLetter == letter || $0.symbolName == letter || $0.children.mentions(letter) }
  }

  /// Whether anything but numbers stands here.
  fileprivate var holdsLetters: Bool { contains { $0.symbolName != nil || $0.children.holdsLetters } }
}
