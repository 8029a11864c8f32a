/// Where a command reads and writes.
struct Console {
  let input: LineInput
  /// The result and nothing else.
  let output: ByteOutput
  /// What is said about it.
  let error: ByteOutput

  /// The files that the process was started with.
  static var standard: Console {
    Console(
      input: LineInput(descriptor: 0), output: ByteOutput(descriptor: 1), error: ByteOutput(descriptor: 2))
  }

  /// One line on standard error, at once.
  func say(_ line: String) {
    error.write(Printable.line(line) + "\n")
    error.flush()
  }
}
