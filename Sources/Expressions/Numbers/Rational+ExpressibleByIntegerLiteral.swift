extension Rational: ExpressibleByIntegerLiteral {
  /// The integer of a literal which fits in a machine word.
  public init(integerLiteral value: Int) {
    self.init(value)
  }
}
