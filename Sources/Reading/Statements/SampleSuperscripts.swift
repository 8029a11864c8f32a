import LaTeX

/// Samples in brackets above, x^{(i)} and y^{(i)}, in notes that keep all samples in the rows of one matrix as well, ŷ = X w:
/// they are written below, so that y without the number is the column of all y_i, and X the matrix of the rows x_iᵀ.
///
/// What stands in brackets above may number layers as well. It numbers samples where a sum runs over it, and the weights never
/// carry it. Notes that keep the samples in columns, wᵀX, are left alone.
struct SampleSuperscripts: UniformNotationMark {
  private var letters: Set<String> = []
  /// The letters of what a line makes of one sample without telling which, u = 1 + e^{−z^{(i)}}, with the number that it has.
  private var silent: [String: [MathNode]] = [:]

  /// The samples in these formulas.
  init(_ formulas: [MathFormula]) {
    var survey = SampleSurvey()
    for formula in formulas { survey.visit(formula.nodes) }
    guard let letters = survey.lettersOfSamples else { return }
    self.letters = letters
    for formula in formulas {
      for chain in ChainReader.chains(of: formula) where chain.signs.first?.name == "=" {
        let members = chain.members.map { $0.nodes.withoutBlanks }
        guard let head = members[0].last?.occurrence,
          members[0].dropLast().allSatisfy({ if case .text = $0.kind { true } else { false } }),
          head.subscripts.isEmpty, head.superscript == nil, head.letter.first?.isLowercase == true,
          !letters.contains(head.letter), let sample = survey.sample(of: members[1], letters)
        else { continue }
        silent[head.letter] = sample
      }
    }
  }

  /// `formula` with the samples below.
  func marked(_ formula: MathFormula) -> MathFormula {
    letters.isEmpty ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    if let sample = node.bracketsAbove, letters.contains(sample.letter) { return sample.writtenBelow() }
    if let letter = node.symbolName, let sample = silent[letter] {
      let end = node.range.upperBound..<node.range.upperBound
      return MathNode(.scripts(MathScripts(base: node, lower: MathRow(sample, end))), node.range)
    }
    if case .scripts(var scripts) = node.kind, scripts.lower == nil, let base = scripts.base,
      let name = base.symbolName,
      let sample = silent[name]
    {
      let end = base.range.upperBound..<base.range.upperBound
      scripts.lower = MathRow(sample, end)
      return MathNode(.scripts(scripts), node.range)
    }
    return node.mappingChildren(marked)
  }
}

/// What some formulas tell of how they number samples.
private struct SampleSurvey {
  /// The letters under sum signs, and those that sums go up to.
  private var summed: Set<String> = []
  private var bounds: Set<String> = []
  /// What stands in brackets above each letter.
  private var above: [String: Set<LayerContent>] = [:]
  /// The capital letters with weights behind them, X w, or transposed before something else, Xᵀ(p − y).
  private var matrices: Set<String> = []
  /// The capital letters behind transposed weights: wᵀX.
  private var columns: Set<String> = []

  mutating func visit(_ nodes: [MathNode]) {
    let visible = nodes.withoutBlanks
    for (node, next) in zip(visible, visible.dropFirst()) { takeProduct(node, next) }
    for node in visible {
      if let sum = node.summation {
        if let name = sum.lower?.nodes.withoutBlanks.first?.symbolName { summed.insert(name) }
        if let bound = sum.upper?.nodes.withoutBlanks.first?.symbolName { bounds.insert(bound) }
      }
      if let brackets = node.bracketsAbove { above[brackets.letter, default: []].insert(brackets.content) }
      visit(node.children)
    }
  }

  private mutating func takeProduct(_ node: MathNode, _ next: MathNode) {
    guard let first = node.occurrence, first.subscripts.isEmpty, first.superscript == nil else { return }
    let second = next.occurrence
    let isWeight = second.map { VocabularyReader.isWeightVector($0.letter) } ?? false
    if first.letter.isDesignMatrix, first.isTransposed ? !isWeight : isWeight { matrices.insert(first.letter) }
    if VocabularyReader.isWeightVector(first.letter), first.isTransposed, let second, second.letter.isDesignMatrix {
      columns.insert(second.letter)
    }
  }

  /// The one sample that an expression is made of, if nothing in it is added up.
  func sample(of nodes: [MathNode], _ letters: Set<String>) -> [MathNode]? {
    var found: [LayerContent: [MathNode]] = [:]
    var isSum = false
    func find(_ nodes: [MathNode]) {
      for node in nodes {
        if node.summation != nil || node.differentials != nil { isSum = true }
        if let brackets = node.bracketsAbove, letters.contains(brackets.letter), brackets.content.letter != nil {
          found[brackets.content] = brackets.nodes
        }
        find(node.children)
      }
    }
    find(nodes)
    return !isSum && found.count == 1 ? found.first?.value : nil
  }

  /// The letters that carry the number of a sample; nil where the notes have no matrix of all samples, or where what stands
  /// in brackets is no sample.
  var lettersOfSamples: Set<String>? {
    let names = Set(above.values.joined().compactMap(\.letter))
    let inputs = above.keys.filter { $0.designMatrix.map(matrices.contains) ?? false }
    guard columns.isEmpty, !inputs.isEmpty, names.intersection(summed).count == 1,
      names.isSubset(of: summed.union(bounds)),
      !above.keys.contains(where: { VocabularyReader.isWeightVector($0) || $0.isDesignMatrix || $0 == "W" }),
      above.values.joined().allSatisfy({ $0.offset == 0 || $0.letter == nil })
    else { return nil }
    return Set(above.keys)
  }
}
