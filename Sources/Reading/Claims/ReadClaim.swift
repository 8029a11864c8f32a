import Derivations
import LaTeX

/// A claim as it was read, with the place of its relation sign.
public struct ReadClaim: Sendable {
  /// The claim; its expressions belong to the graph of the `ReadClaims`.
  public let claim: Claim
  /// Where the relation sign stands; for a name under a brace, where the brace begins.
  public let place: SourcePlace
}

/// A relation that could not be read.
public struct UnreadRelation: Sendable {
  /// Why, with the scalars of the formula.
  public let problem: ReadingProblem
  /// Where.
  public let place: SourcePlace
}
