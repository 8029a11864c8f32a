import Expressions
import Proofreading
import Reading

/// Directives in notes that tell something: `derive: --arch 1-4-3-2 --loss mse`, or `derive: arch 1-4-3-2, loss mse`.
enum DirectiveOptions {
  private static let record = CommandRecord(
    name: .check, operands: [], summary: "", details: [], examples: [], options: CommandTable.directiveOptions)

  /// What the directives of `document` tell, the last one of a kind counting, and what is wrong with them.
  static func settings(of document: Document) -> (settings: Settings, errors: [CommandError]) {
    var settings = Settings()
    var errors: [CommandError] = []
    for directive in document.directives where directive.kind == .setting {
      do throws(CommandError.DirectiveFault) {
        settings = try read(directive.text.string).filled(from: settings)
      } catch {
        errors.append(CommandError(.directive(document.name, directive.text.start, error), in: .check))
      }
    }
    return (settings, errors)
  }

  /// What the text of one directive tells.
  static func read(_ text: String) throws(CommandError.DirectiveFault) -> Settings {
    let words = text.hasPrefix("-") ? try shellWords(text) : try listWords(text)
    let arguments: Arguments
    let settings: Settings
    do throws(CommandError) {
      arguments = try Arguments(words, of: record)
      settings = try arguments.settings()
    } catch {
      throw .option(CommandError(error.problem, in: .main))
    }
    if let operand = arguments.operands.first { throw unknown(operand) }
    return settings
  }

  private static let names = record.options.map(\.name.rawValue)

  private static func unknown(_ word: String) -> CommandError.DirectiveFault {
    let plain = String(word.drop { $0 == "-" })
    let suggestion = NearMiss.suggestion(for: plain, among: names + ["ignore", "expect refuted"])
    return .unknownWord(word, suggestion: suggestion)
  }

  // MARK: --arch 1-4-3-2 --loss mse

  /// Words between blanks; quotes, single or double, keep blanks together, as in a shell.
  private static func shellWords(_ text: String) throws(CommandError.DirectiveFault) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if quote != nil { throw .unclosedQuote }
    if let word { words.append(word) }
    return words
  }

  // MARK: arch 1-4-3-2, loss mse

  /// The same as options. A piece between commas that does not begin with the name of an option belongs to the value of
  /// the one before: activation tanh,softmax, loss mse.
  private static func listWords(_ text: String) throws(CommandError.DirectiveFault) -> [String] {
    var words: [String] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let piece = piece.drop { $0.isWhitespace }
      let name = piece.prefix { !$0.isWhitespace && $0 != "=" && $0 != ":" }
      if names.contains(String(name)) {
        let value = piece.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" || $0 == ":" }
        words += ["--\(name)=\(unquoted(value))"]
      } else if words.isEmpty || piece.contains(" ") && NearMiss.suggestion(for: String(name), among: names) != nil {
        throw unknown(String(name))
      } else {
        words[words.count - 1] += "," + unquoted(piece)
      }
    }
    return words
  }

  /// `text` without blanks behind it and quotes around it.
  private static func unquoted(_ text: Substring) -> String {
    var text = text
    while text.last?.isWhitespace ?? false { text.removeLast() }
    guard text.count > 1, let quote = text.first, quote == "'" || quote == "\"", text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }
}
