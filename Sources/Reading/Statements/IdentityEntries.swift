import LaTeX

/// The entries I_{kj} of the identity matrix, as a name for Kronecker's δ_{kj}.
struct IdentityEntries {
  /// Whether I has two indices wherever it has any, and no line says what it is or what depends on it.
  private let isIdentity: Bool

  init(_ formulas: [MathFormula]) {
    var isUsed = false
    var isOther = false
    func visit(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        guard let occurrence = node.occurrence, occurrence.letter == "I" else {
          visit(node.children)
          continue
        }
        if occurrence.isEntryOfIdentity {
          isUsed = true
        } else if !occurrence.subscripts.isEmpty || occurrence.primes > 0 {
          isOther = true
        }
        // 𝟙 as I[i = j], I(z > 0) is another I; so is a quantity that something is differentiated by.
        if let next = nodes[(place + 1)...].first(where: { !$0.isBlank }), next.isFence, !occurrence.subscripts.isEmpty
        {
          isOther = true
        }
      }
    }
    for formula in formulas {
      visit(formula.nodes)
      for chain in ChainReader.chains(of: formula) where chain.isRelation {
        let head = chain.members[0].nodes.withoutBlanks
        guard head.count == 1 else { continue }
        if head[0].occurrence?.letter == "I" { isOther = isOther || chain.signs[0].name == "=" }
        if let (above, below) = head[0].differentials {
          isOther = isOther || [above.rest, below.rest].contains { $0.contains { $0.occurrence?.letter == "I" } }
        }
      }
    }
    isIdentity = isUsed && !isOther
  }

  /// `formula` with δ_{kj} for I_{kj}.
  func marked(_ formula: MathFormula) -> MathFormula {
    isIdentity ? formula.replacingNodes(marked(formula.nodes)) : formula
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      guard node.occurrence?.isEntryOfIdentity == true, case .scripts(var scripts) = node.kind, let base = scripts.base
      else { return node.mappingRows(marked) }
      scripts.base = MathNode(.letter("delta"), base.range)
      return MathNode(.scripts(scripts), node.range)
    }
  }
}

extension Occurrence {
  /// I_{kj} with two letters.
  fileprivate var isEntryOfIdentity: Bool {
    letter == "I" && superscript == nil && primes == 0 && subscripts.count == 2
      && subscripts.allSatisfy { $0.count == 1 && $0[0].symbolName != nil }
  }
}
