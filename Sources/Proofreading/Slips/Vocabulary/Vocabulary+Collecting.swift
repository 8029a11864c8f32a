import LaTeX
import Reading

extension Vocabulary {
  /// Takes in what `nodes` of `formula` have that is new.
  mutating func add(_ nodes: [MathNode], of formula: MathFormula) {
    for row in ProductReader.rows(of: nodes) { add(row, of: formula) }
    let inventory = SymbolInventory(nodes)
    for symbol in inventory.symbols { note(symbol, of: formula) }
    for application in inventory.applications { add(application, of: formula) }
    for sum in inventory.sums { add(sum, of: formula) }
    for brace in ChainReader.braces(in: nodes) {
      guard case .brace(let brace) = brace.kind, let note = brace.note else { continue }
      add(note.nodes, of: formula)
    }
  }

  /// Takes in a member of a chain as a summand of the next one.
  mutating func add(term nodes: [MathNode], of formula: MathFormula) {
    guard let factors = ProductReader.factors(of: nodes), let first = factors.first, let last = factors.last else {
      return
    }
    insert("+ " + formula.latex(in: first.range.lowerBound..<last.range.upperBound), \.terms)
  }

  /// One more value of an index, i = 1, 2, 3: a size.
  mutating func add(listed nodes: [MathNode], of formula: MathFormula) {
    guard nodes.count == 1 else { return }
    switch nodes[0].kind {
    case .number, .letter, .scripts: insert(formula.latex(of: nodes[0]), \.uppers)
    default: return
    }
  }

  /// a = f(z) tells which letter is the output of which.
  mutating func addDefinitions(_ chain: WrittenChain, of formula: MathFormula) {
    for (left, right) in zip(chain.members, chain.members.dropFirst()) {
      if right.nodes.count == 1, case .number = right.nodes[0].kind { addWidth(left.nodes, of: formula) }
      guard left.nodes.count == 1, let output = WrittenSymbol(left.nodes[0], false),
        let factors = ProductReader.factors(of: right.nodes), factors.count == 1, factors[0].form == .application,
        factors[0].nodes[0].primes.isEmpty
      else { continue }
      let inner = SymbolInventory([factors[0].nodes[1]]).symbols
      guard inner.count == 1, inner[0].key != output.key else { continue }
      let pair = (output: output.key, input: inner[0].key)
      if !outputsAndInputs.contains(where: { $0 == pair }) { outputsAndInputs.append(pair) }
    }
  }

  /// n_3 = 3 and Σ to n_l tell the letter of widths.
  private mutating func addWidth(_ nodes: [MathNode], of formula: MathFormula) {
    guard nodes.count == 1, let symbol = WrittenSymbol(nodes[0], false), symbol.upper == nil, symbol.lowerLayer != nil
    else {
      return
    }
    insert(formula.latex(of: symbol.base), \.widthLetters)
  }

  private mutating func add(_ row: ProductRow, of formula: MathFormula) {
    for term in row.terms {
      for (place, factor) in term.factors.enumerated() {
        add(factor, of: formula)
        if place > 0, !term.factors[place - 1].isPrefix { add(link: factor.link, of: formula) }
      }
      for (first, second) in zip(term.factors, term.factors.dropFirst()) where Side.isOutputSlope(first, second) {
        insert(formula.latex(in: first.range.lowerBound..<second.range.upperBound), \.slopes)
      }
      if row.terms.count > 1 {
        let sign = term.sign.map { formula.latex(in: $0.range) } ?? "+"
        insert(sign + " " + formula.latex(in: term.body), \.terms)
      }
    }
    if row.terms.count == 2, row.terms[1].isNegative, row.terms[0].sign == nil { addDifference(row) }
  }

  private mutating func add(link: WrittenSign?, of formula: MathFormula) {
    guard let link else { return note(link: "", "") }
    let latex = formula.latex(in: link.range)
    switch link.name {
    case "cdot", "times", "*": note(link: link.name, latex)
    case "odot", "circ", "otimes", "bullet", ".*": if hadamard == nil { hadamard = latex }
    default: return
    }
  }

  private mutating func add(_ factor: ProductFactor, of formula: MathFormula) {
    switch factor.form {
    case .sum, .other: return
    case .derivative:
      if let head = factor.nodes[0].derivative?.numerator, head.count == 1, head[0].isLetter {
        insert(formula.latex(of: head[0]), \.heads)
      }
    default: break
    }
    insert(Factor(factor, formula))
  }

  private mutating func addDifference(_ row: ProductRow) {
    let (first, second) = (row.terms[0].factors, row.terms[1].factors)
    guard second.count == 1, let inner = second[0].nodes.last else { return }
    if first.count == 1, first[0].nodes[0].kind == .number("1") {
      complemented.insert(inner.nucleus.sExpression)
    } else if first.count == 1, first[0].form == .symbol, second[0].form == .symbol {
      let pair = (first: first[0].nodes[0].nucleus.sExpression, second: inner.nucleus.sExpression)
      if pair.first != pair.second, !differences.contains(where: { $0 == pair }) { differences.append(pair) }
    }
  }

  private mutating func add(_ application: WrittenApplication, of formula: MathFormula) {
    let sign = formula.latex(of: application.sign)
    if application.primes.isEmpty { insert(sign, \.plainSigns) } else { insert(sign, \.primedSigns) }
    if application.argument.factorIsFence { insert(formula.latex(of: application.argument), \.arguments) }
  }

  private mutating func add(_ sum: WrittenSum, of formula: MathFormula) {
    let start = sum.node.range.lowerBound
    let place = sum.index.map { ($0.range.lowerBound - start)..<($0.range.upperBound - start) }
    insert(
      Sum(
        latex: formula.latex(of: sum.node), index: sum.index.map { formula.latex(of: $0) } ?? "",
        indexPlaces: place.map { [$0] } ?? []), \.sums)
    guard let upper = sum.scripts.upper else { return }
    insert(Self.inner(upper, of: formula), \.uppers)
    addWidth(upper.nodes, of: formula)
  }

  /// The source of a row without its braces.
  static func inner(_ row: MathRow, of formula: MathFormula) -> String {
    guard let first = row.nodes.first, let last = row.nodes.last else { return "" }
    return formula.latex(in: first.range.lowerBound..<last.range.upperBound)
  }
}

extension Vocabulary.Factor {
  init(_ factor: ProductFactor, _ formula: MathFormula) {
    latex = formula.latex(in: factor.range)
    key = factor.nodes.sExpression
    plainText = factor.nodes.plainText
    let symbols = SymbolInventory(factor.nodes).symbols
    indices = Set(symbols.flatMap(\.indexNames))
    isSlope = factor.form == .application && !factor.nodes[0].primes.isEmpty
    let start = factor.range.lowerBound
    layers = symbols.compactMap { symbol in
      guard let node = symbol.layerNumber, case .number(let digits) = node.kind, let number = Int(digits) else {
        return nil
      }
      return ((node.range.lowerBound - start)..<(node.range.upperBound - start), number)
    }
  }
}

extension MathNode {
  var factorIsFence: Bool { if case .fence = nucleus.kind { true } else { false } }
}

extension WrittenSymbol {
  /// The letters among its subscripts.
  var indexNames: [String] {
    lowerItems.compactMap { if case .letter(let name) = $0.kind { name } else { nil } }
  }

  /// The number in its superscript that may be a layer, also in brackets.
  var layerNumber: MathNode? {
    guard let nodes = upper?.nodes.filter(\.isVisible), let first = nodes.first else { return nil }
    switch first.kind {
    case .number: return first
    case .fence(let fence) where fence.body.count == 1:
      if case .number = fence.body[0].kind { return fence.body[0] } else { return nil }
    default: return nil
    }
  }

  /// The sign of transposition in its superscript.
  var transposeSign: MathNode? {
    guard let last = upper?.nodes.last(where: \.isVisible) else { return nil }
    switch last.kind {
    case .letter("T"), .symbol("top"), .symbol("intercal"): return last
    case .styled(_, let row) where row.nodes.count == 1 && row.nodes[0].kind == .letter("T"): return last
    default: return nil
    }
  }
}
