import LaTeX

/// Layers whose number is left out at one letter although the others carry theirs: the h of h = σ(z_1), z_2 = W_2 h + b_2 is
/// h_1, and where δ_3 = ŷ − y stands beside z_1, z_2 and nothing above, errors are numbered one higher than what they are of.
struct UnnumberedLayers {
  /// The number that a letter without one has, as what hangs on the pre-activation.
  private var labels: [String: Label] = [:]
  /// Whether δ_{l+1} is the error of layer l.
  private var errorsAreShifted = false

  /// A number below or above a letter, and how it is written.
  private struct Label {
    var number: Int
    var row: MathRow
    var isBelow: Bool
  }

  private static let weights: Set<String> = ["W", "w", "\\Theta", "\\theta"]
  private static let sums: Set<String> = ["z", "s", "u", "net", "Z", "S"]
  /// What a network computes in the end, and what it is given, carry no number by custom.
  private static let ends: Set<String> = [
    "x", "y", "t", "X", "Y", "T", "\\hat{y}", "\\hat{Y}", "L", "E", "J", "C", "d", "e",
  ]

  init(_ formulas: [MathFormula]) {
    let chains = formulas.flatMap { ChainReader.chains(of: $0) }
    findHidden(chains, formulas)
    findErrors(formulas)
  }

  // MARK: Activations

  private mutating func findHidden(_ chains: [WrittenChain], _ formulas: [MathFormula]) {
    var found: [String: Label] = [:]
    var doubtful: Set<String> = []
    for chain in chains where chain.signs.first?.name == "=" {
      let members = chain.members.map { $0.nodes.withoutBlanks }
      for (head, value) in zip(members, members.dropFirst()) {
        guard head.count == 1, let name = head[0].nameOfQuantity, !Self.ends.contains(name),
          let label = Self.label(ofApplied: value), head[0].symbolName != nil || !label.isBelow
        else { continue }
        if let known = found[name], known.number != label.number { doubtful.insert(name) }
        found[name] = label
      }
    }
    // s_{ik} has a sample and a unit, and no layer: the weights are no others' than those of their line.
    if found.isEmpty || formulas.contains(where: { Self.holdsEntry($0.nodes) }) { return }
    for (name, label) in found where !doubtful.contains(name) {
      // What the last layer computes has no number by custom, unless it is called as hidden layers are.
      let isLast =
        ["h", "a", "H", "A"].contains(name) && !formulas.contains { Self.holdsWeight(above: label.number, $0.nodes) }
      guard isLast || formulas.contains(where: { Self.feeds(name, label, $0.nodes) }),
        !formulas.contains(where: { Self.carriesNumber(name, label, $0.nodes) })
      else { continue }
      labels[name] = label
    }
  }

  /// Whether weights of a layer above one stand somewhere, or of a layer with a letter.
  private static func holdsWeight(above number: Int, _ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, weights.contains(name) {
        return label(of: node, weights).map { $0.number > number } ?? true
      }
      return holdsWeight(above: number, node.children)
    }
  }

  /// Whether a pre-activation stands somewhere with two letters below it and nothing else.
  private static func holdsEntry(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, sums.contains(name),
        scripts.upper == nil, let items = scripts.lower?.nodes.subscriptItems, items.count == 2
      {
        return items.allSatisfy { LayerContent($0)?.isPlainLetter == true }
      }
      return holdsEntry(node.children)
    }
  }

  /// The number in f(z_1) and f(W_1 x + b_1).
  private static func label(ofApplied nodes: [MathNode]) -> Label? {
    guard nodes.count == 2, nodes[0].occurrence != nil || nodes[0].isFunctionSign || nodes[0].word != nil,
      case .fence(let fence) = nodes[1].kind, fence.open.name == "("
    else { return nil }
    let body = fence.body.withoutBlanks
    // max(0, z_1) is about z_1.
    let arguments = body.split(whereSeparator: \.isPunctuation).filter { $0.count == 1 && $0.first?.wholeNumber == nil }
    if body.count == 1 || body.contains(where: \.isPunctuation), arguments.count == 1, let argument = arguments[0].first
    {
      return label(of: argument, sums)
    }
    return body.lazy.compactMap { label(of: $0, weights) }.first
  }

  private static func label(of node: MathNode, _ letters: Set<String>) -> Label? {
    guard case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName, letters.contains(name),
      scripts.primes.isEmpty
    else { return nil }
    if let lower = scripts.lower, scripts.upper == nil, let content = LayerContent(lower.nodes), content.letter == nil {
      return Label(number: content.offset, row: lower, isBelow: true)
    }
    // Beside a layer above, units may be numbered below.
    if let upper = scripts.upper, scripts.lower.map({ $0.nodes.indexLetters != nil }) ?? true,
      let node = upper.nodes.withoutBlanks.first, node.isFence,
      upper.nodes.withoutBlanks.count == 1, let content = LayerContent(upper.nodes), content.letter == nil
    {
      return Label(number: content.offset, row: upper, isBelow: false)
    }
    return nil
  }

  /// Whether the weights of the next layer are multiplied with the letter.
  private static func feeds(_ name: String, _ own: Label, _ nodes: [MathNode]) -> Bool {
    let visible = nodes.withoutBlanks.filter { $0.kind != .operation("cdot") && $0.kind != .operation("*") }
    func isNext(_ node: MathNode) -> Bool { label(of: node, weights).map { $0.number == own.number + 1 } ?? false }
    for (node, next) in zip(visible, visible.dropFirst()) {
      if isNext(node), next.nameOfQuantity == name { return true }
      if node.nameOfQuantity == name, isNext(next) { return true }
    }
    return visible.contains { feeds(name, own, $0.children) }
  }

  /// Whether something but a transposition or a square hangs on the letter somewhere.
  private static func carriesNumber(_ name: String, _ label: Label, _ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      if case .scripts(let scripts) = node.kind, scripts.base?.symbolName == name {
        let upper = scripts.upper?.nodes.withoutBlanks ?? []
        // A power hangs on it, too: 1 − h².
        let isOther = upper.contains { !$0.isTransposeSign && $0.wholeNumber != 2 }
        let isNumbered = scripts.lower.map { label.isBelow || $0.nodes.indexLetters == nil } ?? false
        return isNumbered || isOther
      }
      return carriesNumber(name, label, node.children)
    }
  }

  // MARK: Errors

  private mutating func findErrors(_ formulas: [MathFormula]) {
    var numbers: [String: Set<Int>] = [:]
    var hasLetters = false
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        guard case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName else {
          visit(node.children)
          continue
        }
        let kind =
          name == "\\delta" ? "delta" : Self.weights.contains(name) ? "weight" : Self.sums.contains(name) ? "sum" : nil
        guard let kind, let lower = scripts.lower else { continue }
        if let content = LayerContent(lower.nodes), content.letter == nil {
          numbers[kind, default: []].insert(content.offset)
        } else if kind == "delta" {
          hasLetters = true
        }
      }
    }
    for formula in formulas { visit(formula.nodes) }
    guard !hasLetters, let errors = numbers["delta"], let sums = numbers["sum"], let last = sums.max(),
      numbers["weight"]?.max() == last, errors.max() == last + 1, let first = errors.min(), first > (sums.min() ?? 0)
    else { return }
    errorsAreShifted = true
  }

  // MARK: Marking

  /// `formula` with the numbers.
  func marked(_ formula: MathFormula) -> MathFormula {
    labels.isEmpty && !errorsAreShifted ? formula : formula.replacingNodes(marked(formula.nodes))
  }

  private func marked(_ nodes: [MathNode]) -> [MathNode] {
    nodes.map { node in
      if let name = node.symbolName, let label = labels[name] {
        return Self.node(MathScripts(base: node), with: label, node.range)
      }
      if case .scripts(let scripts) = node.kind, let name = scripts.base?.symbolName {
        if let label = labels[name] { return Self.node(scripts, with: label, node.range) }
        if errorsAreShifted, name == "\\delta" { return Self.lowered(scripts, node) }
      }
      return node.isSpeltOut ? node : node.mappingRows(marked)
    }
  }

  private static func node(_ scripts: MathScripts, with label: Label, _ range: Range<Int>) -> MathNode {
    var scripts = scripts
    let end = range.upperBound..<range.upperBound
    if label.isBelow {
      scripts.lower = MathRow(label.row.nodes, end)
    } else {
      scripts.upper = MathRow(label.row.nodes + (scripts.upper?.nodes ?? []), end)
    }
    return MathNode(.scripts(scripts), range)
  }

  /// δ_3 as δ_2.
  private static func lowered(_ scripts: MathScripts, _ node: MathNode) -> MathNode {
    guard let lower = scripts.lower, let number = LayerContent(lower.nodes)?.offset else { return node }
    var scripts = scripts
    scripts.lower = MathRow([MathNode(.number(String(number - 1)), lower.range)], lower.range)
    return MathNode(.scripts(scripts), node.range)
  }
}

extension MathNode {
  /// h of h and of h_j.
  fileprivate var nameOfQuantity: String? {
    if let symbolName { return symbolName }
    guard case .scripts(let scripts) = kind, scripts.upper == nil, scripts.primes.isEmpty,
      scripts.lower?.nodes.indexLetters != nil
    else { return nil }
    return scripts.base?.symbolName
  }
}
