extension MathNode {
  /// The name that it spells, in whatever way: `diag` for `\operatorname{diag}`, `\mathrm{diag}`, `\text{diag}`,
  /// `{\rm diag}`; nil if it is more than a name.
  public var word: String? {
    switch kind {
    case .function(let name): name
    case .letter(let name): name
    case .styled(_, let row), .group(let row): MathNode.word(of: row.nodes)
    case .text(let text): text.isPlain ? text.plain : nil
    default: nil
    }
  }

  /// Whether a style spells a word with several letters, which are no quantities: \mathrm{tanh}.
  public var isSpeltOut: Bool {
    guard case .styled = kind, let word else { return false }
    return word.count > 1
  }

  /// The name that `nodes` spell: Latin letters, digits behind them, hyphens between them; thin blanks are passed over.
  public static func word(of nodes: [MathNode]) -> String? {
    if nodes.count == 1, let word = nodes[0].multiLetterWord { return word }
    var word = ""
    for node in nodes {
      switch node.kind {
      case .letter(let name): word += name
      case .number(let digits) where !word.isEmpty: word += digits
      case .operation("-") where !word.isEmpty: word += "-"
      case .space(.thin), .space(.negative), .space(.medium): continue
      default: return nil
      }
    }
    return word.isEmpty || word.hasSuffix("-") ? nil : word
  }

  private var multiLetterWord: String? {
    if case .letter = kind { return nil }
    return word
  }
}

extension MathText {
  /// The words, without blanks at the ends and the formulas among them.
  public var plain: String {
    let words = pieces.map { piece -> String in
      guard case .words(let words, _) = piece else { return "" }
      return words
    }
    return words.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether no formula stands among the words.
  public var isPlain: Bool {
    pieces.allSatisfy { piece in
      guard case .words = piece else { return false }
      return true
    }
  }
}
