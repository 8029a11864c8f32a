import LaTeX

/// Notes that number the classes by the targets: L_i = −log p_{y_i}, where y_i is the class of sample i.
///
/// Where quantities have no index for the sample, p_k beside p_{y_i}, one sample is considered: what is numbered by i, x_i
/// and L_i, is its own, also under a sum over all samples.
struct ClassLabels: UniformNotationMark {
  private static let targets: Set<String> = ["y", "t", "c"]

  /// What numbers the samples, if one of them is considered.
  private(set) var sample: String?
  /// Whether the loss without index is that of all samples.
  private var hasTotal = false

  /// The labels in these formulas.
  init(_ formulas: [MathFormula]) {
    var lone: Set<String> = []
    var isNumbered = false
    var bareLosses: Set<String> = []
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if let name = node.symbolName, VocabularyReader.lossLetters.contains(name) { bareLosses.insert(name) }
        guard case .scripts(let scripts) = node.kind, scripts.base?.symbolName != nil, let lower = scripts.lower else {
          collect(node.children)
          continue
        }
        let items = lower.nodes.subscriptItems
        for item in items where item.withoutBlanks.count == 1 {
          guard let sample = item.withoutBlanks[0].sampleOfLabel else { continue }
          if items.count == 1 { lone.insert(sample) } else { isNumbered = true }
        }
        if let upper = scripts.upper { collect(upper.nodes) }
      }
    }
    for formula in formulas { collect(formula.nodes) }
    guard !isNumbered, lone.count == 1 else { return }
    sample = lone.first
    hasTotal = !bareLosses.isEmpty
  }

  /// `formula` without the number of the sample at anything but the class.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard let sample else { return formula }
    return formula.replacingNodes(formula.nodes.map { marked($0, sample) })
  }

  private func marked(_ node: MathNode, _ sample: String) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let base = scripts.base, let name = base.symbolName,
      let lower = scripts.lower
    else {
      // The sign of a sum keeps its index.
      if case .scripts(let scripts) = node.kind, case .largeOperator = scripts.base?.kind { return node }
      return node.mappingChildren { marked($0, sample) }
    }
    if let upper = scripts.upper { scripts.upper = MathRow(upper.nodes.map { marked($0, sample) }, upper.range) }
    var items = lower.nodes.subscriptItems.map(\.withoutBlanks)
    guard items.first?.count == 1, items[0][0].symbolName == sample, !Self.targets.contains(name) else {
      // The w of ∇_{w_{y_i}} is one of a class.
      return MathNode(.scripts(scripts), node.range)
    }
    items.removeFirst()
    if VocabularyReader.lossLetters.contains(name), hasTotal {
      scripts.base = MathNode(.letter(name.plainName + "ᵢ"), base.range)
    }
    let comma = MathNode(.punctuation(","), lower.range.lowerBound..<lower.range.lowerBound)
    scripts.lower = items.isEmpty ? nil : MathRow(Array(items.joined(separator: [comma])), lower.range)
    if scripts.lower == nil, scripts.upper == nil, scripts.primes.isEmpty, let plain = scripts.base {
      return MathNode(plain.kind, node.range)
    }
    return MathNode(.scripts(scripts), node.range)
  }
}

extension MathNode {
  /// The i of y_i, where that is a class.
  fileprivate var sampleOfLabel: String? {
    guard let name = indexedName, let mark = name.firstIndex(of: "_"), ["y", "t", "c"].contains(String(name[..<mark]))
    else { return nil }
    let sample = String(name[name.index(after: mark)...])
    return sample.count == 1 && sample.first?.isLetter == true ? sample : nil
  }
}
