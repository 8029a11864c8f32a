@testable import derive

/// What a command gave.
struct Outcome {
  let status: Int32
  let output: String
  let error: String
}

/// Runs a command in this process, standard input being `input`.
func run(_ arguments: [String], input: [UInt8] = []) -> Outcome {
  let console = Console(input: LineInput(input), output: ByteOutput(), error: ByteOutput())
  let status = Command.run(arguments: arguments, console)
  return Outcome(status: status, output: console.output.text, error: console.error.text)
}

func run(_ arguments: String..., input: String) -> Outcome { run(arguments, input: Array(input.utf8)) }
