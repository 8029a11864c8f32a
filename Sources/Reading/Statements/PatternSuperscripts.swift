import LaTeX

/// Patterns that a letter numbers above every quantity: h_j^μ = Σ_k w_{jk} ξ_k^μ, or E = Σ_p E^p and y^p.
///
/// μ is no power where several letters carry it and it never stands on the line, nor is p where losses E^p are added up
/// over it; it is written in brackets then, as the number of a sample is elsewhere.
struct PatternSuperscripts: UniformNotationMark {
  private static let customary: Set<String> = ["\\mu", "\\nu"]
  private static let fewest = 3
  private var letters: Set<String> = []

  init(_ formulas: [MathFormula]) {
    var bases: [String: Set<String>] = [:]
    var others: Set<String> = []
    var summed: Set<String> = []
    func visit(_ nodes: [MathNode], isIndex: Bool) {
      if let name = Self.numberOfSummedLoss(nodes.withoutBlanks) { summed.insert(name) }
      for node in nodes {
        if case .scripts(let scripts) = node.kind, let base = scripts.base {
          visit([base], isIndex: isIndex)
          if let lower = scripts.lower { visit(lower.nodes, isIndex: true) }
          let upper = scripts.upper?.nodes.withoutBlanks ?? []
          if upper.count == 1, let name = upper[0].symbolName, let letter = base.symbolName {
            bases[name, default: []].insert(letter)
          } else {
            visit(upper, isIndex: isIndex)
          }
        } else if let name = node.symbolName {
          if !isIndex { others.insert(name) }
        } else {
          visit(node.children, isIndex: isIndex)
        }
      }
    }
    // A formula that is nothing but μ mentions it.
    for formula in formulas where formula.nodes.withoutBlanks.count > 1 { visit(formula.nodes, isIndex: false) }
    letters = Self.customary.union(summed).filter {
      bases[$0, default: []].count >= Self.fewest && !others.contains($0)
    }
  }

  /// The p of Σ_p E^p.
  private static func numberOfSummedLoss(_ nodes: [MathNode]) -> String? {
    for (sign, loss) in zip(nodes, nodes.dropFirst()) {
      guard let name = sign.summation?.lower?.nodes.withoutBlanks.first?.symbolName, name.count == 1,
        case .scripts(let scripts) = loss.kind, scripts.lower == nil, let upper = scripts.upper?.nodes.withoutBlanks,
        upper.count == 1, upper[0].symbolName == name, let letter = scripts.base?.symbolName,
        VocabularyReader.lossLetters.contains(letter)
      else { continue }
      return name
    }
    return nil
  }

  /// `formula` with the numbers of patterns in brackets.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    let inner = node.mappingChildren(marked)
    guard case .scripts(var scripts) = inner.kind, scripts.base?.symbolName != nil, let upper = scripts.upper,
      upper.nodes.withoutBlanks.count == 1, let name = upper.nodes.withoutBlanks[0].symbolName, letters.contains(name)
    else { return inner }
    let edges = upper.range
    if scripts.base?.symbolName == "\\Delta", scripts.lower == nil {
      // Δ^p w is what pattern p changes w by, as Δ_p w is.
      scripts.lower = upper
      scripts.upper = nil
      return MathNode(.scripts(scripts), inner.range)
    }
    let fence = MathFence(
      open: MathDelimiter("(", .open, edges.lowerBound..<edges.lowerBound), body: upper.nodes,
      close: MathDelimiter(")", .close, edges.upperBound..<edges.upperBound))
    scripts.upper = MathRow([MathNode(.fence(fence), edges)], edges)
    return MathNode(.scripts(scripts), inner.range)
  }
}
