import Expressions

/// What is said of one assertion.
public struct Judgement: Sendable {
  /// The verdict.
  public enum Verdict: Sendable {
    /// It introduces a symbol.
    case definition
    /// It restricts what follows.
    case assumption
    /// The kernel proved it.
    case proved
    /// It agrees at every instance tried.
    case verified(instances: Int, largestError: Double)
    /// It fails.
    case refuted(Refutation)
    /// Nothing can be said; why.
    case unread(String)
  }

  /// Why an assertion is wrong.
  public enum Refutation: Sendable {
    /// Two values differ.
    case values(Counterexample)
    /// A symbol is used beyond its range: the sum runs to 5, layer 2 has 4 units.
    case outOfRange(symbol: String, subscript: Int, upper: Int)
  }

  /// How an assertion stands to a wrong one before it in its chain.
  public enum Link: Sendable {
    /// The one before is right, or there is none.
    case none
    /// The one before is wrong; this member equals the head of the chain.
    case rightAgain
    /// The one before is wrong; this member follows from it, and differs from the head. Not a slip of its own.
    case carried
    /// The one before is wrong; this member neither follows from it nor equals the head.
    case wrongAgain
  }

  /// The verdict.
  public var verdict: Verdict
  /// How it stands to the one before it.
  public var link: Link

  /// A judgement.
  public init(_ verdict: Verdict, link: Link = .none) {
    self.verdict = verdict
    self.link = link
  }

  /// Whether no instance could be computed because the sizes are in the hundreds.
  public var needsTooManyNumbers: Bool {
    if case .unread(EvaluationFault.tooMuch.text) = verdict { true } else { false }
  }
}
