import LaTeX

/// Time steps in brackets above, h^{(t)} = tanh(W h^{(t−1)} + U x^{(t)}) or a^{⟨t⟩}: they are written below, where steps stand
/// elsewhere.
///
/// What stands in brackets above may number layers as well. It numbers steps where it is a t, a quantity follows from its
/// own kind one step before or carries the step on both sides, and the weights, which are the same in all steps, never
/// carry it.
struct StepSuperscripts: UniformNotationMark {
  private static let steps: Set<String> = ["t", "\\tau"]
  private static let weights: Set<String> = ["W", "U", "V", "w", "u", "v", "\\theta"]
  /// The letters of quantities that have a value in each step.
  private var letters: Set<String> = []

  /// The steps in these formulas.
  init(_ formulas: [MathFormula]) {
    var stepped: Set<String> = []
    var plain: Set<String> = []
    var isShifted = false
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let step = Self.step(node), let name = step.content.letter, Self.steps.contains(name) {
          stepped.insert(step.letter)
          if step.content.offset == -1 { isShifted = true }
        } else if let occurrence = node.occurrence {
          plain.insert(occurrence.letter)
        }
        visit(node.children)
      }
    }
    for formula in formulas { visit(formula.nodes) }
    let weights = Self.weights.subtracting(stepped).intersection(plain)
    guard isShifted, !weights.isEmpty, stepped.isDisjoint(with: ["W", "U", "w"]) else { return }
    letters = stepped
  }

  /// The letter and the step of h^{(t−1)}, with whatever stands below it.
  private static func step(_ node: MathNode) -> (letter: String, content: LayerContent, rest: [MathNode])? {
    guard case .scripts(let scripts) = node.kind, let upper = scripts.upper?.nodes.withoutBlanks,
      let first = upper.first,
      let letter = node.occurrence?.letter ?? scripts.base?.occurrence?.letter
    else { return nil }
    if case .fence(let fence) = first.kind, ["(", "[", "langle"].contains(fence.open.name),
      let content = LayerContent(fence.body)
    {
      return (letter, content, Array(upper.dropFirst()))
    }
    // a^{<t-1>}
    guard first.relationName == "<", let end = upper.firstIndex(where: { $0.relationName == ">" }),
      let content = LayerContent(Array(upper[1..<end]))
    else { return nil }
    return (letter, content, Array(upper[(end + 1)...]))
  }

  /// `formula` with the steps below.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard let step = Self.step(node), letters.contains(step.letter), isStep(step.content),
      case .scripts(var scripts) = node.kind, let upper = scripts.upper
    else { return node.mappingChildren(marked) }
    let range = upper.range
    let content = upper.nodes.withoutBlanks.first.map { first -> [MathNode] in
      if case .fence(let fence) = first.kind { return fence.body.withoutBlanks }
      return Array(upper.nodes.withoutBlanks.dropFirst().prefix { $0.relationName != ">" })
    }
    let below = scripts.lower?.nodes ?? []
    let comma = below.isEmpty ? [] : [MathNode(.punctuation(","), range.upperBound..<range.upperBound)]
    let lower = (content ?? []) + comma + below
    scripts.lower = MathRow(lower, range)
    scripts.upper = step.rest.isEmpty ? nil : MathRow(step.rest, range)
    return MathNode(.scripts(scripts), node.range)
  }

  /// t − 1, a number, the last step T, or the k of sums over steps.
  private func isStep(_ content: LayerContent) -> Bool {
    content.letter.map { Self.steps.contains($0) || $0 == "T" || $0 == "k" } ?? true
  }
}
