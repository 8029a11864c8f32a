/// Reads one definition of a macro.
struct DefinitionReader {
  /// What was read.
  struct Definition {
    /// The name without its backslash; the defining command's if there is none.
    var name: String
    /// What it stands for; nil if the definition can't be read.
    var macro: MathMacro?
    /// Whether an earlier definition gives way; not for `\providecommand`.
    var overwrites: Bool
    /// The place behind the definition.
    var end: Int
    /// The scalars of the definition.
    var range: Range<Int>

    /// What to say if it can't be read.
    var problem: MathProblem { MathProblem(.malformedDefinition(name), range) }
  }

  private enum Form { case newCommand, primitive, alias, mathOperator, pairedDelimiter }

  private static let forms: [String: Form] = [
    "newcommand": .newCommand, "renewcommand": .newCommand, "providecommand": .newCommand,
    "DeclareRobustCommand": .newCommand, "def": .primitive, "gdef": .primitive, "edef": .primitive,
    "xdef": .primitive, "let": .alias, "DeclareMathOperator": .mathOperator,
    "DeclarePairedDelimiter": .pairedDelimiter,
  ]

  private let source: BalancedTokens
  private var place: Int

  /// The definition that begins at `place`; nil if no defining command stands there.
  static func read(_ source: BalancedTokens, at place: Int) -> Definition? {
    guard case .command(let command) = source.tokens[place].kind, let form = forms[command] else { return nil }
    var reader = DefinitionReader(source: source, place: place + 1)
    let isStarred = reader.skip("*")
    let name = form == .primitive || form == .alias ? reader.command() : reader.name()
    let macro = name == nil ? nil : reader.macro(form, isStarred: isStarred)
    let end = macro == nil ? place + 1 : reader.place
    return Definition(
      name: macro == nil ? command : name ?? command, macro: macro, overwrites: command != "providecommand", end: end,
      range: source.tokens[place].range.lowerBound..<source.tokens[end - 1].range.upperBound)
  }

  private mutating func macro(_ form: Form, isStarred: Bool) -> MathMacro? {
    switch form {
    case .newCommand: return newCommand()
    case .primitive: return primitive()
    case .alias:
      _ = skip("=")
      guard let kind = next(), kind != .openBrace, kind != .closeBrace else { return nil }
      return MathMacro(parameterCount: 0, isAlias: true, body: [kind])
    case .mathOperator:
      guard let body = argument() else { return nil }
      let head: [MathToken.Kind] = [.command("operatorname")] + (isStarred ? [.character("*")] : [])
      return MathMacro(parameterCount: 0, body: head + [.openBrace] + body + [.closeBrace])
    case .pairedDelimiter:
      guard let left = argument(), let right = argument() else { return nil }
      let body = [.command("left")] + left + [.parameter(2, level: 1), .command("right")] + right
      return MathMacro(parameterCount: 2, optional: [], takesStar: true, body: body)
    }
  }

  /// `[2][default]{body}` behind the name.
  private mutating func newCommand() -> MathMacro? {
    var count = 0
    var optional: [MathToken.Kind]?
    if let number = bracket() {
      guard number.count == 1, case .character(let scalar) = number[0], let digit = decimalDigit(scalar) else {
        return nil
      }
      count = digit
      if count > 0 { optional = bracket() }
    }
    guard let body = argument() else { return nil }
    return MathMacro(parameterCount: count, optional: optional, body: body)
  }

  /// `#1#2{body}` behind the name. Parameters with marks between them (`#1;#2`) are not supported.
  private mutating func primitive() -> MathMacro? {
    var count = 0
    while place < source.tokens.count, case .parameter(count + 1, level: _) = source.tokens[place].kind {
      count += 1
      place += 1
    }
    skipTrivia()
    guard place < source.tokens.count, source.tokens[place].kind == .openBrace, let body = argument() else {
      return nil
    }
    return MathMacro(parameterCount: count, body: body)
  }

  // MARK: Pieces

  /// `{\name}` or `\name`.
  private mutating func name() -> String? {
    guard let kinds = argument(), kinds.count == 1, case .command(let name) = kinds[0] else { return nil }
    return Self.forms[name] == nil ? name : nil
  }

  private mutating func command() -> String? {
    guard case .command(let name)? = next(), Self.forms[name] == nil else { return nil }
    return name
  }

  /// The tokens between braces, or a single token.
  private mutating func argument() -> [MathToken.Kind]? {
    skipTrivia()
    guard place < source.tokens.count else { return nil }
    let kind = source.tokens[place].kind
    guard kind == .openBrace else {
      place += 1
      return kind == .closeBrace ? nil : [kind]
    }
    guard let end = source.closing(of: place) else { return nil }
    defer { place = end + 1 }
    return source.tokens[place + 1..<end].map(\.kind).filter { $0 != .comment }
  }

  /// The tokens between square brackets, if they stand here.
  private mutating func bracket() -> [MathToken.Kind]? {
    skipTrivia()
    guard place < source.tokens.count, source.tokens[place].character == "[" else { return nil }
    var end = place + 1
    while end < source.tokens.count, source.tokens[end].character != "]" {
      guard source.tokens[end].kind != .closeBrace, end - place < 200 else { return nil }
      end = (source.closing(of: end) ?? end) + 1
    }
    guard end < source.tokens.count else { return nil }
    defer { place = end + 1 }
    return source.tokens[place + 1..<end].map(\.kind).filter { $0 != .space && $0 != .comment }
  }

  private mutating func next() -> MathToken.Kind? {
    skipTrivia()
    guard place < source.tokens.count else { return nil }
    defer { place += 1 }
    return source.tokens[place].kind
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    skipTrivia()
    guard place < source.tokens.count, source.tokens[place].character == scalar else { return false }
    place += 1
    return true
  }

  private mutating func skipTrivia() {
    while place < source.tokens.count, source.tokens[place].isTrivia { place += 1 }
  }
}
