import LaTeX

/// Letters above others that are part of a name: the y of δ^y_t, the hx of W^{hx}, beside quantities y, h and x.
struct SuperscriptLabels: UniformNotationMark {
  private static let bases: Set<String> = ["\\delta", "W", "U", "V", "b", "B"]
  /// What may also stand above a letter: layers, steps, samples, a transposition.
  private static let customary: Set<String> = [
    "l", "L", "\\ell", "T", "t", "\\top", "i", "j", "k", "m", "n", "p", "q", "r", "s", "N", "H", "K", "M",
  ]
  private var labels: [String: Set<String>] = [:]

  /// The labels of these formulas: letters above a parameter or an error, all of which name quantities.
  init(_ formulas: [MathFormula]) {
    var above: [String: Set<String>] = [:]
    var quantities: Set<String> = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        guard case .scripts(let scripts) = node.kind, let base = scripts.base?.symbolName else {
          if let name = node.symbolName { quantities.insert(name) } else { collect(node.children) }
          continue
        }
        quantities.insert(base)
        if let upper = scripts.upper, Self.bases.contains(base) {
          above[base, default: []].formUnion(Self.letters(of: upper.nodes) ?? ["#"])
        }
      }
    }
    for formula in formulas { collect(formula.nodes) }
    for (base, letters) in above {
      let names = letters.subtracting(["T", "\\top"])
      guard !names.isEmpty, names.isDisjoint(with: Self.customary), names.isSubset(of: quantities) else { continue }
      labels[base] = names
    }
  }

  /// The letters of a superscript that is made of nothing else; a T at its end is a transposition.
  private static func letters(of nodes: [MathNode]) -> [String]? {
    let visible = nodes.withoutBlanks
    let names = visible.compactMap { node -> String? in
      if case .letter(let name) = node.kind { return name.count == 1 ? name : "\\" + name }
      return node.isTransposeSign ? "T" : nil
    }
    return names.count == visible.count && !names.isEmpty ? names : nil
  }

  /// `formula` with such letters in upright type below, as words are.
  func marked(_ formula: MathFormula) -> MathFormula {
    labels.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let base = scripts.base?.symbolName, let names = labels[base],
      let upper = scripts.upper
    else { return node.mappingChildren { marked($0) } }
    let visible = upper.nodes.withoutBlanks
    let label = visible.prefix { node in
      if case .letter(let name) = node.kind { names.contains(name.count == 1 ? name : "\\" + name) } else { false }
    }
    guard !label.isEmpty else { return node.mappingChildren { marked($0) } }
    let rest = Array(visible.dropFirst(label.count))
    scripts.upper = rest.isEmpty ? nil : MathRow(rest, upper.range)
    let word = MathNode(.styled(.roman, MathRow(Array(label), upper.range)), upper.range)
    let below = scripts.lower?.nodes ?? []
    let comma = below.isEmpty ? [] : [MathNode(.punctuation(","), upper.range.upperBound..<upper.range.upperBound)]
    scripts.lower = MathRow([word] + comma + below, upper.range)
    return MathNode(.scripts(scripts), node.range)
  }
}
