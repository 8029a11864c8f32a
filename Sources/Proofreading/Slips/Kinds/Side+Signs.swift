import LaTeX

extension Side {
  /// A sign turned: of a term, of a difference, of the whole side.
  var signEdits: [Edit] {
    var result: [Edit] = []
    for row in rows {
      for place in row.terms.indices { result.append(turned(place, row)) }
      if let exchanged = exchanged(row) { result.append(exchanged) }
    }
    if let side = rows.first, side.role == .side { result += turnedWhole(side) }
    for row in bareExponents {
      result.append(
        edit(.sign, "the sign of the exponent", [.init(row.range, "{-\(latex(row.range))}")], mark: row.range))
    }
    return result
  }

  private func turned(_ place: Int, _ row: ProductRow) -> Edit {
    let term = row.terms[place]
    let reason = signReason(term, row)
    guard let sign = term.sign else {
      let at = term.body.lowerBound
      return edit(.sign, reason, [.init(at..<at, "-")], mark: term.body)
    }
    if sign.name == "-", place == 0 {
      return edit(.sign, reason, [.init(sign.range.lowerBound..<term.body.lowerBound, "")], mark: term.range)
    }
    return edit(.sign, reason, [.init(sign.range, sign.name == "-" ? "+" : "-")], mark: term.range)
  }

  private func signReason(_ term: ProductTerm, _ row: ProductRow) -> String {
    if row.role == .exponent { return "the sign of the exponent" }
    if row.terms.count > 1, row.role == .side, let ordinal = ordinal(of: term.range) {
      return "the sign of the \(ordinal) term"
    }
    guard row.terms.count > 1, let text = term.factors.flatMap(\.nodes).plainText else { return "the sign" }
    return "the sign of \(text)"
  }

  /// u − v as v − u.
  private func exchanged(_ row: ProductRow) -> Edit? {
    guard row.terms.count == 2, row.terms[1].isNegative, !row.terms[0].isNegative else { return nil }
    let (first, second) = (row.terms[0].body, row.terms[1].body)
    let reason = ordinal(of: row.range).map { "the sign of the \($0) term" } ?? "the sign"
    return edit(
      .sign, row.role == .side ? "the sign" : reason,
      [.init(first, latex(second)), .init(second, latex(first))], mark: row.outer)
  }

  /// −(…) around the side, or the bracket taken off.
  private func turnedWhole(_ side: ProductRow) -> [Edit] {
    guard side.terms.count > 1 else {
      let term = side.terms[0]
      guard term.isNegative, term.factors.count == 1, case .fence(let fence) = term.factors[0].nodes[0].kind,
        let first = fence.body.first, let last = fence.body.last
      else { return [] }
      let inner = latex(first.range.lowerBound..<last.range.upperBound)
      return [edit(.sign, "the sign", [.init(term.range, inner)], mark: term.range)]
    }
    let (start, end) = (side.range.lowerBound, side.range.upperBound)
    return [
      edit(.sign, "the sign", [.init(start..<start, #"-\left( "#), .init(end..<end, #" \right)"#)], mark: side.range)
    ]
  }
}
