import LaTeX

/// Finds layers that have names instead of numbers, W^{(H)} and W^{(O)}, z_h and z_o, a_{hidden}, and numbers them.
///
/// Which name is which layer the defining equations tell: z^{(O)} = W^{(O)} a^{(H)} + b^{(O)} says that O lies above H. Names
/// are numbered where they stand one above the other in one row, from 1, or from 0 if nothing computes the lowest one.
struct LayerNames: UniformNotationMark {
  /// The number of each layer with a name.
  private var numbers: [String: Int] = [:]
  /// The letters that carry names below, where indices may follow: δ_{oi}.
  private var namedBelow: Set<String> = []
  /// The names of the layers that compute what carries no name.
  private var owners: [String: String] = [:]

  private static let words: Set<String> = [
    "in", "input", "inp", "hid", "hidden", "out", "output", "h", "o", "H", "O", "I", "hh", "ho",
  ]
  /// What else may be named after what it belongs to, although no line that is read defines it.
  private static let fellows: Set<String> = [
    "W", "w", "b", "B", "\\delta", "\\Delta", "z", "a", "h", "s", "u", "net", "A", "Z", "\\Theta", "\\theta", "y", "o",
    "d",
    "dW", "db", "dz",
  ]

  /// The names in these formulas.
  init(_ formulas: [MathFormula]) {
    var survey = LayerNameSurvey()
    for formula in formulas { survey.collect(formula.nodes) }
    let names = survey.names(among: Self.words)
    guard names.count > 1 else { return }
    namedBelow = survey.namedBelow(names).intersection(Self.fellows)
    var below: [String: String] = [:]
    var computed: Set<String> = []
    let chains = formulas.flatMap { ChainReader.chains(of: $0) }.filter { $0.signs.first?.name == "=" }
    findOwners(chains, among: names)
    for chain in chains {
      guard let head = chain.members.first?.nodes.withoutBlanks, head.count == 1,
        let own = name(of: head[0]) ?? head[0].symbolName.flatMap({ owners[$0] }),
        names.contains(own), chain.members.count > 1, head[0].occurrence?.letter != "\\delta"
      else { continue }
      for member in chain.members.dropFirst() where !member.nodes.goesBackwards {
        computed.insert(own)
        let others = Set(allNames(in: member.nodes)).intersection(names).subtracting([own])
        guard let other = others.first, others.count == 1 else { continue }
        if let known = below[own], known != other { return }
        below[own] = other
      }
    }
    number(names, below, computed)
  }

  /// Finds the letters of what layers compute that carry no name themselves: the H of H = σ(Z_h).
  private mutating func findOwners(_ chains: [WrittenChain], among names: Set<String>) {
    for chain in chains {
      let head = chain.members[0].nodes.withoutBlanks
      guard head.count == 1, let letter = head[0].symbolName, chain.members.count > 1 else { continue }
      let value = chain.members[1].nodes.withoutBlanks
      guard value.count == 2, value[1].isRoundFence, !value.goesBackwards else { continue }
      let applied = Set(allNames(in: value)).intersection(names)
      if applied.count == 1 { owners[letter] = applied.first }
    }
  }

  /// Numbers the names from the lowest one, if they stand in one row.
  private mutating func number(_ names: Set<String>, _ below: [String: String], _ computed: Set<String>) {
    let tops = names.subtracting(below.values)
    guard tops.count == 1, let top = tops.first, below.count == names.count - 1 else { return }
    var row = [top]
    while let last = row.last, let next = below[last], !row.contains(next) { row.append(next) }
    guard row.count == names.count, let lowest = row.last else { return }
    let first = computed.contains(lowest) ? 1 : 0
    for (place, name) in row.reversed().enumerated() { numbers[name] = first + place }
  }

  /// The name that hangs on a letter, above it or, alone, below it.
  private func name(of node: MathNode) -> String? {
    guard case .scripts(let scripts) = node.kind, let base = scripts.base?.symbolName else { return nil }
    if let upper = scripts.upper, let name = LayerNameSurvey.nameAbove(upper.nodes) { return name }
    return namedBelow.contains(base) ? scripts.lower.flatMap { LayerNameSurvey.leadingName(of: $0.nodes)?.name } : nil
  }

  private func allNames(in nodes: [MathNode]) -> [String] {
    nodes.flatMap { node in
      name(of: node).map { [$0] } ?? node.symbolName.flatMap { owners[$0] }.map { [$0] } ?? allNames(in: node.children)
    }
  }

  // MARK: Numbering

  /// `formula` with numbers for names.
  func marked(_ formula: MathFormula) -> MathFormula {
    numbers.isEmpty ? formula : formula.replacingNodes(formula.nodes.map { marked($0) })
  }

  private func marked(_ node: MathNode) -> MathNode {
    guard case .scripts(var scripts) = node.kind, let base = scripts.base?.symbolName else {
      return node.mappingChildren { marked($0) }
    }
    if let upper = scripts.upper, let name = LayerNameSurvey.nameAbove(upper.nodes), let number = numbers[name] {
      let rest = upper.nodes.withoutBlanks.dropFirst(LayerNameSurvey.isBracketed(upper.nodes) ? 1 : upper.nodes.count)
      scripts.upper = MathRow([Self.layer(number, upper.range)] + rest, upper.range)
    } else if namedBelow.contains(base), let lower = scripts.lower,
      let leading = LayerNameSurvey.leadingName(of: lower.nodes), let number = numbers[leading.name]
    {
      scripts.lower = leading.rest.isEmpty ? nil : MathRow(leading.rest, lower.range)
      let rest = scripts.upper?.nodes ?? []
      scripts.upper = MathRow([Self.layer(number, lower.range)] + rest, lower.range)
    }
    return MathNode(.scripts(scripts), node.range)
  }

  /// (2), as it stands above a letter.
  private static func layer(_ number: Int, _ range: Range<Int>) -> MathNode {
    let digit = MathNode(.number(String(number)), range)
    let open = MathDelimiter("(", .open, range.lowerBound..<range.lowerBound)
    let close = MathDelimiter(")", .close, range.upperBound..<range.upperBound)
    return MathNode(.fence(MathFence(open: open, body: [digit], close: close)), range)
  }
}

/// Which names occur where layers may be named.
private struct LayerNameSurvey {
  /// The letters that carry each name above them, and below.
  private var above: [String: Set<String>] = [:]
  private var below: [String: Set<String>] = [:]
  /// What stands first below each letter where more follows: indices, pairs, or a name before indices.
  private var leadingNames: [String: Set<String>] = [:]
  /// The letters that number something, and those that are quantities by themselves.
  private var counters: Set<String> = []
  private var quantities: Set<String> = []

  mutating func collect(_ nodes: [MathNode]) {
    for node in nodes {
      guard case .scripts(let scripts) = node.kind, let base = scripts.base else {
        if let name = node.symbolName { quantities.insert(name) } else { collect(node.children) }
        continue
      }
      guard let letter = base.symbolName else {
        if case .largeOperator = base.kind {
          for item in scripts.lower?.nodes ?? [] { if let name = item.symbolName { counters.insert(name) } }
        } else {
          collect(node.children)
        }
        continue
      }
      if let name = scripts.upper.flatMap({ Self.nameAbove($0.nodes) }) { above[name, default: []].insert(letter) }
      guard let lower = scripts.lower?.nodes else { continue }
      if let name = Self.name(of: lower) {
        below[name, default: []].insert(letter)
      } else {
        let leading = Self.leadingName(of: lower)
        leadingNames[letter, default: []].insert(leading?.name ?? "")
        for node in leading?.rest ?? lower { if let name = node.symbolName { counters.insert(name) } }
      }
    }
  }

  /// The names of layers: those of `words` that stand above two letters, or below two of which one is a matrix, and count
  /// nothing.
  func names(among words: Set<String>) -> Set<String> {
    let upper = above.filter { words.contains($0.key) && $0.value.count > 1 }.keys
    if upper.count > 1 { return Set(upper) }
    let lower = below.filter { name, letters in
      words.contains(name) && letters.count > 1 && !counters.contains(name) && !quantities.contains(name)
        && letters.isDisjoint(with: indexed(besides: words)) && !letters.contains("x")
    }
    let isOnMatrix = lower.contains { !$0.value.isDisjoint(with: ["W", "\\Theta", "w"]) }
    return isOnMatrix ? Set(lower.keys) : []
  }

  /// The letters that carry one of `names` below, and nothing else.
  func namedBelow(_ names: Set<String>) -> Set<String> {
    let named = Set(names.flatMap { below[$0] ?? [] })
    // w_{oj} is a row or an entry of W_o.
    let entries = leadingNames.filter { letter, leading in
      leading.isSubset(of: names) && named.contains(letter.uppercased())
    }
    return named.union(entries.keys).subtracting(indexed(besides: names))
  }

  /// The letters below which something else stands than one of `names`, alone or before indices.
  private func indexed(besides names: Set<String>) -> Set<String> {
    Set(leadingNames.filter { !$0.value.isSubset(of: names) }.keys)
  }

  /// H of (H) and [H], hidden of (\text{hidden}).
  static func nameAbove(_ nodes: [MathNode]) -> String? {
    let visible = nodes.withoutBlanks
    if let first = visible.first, case .fence(let fence) = first.kind, isBracketed(nodes) {
      return name(of: fence.body)
    }
    return name(of: nodes)
  }

  static func isBracketed(_ nodes: [MathNode]) -> Bool {
    guard case .fence(let fence)? = nodes.withoutBlanks.first?.kind else { return false }
    return ["(", "["].contains(fence.open.name)
  }

  /// The name that stands first below a letter, alone or before index letters, o of δ_{oi}, and what follows it.
  static func leadingName(of nodes: [MathNode]) -> (name: String, rest: [MathNode])? {
    if let name = name(of: nodes) { return (name, []) }
    let items = nodes.subscriptItems.map(\.withoutBlanks)
    guard items.count > 1, items.allSatisfy({ $0.count == 1 }),
      let name = items[0][0].labelName ?? items[0][0].symbolName
    else { return nil }
    return (name, items.dropFirst().flatMap { $0 })
  }

  /// The word that nodes spell, in whatever type.
  static func name(of nodes: [MathNode]) -> String? {
    let visible = nodes.withoutBlanks
    guard let first = visible.first else { return nil }
    if visible.count == 1 { return first.labelName ?? first.symbolName }
    return MathNode.word(of: visible)
  }
}

extension [MathNode] {
  /// Whether they speak of errors: derivatives, slopes, transposed arrays.
  fileprivate var goesBackwards: Bool {
    contains { node in
      if node.differentials != nil { return true }
      if let occurrence = node.occurrence {
        return occurrence.isTransposed || occurrence.primes > 0 || occurrence.letter == "\\delta"
      }
      return node.children.goesBackwards
    }
  }
}
