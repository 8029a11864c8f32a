/// Cuts a formula into tokens, without loss. Linear in the length of the input.
struct MathLexer {
  private let source: [Unicode.Scalar]
  private var position = 0

  /// The tokens of `source`; together they cover it, in order.
  static func tokens(of source: [Unicode.Scalar]) -> [MathToken] {
    var lexer = MathLexer(source: source)
    var tokens: [MathToken] = []
    while lexer.position < source.count {
      let start = lexer.position
      let kind = lexer.next()
      tokens.append(MathToken(kind, start..<lexer.position))
    }
    return tokens
  }

  private init(source: [Unicode.Scalar]) { self.source = source }

  private mutating func next() -> MathToken.Kind {
    let scalar = source[position]
    position += 1
    switch scalar {
    case "\\": return command()
    case "{": return .openBrace
    case "}": return .closeBrace
    case "^": return .superscript
    case "_": return .subscript
    case "&": return entity() ?? .ampersand
    case "$":
      take { $0 == "$" }
      return .dollar
    case "#": return parameter()
    case "%":
      take { $0 != "\n" && $0 != "\r" }
      return .comment
    case "<": return markup() ?? .character(scalar)
    case _ where isBlank(scalar):
      take(while: isBlank)
      return .space
    default: return .character(scalar)
    }
  }

  /// Letters, or a single scalar that is none.
  private mutating func command() -> MathToken.Kind {
    let start = position
    take(while: isLatinLetter)
    if position == start, position < source.count { position += 1 }
    return .command(text(start..<position))
  }

  private mutating func parameter() -> MathToken.Kind {
    let start = position
    var end = position
    while end < source.count, source[end] == "#" { end += 1 }
    guard end < source.count, let digit = decimalDigit(source[end]), digit > 0 else { return .character("#") }
    position = end + 1
    return .parameter(digit, level: end - start + 1)
  }

  /// `&lt;` and its like, which pages put where a formula has `<`.
  private mutating func entity() -> MathToken.Kind? {
    let start = position
    var end = start
    while end < source.count, end - start < 5, isLatinLetter(source[end]) { end += 1 }
    guard end < source.count, source[end] == ";", let kind = Self.entities[text(start..<end)] else { return nil }
    position = end + 1
    return kind
  }

  private static let entities: [String: MathToken.Kind] = [
    "lt": .character("<"), "gt": .character(">"), "amp": .ampersand, "nbsp": .space, "quot": .character("\""),
  ]

  /// `<sup>`, `</sup>`, `<br/>`: only tags that can't be an inequality.
  private mutating func markup() -> MathToken.Kind? {
    var end = position
    if end < source.count, source[end] == "/" { end += 1 }
    let name = end
    while end < source.count, end - name < 7, isLatinLetter(source[end]) { end += 1 }
    guard Self.tags.contains(text(name..<end)) else { return nil }
    while end < source.count, source[end] == " " || source[end] == "/" { end += 1 }
    guard end < source.count, source[end] == ">" else { return nil }
    defer { position = end + 1 }
    return .markup(text(position - 1..<end + 1))
  }

  private static let tags: Set<String> = ["sup", "sub", "br", "em", "strong", "span", "div", "font"]

  private mutating func take(while condition: (Unicode.Scalar) -> Bool) {
    while position < source.count, condition(source[position]) { position += 1 }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(source[range])) }
}

/// White space, and what is as wide as nothing.
func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F: true
  default: scalar.properties.isWhitespace
  }
}

/// a–z and A–Z, of which the names of commands consist.
func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

/// The value of 0–9.
func decimalDigit(_ scalar: Unicode.Scalar) -> Int? {
  ("0"..."9").contains(scalar) ? Int(scalar.value) - 0x30 : nil
}
