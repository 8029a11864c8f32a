import Expressions

/// Products and quotients.
extension LaTeXWriter {
  /// −½ x y / z: the number first, negative powers gathered below one fraction line.
  mutating func product(_ factors: [Expression]) -> Piece {
    if let grouped = productWithBracedRun(factors) { return grouped }
    let parts = ProductParts(factors, graph, whole: { braces[$0] != nil })
    var pieces = parts.below.isEmpty ? numberPieces(parts.number) + parts.above.map { piece($0) } : quotient(parts)
    if pieces.isEmpty { pieces = [magnitude(.integer("1"))] }
    return joined(pieces, isNegative: parts.isNegative)
  }

  /// The number in front of a product; nothing for 1.
  private func numberPieces(_ form: NumberForm) -> [Piece] {
    form == .integer("1") ? [] : [magnitude(form)]
  }

  /// One fraction, and behind it the factors that would make it too tall: sums, cases, derivatives, and what is tall and
  /// was written behind the first divisor.
  ///
  /// A quotient by a plain letter that was written first, 1/n (ŷ_i − y_i), stays in front of a bracket.
  private mutating func quotient(_ parts: ProductParts) -> [Piece] {
    let above = parts.above.map { piece($0) }
    let staysInFront =
      parts.aboveBeforeBelow == 0 && parts.below.allSatisfy { isLetter($0.base) }
      && above.contains { $0.level < .negative || $0.level == .openEnded }
    var inside: [Piece] = []
    var behind: [Piece] = []
    for (place, piece) in above.enumerated() {
      let isTallTail = piece.isTall && (piece.shape == .fraction || place >= parts.aboveBeforeBelow)
      if staysInFront || piece.level == .openEnded || isTallTail {
        behind.append(piece)
      } else {
        inside.append(piece)
      }
    }
    var below = parts.below.map { divisor($0) }
    if case .fraction(let numerator, let denominator) = parts.number {
      inside.insert(contentsOf: numberPieces(.integer(numerator)), at: 0)
      below.insert(magnitude(.integer(denominator)), at: 0)
    } else {
      inside.insert(contentsOf: numberPieces(parts.number), at: 0)
    }
    let numerator = inside.isEmpty ? "1" : joined(inside, isNegative: false).latex
    let denominator = joined(below, isNegative: false).latex
    let fraction = Piece(
      latex: #"\frac{\#(numerator)}{\#(denominator)}"#, level: .power, shape: .fraction, isTall: true)
    // In front of a derivative a number over a letter reads as a coefficient, as ½ does.
    let isCoefficient = inside.allSatisfy { $0.shape == .number } && below.allSatisfy { $0.shape == .letter }
    var front = fraction
    if isCoefficient { front.shape = .numericFraction }
    return [front] + behind
  }

  private func isLetter(_ expression: Expression) -> Bool {
    if case .symbol(_, let subscripts) = graph[expression] { return subscripts.isEmpty }
    return false
  }

  /// b^p below a fraction line.
  private mutating func divisor(_ divisor: ProductParts.Divisor) -> Piece {
    let exponent = graph.number(divisor.exponent)
    return divisor.exponent.isOne ? piece(divisor.base) : raised(divisor.base, exponent)
  }

  /// The factors one behind another, with brackets, spaces and dots where they need them.
  func joined(_ factors: [Piece], isNegative: Bool) -> Piece {
    let sign = isNegative ? "-" : ""
    if factors.count == 1, var only = factors.first {
      if isNegative {
        only = only.atLeast(.openEnded)
        only.latex = sign + only.latex
        only.level = .negative
      }
      return only
    }
    var latex = sign
    var isTall = false
    var previous: Piece?
    for (place, factor) in factors.enumerated() {
      let isLast = place == factors.count - 1
      let piece = isLast ? factor.atLeast(.openEnded) : factor.atLeast(.product)
      if let previous { latex += separator(previous, piece) }
      latex += piece.latex
      isTall = isTall || piece.isTall
      previous = piece
    }
    let endsOpen = factors.last.map { $0.level == .openEnded } ?? false
    return Piece(latex: latex, level: isNegative ? .negative : endsOpen ? .openEnded : .product, isTall: isTall)
  }

  /// What stands between two factors.
  private func separator(_ a: Piece, _ b: Piece) -> String {
    if b.latex.first.map({ $0.isNumber }) ?? false { return #" \cdot "# }
    switch (a.shape, b.shape) {
    case (.fraction, .fraction), (_, .numericFraction): return #" \cdot "#
    case (.number, _), (.numericFraction, _), (.tallBracket, _): return " "
    case (.indexed, .fraction), (.letter, .fraction), (.bracket, .fraction), (.call, .fraction),
      (.operatorCall, .fraction):
      return #" \, "#
    case (.bracket, .bracket), (.bracket, .tallBracket), (.bracket, .operatorCall): return " "
    case (.bracket, _), (_, .call): return #" \, "#
    case (.call, .bracket), (.call, .tallBracket), (.operatorCall, .bracket), (.operatorCall, .tallBracket): return " "
    case (.call, _), (.operatorCall, _): return #" \, "#
    case (.letter, .indexed): return #" \, "#
    default: return " "
    }
  }

  // MARK: Braces

  /// The product with one piece for a run of factors that carries a brace together, if there is one.
  private mutating func productWithBracedRun(_ factors: [Expression]) -> Piece? {
    for term in graph.ordered(braces.keys) {
      guard case .multiply(let slice) = graph[term], let name = braces[term] else { continue }
      let run = Array(slice)
      guard run.count < factors.count,
        let start = (0...factors.count - run.count).first(where: { Array(factors[$0..<$0 + run.count]) == run })
      else { continue }
      braces[term] = nil
      defer { braces[term] = name }
      let middle = underbrace(product(run), name)
      let pieces =
        factors[..<start].map { piece($0) } + [middle] + factors[(start + run.count)...].map { piece($0) }
      return joined(pieces, isNegative: false)
    }
    return nil
  }
}
