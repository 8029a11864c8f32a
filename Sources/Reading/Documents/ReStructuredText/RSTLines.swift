/// The lines that a reader of reStructuredText goes through: those of a text, or the pieces of them that make up a cell
/// of a table.
struct RSTLines {
  private let source: SourceText
  private let ranges: [Range<Int>]
  private let areWhole: Bool

  /// All lines of a text.
  init(_ source: SourceText) {
    self.source = source
    ranges = source.lines
    areWhole = true
  }

  /// The pieces of lines that make up a cell, without the indentation that they have in common.
  init(_ source: SourceText, cell pieces: [Range<Int>]) {
    self.source = source
    areWhole = false
    let filled = pieces.filter { !source.scalars[$0].allSatisfy(\.isSpace) }
    let indentation = filled.map { piece in piece.prefix { source.scalars[$0].isSpace }.count }.min() ?? 0
    ranges = pieces.map { $0.dropFirst(indentation) }
  }

  /// How many lines there are.
  var count: Int { ranges.count }

  /// A line without its end.
  subscript(line: Int) -> RSTLine { RSTLine(source, ranges[line]) }

  /// Where a line ends, its end or the white space behind it included.
  func end(of line: Int) -> Int {
    guard areWhole else { return ranges[line].upperBound }
    return line + 1 < ranges.count ? ranges[line + 1].lowerBound : source.scalars.count
  }

  /// Where a line ends, without its end.
  func contentEnd(of line: Int) -> Int { ranges[line].upperBound }

  /// Whether nothing stands in a line.
  func isBlank(_ line: Int) -> Bool { ranges[line].allSatisfy { source.scalars[$0].isSpace } }
}
