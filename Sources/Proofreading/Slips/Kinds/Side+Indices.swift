import LaTeX

extension Side {
  /// w_{ji} for w_{ij}: everywhere, or at one place.
  var exchangedIndexEdits: [Edit] {
    let candidates = symbols.filter { $0.lowerItems.count >= 2 || twoDigits($0) != nil }
    var result: [Edit] = []
    var seen: Set<String> = []
    for symbol in candidates {
      let same = candidates.filter { latex($0.node) == latex(symbol.node) }
      if same.count > 1, seen.insert(latex(symbol.node)).inserted { result.append(exchange(same)) }
      result.append(exchange([symbol]))
    }
    return result
  }

  private func exchange(_ symbols: [WrittenSymbol]) -> Edit {
    let replacements = symbols.flatMap { symbol -> [Edit.Replacement] in
      if let digits = twoDigits(symbol) { return [.init(digits.range, digits.exchanged)] }
      let items = symbol.lowerItems
      return [.init(items[0].range, latex(items[1])), .init(items[1].range, latex(items[0]))]
    }
    return edit(
      .exchangedIndices, "indices of \(name([symbols[0].base])) exchanged", replacements, mark: symbols[0].node.range)
  }

  /// w_{12} is a number to the parser.
  private func twoDigits(_ symbol: WrittenSymbol) -> (range: Range<Int>, exchanged: String)? {
    guard symbol.lowerItems.count == 1, case .number(let digits) = symbol.lowerItems[0].kind, digits.count == 2,
      symbol.lowerItems[0].range.count == 2
    else { return nil }
    return (symbol.lowerItems[0].range, String(digits.reversed()))
  }

  /// 1 for i and i for 1: throughout the side, or at one place.
  var fixedIndexEdits: [Edit] {
    let places = indexPlaces
    var result: [Edit] = []
    let numbers = unique(places.filter { $0.isNumber }.map(\.text))
    let letters = unique(outerIndices + near.indexLetters)
    for number in numbers {
      for letter in letters {
        let same = places.filter { $0.text == number }
        if same.count > 1 { result.append(replacing(same, by: letter, "holds for \(letter) = \(number) only")) }
        result += same.map { replacing([$0], by: letter, "holds for \(letter) = \(number) only") }
      }
    }
    let bound = inventory.sums.compactMap { $0.index.map { latex($0) } }
    for letter in unique(places.filter { !$0.isNumber }.map(\.text)) where !bound.contains(letter) {
      let same = places.filter { $0.text == letter }
      if same.count > 1 { result.append(replacing(same + bare(letter), by: "1", "index 1, not \(letter)")) }
      result += same.map { replacing([$0], by: "1", "index 1, not \(letter)") }
    }
    return result
  }

  /// One index for another one at one place, of one letter throughout, under a sum.
  var otherIndexEdits: [Edit] {
    let letters = unique(outerIndices + near.indexLetters)
    var result: [Edit] = []
    for place in indexPlaces where !place.isNumber {
      for letter in letters where letter != place.text {
        result.append(replacing([place], by: letter, "index \(plain(letter)), not \(plain(place.text))"))
      }
    }
    for sum in inventory.sums {
      guard let index = sum.index else { continue }
      for letter in letters where letter != latex(index) {
        result.append(
          edit(
            .otherIndex, "the sum is over \(plain(letter)), not \(plain(latex(index)))",
            [replacing(index, in: sum.scripts.lower, by: letter)], mark: index.range, shown: sum.node.range))
      }
    }
    return result + throughout(letters)
  }

  private func throughout(_ letters: [String]) -> [Edit] {
    let places = indexPlaces
    return unique(places.filter { !$0.isNumber }.map(\.text)).flatMap { old -> [Edit] in
      let same = places.filter { $0.text == old }
      guard same.count > 1 else { return [] }
      return letters.filter { letter in !places.contains { $0.text == letter } }.map { letter in
        replacing(same + bare(old), by: letter, "index \(plain(letter)), not \(plain(old))")
      }
    }
  }

  // MARK: Places of indices

  /// A subscript.
  private struct IndexPlace {
    var node: MathNode
    var row: MathRow?
    var text: String
    var isNumber: Bool
    var symbol: MathNode
  }

  private var indexPlaces: [IndexPlace] {
    symbols.filter { !isWidth($0) }.flatMap { symbol in
      symbol.lowerItems.map { item in
        var isNumber = false
        if case .number = item.kind { isNumber = true }
        return IndexPlace(
          node: item, row: symbol.lower, text: latex(item), isNumber: isNumber, symbol: symbol.node)
      }
    }
  }

  /// n_l: its subscript is a layer.
  private func isWidth(_ symbol: WrittenSymbol) -> Bool {
    guard symbol.upper == nil, case .letter = symbol.lowerLayer?.first?.kind else { return false }
    return true
  }

  /// The index itself, as in [i = k].
  private func bare(_ letter: String) -> [IndexPlace] {
    symbols.filter { $0.lower == nil && $0.upper == nil && latex($0.node) == letter }.map {
      IndexPlace(node: $0.node, row: nil, text: letter, isNumber: false, symbol: $0.node)
    }
  }

  private func replacing(_ places: [IndexPlace], by text: String, _ reason: String) -> Edit {
    let mark = places.count == 1 ? places[0].symbol.range : rows[0].range
    let kind: Slip.Kind = places[0].isNumber || text == "1" ? .fixedIndex : .otherIndex
    return edit(kind, reason, places.map { replacing($0.node, in: $0.row, by: text) }, mark: mark)
  }

  func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
