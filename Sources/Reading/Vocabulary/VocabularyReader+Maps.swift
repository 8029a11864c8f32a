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
    return result.union(functionsWithJacobians(statements)).union(functionsOfLayers(statements))
  }

  /// The f of z^{l+1} = f^l(z^l): what leads from one layer to the next is a function of the layer as a whole.
  private static func functionsOfLayers(_ statements: [WrittenStatement]) -> Set<String> {
    var result: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let head = statement.chain.members[0].nodes.withoutBlanks
      let value = statement.chain.members[1].nodes.withoutBlanks
      guard head.count == 1, let output = head[0].occurrence, value.count == 2, value[1].isRoundFence,
        let function = value[0].occurrence?.letter, functionLetters.contains(function),
        value[1].children.withoutBlanks.count == 1, let input = value[1].children.withoutBlanks[0].occurrence,
        input.letter == output.letter,
        layer(of: input) != layer(of: output), output.subscripts.isEmpty, input.subscripts.isEmpty
      else { continue }
      result.insert(function)
    }
    return result
  }

  private static func layer(of occurrence: Occurrence) -> LayerContent? {
    switch occurrence.superscript {
    case .bracketed(let nodes, _)?, .bare(let nodes)?: LayerContent(nodes)
    case nil: nil
    }
  }

  /// The g of y = g(x), where ∂y_j/∂x_i has two letters: every entry may depend on every other. What has a slope g′ anywhere
  /// is applied entry by entry.
  private static func functionsWithJacobians(_ statements: [WrittenStatement]) -> Set<String> {
    var values: [String: [(value: String, argument: String)]] = [:]
    var jacobians: Set<String> = []
    var others: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, !scripts.primes.isEmpty {
          others.insert(name)
        }
        if let (above, below) = node.differentials, above.rest.count == 1, below.rest.count == 1,
          let u = above.rest[0].occurrence, let v = below.rest[0].occurrence, u.subscripts.count == 1,
          v.subscripts.count == 1, u.superscript == nil, v.superscript == nil,
          let i = LayerContent(u.subscripts[0])?.letter, let j = LayerContent(v.subscripts[0])?.letter, i != j
        {
          jacobians.insert(u.letter + " " + v.letter)
        }
        visit(node.children)
      }
    }
    for statement in statements {
      let members = statement.chain.members.map { $0.nodes.withoutBlanks }
      for member in members { visit(member) }
      for (head, value) in zip(members, members.dropFirst()) {
        guard head.count == 1, let name = head[0].symbolName, value.count == 2, let function = value[0].symbolName,
          functionLetters.contains(function), case .fence(let fence) = value[1].kind
        else { continue }
        let body = fence.body.withoutBlanks
        guard body.count == 1, let argument = body[0].symbolName else { continue }
        values[function, default: []].append((name, argument))
      }
      // What a line defines by an expression in its argument is known.
      if let head = members.first, head.count == 2, let name = head[0].symbolName, head[1].isRoundFence,
        statement.chain.signs.first?.name == "="
      {
        others.insert(name)
      }
    }
    let found = values.filter { $0.value.contains { jacobians.contains($0.value + " " + $0.argument) } }.keys
    return Set(found).subtracting(others)
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
