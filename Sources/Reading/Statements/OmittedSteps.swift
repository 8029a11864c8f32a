import LaTeX

/// Time steps that entries of arrays leave out in some places, G_{m,n} beside G_{t,m,n}: they are written where they are
/// missing, if the formula is about step t.
///
/// Only arrays with two indices of their own tell that one is missing; the j of h_j beside h_t may be a step itself.
struct OmittedSteps: UniformNotationMark {
  private static let step = "t"
  /// How many subscripts the entries of each quantity have, the step among them.
  private var counts: [String: Int] = [:]

  /// The quantities in these formulas whose entries carry a step.
  init(_ formulas: [MathFormula]) {
    var stepped: [String: [Int: Int]] = [:]
    var others: [String: [Int: Int]] = [:]
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        guard let occurrence = node.occurrence else {
          visit(node.children)
          continue
        }
        let count = occurrence.subscripts.count
        if Self.isOfStep(occurrence) {
          stepped[occurrence.letter, default: [:]][count, default: 0] += 1
        } else {
          others[occurrence.letter, default: [:]][count, default: 0] += 1
        }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    counts = stepped.compactMapValues { $0.keys.max() }.filter { letter, count in
      let without = others[letter] ?? [:]
      return count > 2 && without.keys.allSatisfy { $0 == count - 1 || $0 == 0 }
        && without[count - 1, default: 0] < stepped[letter, default: [:]].values.reduce(0, +)
    }
  }

  /// Whether the first subscript is t, or a number added to it.
  private static func isOfStep(_ occurrence: Occurrence) -> Bool {
    occurrence.subscripts.first.flatMap { LayerContent($0)?.letter } == step
  }

  /// `formula` with the steps that it leaves out.
  func marked(_ formula: MathFormula) -> MathFormula {
    if counts.isEmpty { return formula }
    var steps: Set<Int> = []
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        guard let occurrence = node.occurrence else {
          visit(node.children)
          continue
        }
        if Self.isOfStep(occurrence), let content = LayerContent(occurrence.subscripts[0]) {
          steps.insert(content.offset)
        }
      }
    }
    visit(formula.nodes)
    return steps == [0] ? formula.replacingNodes(formula.nodes.map(marked)) : formula
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard let occurrence = node.occurrence, let count = counts[occurrence.letter],
      occurrence.subscripts.count == count - 1, case .scripts(var scripts) = node.kind, let lower = scripts.lower
    else { return node.occurrence == nil ? node.mappingChildren(marked) : node }
    let place = lower.range.lowerBound..<lower.range.lowerBound
    let items = occurrence.subscripts.flatMap { [MathNode(.punctuation(","), place)] + $0 }
    scripts.lower = MathRow([MathNode(.letter(Self.step), place)] + items, lower.range)
    return MathNode(.scripts(scripts), node.range)
  }
}
