import Proofreading
import Testing

@testable import derive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct OutputTests {
  /// Runs a command whose standard output is the file with that descriptor.
  private func run(_ arguments: [String], output descriptor: Int32, input: String = "") -> (Int32, error: String) {
    let console = Console(
      input: LineInput(Array(input.utf8)), output: ByteOutput(descriptor: descriptor), error: ByteOutput())
    let status = Command.run(arguments: arguments, console)
    return (status, console.error.text)
  }

  #if os(Linux)
    @Test func aFullDiskIsAnError() {
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      let outcome = run(["list"], output: full)
      #expect(outcome.error == "derive: standard output: no space left on device\n")
      #expect(outcome.0 == 2)
    }
  #endif

  @Test func aClosedOutputIsAnError() {
    let outcome = run(["list"], output: -1)
    #expect(outcome.error == "derive: standard output: bad file descriptor\n")
    #expect(outcome.0 == 2)
  }

  @Test func aClosedPipeEndsQuietly() {
    System.ignoreClosedPipes()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let outcome = run(["list"], output: ends[1])
    #expect(outcome.error == "")
    #expect(outcome.0 == 0)
    // Nobody reads the answers: the rest of the problems, a bad one among them, is left alone.
    let many = String(repeating: "x\n", count: 40_000) + "x*(\n"
    #expect(run(["simplify", "-"], output: ends[1], input: many).0 == 0)
  }

  @Test func linesComeThroughAPipeInPieces() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let input = LineInput(descriptor: ends[0])
    var waits = 0
    for piece in ["ab", "c\nde", "f\n", ""] {
      // Each wait is for the next piece; the last one finds the end.
      _ = piece
    }
    #expect(System.write(Array("abc\ndef".utf8), to: ends[1]) == 0)
    #expect(try input.next { waits += 1 } == .text("abc"))
    #expect(System.write(Array("gh\n".utf8), to: ends[1]) == 0)
    #expect(try input.next { waits += 1 } == .text("defgh"))
    #expect(System.write(Array("last".utf8), to: ends[1]) == 0)
    close(ends[1])
    #expect(try input.next { waits += 1 } == .text("last"))
    #expect(try input.next { waits += 1 } == nil)
    #expect(waits == 4)
    close(ends[0])
  }

  @Test func aDirectoryCannotBeRead() {
    let directory = open("/", O_RDONLY)
    defer { close(directory) }
    let console = Console(input: LineInput(descriptor: directory), output: ByteOutput(), error: ByteOutput())
    #expect(Command.run(arguments: ["simplify", "-"], console) == 2)
    #expect(console.error.text == "derive: standard input: is a directory\n")
  }

  @Test(arguments: [
    (0, 10, "[                              ]   0%"), (5, 10, "[###############               ]  50%"),
    (10, 10, "[##############################] 100%"), (99, 10, "[##############################] 100%"),
  ]) func progress(_ done: Int, _ total: Int, _ bar: String) {
    #expect(Progress.bar(done, of: total) == bar)
  }

  @Test(arguments: [
    ("1-4-3-2", "1-4-3-2"), ("", "''"), ("x y", "'x y'"), ("z*2", "'z*2'"), ("relu,...,softmax", "relu,...,softmax"),
    (String(repeating: "x", count: 100), String(repeating: "x", count: 57) + "..."),
  ]) func argumentsAreQuotedWhereAShellNeedsIt(_ text: String, _ expected: String) {
    #expect(Printable.argument(text) == expected)
  }

  @Test func aDeepStackRunsWhatAShallowOneCannot() {
    func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
    #expect(DeepStack.run { Int32(truncatingIfNeeded: depth(200_000)) } == 200_000)
  }
}
