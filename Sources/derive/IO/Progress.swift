/// A bar on standard error for work that takes longer than about a second; only where a person is looking.
final class Progress {
  private let error: ByteOutput
  private let isWanted: Bool
  private let began: Double
  private var drawnAt: Double?
  private static let width = 30

  /// A bar that appears on `console`'s standard error, unless `isQuiet`.
  init(_ console: Console, isQuiet: Bool) {
    error = console.error
    isWanted = !isQuiet && error.isTerminal && System.environment("TERM") != "dumb"
    began = isWanted ? System.seconds : 0
  }

  /// `done` of `total` parts are done. Cheap enough to be called for every one of a few thousand parts.
  func update(_ done: Int, of total: Int) {
    guard isWanted, total > 0 else { return }
    let now = System.seconds
    guard now - began > 1, now - (drawnAt ?? 0) > 0.1 else { return }
    drawnAt = now
    error.write("\r" + Self.bar(done, of: total))
    error.flush()
  }

  /// Takes the bar away.
  func finish() {
    guard drawnAt != nil else { return }
    error.write("\r" + String(repeating: " ", count: Self.width + 7) + "\r")
    error.flush()
    drawnAt = nil
  }

  /// `[#########                     ]  30%`.
  static func bar(_ done: Int, of total: Int) -> String {
    let share = Double(min(max(done, 0), total)) / Double(total)
    let filled = Int(share * Double(width))
    let percent = String(Int(share * 100))
    return "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: width - filled) + "] "
      + String(repeating: " ", count: 3 - percent.count) + percent + "%"
  }
}
