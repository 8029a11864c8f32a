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
    if let count = UnicodeTable.primes(scalar) {
      let primes = Array(repeating: tokens[place].range, count: count)
      return leaf(.scripts(MathScripts(base: nil, primes: primes)))
    }
    if let composed = composedNumber(scalar) { return composed }
    return leaf(scalar.properties.isAlphabetic ? .letter(String(scalar)) : .unknown(String(scalar)))
  }

  /// ①…⑳ and ½.
  private mutating func composedNumber(_ scalar: Unicode.Scalar) -> MathNode? {
    let range = tokens[place].range
    func row(_ number: Int) -> MathRow { MathRow([MathNode(.number(String(number)), range)], range) }
    if (0x2460...0x2473).contains(scalar.value) { return leaf(.framed(.circled, row(Int(scalar.value) - 0x245F))) }
    guard let (above, below) = UnicodeTable.fractions[scalar] else { return nil }
    return leaf(.fraction(MathFraction(.bar, row(above), row(below))))
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

  /// The sign that begins with `scalar` at this place, the longest.
  mutating func sign(_ scalar: Unicode.Scalar) -> MathNode? {
    for sign in SignTable.signs(startingWith: scalar) where matches(sign.text) {
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
