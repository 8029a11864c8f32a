/// Looks for fixed texts in a source, and remembers which are not there any more, so that looking in vain again and
/// again takes linear time together.
struct TextSearch {
  private let source: SourceText
  private var absent: [String: Int] = [:]
  /// How many scalars were looked at.
  private(set) var steps = 0

  init(_ source: SourceText) {
    self.source = source
  }

  /// Where the next occurrence of a text stands, from `start` on.
  mutating func range(of text: String, from start: Int) -> Range<Int>? {
    if let known = absent[text], known <= start { return nil }
    let wanted = Array(text.unicodeScalars)
    let last = source.scalars.count - wanted.count
    var offset = start
    while offset <= last {
      steps += 1
      if source.scalars[offset] == wanted[0], source.scalars[offset...].starts(with: wanted) {
        return offset..<offset + wanted.count
      }
      offset += 1
    }
    absent[text] = min(start, absent[text] ?? start)
    return nil
  }
}
