import LaTeX

/// Letters that quantities of two kinds of units share, told apart by their index alone: δ_j of hidden units and δ_k of
/// outputs, w_{ji} and w_{kj}.
///
/// Lines of the forward pass tell how the kinds lie above one another: z_k = Σ_j w_{kj} h_j says that k numbers units above
/// those numbered by j. Letters that lines define for two such kinds are two quantities each. Nothing is told apart where an
/// index may be any unit's, as in y_j = f(Σ_i w_{ji} y_i) for all layers: there y_i is defined by no line of its own.
struct UnitKinds: UniformNotationMark {
  /// For each letter with one subscript that several quantities share, the indices that tell which one is meant.
  private var shared: [String: Set<String>] = [:]
  /// For each letter with two subscripts that several quantities share, the pairs of indices.
  private var sharedPairs: [String: Set<Set<String>>] = [:]

  /// The indices of parameters by the numbers of their layers, where these tell nothing else: w^{(1)}_{ji} beside a_j, a_k.
  private var numbered: [String: [Int: Set<String>]] = [:]

  /// The letters that are shared in these formulas.
  init(_ formulas: [MathFormula]) {
    var survey = UnitKindSurvey(formulas)
    survey.closeOrder()
    for (letter, heads) in survey.heads where survey.isOrdered(heads) {
      // a_i, which no line defines, is an input beside a_j and a_k.
      let others = survey.uses[letter, default: []].subtracting(heads)
      if others.isSubset(of: survey.inputs) { shared[letter] = heads.union(others) }
    }
    // b_j and b_k are parameters of the units whose lines they stand in.
    for (letter, indices) in survey.parameters
    where survey.heads[letter] == nil && survey.isOrdered(indices)
      && survey.uses[letter, default: []].isSubset(of: indices)
    {
      shared[letter] = indices
    }
    // What stands for units of two kinds, and is not told apart, may be any unit's.
    if survey.uses.contains(where: { shared[$0.key] == nil && survey.holdsOrder($0.value) }) {
      shared = [:]
      return
    }
    if !shared.isEmpty, let numbered = survey.numbered(["w", "W", "b", "\\theta", "\\omega", "v"]) {
      self.numbered = numbered
    } else if !survey.layers.isEmpty, shared.keys.contains(where: { $0 != "\\delta" }) {
      // Layers that some quantities carry tell more than indices.
      shared = shared.filter { $0.key == "\\delta" }
    }
    for (letter, pairs) in survey.weights where survey.isOrdered(survey.targets[letter, default: []]) {
      // A pair that no line of the forward pass has is of any two layers.
      guard survey.pairUses[letter, default: []].isSubset(of: pairs) else {
        shared = [:]
        sharedPairs = [:]
        return
      }
      sharedPairs[letter] = pairs
    }
    if !survey.definesLoss || !survey.differentiates { keepErrors() }
  }

  /// Nothing but errors is told apart where no line says what the loss is, since of layers that indices tell it may be any;
  /// nor where nothing is differentiated, since errors are then known only as those of a network.
  private mutating func keepErrors() {
    shared = shared.filter { $0.key == "\\delta" }
    if shared.isEmpty || !sharedPairs.isEmpty || !numbered.isEmpty { (shared, sharedPairs, numbered) = ([:], [:], [:]) }
  }

  /// The letters that several quantities share.
  var letters: Set<String> { Set(shared.keys) }

  /// `formula` with the index that tells which quantity is meant as a label: δ_{\mathrm{k},k} for δ_k.
  func marked(_ formula: MathFormula) -> MathFormula {
    if shared.isEmpty, sharedPairs.isEmpty { return formula }
    return formula.replacingNodes(marked(formula.nodes, as: [:]))
  }

  /// Nodes with labels; the letters in `other` stand for the quantity of another index than the one they carry.
  private func marked(_ nodes: [MathNode], as other: [String: String]) -> [MathNode] {
    var other = other
    return nodes.enumerated().map { place, node in
      if let (index, letter) = UnitKindSurvey.total(nodes, at: place), let heads = shared[letter],
        let own = UnitKindSurvey.exponentIndices(of: letter, in: nodes, beside: index).first(where: heads.contains)
      {
        // Σ_j e^{z_j} below e^{z_k} is about the units that k numbers.
        other[letter] = own
      }
      return marked(node, as: other)
    }
  }

  private func marked(_ node: MathNode, as other: [String: String]) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let letter = scripts.base?.symbolName, let lower = scripts.lower
    else {
      if case .fraction(let fraction) = node.kind {
        // The numerator of a softmax tells what its denominator is about.
        var inner = other
        for letter in shared.keys {
          let above = UnitKindSurvey.exponentIndices(of: letter, in: fraction.numerator.nodes, beside: nil)
          if above.count == 1, let own = above.first, let total = fraction.denominator.nodes.softmaxTotal(of: letter),
            total != own
          {
            inner[letter] = own
          }
        }
        let numerator = MathRow(marked(fraction.numerator.nodes, as: other), fraction.numerator.range)
        let denominator = MathRow(marked(fraction.denominator.nodes, as: inner), fraction.denominator.range)
        return MathNode(.fraction(MathFraction(fraction.form, numerator, denominator)), node.range)
      }
      return node.mappingRows { marked($0, as: other) }
    }
    if let upper = scripts.upper { scripts.upper = MathRow(marked(upper.nodes, as: other), upper.range) }
    if let number = node.layerNumber, let own = numbered[letter]?[number] {
      scripts.upper = nil
      scripts.lower = Self.labelled(lower, own.sorted().joined())
      return MathNode(.scripts(scripts), node.range)
    }
    let items = lower.nodes.indexLetters
    let label: String?
    switch items?.count {
    case 1: label = items.flatMap { other[letter] ?? (shared[letter]?.contains($0[0]) == true ? $0[0] : nil) }
    case 2: label = items.flatMap { sharedPairs[letter]?.contains(Set($0)) == true ? $0.sorted().joined() : nil }
    default: label = nil
    }
    guard let label else { return MathNode(.scripts(scripts), node.range) }
    scripts.lower = Self.labelled(lower, label)
    return MathNode(.scripts(scripts), node.range)
  }

  /// \mathrm{k},k for k.
  private static func labelled(_ lower: MathRow, _ label: String) -> MathRow {
    let start = lower.range.lowerBound..<lower.range.lowerBound
    let letters = label.map { MathNode(.letter(String($0)), start) }
    let name = MathNode(.styled(.roman, MathRow(letters, start)), start)
    let comma = MathNode(.punctuation(","), start)
    return MathRow([name] + lower.nodes.subscriptItems.flatMap { [comma] + $0 }, lower.range)
  }
}

extension [MathNode] {
  /// The letters that stand as subscripts, one letter each; nil if anything else stands here.
  var indexLetters: [String]? {
    var result: [String] = []
    for item in subscriptItems {
      let visible = item.withoutBlanks
      if visible.isEmpty { continue }
      guard visible.count == 1, case .letter(let name) = visible[0].kind, name.count == 1 else { return nil }
      result.append(name)
    }
    return result
  }

  /// j, where Σ_j e^{z_j} is all that stands here and `letter` is z.
  fileprivate func softmaxTotal(of letter: String) -> String? {
    let visible = withoutBlanks
    guard visible.count == 2, let (index, name) = UnitKindSurvey.total(visible, at: 0), name == letter else {
      return nil
    }
    return index
  }
}
