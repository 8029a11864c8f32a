import LaTeX

extension Side {
  /// A summand lost or added.
  var termEdits: [Edit] {
    var result: [Edit] = []
    for row in rows where row.terms.count > 1 {
      for place in row.terms.indices { result.append(removingTerm(place, row)) }
    }
    for row in rows where row.role == .side || row.role == .fence || row.role == .argument || row.role == .body {
      result += insertedTerms(row)
    }
    return result
  }

  private func removingTerm(_ place: Int, _ row: ProductRow) -> Edit {
    let term = row.terms[place]
    let range: Range<Int>
    if place > 0 {
      range = row.terms[place - 1].body.upperBound..<term.body.upperBound
    } else {
      let next = row.terms[1]
      range = term.range.lowerBound..<(next.isNegative ? next.range : next.body).lowerBound
    }
    let reason = "the term \(name(term.factors.flatMap(\.nodes))) is superfluous"
    return edit(.term, reason, [.init(range, "")], mark: term.range, shown: row.range)
  }

  private func insertedTerms(_ row: ProductRow) -> [Edit] {
    let known = knownIndices
    let present = Set(row.terms.map { latex($0.body) })
    return both(\.terms).prefix(12).flatMap { term -> [Edit] in
      let body = String(term.drop { "+- ".contains($0) })
      let nodes = MathParser.parse(body).nodes
      guard !present.contains(body), Set(SymbolInventory(nodes).symbols.flatMap(\.indexNames)).isSubset(of: known)
      else {
        return []
      }
      let reason = "the term \(nodes.plainText ?? body) is lost"
      let (start, end) = (row.range.lowerBound, row.range.upperBound)
      var result = [edit(.term, reason, [.init(end..<end, " " + term)], mark: row.range)]
      if row.terms[0].sign != nil, term.hasPrefix("+") {
        result.append(edit(.term, reason, [.init(start..<start, body + " ")], mark: row.range))
      }
      return result
    }
  }

  /// + for · and · for +.
  var plusAndTimesEdits: [Edit] {
    var result: [Edit] = []
    for row in rows {
      for (before, after) in zip(row.terms, row.terms.dropFirst()) where after.sign?.name == "+" {
        let range = before.body.upperBound..<after.body.lowerBound
        let mark = before.body.lowerBound..<after.body.upperBound
        for sign in [near.productSign, hadamardSign].compactMap({ $0 }) {
          result.append(edit(.plusAndTimes, "a product, not a sum", [.init(range, sign)], mark: mark))
        }
      }
      for term in row.terms {
        for (before, after) in zip(term.factors, term.factors.dropFirst()) where !before.isPrefix {
          let range = before.range.upperBound..<after.range.lowerBound
          let mark = before.range.lowerBound..<after.range.upperBound
          result.append(edit(.plusAndTimes, "a sum, not a product", [.init(range, " + ")], mark: mark))
        }
      }
    }
    return result
  }

  // MARK: 1 − a

  /// a for 1 − a and 1 − a for a.
  var complementEdits: [Edit] {
    var result: [Edit] = []
    for row in rows {
      if let inner = complementBody(row) {
        let whole = row.role == .fence ? row.outer : row.range
        result.append(
          edit(.complement, "\(plain(inner)), not 1 − \(plain(inner))", [.init(whole, inner)], mark: whole))
      }
      for term in row.terms {
        for factor in term.factors where isComplemented(factor) { result.append(complemented(factor, row)) }
      }
    }
    return result
  }

  /// X, if the row is 1 − X.
  private func complementBody(_ row: ProductRow) -> String? {
    guard row.terms.count == 2, row.terms[1].isNegative, row.terms[0].factors.count == 1,
      row.terms[0].factors[0].nodes[0].kind == .number("1"), row.terms[1].factors.count == 1
    else { return nil }
    return latex(row.terms[1].body)
  }

  func isComplemented(_ factor: ProductFactor) -> Bool {
    guard factor.form == .symbol || factor.form == .application || factor.form == .fence, let node = factor.nodes.last
    else {
      return false
    }
    let key = node.nucleus.sExpression
    return near.complemented.contains(key) || notes.complemented.contains(key)
  }

  private func complemented(_ factor: ProductFactor, _ row: ProductRow) -> Edit {
    let text = name(factor.nodes)
    let stands = row.terms.count == 1 && row.terms[0].factors.count == 1 && row.role != .side
    let inner = "1 - " + latex(factor.range)
    return edit(
      .complement, "1 − \(text), not \(text)", [.init(factor.range, stands ? inner : "(\(inner))")], mark: factor.range)
  }
}
