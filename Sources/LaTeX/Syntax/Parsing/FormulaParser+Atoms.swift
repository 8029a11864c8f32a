/// Atoms: what stands on the line, without its scripts.
extension FormulaParser {
  /// The atom at this place, which is not the end of the window. At least one token is read.
  mutating func atom() -> MathNode {
    let token = tokens[place]
    switch token.kind {
    case .command(let name): return command(name)
    case .character(let scalar): return character(UnicodeTable.plain(scalar))
    case .openBrace: return group()
    case .closeBrace:
      tell(.unexpectedCloseBrace, token.range)
      return leaf(.unknown("}"))
    case .ampersand: return leaf(.alignmentMark)
    case .dollar:
      tell(.strayDollar, token.range)
      return leaf(.unknown(token.text))
    case .definition(let name): return leaf(.definition(name))
    case .parameter, .markup, .superscript, .subscript, .space, .comment: return leaf(.unknown(token.text))
    }
  }

  /// A node of `count` tokens.
  mutating func leaf(_ kind: MathNode.Kind, tokens count: Int = 1) -> MathNode {
    let start = place
    place += count
    return MathNode(kind, range(from: start))
  }

  private mutating func group() -> MathNode {
    guard let row = nested({ $0.braced() }) ?? skipDeep() else { return leaf(.unknown("{")) }
    return MathNode(.group(row), row.range)
  }

  /// A letter, a digit, a sign.
  private mutating func character(_ scalar: Unicode.Scalar) -> MathNode {
    if isLatinLetter(scalar) { return leaf(.letter(String(scalar))) }
    if isNumberStart(scalar) { return number() }
    if let sign = sign(scalar) { return sign }
    if let (name, side) = Delimiters.byScalar[scalar] { return delimiter(name, side) }
    if let name = UnicodeTable.command(for: scalar) { return command(name) }
    if let styled = UnicodeAlphabets.styled(scalar) { return self.styled(styled) }
    if let (letter, accent) = UnicodeAccents.parts(scalar) {
      let node = leaf(.letter(letter))
      return MathNode(.accented(accent, MathRow([node], node.range)), node.range)
    }
    if let number = circledNumber(scalar) {
      let node = leaf(.number(String(number)))
      return MathNode(.framed(.circled, MathRow([node], node.range)), node.range)
    }
    return leaf(scalar.properties.isAlphabetic ? .letter(String(scalar)) : .unknown(String(scalar)))
  }

  /// ①…⑳.
  private func circledNumber(_ scalar: Unicode.Scalar) -> Int? {
    (0x2460...0x2473).contains(scalar.value) ? Int(scalar.value) - 0x245F : nil
  }

  private mutating func styled(_ styled: UnicodeAlphabets.Styled) -> MathNode {
    let kind: MathNode.Kind =
      if styled.isDigit {
        .number(styled.name)
      } else if styled.name == "nabla" || styled.name == "partial" {
        .symbol(styled.name)
      } else {
        .letter(styled.name)
      }
    let node = leaf(kind)
    guard let style = styled.style else { return node }
    return MathNode(.styled(style, MathRow([node], node.range)), node.range)
  }

  // MARK: Signs

  /// Signs of one to three characters, the longest first.
  private static let signs: [(text: [Unicode.Scalar], kind: MathNode.Kind)] = [
    ("::=", .relation("::=")), ("...", .ellipsis("dots")), ("-->", .relation("to")), ("<--", .relation("gets")),
    ("<=>", .relation("Leftrightarrow")), ("==>", .relation("Rightarrow")),
    (":=", .relation(":=")), ("=:", .relation("=:")), ("==", .relation("==")), ("<=", .relation("le")),
    (">=", .relation("ge")), ("!=", .relation("ne")), ("->", .relation("to")), ("=>", .relation("Rightarrow")),
    (".*", .operation(".*")), ("./", .operation("./")), ("**", .operation("**")), ("<<", .relation("ll")),
    (">>", .relation("gg")),
    ("=", .relation("=")), ("<", .relation("<")), (">", .relation(">")), ("+", .operation("+")),
    ("-", .operation("-")), ("*", .operation("*")), ("/", .operation("/")), (",", .punctuation(",")),
    (";", .punctuation(";")), (":", .punctuation(":")), (".", .punctuation(".")), ("!", .punctuation("!")),
    ("?", .punctuation("?")), ("\"", .punctuation("\"")), ("`", .punctuation("`")), ("—", .punctuation("—")),
    ("~", .space(.word)), ("#", .symbol("#")),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  private static let signsByStart = Dictionary(grouping: signs) { $0.text[0] }

  private mutating func sign(_ scalar: Unicode.Scalar) -> MathNode? {
    for sign in Self.signsByStart[scalar] ?? [] where matches(sign.text) {
      return leaf(sign.kind, tokens: sign.text.count)
    }
    return nil
  }

  private func matches(_ text: [Unicode.Scalar]) -> Bool {
    for (distance, scalar) in text.enumerated() {
      guard let found = character(ahead: distance), UnicodeTable.plain(found) == scalar else { return false }
    }
    return true
  }
}
