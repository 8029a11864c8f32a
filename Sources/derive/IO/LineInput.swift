/// Lines from a file, or from memory for tests.
final class LineInput {
  /// A line without its end.
  enum Line: Equatable {
    case text(String)
    /// The line is not UTF-8; the first wrong byte, counted from 1.
    case malformed(byte: Int)
  }

  private let descriptor: Int32?
  private var pending: [UInt8]
  private var start = 0
  /// Where the search for the next line end goes on.
  private var searched = 0
  private var isAtEnd: Bool
  private var isFirst = true

  /// Input from the file with that descriptor: 0 is standard input.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    pending = []
    isAtEnd = false
  }

  /// Input from memory.
  init(_ bytes: [UInt8]) {
    descriptor = nil
    pending = bytes
    isAtEnd = true
  }

  /// The next line, nil at the end. Ends of lines are `\n` and `\r\n`; the last line may lack one. `beforeWaiting` is
  /// called before each read, which may take as long as the other side likes. Linear in the length of the input.
  /// - Throws: `SystemError` if the file cannot be read.
  func next(beforeWaiting: () -> Void) throws(SystemError) -> Line? {
    while true {
      if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = pending[start..<end]
        start = end + 1
        searched = start
        return decoded(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      }
      if isAtEnd {
        let line = pending[start...]
        start = pending.count
        searched = start
        return line.isEmpty ? nil : decoded(line)
      }
      beforeWaiting()
      try readMore()
    }
  }

  /// All that is left, as it stands. Linear.
  /// - Throws: `SystemError` if the file cannot be read.
  func rest() throws(SystemError) -> [UInt8] {
    while !isAtEnd { try readMore() }
    defer { start = pending.count }
    return Array(pending[start...])
  }

  private func readMore() throws(SystemError) {
    pending.removeFirst(start)
    start = 0
    searched = pending.count
    let more = try System.read(from: descriptor ?? 0, upTo: 1 << 16)
    isAtEnd = more.isEmpty
    pending += more
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> Line {
    var bytes = bytes
    // A byte order mark at the beginning of the file means nothing.
    if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    isFirst = false
    let text = String(decoding: bytes, as: UTF8.self)
    // Decoding replaces what is wrong, so that the bytes come back unchanged only if nothing was.
    guard !text.utf8.elementsEqual(bytes) else { return .text(text) }
    let good = zip(text.utf8, bytes).prefix { $0 == $1 }.count
    return .malformed(byte: good + 1)
  }
}
