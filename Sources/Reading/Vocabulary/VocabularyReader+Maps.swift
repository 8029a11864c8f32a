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

  /// The letters that are another name for the softmax: ŷ = softmax(z) = ψ(z).
  static func softmaxLetters(_ statements: [WrittenStatement]) -> Set<String> {
    var result: Set<String> = []
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }.filter { $0.count == 2 }
      let known = members.filter { ($0[0].symbolName ?? $0[0].word)?.lowercased() == "softmax" && $0[1].isRoundFence }
      guard let argument = known.first?[1].children else { continue }
      for member in members where member[1].isRoundFence && member[1].children.isSame(as: argument) {
        if let letter = member[0].symbolName, functionLetters.contains(letter) { result.insert(letter) }
      }
    }
    return result
  }
}

extension [MathNode] {
  /// Whether they are the same letters and signs, wherever they stand.
  fileprivate func isSame(as other: [MathNode]) -> Bool {
    let (own, others) = (withoutBlanks, other.withoutBlanks)
    return own.count == others.count
      && zip(own, others).allSatisfy { a, b in
        if let x = a.occurrence, let y = b.occurrence {
          return x.letter == y.letter && x.subscripts.count == y.subscripts.count
        }
        return a.kind == b.kind
      }
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
