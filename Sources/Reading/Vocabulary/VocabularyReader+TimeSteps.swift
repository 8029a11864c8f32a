import LaTeX

/// Quantities of time steps, h_t = tanh(W h_{t−1} + U x_t): from which step on they are computed, and which is the last.
extension VocabularyReader {
  /// Finds the last step where no sum runs up to it, and the first one.
  mutating func findTimeSteps() {
    guard !vocabulary.isLayeredNetwork, let step = stepLetter else { return }
    vocabulary.stepLetter = step
    let told = conditions.first { condition in
      condition.signs.first?.name == "=" && condition.members[0].nodes.withoutBlanks.first?.symbolName == step
    }
    if upperBounds[step] == nil {
      let last = told?.list.last?.nodes.withoutBlanks ?? []
      if last.count == 1, let name = last[0].symbolName {
        vocabulary.depth = .letter(name)
      } else if vocabulary.letters.contains(where: { letter, reading in
        reading.place == .subscript && survey[letter].single.keys.contains { $0.letter == step.uppercased() }
      }) {
        vocabulary.depth = .letter(step.uppercased())
      }
    }
    let first = told?.members[1].nodes.withoutBlanks.first?.wholeNumber ?? lowerBound(of: step) ?? 1
    vocabulary.firstStep = max(first, 0)
    for (letter, reading) in vocabulary.letters where reading.place == .subscript {
      let isOfSteps = survey[letter].single.keys.contains { $0.letter == step }
      let isBeside = sharesSteps(letter)
      vocabulary.letters[letter]?.isOfSteps = isOfSteps || isBeside
    }
    findTotalOfSteps()
  }

  /// t, or another letter that steps are counted backwards by.
  private var stepLetter: String? {
    ["t", "\\tau"].first { step in
      vocabulary.layerLetters.contains(step)
        && vocabulary.letters.contains { letter, reading in
          reading.place == .subscript && survey[letter].single.keys.contains { $0.letter == step }
        }
    }
  }

  /// Whether a letter that carries only numbers stands beside quantities of the same steps: z_3 = V s_3.
  private func sharesSteps(_ letter: String) -> Bool {
    survey[letter].single.keys.allSatisfy { $0.letter == nil }
  }

  /// The number that sums over the steps begin with.
  private func lowerBound(of step: String) -> Int? {
    var result: Int?
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let lower = node.summation?.lower?.nodes.withoutBlanks, lower.count == 3, lower[0].symbolName == step,
          lower[1].relationName == "=", let number = lower[2].wholeNumber
        {
          result = min(result ?? number, number)
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    return result
  }

  /// L = Σ_t L_t says that L is another quantity than the losses of the steps, and so does ∂L/∂W = Σ_t ∂L_t/∂W.
  private mutating func findTotalOfSteps() {
    vocabulary.hasTotalOfSteps = statements.contains { statement in
      let first = statement.chain.members.first?.nodes.withoutBlanks.first
      guard let head = first?.occurrence ?? first?.differentials?.above.rest.first?.occurrence,
        let reading = vocabulary.letters[head.letter], reading.role == .loss, reading.place == .subscript,
        head.subscripts.isEmpty, statement.chain.members.count > 1
      else { return false }
      return statement.chain.members.dropFirst().contains {
        first?.occurrence == nil ? sumsOverSteps($0.nodes) : RoleReader.hasSum($0.nodes)
      }
    }
  }

  private func sumsOverSteps(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      let index = node.summation?.lower?.nodes.withoutBlanks.first?.symbolName
      return index != nil && index == vocabulary.stepLetter || sumsOverSteps(node.children)
    }
  }
}
