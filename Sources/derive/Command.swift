import Expressions

/// The program, apart from the process it runs in.
enum Command {
  /// Exit statuses; see DESIGN of the command line.
  enum Status {
    static let good: Int32 = 0
    /// A claim is refuted, a cross-check failed, two expressions differ.
    static let wrong: Int32 = 1
    /// The command was wrong, or a file could not be read or written.
    static let badCommand: Int32 = 2
    static let undecided: Int32 = 3
  }

  /// Carries out the command that `arguments`, without the program's name, spell, and returns the exit status.
  static func run(arguments: [String], _ console: Console) -> Int32 {
    var status: Int32
    do {
      status = try perform(arguments, console)
    } catch {
      // What was printed before the error stands before it on a terminal, too.
      console.output.flush()
      console.say("derive: \(error)")
      status = Status.badCommand
    }
    console.output.flush()
    // Whoever closed the pipe has seen enough: that is no error.
    if let failure = console.output.failure, !failure.isClosedPipe {
      console.say("derive: \(CommandError(.output(failure), in: .main))")
      status = Status.badCommand
    }
    return status
  }

  private static func perform(_ arguments: [String], _ console: Console) throws(CommandError) -> Int32 {
    guard let first = arguments.first else {
      console.error.write(Help.short)
      console.error.flush()
      return Status.badCommand
    }
    if first == "help" { return try perform(Array(arguments.dropFirst().prefix(1)) + ["--help"], console) }
    let name = try command(first)
    let rest = name == .main ? arguments : Array(arguments.dropFirst())
    let parsed = try Arguments(rest, of: CommandTable.record(of: name))
    if parsed.wantsHelp {
      console.output.write(Help.text(of: name))
      return Status.good
    }
    if parsed.has(.version) {
      console.output.write(Help.version + "\n")
      return Status.good
    }
    switch name {
    case .main: return try MainJob.run(parsed, console)
    case .check: return try CheckCommand.run(parsed, console)
    case .diff: return try DiffCommand.run(parsed, console)
    case .simplify: return try SimplifyCommand.run(parsed, console)
    case .equal: return try EqualCommand.run(parsed, console)
    case .list: return try ListCommand.run(parsed, console)
    }
  }

  /// The command that an invocation which begins with `word` is about.
  private static func command(_ word: String) throws(CommandError) -> CommandRecord.Name {
    if word.hasPrefix("-") { return .main }
    if let name = CommandRecord.Name(rawValue: word), name != .main { return name }
    if word.contains("-") { return .main }
    let suggestion = NearMiss.suggestion(for: word, among: CommandRecord.Name.allCases.map(\.rawValue))
    throw CommandError(.unknownCommand(word, suggestion: suggestion), in: .main)
  }
}
