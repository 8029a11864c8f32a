import LaTeX

/// Cuts a formula into the chains of relations that it states.
///
/// A formula may state several: lines of an aligned display, equations in one line joined by `\quad`, commas, words or
/// arrows. Commas and spaces end a chain only on the outermost level; what stands between brackets belongs together.
public enum ChainReader {
  /// The chains of `formula`, in the order of reading. Linear in the number of nodes.
  public static func chains(of formula: MathFormula) -> [WrittenChain] { lines(of: formula).flatMap { $0 } }

  /// The chains of `formula`, line by line: the conditions on a line are about its other chains.
  public static func lines(of formula: MathFormula) -> [[WrittenChain]] {
    FormulaLines.lines(of: formula.nodes).map { line in joinLists(line.flatMap { cut($0) }) }
  }

  /// The terms of `nodes` that carry a name or a value under or over a brace, outermost first.
  public static func braces(in nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      let inner = braces(in: node.children)
      if case .brace(let brace) = node.kind, brace.note != nil { return [node] + inner }
      return inner
    }
  }

  // MARK: One line

  /// One piece between wide spaces, commas and words, cut at its signs.
  private static func cut(_ nodes: [MathNode]) -> [WrittenChain] {
    var result: [WrittenChain] = []
    var current = WrittenChain(members: [.init(nodes: [])], signs: [], list: [], connective: nil)
    let equalities = nodes.indices.filter { nodes[$0].kind == .relation("=") }
    for (place, node) in nodes.enumerated() {
      switch node.kind {
      case .relation(let name)
      where SignKind.connectives.contains(name)
        // An arrow between equations leads from one to the other; between quantities it says something else.
        || name == "to" && equalities.contains(where: { $0 < place }) && equalities.contains(where: { $0 > place }):
        if !current.isEmpty { result.append(current) }
        let sign = WrittenChain.Sign(name: name, range: node.range)
        current = WrittenChain(members: [.init(nodes: [])], signs: [], list: [], connective: sign)
      case .punctuation(":") where current.isPlainAssignment:
        result.append(current)
        current = WrittenChain(members: [.init(nodes: [])], signs: [], list: [], connective: nil)
      case .relation(let name):
        current.signs.append(.init(name: name, range: node.range))
        current.members.append(.init(nodes: []))
      case .space, .annotation, .directive, .definition, .phantom: continue
      case .group(let row) where row.nodes.isEmpty: continue
      default: current.members[current.members.count - 1].nodes.append(node)
      }
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// A piece without a sign behind `i = 1` is one more value: i = 1, 2, 3.
  private static func joinLists(_ chains: [WrittenChain]) -> [WrittenChain] {
    var result: [WrittenChain] = []
    for chain in chains {
      if !chain.isRelation, chain.connective == nil, let last = result.last, last.isRelation, !last.isOpen,
        chain.members[0].isListItem
      {
        result[result.count - 1].list.append(chain.members[0])
      } else {
        result.append(chain)
      }
    }
    return result
  }
}

/// Which relation signs connect statements instead of standing in one.
enum SignKind {
  static let connectives: Set<String> = [
    "Rightarrow", "implies", "Longrightarrow", "therefore", "because", "Leftrightarrow", "iff", "Longleftrightarrow",
  ]
}

extension WrittenChain {
  /// Whether it is i = j or i ≠ j, which a colon sets before what holds in that case.
  fileprivate var isPlainAssignment: Bool {
    guard signs.count == 1, signs[0].name == "=" || signs[0].name == "ne" else { return false }
    return members.allSatisfy { member in
      let nodes = member.nodes.filter { if case .text = $0.kind { false } else { !$0.isBlank } }
      return nodes.count == 1 && nodes[0].symbolName != nil
    }
  }

  /// Whether nothing is left of it.
  fileprivate var isEmpty: Bool { signs.isEmpty && members[0].nodes.isEmpty && connective == nil }
}

extension WrittenChain.Member {
  /// Whether it may be one more value in a list: a number, dots, a letter with or without scripts, n − 1.
  fileprivate var isListItem: Bool {
    !nodes.isEmpty
      && nodes.allSatisfy { node in
        switch node.kind {
        case .number, .ellipsis, .letter, .scripts, .operation("+"), .operation("-"): true
        default: false
        }
      }
  }
}
