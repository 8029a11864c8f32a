import LaTeX

/// Quantities that carry the number of the sample whose loss they belong to: beside E_n the n of y_{nk} and x_{ni} only
/// reminds that there are other samples, where y_k and x_i stand elsewhere.
struct SamplesOfLosses {
  /// The letter that numbers samples.
  private var sample: String?
  /// The quantities whose units are numbered alone elsewhere.
  private var letters: Set<String> = []

  private static let losses: Set<String> = ["E", "L", "C", "J", "\\mathcal{L}", "\\mathcal{E}", "\\ell"]
  private static let quantities: Set<String> = ["x", "y", "t", "z", "a", "o", "d", "\\hat{y}", "\\phi"]

  init(_ formulas: [MathFormula]) {
    var labels: Set<String> = []
    var single: Set<String> = []
    var pairs: [String: Set<String>] = [:]
    var summed: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        guard let occurrence = node.occurrence else {
          if let sum = node.summation, let name = sum.lower?.nodes.withoutBlanks.first?.symbolName,
            Self.holdsPair(name, Array(nodes[(place + 1)...]))
          {
            summed.insert(name)
          }
          visit(node.children)
          continue
        }
        let names = occurrence.subscripts.map { $0.count == 1 ? $0[0].symbolName : nil }
        if Self.losses.contains(occurrence.letter), names.count == 1, let name = names[0] { labels.insert(name) }
        guard Self.quantities.contains(occurrence.letter), occurrence.superscript == nil else { continue }
        if names.count == 1, let name = names[0] { single.insert(occurrence.letter + " " + name) }
        if names.count == 2, let first = names[0], names[1] != nil {
          pairs[occurrence.letter, default: []].insert(first)
        }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    guard labels.count == 1, let name = labels.first, !summed.contains(name),
      !Self.quantities.contains(where: { single.contains($0 + " " + name) })
    else { return }
    letters = Set(
      pairs.filter { $0.value == [name] }.keys.filter { letter in
        single.contains { $0.hasPrefix(letter + " ") }
      })
    sample = letters.isEmpty ? nil : name
  }

  /// Whether what is summed carries the index first of two: then all samples are meant.
  private static func holdsPair(_ name: String, _ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      guard let occurrence = node.occurrence else { return holdsPair(name, node.children) }
      return occurrence.subscripts.count == 2 && occurrence.subscripts[0].count == 1
        && occurrence.subscripts[0][0].symbolName == name
    }
  }

  /// `formula` without the numbers of samples.
  func marked(_ formula: MathFormula) -> MathFormula {
    sample == nil ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      guard let occurrence = node.occurrence, letters.contains(occurrence.letter), occurrence.subscripts.count == 2,
        occurrence.subscripts[0].first?.symbolName == sample, case .scripts(var scripts) = node.kind,
        let lower = scripts.lower
      else { return node.mappingRows(marked) }
      scripts.lower = MathRow(occurrence.subscripts[1], lower.range)
      return MathNode(.scripts(scripts), node.range)
    }
  }
}
