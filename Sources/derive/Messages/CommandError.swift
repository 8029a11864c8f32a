import Expressions
import Networks
import Reading

/// Why a command cannot be carried out. Each case carries its evidence; the words stand in
/// `CommandError+English.swift`.
struct CommandError: Error, Equatable {
  enum Problem: Equatable {
    case unknownCommand(String, suggestion: String?)
    case unknownOption(String, suggestion: String?)
    case valueMissing(OptionRecord)
    case valueNotTaken(OptionRecord, String)
    case givenTwice(OptionRecord, String, String)
    case architectureMissing
    case operandMissing(CommandRecord)
    case unexpectedOperands([String], CommandRecord)
    case value(of: String, String, ValueFault)
    case problem(String, ProblemError)
    case nothingSelected(only: String?, layer: String?)
    case input(SystemError)
    case file(String, SystemError)
    case document(String, DocumentError)
    case notes(String, NetworkError)
    case emptyFolder(String)
    case noFormulas(String)
    case noStatements(String)
    case nothingRead(String)
    case directive(String, SourcePlace, DirectiveFault)
    case nothingInFolders
    case inputTwice
    case output(SystemError)
  }

  /// What can be wrong with the value of an option.
  enum ValueFault: Equatable {
    case network(NetworkError)
    case unknownChoice(String, known: [String], suggestion: String?)
    case notAWholeNumber(ClosedRange<Int>)
    case notASeed
    case notAPositiveNumber
    case notASymbol(String)
    case severalSymbols([String])
    case malformed(TextError)
    case notALayer(String, first: Int, last: Int)
    case emptyLayer
  }

  /// What can be wrong with a directive.
  indirect enum DirectiveFault: Error, Equatable {
    case option(CommandError)
    case unknownWord(String, suggestion: String?)
    case unclosedQuote
  }

  let problem: Problem
  /// The command whose arguments are meant.
  let command: CommandRecord.Name

  init(_ problem: Problem, in command: CommandRecord.Name) {
    self.problem = problem
    self.command = command
  }
}

extension OptionRecord: Equatable {
  static func == (a: OptionRecord, b: OptionRecord) -> Bool { a.name == b.name }
}

extension CommandRecord: Equatable {
  static func == (a: CommandRecord, b: CommandRecord) -> Bool { a.name == b.name }
}
