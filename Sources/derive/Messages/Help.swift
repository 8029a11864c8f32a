/// What the program says about itself when asked.
enum Help {
  /// The version of the program.
  static let version = "derive 0.1.0"

  /// What a bare `derive` says.
  static let short = """
    usage: \(CommandTable.mainExample)
           derive COMMAND …
    commands: \(commands.map(\.name.rawValue).joined(separator: ", ")); derive --help explains

    """

  /// What `derive --help` or `derive COMMAND --help` says.
  static func text(of name: CommandRecord.Name) -> String {
    let command = CommandTable.record(of: name)
    var lines: [String] = []
    if name == .main {
      lines.append("derive: a compiler and a proof-reader for backpropagation")
      lines.append("")
      lines += usage(
        [(CommandTable.mainExample, "derive, cross-check, print LaTeX")] + commands.map { ($0.usage, $0.summary) })
    } else {
      lines.append("\(command.usage): \(command.summary)")
    }
    if !command.details.isEmpty { lines += [""] + command.details }
    lines += [""] + labelled(command.examples.count == 1 ? "example: " : "examples: ", command.examples)
    lines +=
      ["", "options:"]
      + columns(
        command.options.map { option in
          (
            [option.typed, option.placeholder].compactMap { $0 }.joined(separator: " "),
            option.summary + fallback(option)
          )
        })
    if name == .main { lines += ["", exitStatus] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `lines` under one another, the first one behind the label.
  private static func labelled(_ label: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { ($0 == 0 ? label : String(repeating: " ", count: label.count)) + $1 }
  }

  private static let exitStatus = """
    exit status: 0 all is well; 1 a formula is refuted or fails the cross-check, or two expressions are not equal;
                 2 the command is wrong, or a file cannot be read; 3 equality is undecided
    """

  private static var commands: [CommandRecord] {
    CommandRecord.Name.allCases.filter { $0 != .main }.map(CommandTable.record)
  }

  private static func usage(_ rows: [(String, String)]) -> [String] {
    columns(rows).enumerated().map { ($0 == 0 ? "usage:" : "      ") + $1.dropFirst(1) }
  }

  private static func fallback(_ option: OptionRecord) -> String {
    option.fallback.map { " (default: \($0))" } ?? ""
  }

  /// Rows of two columns, the second one aligned.
  private static func columns(_ rows: [(String, String)]) -> [String] {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0)" + String(repeating: " ", count: width - $0.count + 2) + $1 }
  }
}
