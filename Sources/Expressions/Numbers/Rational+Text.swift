extension Rational: CustomStringConvertible {
  /// The integer, or the fraction in lowest terms as in `-3/4`; quadratic in the number of digits.
  public var description: String {
    isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}
