import Expressions

/// Sums of terms and summations over an index.
extension LaTeXWriter {
  /// a + b − c.
  mutating func sum(_ terms: [Expression]) -> Piece {
    var latex = ""
    var isTall = false
    for (place, term) in terms.enumerated() {
      var piece = piece(term)
      // Σ ends at the next plus sign by convention; a block of cases does not end visibly.
      if piece.level <= .sum || (place < terms.count - 1 && isCases(term)) { piece = piece.bracketed }
      isTall = isTall || piece.isTall
      if place == 0 {
        latex = piece.latex
      } else if piece.level == .negative {
        latex += (isCompact ? "-" : " - ") + piece.latex.dropFirst()
      } else {
        latex += (isCompact ? "+" : " + ") + piece.latex
      }
    }
    return Piece(latex: latex, level: .sum, isTall: isTall)
  }

  /// \sum_{j=1}^{4} …; a body that is a sum, or has a minus in front, gets brackets.
  mutating func summation(_ expression: Expression) -> Piece {
    guard let opened = graph.open(expression) else { return Piece(latex: "", level: .atom) }
    let lower = compact(opened.lower)
    let upper = compact(opened.upper)
    let name = names.enter(opened, name: graph.boundName(of: expression), graph)
    let body = piece(opened.body).atLeast(.openEnded)
    names.leave(name)
    return Piece(
      latex: #"\sum_{\#(name)=\#(lower)}^{\#(upper)} \#(body.latex)"#, level: .openEnded, shape: .operatorCall,
      isTall: true)
  }

  private func isCases(_ expression: Expression) -> Bool {
    if case .piecewise = graph[expression] { return true }
    guard case .multiply(let factors) = graph[expression], let last = factors.last else { return false }
    return isCases(last)
  }
}
