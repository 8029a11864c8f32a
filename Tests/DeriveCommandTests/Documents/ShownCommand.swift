import Foundation

@testable import derive

/// A command as a document shows it behind a `$`, and what a terminal shows of its run.
struct ShownCommand {
  /// `$ derive …`, or `$ printf '%s\n' … | derive …`.
  let line: String

  /// Standard output, then standard error.
  func run() -> String {
    var words = Self.words(line)
    var input: [String] = []
    if words.first == "printf", let pipe = words.firstIndex(of: "|") {
      input = Array(words[2..<pipe])
      words = Array(words[(pipe + 1)...])
    }
    let output = ByteOutput()
    let error = ByteOutput()
    let bytes = Array(input.map { $0 + "\n" }.joined().utf8)
    let console = Console(input: LineInput(bytes), output: output, error: error)
    _ = Command.run(arguments: Array(words.dropFirst()), console)
    return output.text + error.text
  }

  /// The words of a shell line with single quotes.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}

/// The files of the repository, and how they are recorded anew.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether what the program prints is to be written to the files instead of compared; the run fails either way, so
  /// that recording is never left on.
  static let isRecording = ProcessInfo.processInfo.environment["DERIVE_RECORD"] != nil

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appendingPathComponent(path), atomically: true, encoding: .utf8)
  }

  /// `text` with the figures of agreement masked: the last digits of floating-point errors differ between machines.
  static func masked(_ text: String) -> String {
    text.replacingOccurrences(of: #"[0-9](\.[0-9]+)?e-[0-9]+"#, with: "#e-#", options: .regularExpression)
  }
}
