import LaTeX

/// The Heaviside step, H or Θ, which stands for the slope of max(0, z).
extension VocabularyReader {
  /// The letters that are customary for the step.
  private static let stepLetters: Set<String> = ["H", "\\Theta", "\\mathcal{H}"]

  /// Those letters that are always applied to one number, and that lines, if any, say by cases of numbers what they are, with
  /// the names of their functions.
  ///
  /// One that no line defines is the step where the notes speak of rectifiers, or of the step by name.
  static func steps(_ survey: Survey, _ statements: [WrittenStatement], words: Set<String>) -> [String: String] {
    let isNamed =
      !words.isDisjoint(with: ["heaviside", "relu", "rectifier", "rectified"])
      || statements.contains { $0.chain.members.contains { $0.nodes.holdRectifier } }
    var result: [String: String] = [:]
    for letter in stepLetters where survey[letter].count > 0 {
      let usage = survey[letter]
      guard usage.subscriptCounts[0] == usage.count, usage.bare.isEmpty, usage.bracketed.isEmpty,
        usage.differentiated == 0, usage.variables == 0
      else { continue }
      var use = Use()
      for statement in statements {
        let members = statement.chain.members.map(\.nodes.withoutBlanks)
        for nodes in members { use.add(letter, in: nodes) }
        for (head, value) in zip(members, members.dropFirst()) where head.count == 2 && head[0].symbolName == letter {
          use.definitions += 1
          if value.count == 1, value[0].isCasesOfNumbers { use.steps += 1 }
        }
      }
      guard use.count > 0, use.applications == use.count, use.steps == use.definitions else { continue }
      if use.definitions > 0 { result[letter] = letter.plainName } else if isNamed { result[letter] = "step" }
    }
    return result
  }

  /// How one letter is used in the statements.
  private struct Use {
    var count = 0
    /// How often one number in brackets follows.
    var applications = 0
    /// How many lines begin with it, applied to something.
    var definitions = 0
    /// How many of them go on with cases of numbers.
    var steps = 0

    mutating func add(_ letter: String, in nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        guard node.symbolName == letter else {
          add(letter, in: node.children)
          continue
        }
        count += 1
        guard visible.indices.contains(place + 1), case .fence(let fence) = visible[place + 1].kind,
          ["(", "["].contains(fence.open.name), !fence.body.contains(where: \.isPunctuation)
        else { continue }
        applications += 1
      }
    }
  }
}

extension MathNode {
  /// Whether cases are distinguished whose values are numbers.
  fileprivate var isCasesOfNumbers: Bool {
    guard let array = casesArray else { return false }
    return array.lines.allSatisfy { line in
      let value = CaseLine(line).value
      return value.allSatisfy { if case .number = $0.kind { true } else { false } }
    }
  }

  private var casesArray: MathArray? {
    switch kind {
    case .array(let array) where array.name.contains("cases"): array
    case .fence(let fence): fence.openCases
    default: nil
    }
  }
}

extension [MathNode] {
  /// Whether relu(z) or max(0, z) stands somewhere.
  fileprivate var holdRectifier: Bool {
    contains { node in
      if case .function(let name) = node.kind, ["relu", "max"].contains(name.lowercased()) { return true }
      return (node.word ?? node.symbolName)?.lowercased() == "relu" || node.children.holdRectifier
    }
  }
}
