import Expressions

/// The answer to "are these two expressions equal?".
public enum Equality: Sendable {
  /// Equal for all values of their symbols for which both sides are defined.
  case equal
  /// Different: at the witness the two sides have different values.
  case notEqual(Witness)
  /// Neither proved nor disproved; the reason in a few words.
  case undecided(String)
}

/// Values of the symbols at which two expressions differ, by more than the error of computing them.
public struct Witness: Sendable {
  /// The symbols as they are written, with their values, in structural order.
  public let values: [(symbol: String, value: Double)]
  /// The left side's value there.
  public let left: Double
  /// The right side's value there.
  public let right: Double

  /// A witness.
  public init(values: [(symbol: String, value: Double)], left: Double, right: Double) {
    self.values = values
    self.left = left
    self.right = right
  }
}
