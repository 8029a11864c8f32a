import LaTeX

/// Finds letters below others that are part of a name instead of an index: the h and o of W_h, W_o, W_{xh}, beside
/// quantities h, o, x.
///
/// A label counts nothing: no sum, product or condition runs over it, nothing is added to it. It hangs on a parameter (W,
/// w, b, U, V, …) all of whose first subscripts are of this kind, and it, or one of its fellows, names a quantity.
struct LabelReader: UniformNotationMark {
  /// What stands below each parameter: the letters, in the order in which they stand.
  private var subscripts: [String: Set<String>] = [:]
  private var first: [String: Set<String>] = [:]
  /// Letters that count something.
  private var counters: Set<String> = []
  /// Letters that are quantities by themselves.
  private var quantities: Set<String> = []
  private(set) var labels: Set<String> = []
  /// What stands below each letter by itself.
  private var single: [String: Set<String>] = [:]

  private static let customaryIndices: Set<String> = ["i", "j", "k", "l", "m", "n", "p", "r", "s", "t"]
  private static let parameters: Set<String> = [
    "W", "w", "b", "U", "V", "B", "\\theta", "\\Theta", "\\beta", "\\delta",
  ]

  /// The labels of these formulas.
  init(_ formulas: [MathFormula]) {
    for formula in formulas {
      collect(formula.nodes)
      for line in ChainReader.lines(of: formula) { for chain in line { countCondition(chain) } }
    }
    for (letter, items) in first where Self.parameters.contains(letter) {
      // b_b is entry b of b: nothing is named after itself.
      let isNaming =
        items.allSatisfy { !counters.contains($0) && !Self.customaryIndices.contains($0) }
        && !items.contains(letter.lowercased())
      guard isNaming, !items.isDisjoint(with: quantities) else { continue }
      labels.formUnion(items)
    }
    // All of W_{xh} are labels, or only the first.
    for (letter, items) in subscripts where Self.parameters.contains(letter) {
      guard let leading = first[letter], leading.isSubset(of: labels) else { continue }
      labels.formUnion(
        items.filter {
          !counters.contains($0) && !Self.customaryIndices.contains($0) && quantities.contains($0)
        })
    }
  }

  /// k of k = 1, …, n and of k < n counts, and so does n.
  private mutating func countCondition(_ chain: WrittenChain) {
    guard chain.isCondition else { return }
    for member in chain.members + chain.list {
      for node in member.nodes { if let name = node.symbolName { counters.insert(name) } }
    }
  }

  private mutating func collect(_ nodes: [MathNode]) {
    for node in nodes {
      guard case .scripts(let scripts) = node.kind, let base = scripts.base else {
        if let name = node.symbolName { quantities.insert(name) } else { collect(node.children) }
        continue
      }
      if case .largeOperator = base.kind {
        for row in [scripts.lower, scripts.upper] {
          for item in row?.nodes ?? [] { if let name = item.symbolName { counters.insert(name) } }
        }
        continue
      }
      guard let name = base.symbolName else {
        collect(node.children)
        continue
      }
      quantities.insert(name)
      take(name, scripts.lower?.nodes.subscriptItems.map(\.withoutBlanks).filter { !$0.isEmpty } ?? [])
      if let upper = scripts.upper { collect(upper.nodes) }
    }
  }

  private mutating func take(_ name: String, _ items: [[MathNode]]) {
    if items.count == 1, let index = items[0].first?.symbolName { single[name, default: []].insert(index) }
    for (place, item) in items.enumerated() {
      if item.count > 1 { for node in item { if let name = node.symbolName { counters.insert(name) } } }
      guard item.count == 1, case .letter(let letter) = item[0].kind, letter.count == 1 else {
        // A number, or an index of an index, is no label: neither is what hangs beside it.
        if place == 0 { first[name, default: []].insert("#") }
        continue
      }
      if place == 0 { first[name, default: []].insert(letter) }
      subscripts[name, default: []].insert(letter)
    }
  }
}

extension LabelReader {
  /// `formula` with the labels below parameters in upright type, as words are.
  func marked(_ formula: MathFormula) -> MathFormula {
    formula.replacingNodes(formula.nodes.map { marked($0) })
  }

  /// y_{t_i}, where y_t is a vector, is y_{t,i}: an index below an index.
  private func flattened(_ scripts: MathScripts) -> MathRow? {
    guard let lower = scripts.lower, let base = scripts.base?.symbolName else { return nil }
    let visible = lower.nodes.withoutBlanks
    guard visible.count == 1, case .scripts(let inner) = visible[0].kind, let outer = inner.base, inner.upper == nil,
      let index = inner.lower, inner.primes.isEmpty
    else { return nil }
    let content: [MathNode]
    if case .group(let row) = outer.kind { content = row.nodes.withoutBlanks } else { content = [outer] }
    // t_0 is an index like t: no entry has the number 0.
    guard let name = content.first?.symbolName, LayerContent(content) != nil, single[base]?.contains(name) == true,
      index.nodes.withoutBlanks.first?.wholeNumber != 0
    else { return nil }
    let comma = MathNode(.punctuation(","), outer.range.upperBound..<outer.range.upperBound)
    return MathRow(content + [comma] + index.nodes, lower.range)
  }

  private func marked(_ node: MathNode) -> MathNode {
    if case .scripts(var scripts) = node.kind, let row = flattened(scripts) {
      scripts.lower = row
      return MathNode(.scripts(scripts), node.range)
    }
    guard case .scripts(var scripts) = node.kind, let base = scripts.base?.symbolName, first[base] != nil,
      first[base]?.isSubset(of: labels) == true, let lower = scripts.lower
    else { return node.mappingChildren { marked($0) } }
    var isLeading = true
    let nodes = lower.nodes.map { item -> MathNode in
      guard isLeading, case .letter(let letter) = item.kind, labels.contains(letter) else {
        if !item.isBlank, !item.isPunctuation { isLeading = false }
        return item
      }
      return MathNode(.styled(.roman, MathRow([item], item.range)), item.range)
    }
    scripts.lower = MathRow(nodes, lower.range)
    return MathNode(.scripts(scripts), node.range)
  }
}
