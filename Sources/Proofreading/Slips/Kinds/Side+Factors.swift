import LaTeX

extension Side {
  /// A factor f′(z) lost or added, or the slope through the output, a(1 − a).
  var slopeEdits: [Edit] {
    var result: [Edit] = []
    for term in valueTerms {
      for (place, factor) in term.factors.enumerated() {
        if factor.isSlope {
          let reason = "\(name([factor.nodes[0]])) is superfluous"
          if let edit = removing(place...place, from: term, .slope, reason) { result.append(edit) }
        }
        if place > 0, Side.isOutputSlope(term.factors[place - 1], factor) {
          let reason = "the slope is superfluous"
          if let edit = removing(place - 1...place, from: term, .slope, reason) { result.append(edit) }
        }
      }
    }
    return result + completedSlopes + insertedSlopes
  }

  /// a(1 − a), where only a or 1 − a is left of it.
  private var completedSlopes: [Edit] {
    valueTerms.flatMap { term -> [Edit] in
      term.factors.enumerated().compactMap { place, factor -> Edit? in
        let neighbours = [place - 1, place + 1].filter { term.factors.indices.contains($0) }
        if neighbours.contains(where: { Side.isOutputSlope(factor, term.factors[$0]) }) { return nil }
        if let inner = Side.complement(factor) {
          let lost = latex(inner)
          return inserting(lost, at: place, into: term, .slope, "the factor \(name([inner])) is lost")
        }
        guard isComplemented(factor), factor.form != .fence else { return nil }
        let lost = "(1 - \(latex(factor.range)))"
        return inserting(lost, at: place + 1, into: term, .slope, "the factor 1 − \(name(factor.nodes)) is lost")
      }
    }
  }

  /// X, if the factor is 1 − X in brackets.
  private static func complement(_ factor: ProductFactor) -> MathNode? {
    guard factor.nodes.count == 1, case .fence(let fence) = factor.nodes[0].kind else { return nil }
    let body = fence.body.filter(\.isVisible)
    guard body.count == 3, body[0].kind == .number("1"), body[1].kind == .operation("-") else { return nil }
    return body[2]
  }

  /// Whether u, v are a, 1 − a in either order.
  static func isOutputSlope(_ first: ProductFactor, _ second: ProductFactor) -> Bool {
    complement(second)?.sExpression == first.nodes.sExpression
      || complement(first)?.sExpression == second.nodes.sExpression
  }

  private var insertedSlopes: [Edit] {
    var candidates = near.factors.filter(\.isSlope).map { ($0.latex, $0.plainText) }
    let own = Set(candidates.map(\.0))
    candidates += near.slopes.map { ($0, nil) }
    var signs = unique(near.primedSigns + notes.primedSigns)
    if signs.isEmpty { signs = both(\.plainSigns).filter { !$0.hasPrefix("\\") || $0 == #"\sigma"# }.map { $0 + "'" } }
    for sign in signs {
      let arguments = fittingArguments + near.arguments + notes.arguments
      candidates += unique(arguments).map { (sign + $0, nil) }.filter { !own.contains($0.0) && fits($0.0) }
    }
    candidates += notes.slopes.filter { fits($0) }.map { ($0, nil) }
    var result: [Edit] = []
    for (latex, plainText) in candidates.prefix(16) {
      let sign = (plainText ?? plain(latex)).prefix { $0 != "(" && $0 != "_" }
      let reason = latex.contains("'") ? "\(sign) is missing" : "the slope is missing"
      for row in valueRows where row.role != .denominator && row.role != .argument {
        for term in row.terms where !contains(latex, term) {
          result.append(inserting(latex, at: term.factors.count, into: term, .slope, reason, sign: hadamardSign))
        }
      }
    }
    return result
  }

  /// (z) with the scripts of a symbol that is here, for each letter that functions are applied to.
  private var fittingArguments: [String] {
    let inputs = unique((near.outputsAndInputs + notes.outputsAndInputs).map(\.input))
    return unique(outerScripts + Side.scripts(symbols, of: formula)).flatMap { scripts in
      inputs.compactMap { key in
        (near.spellings[key] ?? notes.spellings[key]).map { "(\($0)\(scripts))" }
      }
    }
  }

  /// The scripts of the symbols that have one index and a superscript.
  static func scripts(_ symbols: [WrittenSymbol], of formula: MathFormula) -> [String] {
    symbols.filter { $0.lowerItems.count == 1 && $0.upper != nil }.map { symbol in
      formula.latex(in: symbol.base.range.upperBound..<symbol.node.range.upperBound)
    }
  }

  /// Whether the indices of a piece are known here.
  private func fits(_ latex: String) -> Bool {
    let indices = SymbolInventory(MathParser.parse(latex).nodes).symbols.flatMap(\.indexNames)
    return Set(indices).isSubset(of: knownIndices)
  }

  private func contains(_ latex: String, _ term: ProductTerm) -> Bool {
    term.factors.contains { self.latex($0.range) == latex }
  }

  // MARK: Any factor

  /// A factor lost or added.
  var factorEdits: [Edit] {
    var result: [Edit] = []
    for term in valueTerms {
      for (place, factor) in term.factors.enumerated() where factor.form != .sum && !factor.isSlope {
        let reason = "\(name(factor.nodes)) is superfluous"
        if let edit = removing(place...place, from: term, .factor, reason) { result.append(edit) }
      }
    }
    return result + insertedFactors
  }

  /// The unit indices that mean something here, by name.
  var knownIndices: Set<String> {
    let own = symbols.flatMap(\.indexNames)
    let bound = inventory.sums.compactMap { sum -> String? in
      guard case .letter(let name) = sum.index?.kind else { return nil }
      return name
    }
    return Set(own + bound + outerIndices.map { $0.hasPrefix("\\") ? String($0.dropFirst()) : $0 })
  }

  private var insertedFactors: [Edit] {
    let known = knownIndices
    var candidates = chainRuleFactors.map { ($0, plain($0)) }
    candidates += near.factors.filter { !$0.isSlope }.map { ($0.latex, $0.plainText ?? "") }
    let nearby = candidates.count
    for factor in notes.factors where !factor.isSlope && factor.indices.isSubset(of: known) {
      candidates += relayered(factor).map { ($0, plain($0)) }
    }
    var seen: Set<String> = []
    var result: [Edit] = []
    for (number, candidate) in candidates.enumerated() where seen.insert(candidate.0).inserted {
      let reason = candidate.1.isEmpty ? "a factor is lost" : "the factor \(candidate.1) is lost"
      for row in valueRows where row.role != .denominator && row.role != .argument {
        for term in row.terms where !contains(candidate.0, term) {
          result += insertions(of: candidate.0, into: term, reason, everywhere: number < nearby)
        }
      }
    }
    return result
  }

  /// Behind the sum signs, between the factors, at the end; what is far away goes to the ends only.
  private func insertions(
    of latex: String, into term: ProductTerm, _ reason: String, everywhere: Bool
  ) -> [Edit] {
    let first = term.factors.lastIndex { $0.isPrefix }.map { $0 + 1 } ?? 0
    let places = everywhere ? Array(first...term.factors.count) : [first, term.factors.count]
    let plain = places.enumerated().map { number, place in
      inserting(
        latex, at: place, into: term, .factor, reason, extra: number == 0 || place == term.factors.count ? 0 : 1)
    }
    guard let sign = hadamardSign else { return plain }
    return plain
      + [first, term.factors.count].map { inserting(latex, at: $0, into: term, .factor, reason, sign: sign) }
  }

  /// The factor as it stands, and with its layers moved to those that occur here.
  private func relayered(_ factor: Vocabulary.Factor) -> [String] {
    let here = Set(
      symbols.compactMap { symbol -> Int? in
        guard case .number(let digits) = symbol.layerNumber?.kind else { return nil }
        return Int(digits)
      })
    guard !factor.layers.isEmpty, !here.isEmpty else { return [factor.latex] }
    return (-3...3).sorted { abs($0) < abs($1) }.compactMap { shift in
      guard factor.layers.contains(where: { here.contains($0.number + shift) }) else { return nil }
      guard factor.layers.allSatisfy({ $0.number + shift > 0 }) else { return nil }
      let replacements = factor.layers.map { Edit.Replacement($0.place, String($0.number + shift)) }
      return Edit(replacements, reason: "", kind: .factor, cost: 0, mark: 0..<0).applied(to: factor.latex)
    }
  }

  /// What the chain rule wants beside ∂u/∂v: ∂L/∂u before it, ∂v/∂p between it and ∂p/∂q.
  private var chainRuleFactors: [String] {
    var result: [String] = []
    for term in valueTerms {
      let parts = term.factors.map { factor in factor.form == .derivative ? factor.nodes[0].derivative : nil }
      for (place, part) in parts.enumerated() {
        guard let part, let first = part.numerator.first, let last = part.numerator.last else { continue }
        let above = latex(first.range.lowerBound..<last.range.upperBound)
        if place == 0 || parts[place - 1] == nil {
          result += both(\.heads).prefix(2).filter { $0 != above }.map { Self.derivative($0, above) }
        }
        guard place + 1 < parts.count, let next = parts[place + 1], let start = next.numerator.first,
          let end = next.numerator.last, let from = part.denominator.first, let to = part.denominator.last
        else { continue }
        let (v, p) = (
          latex(from.range.lowerBound..<to.range.upperBound), latex(start.range.lowerBound..<end.range.upperBound)
        )
        if v != p { result.append(Self.derivative(v, p)) }
      }
    }
    return result
  }

  private static func derivative(_ u: String, _ v: String) -> String {
    #"\frac{\partial "# + u + #"}{\partial "# + v + "}"
  }
}

extension ProductFactor {
  /// Whether it is f′(z).
  var isSlope: Bool { form == .application && !nodes[0].primes.isEmpty }
}
