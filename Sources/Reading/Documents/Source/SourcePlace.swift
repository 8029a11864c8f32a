/// A place in a file as people count it: lines and columns from 1, columns in Unicode scalars (a tab is one).
///
/// In a notebook the cell is given as well, all cells being counted from 1, and the line counts in the cell.
public struct SourcePlace: Hashable, Sendable {
  /// The cell of a notebook, nil in every other file.
  public let cell: Int?
  /// The line, from 1.
  public let line: Int
  /// The column, from 1; an end of line stands one behind the last scalar of its line.
  public let column: Int

  /// A place in a file, or in a cell of a notebook.
  public init(cell: Int? = nil, line: Int, column: Int) {
    self.cell = cell
    self.line = line
    self.column = column
  }
}

extension SourcePlace: Comparable {
  /// The order of reading.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.cell ?? 0, left.line, left.column) < (right.cell ?? 0, right.line, right.column)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `line:column`, in a notebook `cell:line:column`.
  public var description: String {
    let place = "\(line):\(column)"
    return cell.map { "\($0):\(place)" } ?? place
  }
}
