import Expressions

/// How the magnitude of a rational number is written.
enum NumberForm: Equatable {
  case integer(String)
  /// A finite decimal, where it is no longer than the fraction: 0.01, 1.0507009873554805.
  case decimal(String)
  case fraction(String, String)

  /// The form of |value|: ½ and ¾ as fractions, 0.1 and 0.044715 as decimals.
  init(magnitudeOf value: Rational) {
    let size = value.magnitude
    let (above, below) = (size.numerator.description, size.denominator.description)
    if size.isInteger {
      self = .integer(above)
    } else if below.utf8.count > 1, let decimal = size.decimalDescription,
      decimal.utf8.count - 1 <= above.utf8.count + below.utf8.count
    {
      self = .decimal(decimal)
    } else {
      self = .fraction(above, below)
    }
  }
}
