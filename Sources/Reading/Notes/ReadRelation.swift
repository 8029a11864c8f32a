import Derivations
import LaTeX

/// One relation of some notes: what is written, where, and what it says.
public struct ReadRelation: Sendable {
  /// What a relation was read as.
  public enum Content: Sendable {
    /// The assertion with this number in `Notes.assertions`.
    case assertion(Int)
    /// The two sides are arrays of different shapes, as people write them: "n_2 × n_1" and "n_1 × n_2".
    case misfit(left: String, right: String)
    /// One side is a number, and nothing but other such values may tell the value of the other: a value is given. With
    /// the two sides, the number on the right, where they could be compared.
    case given(Assertion?)
    /// It could not be read.
    case unread(ReadingProblem)
  }

  /// Which formula of the document (`Document.formulas`) it stands in.
  public var formula: Int
  /// The scalars of the formula's text that are the relation sign, or the command of an underbrace.
  public var sign: Range<Int>
  /// The scalars of the left side; nil where the relation goes on from a line before.
  public var left: Range<Int>?
  /// The scalars of the right side; of an underbrace, its note.
  public var right: Range<Int>
  /// Whether it is a name or a value under a brace.
  public var isBrace: Bool
  /// Whether it says how a layer is computed from the one before it.
  public internal(set) var isForwardPass = false
  /// Whether its shapes do not fit whatever the sizes are: a row times a row.
  public internal(set) var isMisfitCertain = false
  /// Whether it leaves out the layers of what it is about, and was read to hold in all of them.
  public internal(set) var omitsLayers = false
  /// The cases that the text before it says it to hold of.
  public internal(set) var particularCases: ParticularCases = []
  /// What it says.
  public var content: Content
  /// Whether it stands in a line of text, and in no display.
  public internal(set) var isInline = false

  /// A relation.
  public init(
    formula: Int, sign: Range<Int>, left: Range<Int>?, right: Range<Int>, isBrace: Bool = false, content: Content
  ) {
    self.formula = formula
    self.sign = sign
    self.left = left
    self.right = right
    self.isBrace = isBrace
    self.content = content
  }
}
