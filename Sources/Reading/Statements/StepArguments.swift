import LaTeX

/// Time steps in brackets behind quantities, S(t) = tanh(X(t) U + S(t−1) W): they are written below, where steps stand
/// elsewhere, with what hangs on the brackets behind them: Y(t)_{ij} is Y_{t,i,j}.
///
/// What stands in brackets numbers steps where it is a t, a quantity follows from its own kind one step before, the
/// weights, which are the same in all steps, never carry it, and nothing is differentiated by it, as by a time that flows.
struct StepArguments: UniformNotationMark {
  private static let steps: Set<String> = ["t", "\\tau"]
  private static let weights: Set<String> = ["W", "U", "V", "w", "u", "v", "\\theta"]
  /// Letters that are no quantities with brackets behind them.
  private static let functions: Set<String> = ["\\sigma", "\\varsigma", "\\phi", "\\varphi", "\\psi", "\\rho", "e"]
  /// Letters that number steps where sums run over them.
  private static let others: Set<String> = ["T", "k", "i", "j", "s", "n", "m", "r", "q"]
  /// The letters of quantities that have a value in each step.
  private var letters: Set<String> = []

  /// The steps in these formulas.
  init(_ formulas: [MathFormula]) {
    var now: Set<String> = []
    var before: Set<String> = []
    var plain: Set<String> = []
    var applied: Set<String> = []
    var flows = false
    func visit(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        if let (_, below) = node.differentials, let variable = below.rest.withoutBlanks.first?.symbolName,
          Self.steps.contains(variable)
        {
          flows = true
        }
        guard let occurrence = node.occurrence else {
          visit(node.children)
          continue
        }
        if let step = Self.step(nodes, place) {
          guard let name = step.content.letter, Self.steps.contains(name) else { continue }
          if step.content.offset == 0 { now.insert(step.letter) }
          if step.content.offset == -1 { before.insert(step.letter) }
        } else if place + 1 < nodes.count, nodes[place + 1].isRoundFence {
          applied.insert(occurrence.letter)
          plain.insert(occurrence.letter)
        } else {
          plain.insert(occurrence.letter)
        }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    let stepped = now.union(before).subtracting(applied).subtracting(Self.functions)
    let weights = Self.weights.subtracting(now).subtracting(before).intersection(plain)
    guard !flows, !weights.isEmpty, !stepped.isDisjoint(with: now.intersection(before)),
      now.union(before).isDisjoint(with: ["W", "U", "w"])
    else { return }
    letters = stepped
  }

  /// The quantity at `place` with the step in the brackets behind it; what hangs on the brackets, and where they end.
  private static func step(_ nodes: [MathNode], _ place: Int) -> Step? {
    guard place + 1 < nodes.count, let letter = nodes[place].occurrence?.letter else { return nil }
    let next = nodes[place + 1]
    if case .scripts(let scripts) = next.kind, case .fence(let fence) = scripts.base?.kind, fence.open.name == "(",
      let content = LayerContent(fence.body)
    {
      return Step(letter: letter, content: content, nodes: fence.body.withoutBlanks, scripts: scripts)
    }
    guard case .fence(let fence) = next.kind, fence.open.name == "(", let content = LayerContent(fence.body) else {
      return nil
    }
    return Step(letter: letter, content: content, nodes: fence.body.withoutBlanks, scripts: nil)
  }

  /// A quantity and the step that it is of.
  private struct Step {
    var letter: String
    var content: LayerContent
    /// What stands in the brackets.
    var nodes: [MathNode]
    /// What hangs on them.
    var scripts: MathScripts?
  }

  /// `formula` with the steps below.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let step = Self.step(nodes, place), letters.contains(step.letter), isStep(step.content),
        let merged = Self.merged(nodes[place], nodes[place + 1], step)
      {
        result.append(merged)
        place += 2
      } else {
        result.append(nodes[place].mappingRows(marked))
        place += 1
      }
    }
    return result
  }

  /// S_t for S and (t); nil where two things would hang on it in one place.
  private static func merged(_ quantity: MathNode, _ brackets: MathNode, _ step: Step) -> MathNode? {
    var scripts = MathScripts(base: quantity)
    if case .scripts(let own) = quantity.kind { scripts = own }
    let place = brackets.range
    let outer = step.scripts
    if scripts.lower != nil, outer?.lower != nil || quantity.occurrence?.subscripts.isEmpty != false { return nil }
    if scripts.upper != nil, outer?.upper != nil { return nil }
    let below = (scripts.lower ?? outer?.lower)?.nodes ?? []
    let comma = below.isEmpty ? [] : [MathNode(.punctuation(","), place.lowerBound..<place.lowerBound)]
    scripts.lower = MathRow(step.nodes + comma + below, place)
    scripts.upper = scripts.upper ?? outer?.upper
    scripts.primes += outer?.primes ?? []
    return MathNode(.scripts(scripts), quantity.range.lowerBound..<place.upperBound)
  }

  /// t − 1, a number, the last step T, or the k of sums over steps.
  private func isStep(_ content: LayerContent) -> Bool {
    content.letter.map { Self.steps.contains($0) || Self.others.contains($0) } ?? true
  }
}
