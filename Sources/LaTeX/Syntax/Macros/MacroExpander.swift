/// Puts what macros stand for in the place of their calls.
///
/// An expanded token has the range of the call; but where a body uses its arguments in order, what comes from an argument
/// keeps its own range, and what comes from the body has the part of the call around it. So ranges never go backwards.
///
/// The work is bounded: by the depth of macros within macros, and by the tokens that are made.
struct MacroExpander {
  /// Tokens that wait to be read, the innermost last.
  private struct Frame {
    var source: BalancedTokens
    var place = 0
    /// How many macros deep the tokens are.
    var level: Int
  }

  /// Deeper macros are left as they are.
  static let maximumLevel = 100
  /// The tokens that may be made, besides some for each of the source.
  static let tokenBudget = 20_000

  private var macros: MacroTable
  private var frames: [Frame]
  private var budget: Int
  private var output: [MathToken] = []
  private var problems: [MathProblem] = []
  private var told: Set<MathProblem.Kind> = []

  /// `tokens` without macros and definitions; the latter are carried out and leave a mark.
  static func expand(_ tokens: [MathToken], _ macros: MacroTable) -> (tokens: [MathToken], problems: [MathProblem]) {
    var expander = MacroExpander(macros: macros, frames: [Frame(source: BalancedTokens(tokens), level: 0)])
    expander.output.reserveCapacity(tokens.count)
    while expander.step() {}
    return (expander.output, expander.problems)
  }

  private init(macros: MacroTable, frames: [Frame]) {
    self.macros = macros
    self.frames = frames
    budget = Self.tokenBudget + 10 * (frames.first?.source.tokens.count ?? 0)
  }

  /// Handles one token; false if there is none.
  private mutating func step() -> Bool {
    guard let frame = current else { return false }
    let token = frame.source.tokens[frame.place]
    guard case .command(let name) = token.kind else {
      advance()
      output.append(token)
      return true
    }
    if let definition = DefinitionReader.read(frame.source, at: frame.place) {
      carryOut(definition, token)
    } else if let macro = macros[name], macro.isAlias {
      advance()
      output.append(MathToken(macro.body[0], token.range))
    } else if let macro = macros[name] {
      call(name, macro, token, level: frame.level)
    } else {
      advance()
      output.append(token)
    }
    return true
  }

  private mutating func carryOut(_ definition: DefinitionReader.Definition, _ token: MathToken) {
    frames[frames.count - 1].place = definition.end
    if let macro = definition.macro {
      macros.define(definition.name, macro, overwriting: definition.overwrites)
      output.append(MathToken(.definition(definition.name), definition.range))
    } else {
      problems.append(definition.problem)
      output.append(token)
    }
  }

  private mutating func call(_ name: String, _ macro: MathMacro, _ token: MathToken, level: Int) {
    guard level < Self.maximumLevel else { return leave(token, .macroRecursion(name)) }
    let before = frames
    advance()
    guard let arguments = arguments(of: macro) else {
      frames = before
      return leave(token, .missingArgument(of: "\\" + name))
    }
    let expansion = Expansion(call: token.range, macro: macro, arguments: arguments)
    budget -= expansion.tokens.count + 1
    guard budget > 0 else {
      frames = before
      return leave(token, .expansionTooLong)
    }
    frames.append(Frame(source: BalancedTokens(expansion.tokens), level: level + 1))
  }

  /// Leaves a call as it stands; the parser won't know it. A problem is told once, however often it comes back.
  private mutating func leave(_ token: MathToken, _ kind: MathProblem.Kind) {
    if told.insert(kind).inserted { problems.append(MathProblem(kind, token.range)) }
    advance()
    output.append(token)
  }

  // MARK: Arguments

  private mutating func arguments(of macro: MathMacro) -> [Expansion.Argument]? {
    var arguments: [Expansion.Argument] = []
    if macro.takesStar, let frame = peek(), frame.character == "*" { advance() }
    for number in 0..<macro.parameterCount {
      if number == 0, let value = macro.optional {
        arguments.append(bracket() ?? Expansion.Argument(value: value))
      } else if let argument = argument() {
        arguments.append(argument)
      } else {
        return nil
      }
    }
    return arguments
  }

  /// What stands between braces, or a single token.
  private mutating func argument() -> Expansion.Argument? {
    guard let token = peek() else { return nil }
    let place = frames[frames.count - 1].place
    let source = frames[frames.count - 1].source
    switch token.kind {
    case .closeBrace, .ampersand, .dollar: return nil
    case .openBrace:
      guard let end = source.closing(of: place) else { return nil }
      frames[frames.count - 1].place = end + 1
      return Expansion.Argument(
        tokens: Array(source.tokens[place + 1..<end]),
        range: token.range.lowerBound..<source.tokens[end].range.upperBound)
    default:
      advance()
      return Expansion.Argument(tokens: [token], range: token.range)
    }
  }

  /// What stands between square brackets, if they follow.
  private mutating func bracket() -> Expansion.Argument? {
    guard let token = peek(), token.character == "[" else { return nil }
    let place = frames[frames.count - 1].place
    let source = frames[frames.count - 1].source
    var end = place + 1
    while end < source.tokens.count, source.tokens[end].character != "]" {
      guard source.tokens[end].kind != .closeBrace, end - place < 200 else { return nil }
      end = (source.closing(of: end) ?? end) + 1
    }
    guard end < source.tokens.count else { return nil }
    frames[frames.count - 1].place = end + 1
    return Expansion.Argument(
      tokens: Array(source.tokens[place + 1..<end]),
      range: token.range.lowerBound..<source.tokens[end].range.upperBound)
  }

  // MARK: Frames

  /// The innermost frame that has tokens left.
  private var current: Frame? {
    mutating get {
      while let frame = frames.last {
        if frame.place < frame.source.tokens.count { return frame }
        frames.removeLast()
      }
      return nil
    }
  }

  /// The next token that counts; blanks and comments before it are passed over.
  private mutating func peek() -> MathToken? {
    while let frame = current {
      let token = frame.source.tokens[frame.place]
      guard token.isTrivia else { return token }
      advance()
    }
    return nil
  }

  private mutating func advance() { frames[frames.count - 1].place += 1 }
}
