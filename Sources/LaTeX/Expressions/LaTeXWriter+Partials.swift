import Expressions

/// Formal partial derivatives.
extension LaTeXWriter {
  /// ∂u/∂v: with u in the numerator where it is short, behind ∂/∂v where it is long; derivatives of derivatives in one.
  mutating func partial(_ u: Expression, _ v: Expression) -> Piece {
    var variables = [v]
    var inner = u
    while braces[inner] == nil, case .partial(let next, let variable) = graph[inner] {
      variables.append(variable)
      inner = next
    }
    let order = variables.count == 1 ? "" : "^" + script(String(variables.count))
    let denominator = self.denominator(variables)
    let content = piece(inner)
    if standsInNumerator(inner, content) {
      let above = content.level < .power ? content.bracketed.latex : content.latex
      return fraction(#"\partial\#(order) \#(above)"#, denominator, level: .power)
    }
    let body = isPower(inner) && content.shape != .fraction ? content : growing(content)
    let operatorPart = fraction(#"\partial\#(order)"#, denominator, level: .power)
    return Piece(
      latex: "\(operatorPart.latex) \(body.latex)", level: .openEnded, shape: .fraction, isTall: true)
  }

  private func fraction(_ above: String, _ below: String, level: Piece.Level) -> Piece {
    Piece(latex: #"\frac{\#(above)}{\#(below)}"#, level: level, shape: .fraction, isTall: true)
  }

  private func isPower(_ expression: Expression) -> Bool {
    if case .power = graph[expression] { return true }
    return false
  }

  /// Brackets that grow even around a short formula: they stand beside a fraction.
  private func growing(_ piece: Piece) -> Piece {
    var tall = piece
    tall.isTall = true
    return tall.bracketed
  }

  /// Whether u is written above the line: letters and calls as they are, short sums and products in brackets.
  private func standsInNumerator(_ u: Expression, _ piece: Piece) -> Bool {
    switch graph[u] {
    case .symbol, .call, .add, .multiply, .index: !piece.isTall && piece.latex.utf8.count <= 40
    default: false
    }
  }

  /// ∂w ∂v, equal neighbours as ∂w²; the variable of the outermost derivative first.
  private mutating func denominator(_ variables: [Expression]) -> String {
    var parts: [String] = []
    var place = 0
    while place < variables.count {
      var count = 1
      while place + count < variables.count, variables[place + count] == variables[place] { count += 1 }
      var variable = piece(variables[place])
      if count > 1 {
        if variable.hasSuperscript { variable = variable.bracketed }
        variable.latex += "^" + script(String(count))
      }
      parts.append(#"\partial \#(variable.latex)"#)
      place += count
    }
    return parts.joined(separator: #" \, "#)
  }
}
