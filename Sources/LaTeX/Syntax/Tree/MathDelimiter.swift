/// A bracket or bar.
public struct MathDelimiter: Sendable, Equatable {
  /// Which side of a formula it can stand on.
  public enum Side: String, Sendable {
    /// Like `(`.
    case open
    /// Like `)`.
    case close
    /// Like `|`: its place tells.
    case either
    /// Neither, by `\middle` or `\bigm`.
    case middle
  }

  /// `(` `)` `[` `]` `{` `}` `|` `‖` `/`, `langle`, `lfloor`, …; empty for the dot of `\left.`.
  public var name: String
  /// Which side it stands on.
  public var side: Side
  /// The scalars it came from, with `\left` or `\big`.
  public var range: Range<Int>

  /// A delimiter.
  public init(_ name: String, _ side: Side, _ range: Range<Int>) {
    self.name = name
    self.side = side
    self.range = range
  }
}

/// What stands between two delimiters. They need not match: `[0, 1)` is a fence.
public struct MathFence: Sendable, Equatable {
  /// The left one; an empty name and range if it is missing.
  public var open: MathDelimiter
  /// What stands between; with the bars of `\middle`.
  public var body: [MathNode]
  /// The right one; an empty name and range if it is missing.
  public var close: MathDelimiter

  /// A fence.
  public init(open: MathDelimiter, body: [MathNode], close: MathDelimiter) {
    self.open = open
    self.body = body
    self.close = close
  }
}
