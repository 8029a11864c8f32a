import LaTeX

/// The pattern that everything is said of, where it is numbered below every quantity: net_{pj} = Σ_i w_{ji} o_{pi} and E_p.
///
/// Where no line sums over patterns, all lines are about the one with the number p, so that the number may as well be left
/// out, net_j = Σ_i w_{ji} o_i and E.
struct PatternSubscripts: UniformNotationMark {
  private static let fewest = 3
  private static let parameters: Set<String> = ["w", "W", "v", "V", "b", "\\theta", "\\Theta", "\\omega"]
  private let letter: String?

  init(_ formulas: [MathFormula]) {
    var survey = PatternSurvey()
    for formula in formulas where formula.nodes.withoutBlanks.count > 1 { survey.collect(formula.nodes) }
    let names = survey.leading.keys.sorted().filter { name in
      let carriers = survey.leading[name, default: []]
      return !survey.others.contains(name) && carriers.count >= Self.fewest
        && carriers.isDisjoint(with: Self.parameters)
        && !survey.losses[name, default: []].isEmpty
        && carriers.allSatisfy { survey.leads[$0] == [name] } && !survey.weights.isEmpty
    }
    letter = names.count == 1 ? names[0] : nil
  }

  /// `formula` without the number of the pattern.
  func marked(_ formula: MathFormula) -> MathFormula {
    letter == nil ? formula : formula.replacingNodes(formula.nodes.map(marked))
  }

  private func marked(_ node: MathNode) -> MathNode {
    let inner = node.mappingChildren(marked)
    guard case .scripts(var scripts) = inner.kind, scripts.base?.symbolName != nil, let lower = scripts.lower,
      let first = lower.nodes.firstIndex(where: { $0.symbolName == letter }),
      lower.nodes[..<first].allSatisfy(\.isBlank)
    else { return inner }
    var rest = Array(lower.nodes[(first + 1)...])
    if let next = rest.first, next.isPunctuation { rest.removeFirst() }
    if rest.withoutBlanks.isEmpty {
      if scripts.upper == nil, scripts.primes.isEmpty, let base = scripts.base {
        return MathNode(base.kind, inner.range)
      }
      scripts.lower = nil
    } else {
      scripts.lower = MathRow(rest, lower.range)
    }
    return MathNode(.scripts(scripts), inner.range)
  }
}

/// What stands below which letters.
private struct PatternSurvey {
  /// The letters that carry a letter as the first of two things below them.
  var leading: [String: Set<String>] = [:]
  /// What stands first below each letter, whatever else does.
  var leads: [String: Set<String>] = [:]
  /// The losses that carry a letter and nothing else.
  var losses: [String: Set<String>] = [:]
  /// The weights that carry two letters.
  var weights: Set<String> = []
  /// The letters that stand anywhere else: on the line, under sums, behind other subscripts.
  var others: Set<String> = []

  mutating func collect(_ nodes: [MathNode]) {
    for node in nodes {
      guard case .scripts(let scripts) = node.kind, let base = scripts.base else {
        if let name = node.symbolName { others.insert(name) } else { collect(node.children) }
        continue
      }
      collect(scripts.upper?.nodes ?? [])
      guard let letter = base.symbolName else {
        collect([base])
        collect(scripts.lower?.nodes ?? [])
        continue
      }
      others.insert(letter)
      let items = scripts.lower?.nodes.subscriptItems.map(\.withoutBlanks).filter { !$0.isEmpty } ?? []
      take(letter, items)
    }
  }

  private mutating func take(_ letter: String, _ items: [[MathNode]]) {
    let names = items.map { $0.count == 1 ? $0[0].symbolName : nil }
    leads[letter, default: []].insert(names.first.flatMap { $0 } ?? "")
    switch names.count {
    case 1:
      // Δ_p w and f_j say nothing of what is numbered.
      guard let name = names[0] else { return collect(items[0]) }
      if VocabularyReader.lossLetters.contains(letter) { losses[name, default: []].insert(letter) }
    case 2:
      if let first = names[0] { leading[first, default: []].insert(letter) } else { collect(items[0]) }
      collect(items[1])
      if ["w", "W", "\\theta", "\\omega"].contains(letter) { weights.insert(letter) }
    default: for item in items { collect(item) }
    }
  }
}
