import LaTeX

/// Functions that are declared as maps: f : ℝ^n → ℝ^m.
extension VocabularyReader {
  /// The letters of functions whose values have other dimensions than their arguments: they are not applied entry by entry.
  static func wholeFunctions(_ statements: [WrittenStatement]) -> Set<String> {
    var result: Set<String> = []
    for statement in statements {
      guard let sign = statement.chain.signs.first, ["to", "rightarrow", "longrightarrow"].contains(sign.name) else {
        continue
      }
      let domain = statement.chain.members[0].nodes.withoutBlanks
      let target = statement.chain.members[1].nodes.withoutBlanks
      guard domain.count > 2, let letter = domain[0].symbolName, let from = domain.last?.dimensionText,
        let to = target.first?.dimensionText, from != to
      else { continue }
      result.insert(letter)
    }
    return result
  }
}

extension MathNode {
  /// The n of ℝ^n, empty for ℝ; nil for what is no set of numbers or arrays.
  fileprivate var dimensionText: String? {
    let sets: Set<String> = ["\\mathbb{R}", "\\mathcal{R}", "R", "ℝ"]
    if let name = symbolName { return sets.contains(name) ? "" : nil }
    guard case .scripts(let scripts) = kind, let base = scripts.base?.symbolName, sets.contains(base),
      let upper = scripts.upper
    else { return nil }
    return upper.nodes.withoutBlanks.map { $0.symbolName ?? $0.wholeNumber.map(String.init) ?? $0.name }.joined(
      separator: " ")
  }
}
