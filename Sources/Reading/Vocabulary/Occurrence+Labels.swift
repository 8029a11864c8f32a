import LaTeX

extension Occurrence {
  /// Takes words below into the name: W_{\text{in}}, w_{\mathrm{h}}; `new` is a mark, like the + of w^+, and `old` says
  /// nothing.
  mutating func takeLabels() {
    dropTense()
    // E_{\text{total}} is the loss, whatever it is called in detail.
    if VocabularyReader.lossLetters.contains(letter) { return }
    var label = ""
    while let first = subscripts.first, first.count == 1, let name = first[0].labelName {
      subscripts.removeFirst()
      if name == "old" { continue }
      if name == "new" { mark += "+" } else { label += name }
    }
    if !label.isEmpty { letter += "_{\(label)}" }
  }

  /// w_{1new}, w_{new}: before and after an update.
  private mutating func dropTense() {
    let letters = subscripts.suffix(3).map { $0.count == 1 ? $0[0].plainLetter : nil }
    switch letters {
    case ["n", "e", "w"]: mark += "+"
    case ["o", "l", "d"]: break
    default: return
    }
    subscripts.removeLast(3)
  }

  /// The letter without the label below it: W of W_{in}.
  static func base(of letter: String) -> String {
    guard letter.hasSuffix("}"), let mark = letter.lastIndex(of: "_"), letter[mark...].hasPrefix("_{") else {
      return letter
    }
    return String(letter[..<mark])
  }
}

extension MathNode {
  /// The letter of a node in italics.
  fileprivate var plainLetter: String? {
    if case .letter(let name) = kind, name.count == 1 { name } else { nil }
  }

  /// What a word in upright type spells; nil for letters in italics, which are indices.
  var labelName: String? {
    switch kind {
    case .text(let text):
      text.isPlain && !text.plain.isEmpty && text.plain.allSatisfy(\.isLetter) ? text.plain : nil
    case .styled(.roman, let row), .styled(.operatorName, let row), .styled(.sansSerif, let row):
      MathNode.word(of: row.nodes)
    case .group(let row):
      row.nodes.withoutBlanks.count == 1 ? row.nodes.withoutBlanks[0].labelName : nil
    default: nil
    }
  }
}
