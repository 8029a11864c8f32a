/// A word of the text grammar and where it begins.
struct TextToken: Sendable {
  enum Kind: Hashable, Sendable {
    case number(Rational)
    /// An identifier with the primes behind it: `f''` is ("f", 2).
    case name(String, primes: Int)
    /// An operator or a bracket.
    case sign(String)
    case end
  }

  let kind: Kind
  /// The column of the first character, counted from 1 in Unicode scalars.
  let column: Int
  /// The token as it was written.
  let text: String
}

/// Cuts a text into tokens. Linear in its length.
struct TextLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The longer signs come first, so that `<=` is not read as `<`.
  private static let signs = [
    "**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", "<", ">", "=",
  ].map { Array($0.unicodeScalars) }

  /// Characters that people paste for the plain signs.
  private static let synonyms: [Unicode.Scalar: Unicode.Scalar] = ["−": "-", "·": "*", "×": "*", "÷": "/"]

  mutating func tokens() throws(TextError) -> [TextToken] {
    var result: [TextToken] = []
    while let token = try next() { result.append(token) }
    result.append(TextToken(kind: .end, column: scalars.count + 1, text: "the end"))
    return result
  }

  private mutating func next() throws(TextError) -> TextToken? {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
    guard position < scalars.count else { return nil }
    let scalar = scalars[position]
    if isDigit(scalar) || (scalar == "." && position + 1 < scalars.count && isDigit(scalars[position + 1])) {
      return try number()
    }
    if scalar.properties.isAlphabetic || scalar == "_" { return name() }
    for sign in Self.signs where matches(sign) {
      defer { position += sign.count }
      return token(.sign(text(sign)), from: position, to: position + sign.count)
    }
    throw TextError(column: position + 1, problem: .unexpectedCharacter(String(scalar)))
  }

  private mutating func number() throws(TextError) -> TextToken {
    let start = position
    while position < scalars.count, isDigit(scalars[position]) || scalars[position] == "." { position += 1 }
    if position < scalars.count, scalars[position] == "e" || scalars[position] == "E" {
      var ahead = position + 1
      if ahead < scalars.count, scalars[ahead] == "+" || scalars[ahead] == "-" { ahead += 1 }
      if ahead < scalars.count, isDigit(scalars[ahead]) {
        position = ahead
        while position < scalars.count, isDigit(scalars[position]) { position += 1 }
      }
    }
    let written = text(scalars[start..<position])
    guard let value = Rational(decimal: Self.withoutBarePoint(written)) else {
      let isTooLarge =
        Rational(decimal: Self.withoutBarePoint(String(written.prefix { $0 != "e" && $0 != "E" }))) != nil
      throw TextError(column: start + 1, problem: isTooLarge ? .exponentTooLarge(written) : .malformedNumber(written))
    }
    return token(.number(value), from: start, to: position)
  }

  /// `5.` and `5.e3` as 5 and 5e3.
  private static func withoutBarePoint(_ number: String) -> String {
    guard let point = number.firstIndex(of: "."), point != number.startIndex else { return number }
    let behind = number[number.index(after: point)...]
    if let next = behind.first, next != "e", next != "E" { return number }
    return String(number[..<point] + behind)
  }

  private mutating func name() -> TextToken {
    let start = position
    while position < scalars.count,
      scalars[position].properties.isAlphabetic || isDigit(scalars[position]) || scalars[position] == "_"
    { position += 1 }
    let name = text(scalars[start..<position])
    var primes = 0
    while position < scalars.count, scalars[position] == "'" || scalars[position] == "′" {
      primes += 1
      position += 1
    }
    return token(.name(name, primes: primes), from: start, to: position)
  }

  private func token(_ kind: TextToken.Kind, from start: Int, to end: Int) -> TextToken {
    TextToken(kind: kind, column: start + 1, text: text(scalars[start..<end]))
  }

  private func matches(_ sign: [Unicode.Scalar]) -> Bool {
    position + sign.count <= scalars.count
      && (0..<sign.count).allSatisfy {
        (Self.synonyms[scalars[position + $0]] ?? scalars[position + $0]) == sign[$0]
      }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
