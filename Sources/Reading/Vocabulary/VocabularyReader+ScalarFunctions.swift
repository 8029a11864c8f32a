import LaTeX

/// Functions of a whole vector whose values are numbers: f(w) = ½(wᵀx − y)², F(x) = xᵀAx beside ∇F(x).
///
/// They are no functions that are applied entry by entry, but quantities that are written with what they depend on, as a
/// loss L(w) is.
extension VocabularyReader {
  private static let parameters: Set<String> = ["w", "W", "\\theta", "\\Theta", "\\beta", "\\omega"]

  /// The letters of such functions, which a line defines with one letter in brackets. Where nothing on the right tells that
  /// the value is a number, all brackets behind them hold that letter.
  static func scalarFunctions(_ survey: Survey, _ statements: [WrittenStatement]) -> Set<String> {
    var arguments: [String: Set<String>] = [:]
    var gradients: Set<String> = []
    func visit(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        let next = visible.indices.contains(place + 1) ? visible[place + 1] : nil
        if node.nabla != nil || node.kind == .symbol("nabla"), let letter = next?.symbolName {
          gradients.insert(letter)
        }
        if let letter = node.occurrence?.letter, let next, next.isRoundFence {
          arguments[letter, default: []].insert(next.loneArgument ?? "")
        }
        visit(node.children)
      }
    }
    for statement in statements { for member in statement.chain.members { visit(member.nodes) } }
    var result: Set<String> = []
    for statement in statements where ["=", ":="].contains(statement.chain.signs.first?.name) {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 2, let letter = head[0].symbolName, functionLetters.contains(letter),
        !lossLetters.contains(letter), let argument = head[1].loneArgument
      else { continue }
      let usage = survey[letter]
      let isPlain =
        usage.subscriptCounts[0] == usage.count && usage.bare.isEmpty && usage.bracketed.isEmpty && usage.primes == 0
      let value = statement.chain.members[1].nodes
      let isOfVector = turns(argument, in: value) || addsUpEntries(of: argument, value)
      // Other values of such a function are no function of entries, either.
      guard arguments[letter] == [argument] || isOfVector else { continue }
      let isTrace = ["tr", "Tr", "trace"].contains(value.withoutBlanks.first?.word)
      guard isPlain, isTrace || parameters.contains(argument) || argument.first?.isLowercase == true else { continue }
      if isTrace || gradients.contains(letter) || isOfVector { result.insert(letter) }
    }
    return result
  }

  /// Whether all entries of x are added up somewhere, and x stands nowhere without its index: log Σ_i e^{x_i}.
  private static func addsUpEntries(of letter: String, _ nodes: [MathNode]) -> Bool {
    var names: Set<String> = []
    var summed: Set<String> = []
    var isEntry = true
    func visit(_ nodes: [MathNode]) {
      for node in nodes {
        if let name = node.summation?.lower?.nodes.withoutBlanks.first?.symbolName { summed.insert(name) }
        if let occurrence = node.occurrence, occurrence.letter == letter {
          let items = occurrence.subscripts
          let name = items.count == 1 && items[0].count == 1 ? items[0][0].symbolName : nil
          if let name { names.insert(name) } else { isEntry = false }
        } else {
          visit(node.children)
        }
      }
    }
    visit(nodes)
    return isEntry && !names.isEmpty && names.isSubset(of: summed)
  }

  /// What ∇f is taken by: the one argument that lines say f to have.
  static func gradientVariables(_ statements: [WrittenStatement]) -> [String: MathNode] {
    var found: [String: [MathNode]] = [:]
    for statement in statements where ["=", ":="].contains(statement.chain.signs.first?.name) {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 2, let letter = head[0].symbolName, head[1].loneArgument != nil else {
        continue
      }
      found[letter, default: []] += head[1].children.withoutBlanks
    }
    return found.compactMapValues { arguments in
      Set(arguments.map(\.symbolName)).count == 1 ? arguments[0] : nil
    }
  }

  /// Whether something is transposed, squared as a norm, or multiplied as ⟨a, b⟩, that holds a letter: the whole is a number.
  private static func turns(_ letter: String, in nodes: [MathNode]) -> Bool {
    func holds(_ nodes: [MathNode]) -> Bool {
      nodes.contains { $0.occurrence?.letter == letter || $0.occurrence == nil && holds($0.children) }
    }
    return nodes.contains { node in
      if let occurrence = node.occurrence { return occurrence.letter == letter && occurrence.isTransposed }
      if case .fence(let fence) = node.kind, ["‖", "langle"].contains(fence.open.name), holds(fence.body) {
        return true
      }
      return turns(letter, in: node.children)
    }
  }
}

extension MathNode {
  /// w of (w).
  fileprivate var loneArgument: String? {
    guard isRoundFence, children.withoutBlanks.count == 1 else { return nil }
    return children.withoutBlanks[0].symbolName
  }
}
