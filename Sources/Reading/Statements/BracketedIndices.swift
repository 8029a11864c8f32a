import LaTeX

/// Indices in square brackets behind a letter, as programs write them: W[i, j], x[k], A_i[r, 0], z[l−1].
///
/// Two indices between square brackets are no product. One is an index where the letter never stands with a factor in
/// square brackets; what counts layers, and nothing else, goes where layers go, above the letter. A second index that is
/// the same number everywhere only says that the array is a column: A[r, 0].
struct BracketedIndices {
  /// The letters whose last index is always one number.
  private var columns: Set<String> = []
  /// The letters whose bracketed indices number layers.
  private var layered: Set<String> = []
  /// All letters that have indices in brackets.
  private var indexed: Set<String> = []

  private static let layerLetters: Set<String> = ["l", "L", "\\ell"]
  private static let indexLetters: Set<String> = ["i", "j", "k", "m", "n", "p", "q", "r", "s", "t"]

  /// The letters with such indices in these formulas.
  init(_ formulas: [MathFormula]) {
    var lists: [String: [[LayerContent]]] = [:]
    func collect(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        if let (letter, items) = Self.access(nodes, place) { lists[letter, default: []].append(items) }
        collect(node.children)
      }
    }
    for formula in formulas { collect(formula.nodes) }
    for (letter, items) in lists {
      let letters = Set(items.flatMap { $0 }.compactMap(\.letter))
      let isPlain = items.allSatisfy { $0.count == 1 }
      if isPlain, !letters.isEmpty, letters.isSubset(of: Self.layerLetters) {
        layered.insert(letter)
      } else if !isPlain || !letters.isDisjoint(with: Self.indexLetters) {
        indexed.insert(letter)
        let last = Set(items.compactMap { $0.count == 2 ? $0[1] : nil })
        if items.allSatisfy({ $0.count == 2 }), last.count == 1, last.first?.letter == nil { columns.insert(letter) }
      }
    }
  }

  /// The letter at `place` and the indices in the brackets behind it.
  private static func access(_ nodes: [MathNode], _ place: Int) -> (letter: String, items: [LayerContent])? {
    guard place + 1 < nodes.count, let letter = base(of: nodes[place]), let items = items(nodes[place + 1]) else {
      return nil
    }
    return (letter, items)
  }

  /// The letter that has nothing above it and no bracket of its own.
  private static func base(of node: MathNode) -> String? {
    guard case .scripts(let scripts) = node.kind else { return node.symbolName }
    return scripts.upper == nil && scripts.primes.isEmpty ? scripts.base?.symbolName : nil
  }

  /// The contents of [i, j], or of [i]ᵀ.
  private static func items(_ node: MathNode) -> [LayerContent]? {
    var bracket = node
    if case .scripts(let scripts) = node.kind, scripts.lower == nil, let base = scripts.base { bracket = base }
    guard case .fence(let fence) = bracket.kind, fence.open.name == "[", fence.close.name == "]" else { return nil }
    let contents = fence.body.split(omittingEmptySubsequences: false, whereSeparator: \.isPunctuation).map {
      LayerContent(Array($0).withoutBlanks)
    }
    let known = contents.compactMap { $0 }
    return known.count == contents.count && (1...2).contains(known.count) ? known : nil
  }

  // MARK: Writing them as scripts

  /// `nodes` with these indices below the letters, and layers above them.
  func read(_ nodes: [MathNode]) -> [MathNode] {
    if indexed.isEmpty && layered.isEmpty { return nodes }
    var result: [MathNode] = []
    for node in nodes.map({ $0.mappingRows(read) }) {
      if let last = result.last, let joined = joined(last, node) {
        result[result.count - 1] = joined
      } else {
        result.append(node)
      }
    }
    return result
  }

  /// y^n[l] with the layer behind the number of the sample, as in y^{n,(l)}.
  private func joinedBehindSample(_ node: MathNode, _ bracket: MathNode) -> MathNode? {
    guard case .scripts(var scripts) = node.kind, scripts.primes.isEmpty, let letter = scripts.base?.symbolName,
      layered.contains(letter), let upper = scripts.upper, LayerContent(upper.nodes)?.isPlainLetter == true,
      case .fence = bracket.kind, Self.items(bracket) != nil
    else { return nil }
    scripts.upper = MathRow(upper.nodes.withoutBlanks + [bracket], upper.range.lowerBound..<bracket.range.upperBound)
    return MathNode(.scripts(scripts), node.range.lowerBound..<bracket.range.upperBound)
  }

  /// A letter with what stands in the brackets behind it as its scripts.
  private func joined(_ node: MathNode, _ bracket: MathNode) -> MathNode? {
    if let joined = joinedBehindSample(node, bracket) { return joined }
    guard let letter = Self.base(of: node), Self.items(bracket) != nil,
      indexed.contains(letter) || layered.contains(letter)
    else { return nil }
    var scripts = MathScripts(base: node)
    if case .scripts(let own) = node.kind { scripts = own }
    var fenced = bracket
    var outer: MathRow?
    if case .scripts(let around) = bracket.kind, let base = around.base {
      fenced = base
      outer = around.upper
      scripts.primes += around.primes
    }
    guard case .fence(let fence) = fenced.kind else { return nil }
    if layered.contains(letter) {
      scripts.upper = MathRow([fenced] + (outer?.nodes ?? []), fenced.range)
    } else {
      if fence.body.contains(where: \.isPunctuation), let layer = scripts.lower {
        // What hangs below a letter with indices in brackets numbers, or names, the layer.
        let open = MathDelimiter("(", .open, layer.range.lowerBound..<layer.range.lowerBound)
        let close = MathDelimiter(")", .close, layer.range.upperBound..<layer.range.upperBound)
        let name = MathNode(.fence(MathFence(open: open, body: layer.nodes, close: close)), layer.range)
        scripts.upper = MathRow([name] + (outer?.nodes ?? []), layer.range)
        scripts.lower = nil
      } else {
        scripts.upper = outer
      }
      var indices = fence.body
      if columns.contains(letter), let comma = indices.firstIndex(where: \.isPunctuation) {
        indices.removeSubrange(comma...)
      }
      let before = scripts.lower.map { $0.nodes + [MathNode(.punctuation(","), fenced.range)] } ?? []
      scripts.lower = MathRow(before + indices, fenced.range)
    }
    return MathNode(.scripts(scripts), node.range.lowerBound..<bracket.range.upperBound)
  }
}
