import Expressions

/// The arguments of a command, taken apart by its table of options.
///
/// An option takes its value from behind the equals sign or from the next argument, which may begin with a hyphen but
/// must not be an option of the command itself. Everything else that begins with two hyphens and a letter is an option;
/// `--` ends the options; whatever is left is an operand, so that `-x^2` is an expression.
struct Arguments {
  let command: CommandRecord
  private(set) var operands: [String] = []
  private(set) var wantsHelp = false
  private var given: [OptionRecord.Name: [String]] = [:]

  /// Takes `arguments`, those behind the command's word, apart.
  /// - Throws: `CommandError` for the first thing that is wrong; if help is asked for anywhere, nothing is.
  init(_ arguments: [String], of command: CommandRecord) throws(CommandError) {
    self.command = command
    wantsHelp = Self.asksForHelp(arguments)
    if wantsHelp { return }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard Self.isOption(argument) else {
        operands.append(argument)
        continue
      }
      try read(argument, &rest)
    }
  }

  private static func asksForHelp(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
  }

  static func isOption(_ argument: String) -> Bool {
    argument.hasPrefix("--") && argument.dropFirst(2).first?.isLetter == true
  }

  private mutating func read(_ argument: String, _ rest: inout ArraySlice<String>) throws(CommandError) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = command.option(name) else {
      throw CommandError(.unknownOption("--" + name, suggestion: suggestion(for: name)), in: command.name)
    }
    guard option.placeholder != nil else {
      if parts.count > 1 { throw CommandError(.valueNotTaken(option, String(parts[1])), in: command.name) }
      given[option.name] = [""]
      return
    }
    let value: String
    if parts.count > 1 {
      value = String(parts[1])
    } else if let next = rest.first, !isOptionOfCommand(next) {
      value = rest.removeFirst()
    } else {
      throw CommandError(.valueMissing(option), in: command.name)
    }
    if let earlier = given[option.name]?.first, !option.isRepeatable {
      throw CommandError(.givenTwice(option, earlier, value), in: command.name)
    }
    given[option.name, default: []].append(value)
  }

  private func isOptionOfCommand(_ argument: String) -> Bool {
    guard Self.isOption(argument) else { return false }
    return command.option(String(argument.dropFirst(2).prefix { $0 != "=" })) != nil
  }

  /// The option that begins like `name` if there is but one, else the nearest one.
  func suggestion(for name: String) -> String? {
    let names = command.options.map(\.name.rawValue)
    let longer = names.filter { $0.hasPrefix(name) }
    let found = longer.count == 1 ? longer[0] : NearMiss.suggestion(for: name, among: names)
    return found.map { "--" + $0 }
  }

  /// Whether an option without value is given.
  func has(_ name: OptionRecord.Name) -> Bool { given[name] != nil }

  /// The values of an option, in the order in which they are given.
  func all(_ name: OptionRecord.Name) -> [String] { given[name] ?? [] }

  /// The value of an option, or the one taken where none is given.
  func text(_ name: OptionRecord.Name) -> String? {
    given[name]?.first ?? command.option(name.rawValue)?.fallback
  }
}
