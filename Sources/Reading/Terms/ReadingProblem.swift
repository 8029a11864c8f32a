import LaTeX

/// Why a piece of a formula has no meaning in a notation: what, and where.
public struct ReadingProblem: Error, Equatable, Sendable {
  /// What can be wrong; each case carries its evidence.
  public enum Kind: Equatable, Sendable {
    /// A letter that the notation doesn't have.
    case unknownLetter(String)
    /// A command or sign that has no meaning where it stands.
    case unexpected(String)
    /// Something must stand here and doesn't.
    case missing(String)
    /// A symbol with too few or too many subscripts.
    case subscripts(of: String, wanted: Int, found: Int)
    /// An index whose range nothing tells.
    case noRange(String)
    /// A value is given that nothing else tells.
    case givenValue
    /// One symbol stands for two things in one line.
    case twoMeanings
    /// The text says in words when it holds: "when all units are active".
    case wordedCondition
    /// Arrays of these shapes are multiplied or added.
    case misfit(left: String, right: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The scalars of the formula where it stands.
  public let range: Range<Int>
  /// Whether no other sizes would make the shapes fit: a row times a row.
  var isCertain = false

  /// Whether a quantity lacks its layer.
  public var isMissingLayer: Bool {
    if case .missing(let what) = kind { what.hasPrefix("a layer") } else { false }
  }

  /// A problem.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
