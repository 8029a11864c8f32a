/// The smallest edit of a formula that makes a wrong relation true.
public struct Repair: Sendable, Equatable {
  /// What is replaced: scalars of the formula's text.
  public var slipRange: Range<Int>
  /// What is written instead.
  public var replacement: String
  /// The whole relation, repaired.
  public var suggestion: String
  /// What is wrong, in a clause: "the sign".
  public var reason: String

  /// An edit.
  public init(slipRange: Range<Int>, replacement: String, suggestion: String, reason: String) {
    self.slipRange = slipRange
    self.replacement = replacement
    self.suggestion = suggestion
    self.reason = reason
  }
}
