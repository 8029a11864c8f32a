/// Words within a formula: `\text{for all $i$}`.
public struct MathText: Sendable, Equatable {
  /// Words, or a formula among them.
  public enum Piece: Sendable, Equatable {
    /// Words with their blanks, and the scalars they came from.
    case words(String, Range<Int>)
    /// What stands between dollars.
    case formula(MathRow)
  }

  /// The font: `.roman` for `\text`.
  public var style: MathStyle
  /// What it consists of, in order.
  public var pieces: [Piece]

  /// Words.
  public init(_ style: MathStyle, _ pieces: [Piece]) {
    self.style = style
    self.pieces = pieces
  }
}

/// Rows of cells.
public struct MathArray: Sendable, Equatable {
  /// A line of an array.
  public struct Line: Sendable, Equatable {
    /// What stands between the `&`.
    public var cells: [MathRow]
    /// The extra space behind the line, `1ex`.
    public var spacing: String?
    /// From the first cell to the `\\`, inclusively.
    public var range: Range<Int>

    /// A line.
    public init(cells: [MathRow], spacing: String? = nil, range: Range<Int>) {
      self.cells = cells
      self.spacing = spacing
      self.range = range
    }
  }

  /// The name of the environment with its star, or `substack`.
  public var name: String
  /// The columns of an `array`, the number of an `alignedat`, as written.
  public var columns: String?
  /// The lines; an empty one behind the last `\\` is no line.
  public var lines: [Line]

  /// An array.
  public init(name: String, columns: String? = nil, lines: [Line]) {
    self.name = name
    self.columns = columns
    self.lines = lines
  }
}
