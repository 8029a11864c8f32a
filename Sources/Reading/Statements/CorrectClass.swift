import LaTeX

/// The loss of a sample of one class, which the text names: "Let k be the correct class", L = −y_k log p_k = −log p_k.
///
/// It is another function of the outputs than −Σ_i y_i log p_i is: for each k one. So where k stands, the loss is written
/// as one that has an index, and y_k as 1.
struct CorrectClass: NotationMark {
  /// The letter of the class; nil where the text names none.
  private let letter: String?
  /// The first formula that is about this class.
  private var start = 0
  private var losses: Set<String> = []
  private var targets: Set<String> = []

  private static let lossLetters: Set<String> = ["L", "\\mathcal{L}", "\\ell", "E", "J", "C", "H", "\\mathcal{J}"]

  /// The class of which `document` speaks; `formulas` are its formulas, parsed.
  init(in document: Document, _ formulas: [MathFormula]) {
    let text = ClassText(document, formulas)
    letter = text.correct?.letter
    guard let correct = text.correct else { return }
    start = correct.formula
    var heads: Set<String> = []
    var logged: Set<String> = []
    var applied: Set<String> = []
    for formula in formulas {
      for chain in ChainReader.chains(of: formula) where chain.isRelation {
        let head = chain.members[0].nodes.withoutBlanks
        if head.count == 1, let name = head[0].symbolName { heads.insert(name) }
      }
      Self.collect(formula.nodes, &logged, &applied)
    }
    losses = Self.lossLetters.intersection(heads).subtracting(applied)
    targets = Set(["y", "t"]).subtracting(logged)
  }

  /// Collects what logarithms are taken of, and what stands before round brackets.
  private static func collect(_ nodes: [MathNode], _ logged: inout Set<String>, _ applied: inout Set<String>) {
    let visible = nodes.withoutBlanks
    for (place, node) in visible.enumerated() {
      if place + 1 < visible.count {
        let next = visible[place + 1]
        if node.isLogarithm { logged.formUnion(next.letters) }
        if next.isRoundFence, let name = node.symbolName { applied.insert(name) }
      }
      collect(node.children, &logged, &applied)
    }
  }

  /// `formula`, which is the one with this number, with the loss of class k for the loss, and with 1 for y_k.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula {
    guard let letter, number >= start, formula.nodes.mention(letter), !formula.nodes.bind(letter)
    else { return formula }
    return formula.replacingNodes(
      formula.nodes.enumerated().map { place, node in
        // y_k = 1 says so itself.
        isTarget(node, letter) && place == 0 ? node : marked(node, letter)
      })
  }

  private func marked(_ node: MathNode, _ letter: String) -> MathNode {
    if isTarget(node, letter) {
      return MathNode(.group(MathRow([MathNode(.number("1"), node.range)], node.range)), node.range)
    }
    if let name = node.symbolName, losses.contains(name) {
      let base = MathNode(.letter(name.plainName + "ₖ"), node.range)
      let index = MathRow([MathNode(.letter(letter.plainName), node.range)], node.range)
      return MathNode(.scripts(MathScripts(base: base, lower: index)), node.range)
    }
    if case .scripts(let scripts) = node.kind, scripts.base?.symbolName != nil { return node }
    return node.mappingChildren { marked($0, letter) }
  }

  private func isTarget(_ node: MathNode, _ letter: String) -> Bool {
    guard case .scripts(let scripts) = node.kind, scripts.upper == nil, scripts.primes.isEmpty,
      let name = scripts.base?.symbolName, targets.contains(name), let lower = scripts.lower?.nodes.withoutBlanks
    else { return false }
    return lower.count == 1 && lower[0].symbolName == letter
  }
}

extension MathNode {
  /// log, ln.
  fileprivate var isLogarithm: Bool {
    if case .function(let name) = kind { return name == "log" || name == "ln" }
    return symbolName == "log" || symbolName == "ln"
  }

  /// All letters in it, without what hangs on them.
  fileprivate var letters: Set<String> {
    if let occurrence { return [occurrence.letter] }
    return children.reduce(into: []) { $0.formUnion($1.letters) }
  }
}

extension [MathNode] {
  /// Whether the letter stands among them, at any depth.
  fileprivate func mention(_ letter: String) -> Bool {
    contains { $0.symbolName == letter || $0.children.mention(letter) }
  }

  /// Whether a sum runs over the letter.
  fileprivate func bind(_ letter: String) -> Bool {
    contains { node in
      if case .scripts(let scripts) = node.kind, case .largeOperator = scripts.base?.kind,
        scripts.lower?.nodes.withoutBlanks.first?.symbolName == letter
      {
        return true
      }
      return node.children.bind(letter)
    }
  }
}
