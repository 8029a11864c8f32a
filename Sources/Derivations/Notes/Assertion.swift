import Expressions

/// A relation of somebody's notes as it is put to the judge: a claim, and its place in a chain a = b = c.
public struct Assertion: Sendable {
  /// What is claimed. Its reason is `.definition(head)` where the relation may introduce the symbol `head`, `.assumption`
  /// where it restricts what follows.
  public var claim: Claim
  /// The assertion whose right side is this one's left side, by its number in the list; nil for the first of a chain.
  public var predecessor: Int?
  /// How far the sides may lie apart: half a unit in the last digit that is shown. Nil asks for equality.
  public var tolerance: Rational?
  /// What an update goes down, where that is not the loss of the notes: the cost of a batch.
  public var descent: Expression?
  /// Whether it says which value an expression has: if that does not follow, it is given.
  public var mayBeGiven = false
  /// Whether it says which number something is, where other numbers that are given tell it.
  public var isValue = false

  /// An assertion.
  public init(_ claim: Claim, predecessor: Int? = nil, tolerance: Rational? = nil, mayBeGiven: Bool = false) {
    self.claim = claim
    self.predecessor = predecessor
    self.tolerance = tolerance
    self.mayBeGiven = mayBeGiven
  }
}
