/// One problem per line in, one answer per line out.
enum LineProtocol {
  /// The answer to one problem, and the exit status that it alone would have.
  typealias Answer = (text: String, status: Int32)

  /// Answers `text`, the operand of `command`; if that is `-`, answers each line of standard input, a bad one by
  /// `error: …`. Each answer is out before the next problem is waited for, so that another program can converse.
  /// Returns 2 if any line was bad, else 1 if a problem's status is 1, else the largest.
  static func run(
    _ text: String, of command: CommandRecord.Name, _ console: Console,
    answer: (String) throws(ProblemError) -> Answer
  ) throws(CommandError) -> Int32 {
    guard text == "-" else {
      do {
        let result = try answer(text)
        console.output.write(result.text + "\n")
        return result.status
      } catch {
        throw CommandError(.problem(text, error), in: command)
      }
    }
    var statuses: Set<Int32> = []
    do {
      while let line = try console.input.next(beforeWaiting: { console.output.flush() }) {
        let result = self.answer(line, answer)
        console.output.write(result.text + "\n")
        statuses.insert(result.status)
        if console.output.failure != nil { break }
      }
    } catch {
      throw CommandError(.input(error), in: command)
    }
    return [Command.Status.badCommand, Command.Status.wrong, Command.Status.undecided]
      .first { statuses.contains($0) } ?? Command.Status.good
  }

  private static func answer(_ line: LineInput.Line, _ answer: (String) throws(ProblemError) -> Answer) -> Answer {
    do throws(ProblemError) {
      switch line {
      case .text(let text): return try answer(text)
      case .malformed(let byte): throw .notUTF8(byte: byte)
      }
    } catch {
      return ("error: " + Printable.line(error.description), Command.Status.badCommand)
    }
  }
}
