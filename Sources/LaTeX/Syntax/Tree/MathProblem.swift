/// Something that TeX would not accept. Parsing goes on behind it.
public struct MathProblem: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Hashable {
    case unclosedBrace
    case unexpectedCloseBrace
    /// Of a command, `\frac`, or of `^` or `_`.
    case missingArgument(of: String)
    /// Behind `\left`, `\right`, `\big`.
    case missingDelimiter(after: String)
    case leftWithoutRight
    case rightWithoutLeft
    case middleOutsideLeft
    case unclosedEnvironment(String)
    case unexpectedEnd(String)
    case mismatchedEnd(expected: String, found: String)
    case doubleSuperscript
    case doubleSubscript
    /// A second `\over` in one group.
    case ambiguousFraction
    case strayDollar
    case nestingTooDeep(limit: Int)
    /// A macro that calls itself, or macros nested too deeply.
    case macroRecursion(String)
    /// The macros of the formula grow without end.
    case expansionTooLong
    /// A definition that could not be read, or is of a kind that is not supported.
    case malformedDefinition(String)
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, in scalars of the source.
  public var range: Range<Int>

  /// A problem.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
