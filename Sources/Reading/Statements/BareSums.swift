import LaTeX

/// Sum signs that leave out their index, or write its range as an inequality: Σ e^{x_j}, Σ^n x_i, Σ_{1 ≤ k ≤ t} u_k.
///
/// The index is the one letter below what is summed that does not stand on the other side of the line as well.
struct BareSums: UniformNotationMark {
  private static let indices: Set<String> = ["i", "j", "k", "l", "m", "n", "p", "q", "r", "s", "c", "t", "u", "v"]

  /// `formula` with an index and bounds below and above its sums.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard Self.holdsSum(formula.nodes) else { return formula }
    let nodes = formula.nodes
    let end = nodes.firstIndex { $0.relationName != nil } ?? nodes.count
    let free = end == nodes.count ? [] : Self.letters(Array(nodes[..<end]))
    return formula.replacingNodes(Self.marked(nodes, free))
  }

  private static func holdsSum(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if node.kind == .largeOperator("sum") || node.summation != nil { return true }
      return holdsSum(node.children)
    }
  }

  private static func marked(_ nodes: [MathNode], _ free: Set<String>) -> [MathNode] {
    nodes.indices.map { place in
      let node = nodes[place]
      if let sum = node.summation {
        if let bounds = bounds(sum) { return MathNode(.scripts(bounds), node.range) }
        guard sum.lower == nil, let index = index(of: body(nodes, place), free) else { return node }
        return MathNode(.scripts(with(index, sum, node.range)), node.range)
      }
      if node.kind == .largeOperator("sum"), let index = index(of: body(nodes, place), free) {
        let scripts = MathScripts(base: node, lower: nil, upper: nil, primes: [])
        return MathNode(.scripts(with(index, scripts, node.range)), node.range)
      }
      return node.mappingRows { marked($0, free) }
    }
  }

  private static func with(_ index: String, _ sum: MathScripts, _ range: Range<Int>) -> MathScripts {
    var result = sum
    let place = range.upperBound..<range.upperBound
    result.lower = MathRow([MathNode(.letter(index), place)], place)
    return result
  }

  /// k = 1 below and t above for 1 ≤ k ≤ t.
  private static func bounds(_ sum: MathScripts) -> MathScripts? {
    guard sum.upper == nil, let lower = sum.lower?.nodes.withoutBlanks, lower.count == 5, lower[1].relationName == "le",
      lower[3].relationName == "le", lower[2].symbolName != nil
    else { return nil }
    var result = sum
    let sign = MathNode(.relation("="), lower[1].range)
    result.lower = MathRow([lower[2], sign, lower[0]], sum.lower?.range ?? lower[0].range)
    result.upper = MathRow([lower[4]], lower[4].range)
    return result
  }

  /// What is summed: up to the next term.
  private static func body(_ nodes: [MathNode], _ place: Int) -> [MathNode] {
    nodes[(place + 1)...].prefix { node in
      if node.relationName != nil || node.isPunctuation { return false }
      return node.kind != .operation("+") && node.kind != .operation("-")
    }.map { $0 }
  }

  private static func index(of body: [MathNode], _ free: Set<String>) -> String? {
    let all = letters(body).intersection(indices)
    let own = all.subtracting(free)
    if own.count == 1 { return own.first }
    return own.isEmpty && all.count == 1 ? all.first : nil
  }

  /// The letters that stand alone as a subscript, or in brackets above, and are bound by no sum.
  private static func letters(_ nodes: [MathNode]) -> Set<String> {
    var result: Set<String> = []
    var bound: Set<String> = []
    for node in nodes {
      if let sum = node.summation {
        if let name = sum.lower?.nodes.withoutBlanks.first?.symbolName { bound.insert(name) }
        continue
      }
      if let occurrence = node.occurrence {
        for item in occurrence.subscripts {
          if let content = LayerContent(item), content.isPlainLetter, let name = content.letter { result.insert(name) }
        }
        if case .bracketed(let inner, _)? = occurrence.superscript, let content = LayerContent(inner),
          content.isPlainLetter, let name = content.letter
        {
          result.insert(name)
        }
        if case .bare(let inner)? = occurrence.superscript { result.formUnion(letters(inner)) }
        continue
      }
      result.formUnion(letters(node.children))
    }
    return result.subtracting(bound)
  }
}
