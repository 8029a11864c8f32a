import LaTeX

/// Words in text boxes that name quantities, as programs do: \\text{dhidden} = \\text{dscores} W_2^T.
enum TextNames {
  /// The words of `formulas` that stand alone before a sign of equality, or with indices, and begin as the derivatives of
  /// programs do.
  static func names(in formulas: [MathFormula]) -> Set<String> {
    var result: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if case .scripts(let scripts) = node.kind, let base = scripts.base, let name = name(base) {
          result.insert(name)
        }
        visit(node.children)
      }
    }
    for formula in formulas {
      visit(formula.nodes)
      let visible = formula.nodes.withoutBlanks
      if visible.count > 2, visible[1].relationName == "=", let name = name(visible[0]) { result.insert(name) }
    }
    return result
  }

  /// dscores, grad_h: one word of letters and underscores.
  private static func name(_ node: MathNode) -> String? {
    guard case .text(let text) = node.kind, text.isPlain else { return nil }
    let word = text.plain
    guard (2...14).contains(word.count), word.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_") }),
      word.hasPrefix("d") || word.hasPrefix("grad")
    else { return nil }
    return word
  }
}
