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
        if let step = node.bracketsAbove, let name = step.content.letter, Self.steps.contains(name) {
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

  /// `formula` with the steps below.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard let step = node.bracketsAbove, letters.contains(step.letter), isStep(step.content) else {
      return node.mappingChildren(marked)
    }
    return step.writtenBelow()
  }

  /// t − 1, a number, the last step T, or the k of sums over steps.
  private func isStep(_ content: LayerContent) -> Bool {
    content.letter.map { Self.steps.contains($0) || $0 == "T" || $0 == "k" } ?? true
  }
}
