import LaTeX

/// A chain of relations of a document with what is said about its indices on the same line.
struct WrittenStatement {
  /// Which formula of the document it stands in.
  var formula: Int
  /// The chain.
  var chain: WrittenChain
  /// The conditions on its indices: i = 1, …, n.
  var conditions: [WrittenChain]
  /// What the text around its formula says of two index letters: i ≠ j.
  var surrounding: [WrittenChain] = []
  /// The statement that it goes on from, if it begins with a sign.
  var previous: Int?
  /// Whether it is about the loss of one sample, where the loss is that of all: ∂J/∂θ = (h(x) − y) x.
  var isOfOneSample = false
  /// Whether the text before it says so: "For one example:".
  var isSaidOfOneSample = false
  /// Whether the text before it says in words when it holds: "When all units are active:".
  var hasWordedCondition = false
  /// The cases that the text before it says it to hold of: "For y = 1:", "For tanh:".
  var particularCases: ParticularCases = []
  /// What numbers the sample whose loss the loss is in it, where the text says so.
  var sampleOfLoss: String?
  /// Whether it stands in a line of text, and in no display.
  var isInline = false
  /// Whether its first member stands in the display before, alone.
  var beginsBefore = false
}

/// Finds the statements of a document's formulas.
enum StatementReader {
  /// The statements of `formulas`, in the order of reading; those with the numbers in `displays` stand apart from the text.
  static func statements(
    of formulas: [MathFormula], displays: Set<Int> = [], isIndex: (String) -> Bool
  ) -> [WrittenStatement] {
    var result: [WrittenStatement] = []
    var previous: Int?
    var head: [MathNode]?
    var headFormula = 0
    for (number, formula) in formulas.enumerated() {
      // What stands alone in a display is what the next display goes on from.
      if head != nil, !displays.contains(number) || !displays.contains(number - 1) { head = nil }
      let lines = ChainReader.lines(of: formula)
      let concludes = lines.contains { $0.contains { $0.connective?.name == "therefore" } }
      for line in lines {
        let hasEquation = line.contains { $0.signs.contains { $0.name == "=" } }
        func isCondition(_ chain: WrittenChain) -> Bool {
          chain.isCondition || isAssignment(chain, isIndex) || hasEquation && chain.isInequality
        }
        var conditions = line.filter(isCondition)
        let chains = line.filter { !isCondition($0) && $0.isRelation && !$0.isRenaming && !$0.isMap }
        if chains.isEmpty, let last = previous, result[last].formula == number {
          // A condition on a line of its own is about the line before.
          result[last].conditions += conditions
          conditions = []
        }
        // What stands alone on a line is what the next one goes on from, if that begins with a sign.
        let lone = line.count == 1 && !line[0].isRelation && line[0].connective == nil ? line[0].members[0].nodes : nil
        let before = (head: head, formula: headFormula)
        (head, headFormula) = (lone, number)
        var givesReasons = false
        for var chain in chains {
          var beginsBefore = false
          if let own = before.head, chain.continuesPrevious, !own.isEmpty, chain == chains.first {
            chain.members[0].nodes = own
            beginsBefore = before.formula != number
          }
          if let last = previous, result[last].chain.isOpen, result[last].formula >= number - 1 {
            if chain.continuesPrevious {
              result[last].chain.dropOpenEnd()
            } else if chain.connective == nil, result[last].formula == number {
              result[last].chain.close(with: chain)
              continue
            } else if chain.connective == nil,
              displays.isEmpty || displays.contains(number) && displays.contains(result[last].formula),
              let sign = result[last].chain.signs.last
            {
              // What one display leaves open the next one goes on with.
              result[last].chain.dropOpenEnd()
              chain.goOn(with: sign.name)
            }
          }
          if chain.isOpen, chain.signs.count == 1, chain.continuesPrevious { chain.dropOpenEnd() }
          guard chain.isRelation else { continue }
          result.append(
            WrittenStatement(
              formula: number, chain: chain, conditions: conditions,
              previous: chain.continuesPrevious ? previous : nil, beginsBefore: beginsBefore))
          // A reason given in between (∵) does not break a chain, unless a conclusion (∴) follows it; nor do several.
          let isReason = chain.connective?.name == "because" || givesReasons && chain.connective == nil
          givesReasons = isReason && chain != chains.first
          if !isReason || previous == nil || concludes { previous = result.count - 1 }
        }
      }
    }
    for number in result.indices where result[number].chain.isOpen { result[number].chain.dropOpenEnd() }
    return result
  }

  /// i = 1 for the one unit of a layer.
  private static func isAssignment(_ chain: WrittenChain, _ isIndex: (String) -> Bool) -> Bool {
    guard chain.signs.count == 1, chain.signs[0].name == "=" || chain.signs[0].name == "ne",
      chain.members[0].nodes.count == 1, let name = chain.members[0].nodes[0].symbolName,
      LayerContent(chain.members[1].nodes) != nil
    else { return false }
    return isIndex(name)
  }
}

extension WrittenChain {
  /// a < b, a < b ≤ c: beside an equation it says where that holds.
  fileprivate var isInequality: Bool {
    !signs.isEmpty && !continuesPrevious && signs.allSatisfy { ["<", ">", "le", "ge"].contains($0.name) }
  }

  /// l → l + 1, j ↔ k: which letters were exchanged on the way to what stands beside it; x → h → y: what is computed from
  /// what.
  fileprivate var isRenaming: Bool {
    !signs.isEmpty && !continuesPrevious
      && signs.allSatisfy { ["to", "rightarrow", "longrightarrow", "leftrightarrow", "mapsto"].contains($0.name) }
      && members.allSatisfy { LayerContent($0.nodes) != nil || $0.nodes.withoutBlanks.count == 1 }
  }

  /// f: X ↦ X W, f: ℝ^m → ℝ: from where to where a function leads.
  fileprivate var isMap: Bool {
    signs.count == 1 && ["to", "rightarrow", "longrightarrow", "mapsto"].contains(signs[0].name)
      && members[0].nodes.contains { $0.kind == .punctuation(":") || $0.relationName == ":" }
  }

  /// Takes away a sign that nothing follows.
  mutating func dropOpenEnd() {
    guard isOpen else { return }
    signs.removeLast()
    members.removeLast()
  }

  /// Puts a sign in front, so that the chain goes on from the one before it.
  fileprivate mutating func goOn(with sign: String) {
    let start = members[0].range?.lowerBound ?? 0
    members.insert(Member(nodes: []), at: 0)
    signs.insert(Sign(name: sign, range: start..<start + 1), at: 0)
  }

  /// Puts what another chain says behind the open end.
  fileprivate mutating func close(with other: WrittenChain) {
    members.removeLast()
    members += other.members
    signs += other.signs
    list = other.list
  }
}
