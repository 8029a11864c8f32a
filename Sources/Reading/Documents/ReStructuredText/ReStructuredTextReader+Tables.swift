// Tables drawn with `+`, `-` and `|`: every cell is a text of its own.
extension ReStructuredTextReader {
  /// Reads a table; false if none begins on the line.
  mutating func readTable(_ current: RSTLine) -> Bool {
    guard tableDepth < 2, isBorder(current), current.scalars.count > 4 else { return false }
    let start = current.content.lowerBound
    let columns = current.content.filter { source.scalars[$0] == "+" }.map { $0 - start }
    var rows: [RSTLine] = []
    line += 1
    while line < lines.count {
      let next = lines[line]
      guard !next.isBlank, next.indentation == current.indentation, next.scalars.first == "|" || isBorder(next) else {
        break
      }
      if isBorder(next) {
        readRow(rows, columns)
        rows = []
      } else {
        rows.append(next)
      }
      line += 1
    }
    readRow(rows, columns)
    return true
  }

  private func isBorder(_ line: RSTLine) -> Bool {
    line.scalars.first == "+" && line.scalars.allSatisfy { $0 == "+" || $0 == "-" || $0 == "=" }
  }

  /// Reads the cells of a row. A cell that spans columns has no `|` where others are parted.
  private mutating func readRow(_ rows: [RSTLine], _ columns: [Int]) {
    guard let first = rows.first else { return }
    var left = 0
    for column in columns.dropFirst() where isParted(first, at: column) || column == columns.last {
      let pieces = rows.map { row in
        let end = row.content.upperBound
        let from = min(row.content.lowerBound + left + 1, end)
        return from..<max(from, min(row.content.lowerBound + column, end))
      }
      readCell(RSTLines(source, cell: pieces))
      left = column
    }
  }

  private func isParted(_ row: RSTLine, at column: Int) -> Bool {
    let offset = row.content.lowerBound + column
    return offset < row.content.upperBound && (source.scalars[offset] == "|" || source.scalars[offset] == "+")
  }

  private mutating func readCell(_ cell: RSTLines) {
    let nesting = collector.nesting
    var reader = ReStructuredTextReader(source: source, lines: cell)
    reader.defaultRoleIsMath = defaultRoleIsMath
    reader.tableDepth = tableDepth + 1
    reader.collect(into: &collector) { $0.read() }
    collector.nesting = nesting
  }
}
