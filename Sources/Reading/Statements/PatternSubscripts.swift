import LaTeX

/// The pattern that everything is said of, where it is numbered below every quantity: net_{pj} = Σ_i w_{ji} o_{pi} and E_p.
///
/// Where no line sums over patterns but that which says so of the loss, E = Σ_p E_p, all others are about the one with the
/// number p, so that the number may as well be left out, net_j = Σ_i w_{ji} o_i and E. The sum of all goes by another name
/// then.
struct PatternSubscripts: UniformNotationMark {
  private static let fewest = 3
  private static let parameters: Set<String> = ["w", "W", "v", "V", "b", "\\theta", "\\Theta", "\\omega"]
  private let letter: String?
  /// The letters that stand for the sum over all patterns where they carry nothing.
  private let totals: Set<String>

  init(_ formulas: [MathFormula]) {
    var survey = PatternSurvey()
    for formula in formulas where formula.nodes.withoutBlanks.count > 1 && Self.total(formula) == nil {
      survey.collect(formula.nodes)
    }
    let names = survey.leading.keys.sorted().filter { name in
      let carriers = survey.leading[name, default: []]
      return !survey.others.contains(name) && carriers.count >= Self.fewest
        && carriers.isDisjoint(with: Self.parameters)
        && !survey.losses[name, default: []].isEmpty
        && carriers.allSatisfy { survey.leads[$0] == [name] } && !survey.weights.isEmpty
    }
    let name = names.count == 1 ? names[0] : nil
    letter = name
    totals = Set(formulas.compactMap(Self.total).filter { $0.pattern == name }.map(\.loss))
  }

  /// The E and the p of a line E = Σ_p E_p.
  private static func total(_ formula: MathFormula) -> (loss: String, pattern: String)? {
    let chains = ChainReader.chains(of: formula)
    guard chains.count == 1, chains[0].members.count == 2, chains[0].signs[0].name == "=" else { return nil }
    let head = chains[0].members[0].nodes.withoutBlanks
    let value = chains[0].members[1].nodes.withoutBlanks
    guard head.count == 1, let loss = head[0].symbolName, VocabularyReader.lossLetters.contains(loss), value.count == 2,
      let pattern = value[0].summation?.lower?.nodes.withoutBlanks.first?.symbolName, let own = value[1].occurrence,
      own.letter == loss, own.superscript == nil, own.subscripts.count == 1,
      own.subscripts[0].count == 1, own.subscripts[0][0].symbolName == pattern
    else { return nil }
    return (loss, pattern)
  }

  /// `formula` without the number of the pattern.
  func marked(_ formula: MathFormula) -> MathFormula {
    guard letter != nil else { return formula }
    let isTotal = Self.total(formula) != nil
    return formula.replacingNodes(formula.nodes.map { isTotal ? renamed($0) : marked($0) })
  }

  /// The loss of all patterns under its own name.
  private func renamed(_ node: MathNode) -> MathNode {
    guard let name = node.symbolName, totals.contains(name) else { return node }
    return MathNode(.letter(name + "all"), node.range)
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let base = scripts.base, base.symbolName != nil else {
      return node.symbolName == nil ? node.mappingChildren(marked) : renamed(node)
    }
    scripts.lower = scripts.lower.map { MathRow($0.nodes.map(marked), $0.range) }
    scripts.upper = scripts.upper.map { MathRow($0.nodes.map(marked), $0.range) }
    guard let lower = scripts.lower, let first = lower.nodes.firstIndex(where: { $0.symbolName == letter }),
      lower.nodes[..<first].allSatisfy(\.isBlank)
    else { return MathNode(.scripts(scripts), node.range) }
    var rest = Array(lower.nodes[(first + 1)...])
    if let next = rest.first, next.isPunctuation { rest.removeFirst() }
    if rest.withoutBlanks.isEmpty {
      if scripts.upper == nil, scripts.primes.isEmpty { return MathNode(base.kind, node.range) }
      scripts.lower = nil
    } else {
      scripts.lower = MathRow(rest, lower.range)
    }
    return MathNode(.scripts(scripts), node.range)
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
