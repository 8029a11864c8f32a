/// The definition of a macro, as it stands in the source: nothing is expanded or read.
public struct MacroDefinition: Sendable {
  /// The command that defines it; they differ in what happens if the macro exists.
  public enum Kind: String, Hashable, Sendable {
    case newcommand, renewcommand, providecommand, def, `let`
    /// `\DeclareMathOperator`, with a star if `takesLimits`.
    case declareMathOperator
    /// `\DeclarePairedDelimiter`: the body is the opening, `closing` the closing delimiter.
    case declarePairedDelimiter
  }

  /// The command that defines the macro; `\gdef`, `\edef` and `\xdef` count as `\def`, `\DeclareRobustCommand` as
  /// `\newcommand`.
  public let kind: Kind
  /// The name without its backslash.
  public let name: String
  /// How many arguments the macro takes, from 0 to 9.
  public let parameterCount: Int
  /// The default of an optional first argument.
  public let defaultArgument: LocatedText?
  /// What stands between the name and the body of a `\def`, e.g. `#1#2` or `(#1)`; empty otherwise.
  public let parameterText: LocatedText
  /// What the macro stands for.
  public let body: LocatedText
  /// The closing delimiter of `\DeclarePairedDelimiter`.
  public let closing: LocatedText?
  /// Whether an operator carries its limits below and above (`\DeclareMathOperator*`).
  public let takesLimits: Bool
  /// Where the definition begins.
  public let start: SourcePlace
}
