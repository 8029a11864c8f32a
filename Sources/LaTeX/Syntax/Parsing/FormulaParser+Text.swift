/// Words within formulas.
extension FormulaParser {
  /// The argument of `\text`: words, and formulas between dollars.
  mutating func text(_ style: MathStyle, _ written: String) -> MathNode.Kind {
    guard skipTrivia() else {
      tell(.missingArgument(of: written), lastRange)
      return .text(MathText(style, []))
    }
    switch tokens[place].kind {
    case .openBrace: return .text(MathText(style, contents { $0.pieces() }))
    case .closeBrace, .ampersand, .command("\\"):
      tell(.missingArgument(of: written), lastRange)
      return .text(MathText(style, []))
    default:
      place += 1
      return .text(MathText(style, [.words(Self.words(tokens[place - 1]), tokens[place - 1].range)]))
    }
  }

  /// The pieces up to the end of the window.
  private mutating func pieces() -> [MathText.Piece] {
    var pieces: [MathText.Piece] = []
    var words = ""
    var start = place
    func flush(_ parser: FormulaParser) {
      if !words.isEmpty { pieces.append(.words(words, parser.range(from: start))) }
      words = ""
    }
    while place < limit {
      steps += 1
      let token = tokens[place]
      if let end = formulaEnd() {
        flush(self)
        let open = place
        place += 1
        let nodes = window(to: end) { $0.nestedRow() }
        place = end + 1
        pieces.append(.formula(MathRow(nodes, range(from: open))))
        start = place
        continue
      }
      if token.kind == .dollar || token.isCommand("(") { tell(.strayDollar, token.range) }
      words += Self.words(token)
      place += 1
    }
    flush(self)
    return pieces
  }

  /// Where the formula that begins here ends, if one does: at the next dollar, or at `\)`.
  private mutating func formulaEnd() -> Int? {
    let closer: MathToken.Kind
    switch tokens[place].kind {
    case .dollar: closer = .dollar
    case .command("("): closer = .command(")")
    default: return nil
    }
    // Without a partner once, there is none further on.
    if textWithoutPartner == limit { return nil }
    var end = place + 1
    while end < limit, tokens[end].kind != closer { end += 1 }
    steps += end - place
    if end < limit { return end }
    textWithoutPartner = limit
    return nil
  }

  /// What a token is in words.
  private static func words(_ token: MathToken) -> String {
    switch token.kind {
    case .openBrace, .closeBrace, .comment: return ""
    case .character("~"): return " "
    case .command(let name):
      switch name {
      case " ", ",", ";", ":", "quad", "qquad", "\\", "space", "enspace": return " "
      case "&", "%", "$", "#", "_", "{", "}": return name
      case "textbf", "textit", "textrm", "text", "emph", "bf", "it", "rm", "mbox", "underline", "textsf", "texttt",
        "em":
        return ""
      default: return "\\" + name
      }
    default: return token.text
    }
  }
}
