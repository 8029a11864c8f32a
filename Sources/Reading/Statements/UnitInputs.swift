import LaTeX

/// Inputs with the number of the unit that they enter: net_j = Σ_i w_{ji} x_{ji}, o_j = σ(net_j), where x_{ji} is what
/// w_{ji} leads from unit i to unit j.
///
/// What unit i puts out does not depend on where it goes: it is written o_i.
struct UnitInputs: UniformNotationMark {
  /// What the outputs of units are written as; nil where inputs have one index, or two of their own.
  private var output: MathNode?

  private static let input = "x"
  private static let weights: Set<String> = ["w", "W", "\\omega", "\\theta"]

  /// The outputs in these formulas.
  init(_ formulas: [MathFormula]) {
    var hasInputs = false
    for formula in formulas {
      let pairs = Self.pairs(formula.nodes)
      let own = pairs.filter { $0.letter == Self.input }
      // x_{id} beside w_i is component i of sample d.
      guard own.allSatisfy({ x in pairs.contains { Self.weights.contains($0.letter) && $0.indices == x.indices } })
      else {
        return
      }
      hasInputs = hasInputs || !own.isEmpty
    }
    guard hasInputs else { return }
    let chains = formulas.flatMap { ChainReader.chains(of: $0) }.filter { $0.signs.first?.name == "=" }
    let sums = chains.compactMap { chain -> String? in
      guard let head = chain.unit,
        Self.pairs(chain.members[1].nodes).contains(where: { Self.weights.contains($0.letter) })
      else { return nil }
      return head.letter
    }
    for chain in chains {
      guard let head = chain.unit, let base = head.base, !sums.contains(head.letter), head.letter != Self.input,
        chain.members.dropFirst().contains(where: { $0.nodes.mention(sums, at: head.index) })
      else { continue }
      output = base
      return
    }
  }

  /// The quantities with two index letters.
  private static func pairs(_ nodes: [MathNode]) -> [(letter: String, indices: [String])] {
    nodes.flatMap { node -> [(letter: String, indices: [String])] in
      guard let occurrence = node.occurrence else { return pairs(node.children) }
      let names = occurrence.subscripts.compactMap { $0.count == 1 ? $0[0].symbolName : nil }
      return names.count == 2 && occurrence.superscript == nil ? [(occurrence.letter, names)] : []
    }
  }

  /// `formula` with the outputs of units for the inputs of others.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard let output else { return formula }
    return formula.replacingNodes(formula.nodes.map { marked($0, output) })
  }

  private func marked(_ node: MathNode, _ output: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, scripts.base?.symbolName == Self.input, scripts.upper == nil,
      let lower = scripts.lower, lower.nodes.subscriptItems.count == 2, let index = lower.nodes.subscriptItems.last
    else { return node.mappingChildren { marked($0, output) } }
    scripts.base = MathNode(output.kind, scripts.base?.range ?? node.range)
    scripts.lower = MathRow(index, lower.range)
    return MathNode(.scripts(scripts), node.range)
  }
}

extension WrittenChain {
  /// The quantity of one unit that the chain begins with: o_j.
  fileprivate var unit: (letter: String, index: String, base: MathNode?)? {
    let head = members[0].nodes.withoutBlanks
    guard head.count == 1, let occurrence = head[0].occurrence, occurrence.superscript == nil,
      occurrence.subscripts.count == 1, occurrence.subscripts[0].count == 1,
      let index = occurrence.subscripts[0][0].symbolName
    else { return nil }
    guard case .scripts(let scripts) = head[0].kind else { return (occurrence.letter, index, nil) }
    return (occurrence.letter, index, scripts.base)
  }
}

extension [MathNode] {
  /// Whether one of the letters stands among them with this index alone.
  fileprivate func mention(_ letters: [String], at index: String) -> Bool {
    contains { node in
      guard let occurrence = node.occurrence else { return node.children.mention(letters, at: index) }
      if occurrence.exponentMentions(letters, at: index) { return true }
      return letters.contains(occurrence.letter) && occurrence.subscripts.count == 1
        && occurrence.subscripts[0].count == 1 && occurrence.subscripts[0][0].symbolName == index
    }
  }
}

extension Occurrence {
  /// The same of what stands above e.
  fileprivate func exponentMentions(_ letters: [String], at index: String) -> Bool {
    guard letter == "e", case .bare(let nodes)? = superscript else { return false }
    return nodes.mention(letters, at: index)
  }
}
