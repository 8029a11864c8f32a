import LaTeX

/// Layers numbered by n, Y_n = W_n X_{n−1}, or y_n^i = Σ_j w_n^{ij} x_{n−1}^j with the units above: they are written above,
/// with l for n and L for the last one, N.
///
/// n numbers samples elsewhere, and is no layer but where weights of n lead from n − 1 to n.
struct LayerLetterNames: UniformNotationMark {
  /// The letter that numbers layers, and the one of the last layer; nil where these are the customary ones.
  private var letter: String?
  private var last: String?

  private static let letters: Set<String> = ["n", "k", "m"]
  private static let customary: Set<String> = ["l", "L", "\\ell"]

  /// The letters in these formulas.
  init(_ formulas: [MathFormula]) {
    var led: Set<String> = []
    var hasUnits = false
    for chain in formulas.flatMap({ ChainReader.chains(of: $0) }) where chain.signs.first?.name == "=" {
      let head = chain.members[0].nodes.withoutBlanks
      guard head.count == 1, let own = LayerBelow(head[0]), own.content.offset == 0, let name = own.content.letter,
        Self.letters.contains(name), Self.leads(chain.members[1].nodes, to: name)
      else { continue }
      led.insert(name)
      hasUnits = hasUnits || own.units != nil
    }
    var bound: Set<String> = []
    var used: Set<String> = []
    var entries: Set<String> = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if let name = node.symbolName { used.insert(name) }
        if let symbol = LayerBelow(node), symbol.units != nil, symbol.content.letter.map(led.contains) == true {
          entries.insert(symbol.letter)
        }
        if let sum = node.summation {
          if let name = sum.lower?.nodes.withoutBlanks.first?.symbolName { bound.insert(name) }
          if let name = sum.upper?.nodes.withoutBlanks.first?.symbolName { bound.insert(name) }
        }
        collect(node.children)
      }
    }
    for formula in formulas { collect(formula.nodes) }
    guard used.isDisjoint(with: Self.customary), let name = led.subtracting(bound).sorted().first else { return }
    // Which index of w_n^{ij} is the unit it leads to, only a line about units tells.
    guard entries.isEmpty || hasUnits else { return }
    letter = name
    let capital = name.uppercased()
    last = bound.contains(capital) ? nil : capital
  }

  /// Whether w_n and, directly behind it, x_{n−1} stand here.
  private static func leads(_ nodes: [MathNode], to name: String) -> Bool {
    let visible = nodes.withoutBlanks
    return visible.indices.contains { place in
      if let weight = LayerBelow(visible[place]), ["W", "w"].contains(weight.letter), weight.content.letter == name,
        weight.content.offset == 0, place + 1 < visible.count, let source = LayerBelow(visible[place + 1])
      {
        return source.content.letter == name && source.content.offset == -1
      }
      return leads(visible[place].children, to: name)
    }
  }

  /// `formula` with the customary letters above, and units below.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard let letter else { return formula }
    return formula.replacingNodes(formula.nodes.map { marked($0, letter) })
  }

  private func marked(_ node: MathNode, _ letter: String) -> MathNode {
    guard let symbol = LayerBelow(node), case .scripts(var scripts) = node.kind, let lower = scripts.lower,
      let name = symbol.content.letter, name == letter || name == last
    else { return node.mappingChildren { marked($0, letter) } }
    let layer = lower.nodes.withoutBlanks.map { item in
      item.symbolName == name ? MathNode(.letter(name == letter ? "l" : "L"), item.range) : item
    }
    let range = lower.range
    let fence = MathFence(
      open: MathDelimiter("(", .open, range.lowerBound..<range.lowerBound), body: layer,
      close: MathDelimiter(")", .close, range.upperBound..<range.upperBound))
    let above = MathNode(.fence(fence), range)
    scripts.lower = symbol.units
    scripts.upper = MathRow([above] + (symbol.units == nil ? scripts.upper?.nodes ?? [] : []), range)
    return MathNode(.scripts(scripts), node.range)
  }
}

/// A letter with what may be a layer below, and nothing, a sign of transposition, or the letters of units above.
private struct LayerBelow {
  let letter: String
  let content: LayerContent
  /// The units that stand above.
  let units: MathRow?

  init?(_ node: MathNode) {
    guard case .scripts(let scripts) = node.kind, let letter = scripts.base?.symbolName, let lower = scripts.lower,
      let content = LayerContent(lower.nodes)
    else { return nil }
    (self.letter, self.content) = (letter, content)
    guard let upper = scripts.upper, !upper.nodes.withoutBlanks.allSatisfy(\.isTransposeSign) else {
      units = nil
      return
    }
    guard let names = upper.nodes.indexLetters, (1...2).contains(names.count) else { return nil }
    units = upper
  }
}
