import Expressions

/// Powers and roots.
extension LaTeXWriter {
  /// b^p; √b for p = ½; a fraction for a negative number p.
  mutating func power(_ base: Expression, _ exponent: Expression, node: Expression) -> Piece {
    if let value = graph.numberValue(exponent), value.isNegative { return product([node]) }
    return raised(base, exponent)
  }

  /// b^p where p is no negative number.
  mutating func raised(_ base: Expression, _ exponent: Expression) -> Piece {
    if let value = graph.numberValue(exponent) {
      if value.numerator == 1, !value.isInteger, let degree = value.denominator.asInt, degree <= 9 {
        return root(base, degree)
      }
      if let power = operatorPower(base, value) { return power }
    }
    var carrier = piece(base).atLeast(.atom)
    if carrier.hasSuperscript { carrier = carrier.bracketed }
    var piece = carrier
    piece.latex += "^" + script(exponentText(exponent))
    piece.level = .power
    piece.hasSuperscript = true
    if piece.shape == .letter { piece.shape = .indexed }
    return piece
  }

  /// √b, or \sqrt[3]{b}.
  private mutating func root(_ base: Expression, _ degree: Int) -> Piece {
    let radicand = piece(base)
    let mark = degree == 2 ? "" : "[\(degree)]"
    return Piece(latex: #"\sqrt\#(mark){\#(radicand.latex)}"#, level: .power, isTall: radicand.isTall)
  }

  /// \tanh^2(z), as it is written for the functions that have an operator name of their own.
  private mutating func operatorPower(_ base: Expression, _ exponent: Rational) -> Piece? {
    guard case .call(let id, let arguments) = graph[base], exponent.isInteger, braces[base] == nil else { return nil }
    let function = graph[id]
    guard function.order == 0, Self.operatorsWithPowers.contains(function.name) else { return nil }
    return applied(functionName(function) + "^" + script(exponent.description), Array(arguments), .operatorCall)
  }

  private static let operatorsWithPowers: Set<String> = ["sin", "cos", "tan", "sinh", "cosh", "tanh"]

  /// An exponent; a fraction is written on one line, 3/2.
  private mutating func exponentText(_ exponent: Expression) -> String {
    inlineQuotient(exponent)?.latex ?? latex(exponent)
  }

  /// −x²/2 on one line, for exponents: a number, or a product of factors that are no taller than a line, over a number.
  mutating func inlineQuotient(_ expression: Expression) -> Piece? {
    guard braces[expression] == nil else { return nil }
    let factors = if case .multiply(let factors) = graph[expression] { Array(factors) } else { [expression] }
    let parts = ProductParts(factors, graph, whole: { braces[$0] != nil })
    guard parts.below.isEmpty, case .fraction(let numerator, let below) = parts.number else { return nil }
    var pieces = parts.above.map { piece($0) }
    if numerator != "1" || pieces.isEmpty { pieces.insert(magnitude(.integer(numerator)), at: 0) }
    let whole = joined(pieces, isNegative: parts.isNegative)
    guard !whole.isTall, whole.level == .product || whole.level == .negative || pieces.count == 1 else { return nil }
    let above = whole.atLeast(.negative).latex
    return Piece(latex: "\(above)/\(below)", level: parts.isNegative ? .negative : .product)
  }
}
