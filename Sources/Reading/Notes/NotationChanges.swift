import LaTeX

extension NotesReader {
  /// The formulas in `range` from which on a letter carries its subscripts in another way than before: y_{N−1}, a layer, and
  /// then y_{ip}, an entry of a matrix. What stands between two of them is written in one notation; formulas without
  /// subscripts before a change belong to what follows, as definitions do.
  public func notationChanges(in range: ClosedRange<Int>) -> [Int] {
    var starts: [Int] = []
    var known: [String: Set<Pattern>] = [:]
    var next = range.lowerBound
    let twins = Set(formulas.flatMap { Self.twins(in: $0.nodes) })
    for number in range where formulas.indices.contains(number) {
      var own: [String: Set<Pattern>] = [:]
      Self.collect(formulas[number].nodes, &own)
      if !twins.isEmpty { Self.collectFonts(formulas[number].nodes, of: twins, &own) }
      let isChange = own.contains { letter, patterns in
        known[letter].map { $0.isDisjoint(with: patterns) } ?? false
      }
      if isChange {
        starts.append(next)
        known = [:]
      }
      if !own.isEmpty { next = number + 1 }
      known.merge(own) { $0.union($1) }
    }
    return starts
  }

  /// How a letter carries what hangs on it.
  private struct Pattern: Hashable {
    var subscriptCount: Int
    /// Whether the only subscript is one that layers have, N − 1 or a capital letter.
    var isLayerBelow: Bool
    var isLayerAbove: Bool
    var isBold = false
  }

  /// The letters that stand for a number in plain type and for a vector in bold type.
  private static func twins(in nodes: [MathNode]) -> [String] {
    nodes.flatMap { node -> [String] in
      guard let name = node.symbolName else { return twins(in: node.children) }
      return name.isNumberBesideVector ? [node.plainLetter].compactMap { $0 } : []
    }
  }

  /// Whether such letters stand in bold type.
  private static func collectFonts(
    _ nodes: [MathNode], of twins: Set<String>, _ patterns: inout [String: Set<Pattern>]
  ) {
    for node in nodes {
      guard let occurrence = node.occurrence else {
        collectFonts(node.children, of: twins, &patterns)
        continue
      }
      guard occurrence.subscripts.isEmpty, occurrence.superscript == nil, !occurrence.isTransposed else { continue }
      let pattern = Pattern(subscriptCount: 0, isLayerBelow: false, isLayerAbove: false, isBold: node.isBold)
      let letter = (occurrence.letter.isNumberBesideVector ? node.plainLetter : nil) ?? occurrence.letter
      if twins.contains(letter) { patterns[letter + " alone", default: []].insert(pattern) }
    }
  }

  /// The patterns of the letters in `nodes`; a letter by itself may stand for the array of anything.
  private static func collect(_ nodes: [MathNode], _ patterns: inout [String: Set<Pattern>]) {
    for node in nodes {
      guard let occurrence = node.occurrence else {
        collect(node.children, &patterns)
        continue
      }
      if let pattern = pattern(of: occurrence) { patterns[occurrence.letter, default: []].insert(pattern) }
    }
  }

  private static func pattern(of occurrence: Occurrence) -> Pattern? {
    let contents = occurrence.subscripts.map { LayerContent($0) }
    guard !contents.contains(where: { $0 == nil }) else { return nil }
    let isAbove: Bool
    switch occurrence.superscript {
    case .bracketed?: isAbove = true
    case .bare(let nodes)?: isAbove = LayerContent(nodes)?.letter != nil
    case nil: isAbove = false
    }
    guard !contents.isEmpty || isAbove else { return nil }
    // A number may be that of a layer or of an entry, or be two that are glued together.
    if contents.count == 1, contents[0]?.letter == nil, !isAbove { return nil }
    let isBelow = contents.count == 1 && contents[0].map(isLayerLike) == true
    return Pattern(subscriptCount: contents.count, isLayerBelow: isBelow, isLayerAbove: isAbove)
  }

  private static func isLayerLike(_ content: LayerContent) -> Bool {
    guard let letter = content.letter else { return false }
    return content.offset != 0 || letter.first?.isUppercase == true || letter == "l" || letter == "\\ell"
  }
}

extension MathNode {
  /// The letter below an accent.
  fileprivate var plainLetter: String? {
    guard case .accented(_, let row) = kind, row.nodes.count == 1 else { return nil }
    return row.nodes[0].symbolName
  }
}
