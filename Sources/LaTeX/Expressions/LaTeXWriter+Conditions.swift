import Expressions

/// Relations, Iverson brackets, definitions by cases.
extension LaTeXWriter {
  /// a < b, turned round where that puts a lone number on the right: z > 0.
  mutating func comparison(_ comparison: Comparison, _ a: Expression, _ b: Expression) -> Piece {
    let isTurned = graph.numberValue(a) != nil && graph.numberValue(b) == nil
    let sign =
      switch comparison {
      case .less: isTurned ? ">" : "<"
      case .lessOrEqual: isTurned ? #"\ge"# : #"\le"#
      case .equal: "="
      }
    return related(isTurned ? b : a, sign, isTurned ? a : b)
  }

  private mutating func related(_ a: Expression, _ sign: String, _ b: Expression) -> Piece {
    let left = piece(a)
    let right = piece(b)
    return Piece(
      latex: "\(left.latex) \(sign) \(right.latex)", level: .comparison, isTall: left.isTall || right.isTall)
  }

  /// Conditions joined by `sign`.
  mutating func junction(_ parts: [Expression], _ sign: String, _ level: Piece.Level) -> Piece {
    let pieces = parts.map { part in
      let piece = piece(part)
      return piece.level <= level ? piece.bracketed : piece
    }
    return Piece(
      latex: pieces.map(\.latex).joined(separator: " \(sign) "), level: level, isTall: pieces.contains { $0.isTall })
  }

  /// a ≠ b, or ¬ in front of anything else.
  mutating func negation(_ condition: Expression) -> Piece {
    if case .comparison(.equal, let a, let b) = graph[condition] {
      let isTurned = graph.numberValue(a) != nil && graph.numberValue(b) == nil
      return related(isTurned ? b : a, #"\ne"#, isTurned ? a : b)
    }
    let inner = piece(condition).atLeast(.atom)
    return Piece(latex: #"\lnot \#(inner.latex)"#, level: .not, isTall: inner.isTall)
  }

  /// [i = k].
  mutating func iversonBracket(_ condition: Expression) -> Piece {
    let inner = piece(condition)
    return inner.isTall
      ? Piece(latex: #"\left[ \#(inner.latex) \right]"#, level: .atom, shape: .tallBracket, isTall: true)
      : Piece(latex: "[\(inner.latex)]", level: .atom, shape: .bracket)
  }

  /// \begin{cases} z & z > 0 \\ 0 & \text{otherwise} \end{cases}.
  mutating func cases(_ parts: [Expression]) -> Piece {
    var lines: [String] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      let condition = latex(parts[place])
      lines.append("\(latex(parts[place + 1])) & \(condition)")
    }
    if let last = parts.last { lines.append(#"\#(latex(last)) & \text{otherwise}"#) }
    let body = lines.joined(separator: #" \\ "#)
    return Piece(latex: #"\begin{cases} \#(body) \end{cases}"#, level: .openEnded, shape: .tallBracket, isTall: true)
  }
}
