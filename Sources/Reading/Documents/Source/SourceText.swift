/// The scalars of a file, or of one cell of a notebook, cut into lines. Immutable; shared by everything read from it.
///
/// A line ends with LF, CR LF or CR. There is always a last line, empty if the text ends with an end of line.
public final class SourceText: Sendable {
  /// All scalars, ends of lines included; a byte order mark is not one of them.
  public let scalars: [Unicode.Scalar]
  /// The lines without their ends, as ranges of offsets into `scalars`.
  public let lines: [Range<Int>]
  /// The cell of the notebook, from 1; nil for a file.
  public let cell: Int?

  /// Cuts a text into lines. Linear.
  public init(scalars: [Unicode.Scalar], cell: Int? = nil) {
    self.scalars = scalars
    self.cell = cell
    var lines: [Range<Int>] = []
    var start = 0
    var offset = 0
    while offset < scalars.count {
      let scalar = scalars[offset]
      guard scalar == "\n" || scalar == "\r" else {
        offset += 1
        continue
      }
      lines.append(start..<offset)
      let isPair = scalar == "\r" && offset + 1 < scalars.count && scalars[offset + 1] == "\n"
      offset += isPair ? 2 : 1
      start = offset
    }
    lines.append(start..<offset)
    self.lines = lines
  }

  /// The text of a string.
  public convenience init(_ string: String, cell: Int? = nil) {
    self.init(scalars: Array(string.unicodeScalars), cell: cell)
  }

  /// The number, from 0, of the line in which `offset` stands; the end of a line belongs to the line. Logarithmic.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column of an offset between 0 and the number of scalars. Logarithmic.
  public func place(at offset: Int) -> SourcePlace {
    let line = line(at: offset)
    return SourcePlace(cell: cell, line: line + 1, column: offset - lines[line].lowerBound + 1)
  }

  /// Where the line begins which follows `line` (from 0), or the end of the text.
  func end(ofLine line: Int) -> Int {
    line + 1 < lines.count ? lines[line + 1].lowerBound : scalars.count
  }

  /// Whether nothing but white space stands in the line.
  func isBlank(line: Int) -> Bool {
    lines[line].allSatisfy { scalars[$0].isSpace }
  }

  /// The scalar at an offset, or NUL outside of the text: a sentinel that no rule looks for.
  subscript(offset: Int) -> Unicode.Scalar {
    scalars.indices.contains(offset) ? scalars[offset] : "\0"
  }

  /// Whether the scalars from `offset` on are those of `text`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    text.withUTF8Buffer { bytes in
      guard offset >= 0, offset + bytes.count <= scalars.count else { return false }
      return bytes.indices.allSatisfy { scalars[offset + $0].value == UInt32(bytes[$0]) }
    }
  }
}
