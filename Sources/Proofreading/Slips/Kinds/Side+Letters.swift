import LaTeX

extension Side {
  /// y and ŷ exchanged, or one for the other at one place.
  var exchangeEdits: [Edit] {
    var result: [Edit] = []
    for pair in pairs {
      let first = symbols.filter { $0.key == pair.first }
      let second = symbols.filter { $0.key == pair.second }
      guard let one = spelling(pair.first), let other = spelling(pair.second) else { continue }
      if !first.isEmpty, !second.isEmpty { result.append(exchange(first, second, one, other)) }
      for (found, new) in [(first, other), (second, one)] {
        for symbol in found {
          result.append(
            edit(
              .targetAndPrediction, "\(plain(new)), not \(name([symbol.base]))", [.init(symbol.base.range, new)],
              mark: symbol.node.range, extra: 2))
        }
      }
    }
    return result
  }

  private func exchange(_ first: [WrittenSymbol], _ second: [WrittenSymbol], _ one: String, _ other: String) -> Edit {
    let reason = "\(plain(one)) and \(plain(other)) exchanged"
    let all = (first + second).map(\.node.range)
    let mark = (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
    let nodes = (unique(first.map { latex($0.node) }), unique(second.map { latex($0.node) }))
    // Letters with different scripts, y_i and a_i^L, change places as a whole.
    if nodes.0.count == 1, nodes.1.count == 1 {
      let replacements =
        first.map { Edit.Replacement($0.node.range, nodes.1[0]) } + second.map { .init($0.node.range, nodes.0[0]) }
      return edit(.targetAndPrediction, reason, replacements, mark: mark)
    }
    let replacements =
      first.map { Edit.Replacement($0.base.range, other) } + second.map { .init($0.base.range, one) }
    return edit(.targetAndPrediction, reason, replacements, mark: mark)
  }

  private func spelling(_ key: String) -> String? { near.spellings[key] ?? notes.spellings[key] }

  /// The pairs that may be confused: a letter and the letter with a hat, the two letters of a difference.
  private var pairs: [(first: String, second: String)] {
    var result: [(first: String, second: String)] = []
    func add(_ first: String, _ second: String) {
      let isKnown = result.contains { ($0 == (first, second)) || ($0 == (second, first)) }
      if !isKnown { result.append((first, second)) }
    }
    for symbol in symbols {
      if case .accented(.hat, let row) = symbol.base.kind { add(row.nodes.sExpression, symbol.key) }
      let hatted = "(hat \(symbol.key))"
      if spelling(hatted) != nil { add(symbol.key, hatted) }
    }
    for difference in near.differences + notes.differences {
      if symbols.contains(where: { $0.key == difference.first || $0.key == difference.second }) {
        add(difference.first, difference.second)
      }
    }
    return result
  }
}
