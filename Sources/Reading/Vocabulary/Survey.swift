import LaTeX

/// How every letter of some notes is used, counted before anything is understood.
struct Survey {
  /// The use of one letter.
  struct Usage {
    /// How often it occurs.
    var count = 0
    /// How often with 0, 1, 2, … subscripts.
    var subscriptCounts: [Int: Int] = [:]
    /// What stands in brackets above it.
    var bracketed: [LayerContent: Int] = [:]
    /// Whether square brackets stand above it.
    var hasSquareBrackets = false
    /// What stands above it without brackets.
    var bare: [LayerContent: Int] = [:]
    /// What stands below it where one subscript does.
    var single: [LayerContent: Int] = [:]
    /// What stands first below it where several do.
    var leading: [LayerContent: Int] = [:]
    /// What stands below it where two do, as letters.
    var pairCounts: [[String]: Int] = [:]
    /// The letters that stand below it where several things do: the i of z_{2,i}.
    var indices: Set<String> = []
    /// How often a round bracket follows.
    var applications = 0
    /// How often it has a prime.
    var primes = 0
    /// How often it is transposed.
    var transposed = 0
    /// How often it is what is differentiated.
    var differentiated = 0
    /// How often something is differentiated by it.
    var variables = 0
    /// How often it is a formula by itself: "where σ is …".
    var mentions = 0
    /// How often it stands in bold type.
    var bold = 0

    /// The pairs of letters that stand below it.
    var pairs: Set<[String]> { Set(pairCounts.keys) }

    /// How often one number stands below it that is two digits: the 12 of x_{12}, beside x_{ij}.
    var gluedCount: Int {
      pairs.isEmpty
        ? 0 : single.filter { $0.key.letter == nil && (11...99).contains($0.key.offset) }.values.reduce(0, +)
    }

    /// How often it has two subscripts, glued ones included.
    var pairCount: Int { subscriptCounts[2, default: 0] + gluedCount }
  }

  private(set) var usages: [String: Usage] = [:]
  /// Whether products are written that only arrays have: ⊙, ⟨a, b⟩, a transposition, a matrix as an outer product.
  private(set) var hasArrayProducts = false
  /// The contents of superscripts that are a letter plus or minus a number: l + 1 says that l numbers layers.
  private(set) var shiftedLetters: Set<String> = []
  /// Those of them that stand before other subscripts.
  private(set) var leadingShifts: Set<String> = []

  /// The letters that number samples beside layers: the x of z^{x,l}.
  private(set) var samples: Set<String> = []

  /// How often a letter is all that stands in the brackets behind another one: y(n).
  private var arguments: [String: Int] = [:]

  /// The letters that number time steps in brackets and stand nowhere else.
  var timeLetters: Set<String> {
    Set(["t", "n", "k", "\\tau"].filter { arguments[$0, default: 0] > 2 && arguments[$0] == self[$0].count })
  }
  /// The letters that a number is added to in one of several subscripts: the l of a_{l-1,j}.
  private(set) var shiftedItems: Set<String> = []

  /// Whether a letter by itself, and with a number subtracted, stands below others: the t of h_t and h_{t−1}.
  func numbersSteps(_ letter: String) -> Bool {
    usages.values.contains { usage in
      [0, -1].allSatisfy { usage.single[LayerContent(letter: letter, offset: $0)] != nil }
    }
  }

  /// The use of `letter`.
  subscript(letter: String) -> Usage { usages[letter] ?? Usage() }

  /// Takes in a formula.
  mutating func add(_ formula: MathFormula) {
    add(formula.nodes)
    let visible = formula.nodes.withoutBlanks
    if visible.count == 1, let occurrence = visible[0].occurrence {
      usages[occurrence.letter, default: Usage()].mentions += 1
    }
  }

  /// Takes in a part of a formula.
  private mutating func add(_ nodes: [MathNode]) {
    for (place, node) in nodes.enumerated() {
      if let occurrence = node.occurrence {
        let next = nodes[(place + 1)...].first { !$0.isBlank }
        add(occurrence, isBold: node.isBold, isApplied: next?.isRoundFence == true)
        if let next, case .fence(let fence) = next.kind, fence.open.name == "(",
          let time = LayerContent(fence.body)?.letter
        {
          arguments[time, default: 0] += 1
        }
        addScripts(of: node)
        add(node.exponent)
        continue
      }
      if node.summation != nil {
        addScripts(of: node)
        continue
      }
      if case .fraction(let fraction) = node.kind { addDerivative(fraction) }
      if let (above, _) = node.differentials, above.rest.isEmpty,
        let operand = nodes[(place + 1)...].first(where: { !$0.isBlank })?.occurrence
      {
        usages[operand.letter, default: Usage()].differentiated += 1
      }
      addGradient(node, before: nodes[(place + 1)...])
      if case .operation(let sign) = node.kind, ["odot", "circ"].contains(sign) { hasArrayProducts = true }
      if case .scripts(let scripts) = node.kind, let upper = scripts.upper, upper.nodes.count == 1,
        upper.nodes[0].isTransposeSign
      {
        hasArrayProducts = true
      }
      if case .fence(let fence) = node.kind, fence.isOfArrays { hasArrayProducts = true }
      // The x of ∇_x is what is differentiated by, and not what ∇ is applied to.
      add(node.nabla ?? node.children)
    }
  }

  /// What stands in the scripts of a letter: bounds and indices are no use of a quantity, but shifts are worth knowing.
  private mutating func addScripts(of node: MathNode) {
    guard case .scripts(let scripts) = node.kind else { return }
    for row in [scripts.lower, scripts.upper] {
      for item in row?.nodes ?? [] {
        if case .fence(let fence) = item.kind, let content = LayerContent(fence.body) { noteShift(content) }
      }
      if let row, let content = LayerContent(row.nodes) { noteShift(content) }
      // z_{l-1,i} numbers layers as z_{l-1} does.
      if let items = row?.nodes.subscriptItems, items.count > 1, let content = LayerContent(items[0]) {
        noteLeading(content)
      }
      for item in row?.nodes.subscriptItems ?? [] {
        if let content = LayerContent(item), let letter = content.letter, content.offset != 0 {
          shiftedItems.insert(letter)
        }
      }
    }
  }

  private mutating func noteLeading(_ content: LayerContent) {
    if let letter = content.letter, content.offset != 0 { leadingShifts.insert(letter) }
  }

  private mutating func noteShift(_ content: LayerContent) {
    if let letter = content.letter, content.offset != 0 { shiftedLetters.insert(letter) }
  }

  private mutating func add(_ occurrence: Occurrence, isBold: Bool, isApplied: Bool) {
    var usage = self[occurrence.letter]
    usage.count += 1
    usage.subscriptCounts[occurrence.subscripts.count, default: 0] += 1
    switch occurrence.superscript {
    case .bracketed(let nodes, let isSquare):
      if let content = LayerContent(nodes) { usage.bracketed[content, default: 0] += 1 }
      if isSquare { usage.hasSquareBrackets = true }
    case .bare(let nodes):
      if let content = LayerContent(nodes) { usage.bare[content, default: 0] += 1 }
    case nil: break
    }
    if let sample = occurrence.sample, let name = LayerContent(sample)?.letter { samples.insert(name) }
    if occurrence.subscripts.count > 1, let content = LayerContent(occurrence.subscripts[0]) {
      usage.leading[content, default: 0] += 1
    }
    if occurrence.subscripts.count > 1 {
      for item in occurrence.subscripts where item.count == 1 {
        if let name = item[0].symbolName { usage.indices.insert(name) }
      }
    }
    if occurrence.subscripts.count == 1, let content = LayerContent(occurrence.subscripts[0]) {
      usage.single[content, default: 0] += 1
    } else if occurrence.subscripts.count == 2 {
      let names = occurrence.subscripts.compactMap { $0.count == 1 ? $0[0].symbolName : nil }
      if names.count == 2 { usage.pairCounts[names, default: 0] += 1 }
    }
    if isApplied { usage.applications += 1 }
    usage.primes += min(occurrence.primes, 1)
    if occurrence.isTransposed {
      usage.transposed += 1
      hasArrayProducts = true
    }
    if isBold { usage.bold += 1 }
    usages[occurrence.letter] = usage
  }

  /// ∇E and ∇_w E.
  private mutating func addGradient(_ node: MathNode, before rest: ArraySlice<MathNode>) {
    guard node.kind == .symbol("nabla") || node.nabla != nil else { return }
    // Of ∇_x aᵀx the letter is only a part.
    if let operand = rest.first(where: { !$0.isBlank })?.occurrence, !operand.isTransposed {
      usages[operand.letter, default: Usage()].differentiated += 1
    }
    if let variable = node.nabla?.withoutBlanks.first?.occurrence {
      usages[variable.letter, default: Usage()].variables += 1
    }
  }

  private mutating func addDerivative(_ fraction: MathFraction) {
    guard let above = fraction.numerator.nodes.differential?.rest,
      let below = fraction.denominator.nodes.differential?.rest
    else { return }
    if let occurrence = above.first?.occurrence { usages[occurrence.letter, default: Usage()].differentiated += 1 }
    if let occurrence = below.first?.occurrence { usages[occurrence.letter, default: Usage()].variables += 1 }
  }
}

extension MathNode {
  /// Whether the letter stands in bold type.
  var isBold: Bool {
    switch kind {
    case .styled(.bold, _): true
    case .scripts(let scripts): scripts.base?.isBold ?? false
    case .group(let row): row.nodes.count == 1 && row.nodes[0].isBold
    case .accented(_, let row): row.nodes.count == 1 && row.nodes[0].isBold
    default: false
    }
  }

  /// (…).
  var isRoundFence: Bool {
    if case .fence(let fence) = kind { fence.open.name == "(" } else { false }
  }
}

extension MathFence {
  /// ⟨a, b⟩, and the norm of a capital letter times another one, ‖Xw − y‖.
  fileprivate var isOfArrays: Bool {
    if open.name == "langle" { return body.contains(where: \.isPunctuation) }
    guard open.name == "‖" else { return false }
    let visible = body.withoutBlanks
    return zip(visible, visible.dropFirst()).contains { node, next in
      guard let name = node.symbolName, name.count == 1, name.first?.isUppercase == true else { return false }
      return next.symbolName != nil
    }
  }
}
