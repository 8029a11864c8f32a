/// What is known of one command: what follows it, which options it has, what its help says.
struct CommandRecord: Sendable {
  /// The commands; the main job has no word of its own.
  enum Name: String, Sendable, CaseIterable {
    case main = ""
    case check, diff, simplify, equal, list
  }

  let name: Name
  /// What the arguments without hyphens stand for, in order.
  let operands: [String]
  /// What it does, in one line.
  let summary: String
  /// Further lines for its own help.
  let details: [String]
  /// Commands to try.
  let examples: [String]
  /// Its options, in the order of the help.
  let options: [OptionRecord]

  /// The record of the option `name`, if this command has it.
  func option(_ name: String) -> OptionRecord? { options.first { $0.name.rawValue == name } }

  /// `derive diff EXPR`.
  var usage: String { (["derive", name.rawValue] + operands).filter { !$0.isEmpty }.joined(separator: " ") }
}
