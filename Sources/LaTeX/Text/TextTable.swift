/// Lines of text in columns: what stands left of a sign ends at the same place, what stands right of it begins there.
struct TextTable {
  struct Cell {
    var left = ""
    var right = ""
  }

  enum Row {
    case cells([Cell])
    /// A line that keeps out of the columns.
    case line(String)
  }

  /// The space between two columns.
  private static let gap = "    "

  var rows: [Row] = []

  /// The lines, without spaces at their ends. Widths count characters.
  var lines: [String] {
    var lefts: [Int] = []
    var rights: [Int] = []
    for case .cells(let cells) in rows {
      for (place, cell) in cells.enumerated() {
        if place == lefts.count {
          lefts.append(0)
          rights.append(0)
        }
        lefts[place] = max(lefts[place], cell.left.count)
        rights[place] = max(rights[place], cell.right.count)
      }
    }
    return rows.map { row in
      switch row {
      case .line(let text): return text
      case .cells(let cells):
        let columns = cells.enumerated().map { place, cell in
          let left = padding(lefts[place] - cell.left.count) + cell.left
          let right = cell.right + padding(rights[place] - cell.right.count)
          return lefts[place] == 0 ? right : "\(left) \(right)"
        }
        let line = columns.joined(separator: Self.gap)
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  private func padding(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
