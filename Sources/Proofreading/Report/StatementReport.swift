import Checking
import Reading

/// What is said of one relation of a file.
public struct StatementReport: Sendable {
  /// The names of the verdicts, as they are written.
  public enum Verdict: String, Sendable, CaseIterable {
    case definition, assumption, proved, verified, refuted, unread
  }

  /// How a relation stands to a wrong one before it in its chain.
  public enum Link: Hashable, Sendable {
    /// Right, although the one before, in that line, is wrong.
    case rightAgain(SourcePlace)
    /// It follows from the one before, in that line, and is wrong as that is: no slip of its own.
    case carried(SourcePlace)
  }

  /// What a directive says of the display.
  public enum Expectation: Hashable, Sendable {
    case refuted
  }

  /// What is wrong: where it begins in the file, and how many scalars of the file it takes.
  public struct Slip: Hashable, Sendable {
    public var place: SourcePlace
    public var length: Int
    /// The scalars of the formula's text.
    public var range: Range<Int>
  }

  /// Where the relation sign, or the command of a brace, stands.
  public var place: SourcePlace
  /// The relation as it is written; where it goes on from a line before, with the left side from there.
  public var latex: String
  /// The left side as it is written.
  public var lhs: String
  /// The relation sign: `=`, `←`, or as it is written.
  public var relation: String
  /// The right side as it is written.
  public var rhs: String
  /// The verdict.
  public var verdict: Verdict
  /// Why, in one clause.
  public var reason: String
  /// How it stands to a wrong one before it.
  public var link: Link?
  /// What is wrong, if it is known that well.
  public var slip: Slip?
  /// The whole relation, repaired.
  public var suggestion: String?
  /// What should stand in place of the slip, with enough around it to be recognised.
  public var fragment: String?
  /// Numbers for which the relation fails.
  public var counterexample: Counterexample?
  /// What a directive expects of the display that the relation stands in.
  public var expectation: Expectation?
  /// The relation on one line, with what is wrong marked.
  public var excerpt: Excerpt
}

extension StatementReport {
  /// Whether this is a fault that nobody announced.
  public var isUnexpectedlyRefuted: Bool { verdict == .refuted && expectation == nil }
}
