import LaTeX

/// Regression on a whole batch, Z = wᵀX + b, A = σ(Z): a network of one layer, whose number nothing carries.
///
/// Its capital letters are the batch of which a^{(i)} and y^{(i)} are samples. With the number of the layer at every letter
/// of it the notes are read as those about several layers are.
struct SoleLayer: UniformNotationMark {
  /// The letters of the layer; none where the notes are about something else.
  private let letters: Set<String>

  private static let sums = ["Z", "z"]
  private static let outputs = ["A", "a"]
  /// Letters that networks with more layers, or with steps in time, have.
  private static let others: Set<String> = ["h", "H", "V", "U", "v", "u", "l", "L", "\\ell"]

  init(_ formulas: [MathFormula]) {
    let chains = formulas.flatMap { ChainReader.chains(of: $0) }
    let weights = Set(chains.compactMap(Self.weight))
    let survey = LetterScripts(formulas)
    guard weights.count == 1, let weight = weights.first, survey.letters.contains("X"),
      !survey.letters.isDisjoint(with: ["Y", "y"]), chains.contains(where: Self.computesOutputs),
      survey.letters.isDisjoint(with: Self.others.subtracting(["L"])),
      survey.letters.isDisjoint(with: Set(["w", "W"]).subtracting([weight]))
    else {
      letters = []
      return
    }
    let own = Set(Self.sums + Self.outputs + ["b", weight])
    letters = own.union(["Y"]).isDisjoint(with: survey.numbered) ? own : []
  }

  /// The w of Z = wᵀX + b and of A = σ(wᵀX + b), the W of Z = WX + b.
  private static func weight(of chain: WrittenChain) -> String? {
    guard chain.signs.first?.name == "=", let head = chain.members[0].nodes.withoutBlanks.onlySymbol,
      head == sums[0] || head == outputs[0]
    else { return nil }
    let value = chain.members[1].nodes.withoutBlanks
    let sum = head == sums[0] ? value : value.count == 2 && value[1].isRoundFence ? value[1].children.withoutBlanks : []
    let terms = sum.split { $0.kind == .operation("+") }.map(Array.init)
    guard (1...2).contains(terms.count), terms.count == 1 || terms[1].onlySymbol == "b", terms[0].count == 2,
      terms[0][1].symbolName == "X", let weight = terms[0][0].occurrence, weight.subscripts.isEmpty,
      weight.superscript == nil, weight.letter == (weight.isTransposed ? "w" : "W")
    else { return nil }
    return weight.letter
  }

  /// Whether a line says A = σ(Z) or A = σ(wᵀX + b).
  private static func computesOutputs(_ chain: WrittenChain) -> Bool {
    guard chain.signs.first?.name == "=", chain.members[0].nodes.withoutBlanks.onlySymbol == outputs[0] else {
      return false
    }
    let value = chain.members[1].nodes.withoutBlanks
    return value.count == 2 && value[1].isRoundFence
  }

  /// `formula` with the number of the layer at its letters.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      if let name = node.symbolName, letters.contains(name) {
        return Self.numbered(MathScripts(base: node), node.range)
      }
      if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, letters.contains(name) {
        return Self.numbered(scripts, node.range)
      }
      return node.isSpeltOut ? node : node.mappingRows(marked)
    }
  }

  private static func numbered(_ scripts: MathScripts, _ range: Range<Int>) -> MathNode {
    var scripts = scripts
    let end = range.upperBound..<range.upperBound
    let number = MathFence(
      open: MathDelimiter("[", .open, end), body: [MathNode(.number("1"), end)], close: MathDelimiter("]", .close, end))
    scripts.upper = MathRow([MathNode(.fence(number), end)] + (scripts.upper?.nodes ?? []), end)
    return MathNode(.scripts(scripts), range)
  }
}

/// What hangs on which letters, as far as it may number layers.
private struct LetterScripts {
  var letters: Set<String> = []
  /// The letters that carry something else than the number of a sample in brackets, a transposition or an index letter.
  var numbered: Set<String> = []

  init(_ formulas: [MathFormula]) { for formula in formulas { visit(formula.nodes) } }

  private mutating func visit(_ nodes: [MathNode]) {
    for node in nodes {
      if let name = node.symbolName { letters.insert(name) }
      guard case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName else {
        visit(node.children)
        continue
      }
      letters.insert(name)
      let upper = scripts.upper?.nodes.withoutBlanks ?? []
      let isPlain = upper.allSatisfy { node in
        node.isTransposeSign || node.isRoundFence && node.children.withoutBlanks.onlySymbol != nil
      }
      // Y_i of a batch may be a sample or a unit.
      let isBatch = ["Z", "A", "Y"].contains(name)
      let isIndexed = scripts.lower.map { !isBatch && ($0.nodes.indexLetters != nil || name == "w") } ?? true
      if !isPlain || !isIndexed || !scripts.primes.isEmpty { numbered.insert(name) }
      visit(scripts.lower?.nodes ?? [])
    }
  }
}

extension [MathNode] {
  /// The symbol that alone stands here.
  fileprivate var onlySymbol: String? { count == 1 ? self[0].symbolName : nil }
}
