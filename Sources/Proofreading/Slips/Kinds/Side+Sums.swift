import LaTeX

extension Side {
  /// Another bound of a sum.
  var boundEdits: [Edit] { inventory.sums.flatMap { upperEdits($0) + lowerEdits($0) } }

  private func upperEdits(_ sum: WrittenSum) -> [Edit] {
    guard let upper = sum.scripts.upper, let first = upper.nodes.first, let last = upper.nodes.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let old = latex(range)
    return unique(uppers(sum, upper, old)).filter { $0 != old }.map { new in
      edit(.bound, boundReason(sum, upper, old, new), [replacing(upper, by: new)], mark: range, shown: sum.node.range)
    }
  }

  /// What the upper bound may be instead, the likely ones first.
  private func uppers(_ sum: WrittenSum, _ upper: MathRow, _ old: String) -> [String] {
    let named = summedLayer(sum).map { layer in both(\.widthLetters).map { "\($0)_\(Side.braced(layer))" } } ?? []
    let known = both(\.uppers)
    // Where a number stands, another number is the nearest.
    guard let number = Int(old) else { return shiftedWidths(upper) + named + known }
    return known.filter { Int($0) != nil }
      + [number + 1, number - 1, number + 2, number - 2].filter { $0 > 0 }.map { String($0) }
      + named + known.filter { Int($0) == nil }
  }

  /// n_{l+1} for n_l, d^{(l)} for d^{(l-1)}.
  private func shiftedWidths(_ upper: MathRow) -> [String] {
    guard upper.nodes.count == 1, let symbol = WrittenSymbol(upper.nodes[0], false) else { return [] }
    let above = symbol.upperLayer
    let layer = above.isEmpty ? symbol.lowerLayer ?? [] : above
    guard let first = layer.first, let last = layer.last, let row = above.isEmpty ? symbol.lower : symbol.upper else {
      return []
    }
    let range = first.range.lowerBound..<last.range.upperBound
    let whole = symbol.node.range
    return Self.neighbours(of: layer, latex).map { text in
      let inner = row.range == range ? Side.braced(text) : text
      return latex(whole.lowerBound..<range.lowerBound) + inner + latex(range.upperBound..<whole.upperBound)
    }
  }

  private func boundReason(_ sum: WrittenSum, _ upper: MathRow, _ old: String, _ new: String) -> String {
    guard let before = Int(old), let after = Int(new) else {
      return "the sum runs to \(upper.nodes.plainText ?? old), not \(plain(new))"
    }
    let verb = before < after ? "stops at" : "runs to"
    guard let layer = summedLayer(sum) else { return "the sum \(verb) \(old), not \(new)" }
    return "the sum \(verb) \(old); layer \(layer) has \(new) \(after == 1 ? "unit" : "units")"
  }

  /// The layer whose units are summed over: of the first symbol behind the sign that has its index alone.
  private func summedLayer(_ sum: WrittenSum) -> String? {
    guard let index = sum.index else { return nil }
    let symbol = symbols.first { symbol in
      symbol.node.range.lowerBound > sum.node.range.lowerBound && symbol.lowerItems.count == 1
        && latex(symbol.lowerItems[0]) == latex(index) && !symbol.upperLayer.isEmpty
    }
    return symbol?.upperLayer.plainText.map { $0.filter { $0 != " " } }
  }

  private func lowerEdits(_ sum: WrittenSum) -> [Edit] {
    guard sum.from.count == 1, case .number(let digits) = sum.from[0].kind, let new = ["0": "1", "1": "0"][digits]
    else {
      return []
    }
    return [
      edit(
        .bound, "the sum begins at \(digits), not \(new)", [.init(sum.from[0].range, new)], mark: sum.from[0].range,
        shown: sum.node.range)
    ]
  }

  // MARK: Lost and superfluous sums

  /// A sum sign too few or too many.
  var sumEdits: [Edit] {
    var result: [Edit] = []
    for term in valueTerms {
      for (place, factor) in term.factors.enumerated() where factor.form == .sum {
        guard place + 1 < term.factors.count else { continue }
        let range = factor.range.lowerBound..<term.factors[place + 1].range.lowerBound
        result.append(edit(.sum, "the sum is superfluous", [.init(range, "")], mark: factor.range, shown: term.body))
      }
    }
    return result + rows.flatMap { row in row.terms.flatMap { insertedSums($0, row) } }
  }

  private func insertedSums(_ term: ProductTerm, _ row: ProductRow) -> [Edit] {
    guard row.role != .exponent else { return [] }
    let inside = SymbolInventory(term.factors.flatMap(\.nodes))
    let present = unique(inside.symbols.flatMap { $0.lowerItems.map { latex($0) } })
    let outer = Set(outerIndices)
    // An index that the other side doesn't have is the one that is summed over.
    let indices = (present.filter { !outer.contains($0) } + present.filter { outer.contains($0) }).filter {
      Int($0) == nil
    }
    var result: [Edit] = []
    for index in indices {
      for sum in sums(over: index).prefix(6) + namedSums(over: index, inside) {
        for at in starts(of: index, term) {
          result.append(
            edit(.sum, "the sum over \(plain(index)) is missing", [.init(at..<at, sum + " ")], mark: term.body))
        }
      }
    }
    if indices.isEmpty {
      let at = term.body.lowerBound
      result += both(\.sums).prefix(4).map { sum in
        edit(.sum, "the sum is missing", [.init(at..<at, sum.latex + " ")], mark: term.body)
      }
    }
    return result
  }

  /// Where a sum over `index` can begin: before everything, before the first factor that has the index.
  private func starts(of index: String, _ term: ProductTerm) -> [Int] {
    let first = term.body.lowerBound
    let place = term.factors.first { factor in
      SymbolInventory(factor.nodes).symbols.contains { $0.lowerItems.contains { latex($0) == index } }
    }
    guard let at = place?.range.lowerBound, at != first else { return [first] }
    return [first, at]
  }

  /// Σ to n_l, where n_l is how many units layer l has, and `index` stands at a symbol of that layer.
  private func namedSums(over index: String, _ inside: SymbolInventory) -> [String] {
    let symbol = inside.symbols.first { symbol in
      symbol.lowerItems.count == 1 && latex(symbol.lowerItems[0]) == index && !symbol.upperLayer.isEmpty
    }
    guard let layer = symbol?.upperLayer.plainText else { return [] }
    return both(\.widthLetters).map { letter in
      #"\sum_{"# + index + "=1}^{" + letter + "_" + Side.braced(layer.filter { $0 != " " }) + "}"
    }
  }

  /// Sum signs over `index`: those that are written somewhere, and others with their index renamed.
  private func sums(over index: String) -> [String] {
    let all = both(\.sums)
    let own = all.filter { $0.index == index }.map(\.latex)
    let renamed = all.filter { $0.index != index && !$0.index.isEmpty }.map { sum in
      Edit(sum.indexPlaces.map { .init($0, index) }, reason: "", kind: .sum, cost: 0, mark: 0..<0).applied(
        to: sum.latex)
    }
    return unique(own + renamed)
  }
}
