/// Buffered text output to a file, or into memory for tests.
///
/// After the first failure nothing more is written; `failure` says what happened, and whoever drives the command looks
/// at it. So nobody else has to handle errors of printing.
final class ByteOutput {
  private enum Destination {
    case descriptor(Int32)
    case memory
  }

  private let destination: Destination
  private var buffer: [UInt8] = []
  private var collected: [UInt8] = []
  private static let capacity = 1 << 16

  /// Why nothing is written any more.
  private(set) var failure: SystemError?

  /// Output to the file with that descriptor: 1 is standard output, 2 standard error.
  init(descriptor: Int32) { destination = .descriptor(descriptor) }

  /// Output into memory.
  init() { destination = .memory }

  /// Whether a person is looking.
  var isTerminal: Bool {
    if case .descriptor(let descriptor) = destination { System.isTerminal(descriptor) } else { false }
  }

  /// What was written into memory.
  var text: String { String(decoding: collected + buffer, as: UTF8.self) }

  /// Writes `text` sooner or later.
  func write(_ text: String) {
    if failure != nil { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { flush() }
  }

  /// Writes everything now.
  func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    if failure != nil || buffer.isEmpty { return }
    switch destination {
    case .memory: collected += buffer
    case .descriptor(let descriptor):
      let number = System.write(buffer, to: descriptor)
      if number != 0 { failure = SystemError(number: number) }
    }
  }
}
