/// Nodes beside one another: an argument, a script, a cell.
public struct MathRow: Sendable, Equatable {
  /// The nodes, in the order of the source.
  public var nodes: [MathNode]
  /// The scalars it came from, with the braces if there are any.
  public var range: Range<Int>

  /// A row.
  public init(_ nodes: [MathNode], _ range: Range<Int>) {
    self.nodes = nodes
    self.range = range
  }
}

/// One above the other.
public struct MathFraction: Sendable, Equatable {
  /// What stands between and around the two.
  public enum Form: String, Sendable {
    /// With a bar: `\frac`, `\over`.
    case bar
    /// Without: `\atop`.
    case stacked
    /// In round brackets: `\binom`, `\choose`.
    case binomial
  }

  /// Bar, brackets or nothing.
  public var form: Form
  /// What stands above.
  public var numerator: MathRow
  /// What stands below.
  public var denominator: MathRow

  /// A fraction.
  public init(_ form: Form, _ numerator: MathRow, _ denominator: MathRow) {
    self.form = form
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// `\underbrace{body}_{note}` or `\overbrace{body}^{note}`.
public struct MathBrace: Sendable, Equatable {
  /// Whether the brace is above.
  public var isAbove: Bool
  /// What the brace spans.
  public var body: MathRow
  /// What is said about it.
  public var note: MathRow?

  /// A brace.
  public init(isAbove: Bool, body: MathRow, note: MathRow? = nil) {
    self.isAbove = isAbove
    self.body = body
    self.note = note
  }
}

/// A base with small print above or below it that is not a script: `\overset{!}{=}`.
public struct MathStack: Sendable, Equatable {
  /// What stands on the line.
  public var base: MathRow
  /// What stands above it.
  public var above: MathRow?
  /// What stands below it.
  public var below: MathRow?

  /// A stack.
  public init(base: MathRow, above: MathRow? = nil, below: MathRow? = nil) {
    self.base = base
    self.above = above
    self.below = below
  }
}
