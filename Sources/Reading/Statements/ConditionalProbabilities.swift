import LaTeX

/// Probabilities of classes, written with what is asked and what is given: P(Y = k | X), p(y = 1 | x).
///
/// They are quantities with the class as their index, P_k.
struct ConditionalProbabilities: UniformNotationMark {
  /// `formula` with an index in the place of what is asked.
  func marked(_ formula: MathFormula) -> MathFormula { formula.replacingNodes(Self.marked(formula.nodes)) }

  private static func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let next = nodes[(place + 1)...].firstIndex { !$0.isBlank }
      if let next, let letter = nodes[place].symbolName, ["P", "p", "Pr"].contains(letter),
        let index = index(nodes[next])
      {
        let range = nodes[place].range.lowerBound..<nodes[next].range.upperBound
        let scripts = MathScripts(
          base: nodes[place], lower: MathRow(index, index.extent), upper: nil, primes: [])
        result.append(MathNode(.scripts(scripts), range))
        place = next + 1
      } else {
        result.append(nodes[place].mappingRows(marked))
        place += 1
      }
    }
    return result
  }

  /// The k of (Y = k | X) and of (Y = k).
  private static func index(_ node: MathNode) -> [MathNode]? {
    guard case .fence(let fence) = node.kind, fence.open.name == "(" else { return nil }
    let nodes = fence.body.withoutBlanks
    guard let sign = nodes.firstIndex(where: { $0.relationName == "=" }), sign > 0 else { return nil }
    let index = nodes[(sign + 1)...].prefix { !$0.isBar }
    guard index.count == 1, index[index.startIndex].wholeNumber != nil || index[index.startIndex].symbolName != nil
    else { return nil }
    return Array(index)
  }
}

extension MathNode {
  /// The bar of "given".
  fileprivate var isBar: Bool {
    switch kind {
    case .relation("mid"), .relation("|"), .symbol("|"), .operation("|"), .symbol("vert"), .punctuation: true
    case .delimiter(let bar): bar.name == "|"
    default: false
    }
  }
}
