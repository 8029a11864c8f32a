extension BigInteger: ExpressibleByIntegerLiteral {
  /// The integer of a literal which fits in a machine word; write longer ones as text.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
