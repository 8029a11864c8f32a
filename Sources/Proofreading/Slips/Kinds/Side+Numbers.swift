import LaTeX

extension Side {
  /// A factor ½ or 2 lost, added, or one for the other.
  var halfEdits: [Edit] {
    var result: [Edit] = []
    for row in valueRows where row.role != .denominator {
      for term in row.terms {
        for place in term.factors.indices { result += numericEdits(place, term) }
        result += insertedNumbers(term)
      }
    }
    for row in rows where row.role == .denominator && row.terms.count == 1 {
      let term = row.terms[0]
      for place in term.factors.indices where term.factors[place].isNumber("2") {
        if let edit = removing(place...place, from: term, .half, "a factor ½ too many") { result.append(edit) }
      }
    }
    return result
  }

  private func numericEdits(_ place: Int, _ term: ProductTerm) -> [Edit] {
    let factor = term.factors[place]
    if factor.isNumber("2") {
      let half = edit(.half, "½, not 2", [.init(factor.range, #"\frac{1}{2}"#)], mark: factor.range)
      return [removing(place...place, from: term, .half, "a factor 2 too many"), half].compactMap { $0 }
    }
    if factor.isHalf {
      let two = edit(.half, "2, not ½", [.init(factor.range, "2")], mark: factor.range)
      return [removing(place...place, from: term, .half, "a factor ½ too many"), two].compactMap { $0 }
    }
    guard factor.form == .fraction, case .fraction(let fraction) = factor.nodes[0].kind else { return [] }
    return withoutDenominator(fraction, factor, term)
  }

  /// u for u/2 and u/n.
  private func withoutDenominator(_ fraction: MathFraction, _ factor: ProductFactor, _ term: ProductTerm) -> [Edit] {
    let above = Vocabulary.inner(fraction.numerator, of: formula)
    guard !above.isEmpty, above != "1", let below = fraction.denominator.nodes.plainText else { return [] }
    let isSum = fraction.numerator.nodes.contains { if case .operation = $0.kind { true } else { false } }
    let text = isSum && term.factors.count > 1 ? "\\left( \(above) \\right)" : above
    let reason = below == "2" ? "a factor ½ too many" : "nothing divides by \(below)"
    return [edit(.half, reason, [.init(factor.range, text)], mark: factor.range)]
  }

  private func insertedNumbers(_ term: ProductTerm) -> [Edit] {
    let at = term.body.lowerBound
    let isBehindNumber = term.factors[0].form == .number
    return [(#"\frac{1}{2}"#, "½"), ("2", "2")].map { text, name in
      edit(
        .half, "the factor \(name) is lost", [.init(at..<at, text + (isBehindNumber ? #" \cdot "# : " "))],
        mark: term.body)
    }
  }

  // MARK: Powers

  /// A square lost, added, or another power.
  var powerEdits: [Edit] {
    var result: [Edit] = []
    for row in rows {
      result += squaresOfAll(row)
      for term in row.terms {
        for factor in term.factors { result += powerEdits(factor) }
      }
    }
    return result
  }

  private func powerEdits(_ factor: ProductFactor) -> [Edit] {
    guard let node = factor.nodes.last else { return [] }
    if case .scripts(let scripts) = node.kind, let upper = scripts.upper {
      if factor.form == .sum || scripts.base?.isExponential ?? false { return [] }
      guard let symbol = WrittenSymbol(node, false) else { return otherPowers(scripts, upper, node, factor) }
      // The layer stands where a power would; both fit only with brackets.
      let wrapped = isLayered(symbol) && factor.form == .symbol ? [squared(node, wrapped: true, factor)] : []
      return wrapped + (mayBePower(symbol) ? otherPowers(scripts, upper, node, factor) : [])
    }
    switch factor.form {
    case .fence: return [squared(node, wrapped: false, factor)]
    case .symbol: return [squared(node, wrapped: false, factor)]
    case .application where node.factorIsFence: return [squared(node, wrapped: false, factor)]
    default: return []
    }
  }

  private func squared(_ node: MathNode, wrapped: Bool, _ factor: ProductFactor) -> Edit {
    let (start, end) = (node.range.lowerBound, node.range.upperBound)
    let replacements: [Edit.Replacement] =
      wrapped ? [.init(start..<start, "("), .init(end..<end, ")^2")] : [.init(end..<end, "^2")]
    return edit(.power, "the square is lost", replacements, mark: factor.range)
  }

  private func otherPowers(
    _ scripts: MathScripts, _ upper: MathRow, _ node: MathNode, _ factor: ProductFactor
  ) -> [Edit] {
    guard upper.nodes.count == 1, case .number(let digits) = upper.nodes[0].kind, let power = Int(digits), power > 1
    else {
      return []
    }
    let before = [scripts.base?.range.upperBound, scripts.lower?.range.upperBound].compactMap { $0 }
      .filter { $0 <= upper.range.lowerBound }.max()
    guard let start = before else { return [] }
    let name = power == 2 ? "a square too many" : "a power too many"
    let removed = edit(.power, name, [.init(start..<upper.range.upperBound, "")], mark: factor.range)
    let others = [power + 1, power - 1].filter { $0 > 1 }.map { other in
      edit(.power, "the power is \(other), not \(power)", [replacing(upper, by: String(other))], mark: factor.range)
    }
    return [removed] + others + withoutBrackets(scripts, power, name, factor)
  }

  /// a_i^3 for (a_i^3)^2.
  private func withoutBrackets(_ scripts: MathScripts, _ power: Int, _ reason: String, _ factor: ProductFactor)
    -> [Edit]
  {
    guard power == 2, factor.form == .fence, case .fence(let fence) = scripts.base?.kind, fence.body.count == 1,
      WrittenSymbol(fence.body[0], false) != nil
    else { return [] }
    return [edit(.power, reason, [.init(factor.range, latex(fence.body[0]))], mark: factor.range)]
  }

  /// The squares of a sum of squares, all of them.
  private func squaresOfAll(_ row: ProductRow) -> [Edit] {
    guard row.terms.count > 1,
      row.terms.allSatisfy({ $0.factors.count == 1 && $0.factors[0].form == .fence && !$0.factors[0].hasScripts })
    else { return [] }
    let replacements = row.terms.map { Edit.Replacement($0.body.upperBound..<$0.body.upperBound, "^2") }
    return [edit(.power, "the squares are lost", replacements, mark: row.range)]
  }

  // MARK: Digits

  /// One digit of a number, and the decimal point.
  var digitEdits: [Edit] {
    valueTerms.flatMap(\.factors).filter { $0.form == .number }.flatMap { digitEdits($0) }
  }

  private func digitEdits(_ factor: ProductFactor) -> [Edit] {
    guard case .number(let written) = factor.nodes[0].kind, factor.nodes[0].range.count == written.unicodeScalars.count
    else { return [] }
    let digits = Array(written.unicodeScalars)
    var result: [Edit] = []
    for place in digits.indices.reversed() {
      guard let digit = Int(String(digits[place])) else { continue }
      // The last digit of a small whole number is off by one; of a decimal, it may be anything.
      let others = digits.count > 2 ? Array(0...9) : [digit + 1, digit - 1]
      for other in others where other != digit && (0...9).contains(other) && !(other == 0 && digits.count == 1) {
        let at = factor.range.lowerBound + place
        result.append(edit(.digit, "a digit", [.init(at..<at + 1, String(other))], mark: factor.range))
      }
    }
    return result
  }
}

extension ProductFactor {
  fileprivate func isNumber(_ digits: String) -> Bool { nodes[0].kind == .number(digits) }

  fileprivate var hasScripts: Bool { if case .scripts = nodes[0].kind { true } else { false } }

  /// ½, in whatever spelling.
  fileprivate var isHalf: Bool {
    if isNumber("0.5") || isNumber(".5") { return true }
    guard case .fraction(let fraction) = nodes[0].kind, nodes.count == 1 else { return false }
    return fraction.numerator.nodes.map(\.kind) == [.number("1")]
      && fraction.denominator.nodes.map(\.kind) == [.number("2")]
  }
}
