import LaTeX

/// Losses of single samples that say so by their arguments: ℒ(a^{(i)}, y^{(i)}) is ℒ^{(i)}, and so is Cost(h_θ(x^{(i)}), y^{(i)}).
struct SampleLosses: UniformNotationMark {
  /// Whether the notes are about one unit, whose loss is no function of layers.
  private let isOn: Bool

  private static let words: Set<String> = ["cost", "loss", "err", "error"]

  /// Reads such losses in notes that are about one unit.
  init(areAboutUnit: Bool) { isOn = areAboutUnit }

  /// `formula` with the number of the sample above the loss.
  func marked(_ formula: MathFormula) -> MathFormula {
    isOn ? formula.replacingNodes(marked(formula.nodes)) : formula
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    for node in nodes.map({ $0.mappingRows(marked) }) {
      guard let last = result.last, let name = last.symbolName,
        VocabularyReader.lossLetters.contains(name) || Self.words.contains(name.lowercased()),
        let sample = Self.sample(in: node)
      else {
        result.append(node)
        continue
      }
      let range = last.range.lowerBound..<node.range.upperBound
      result[result.count - 1] = MathNode(.scripts(MathScripts(base: last, upper: sample)), range)
    }
    return result
  }

  /// The (i) that all arguments carry.
  private static func sample(in node: MathNode) -> MathRow? {
    guard case .fence(let fence) = node.kind, fence.open.name == "(" else { return nil }
    let items = fence.body.split(whereSeparator: \.isPunctuation).map { Array($0).withoutBlanks }
    guard items.count > 1 else { return nil }
    var found: MathRow?
    for item in items {
      guard item.count == 1, case .scripts(let scripts) = item[0].kind, let upper = scripts.upper,
        case .bracketed(let nodes, _)? = item[0].occurrence?.superscript, LayerContent(nodes)?.letter != nil
      else { return nil }
      if let found, LayerContent(found.nodes) != LayerContent(upper.nodes) { return nil }
      found = upper
    }
    return found
  }
}
