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
    } else if below.utf8.count > 1, let decimal = Self.decimal(size, limit: above.utf8.count + below.utf8.count) {
      self = .decimal(decimal)
    } else {
      self = .fraction(above, below)
    }
  }

  /// The finite decimal expansion of a number above 0, if it has one of at most `limit` digits, 0 before the point
  /// included.
  private static func decimal(_ value: Rational, limit: Int) -> String? {
    var scaled = value
    var places = 0
    while !scaled.isInteger, places < limit {
      scaled *= 10
      places += 1
    }
    guard scaled.isInteger else { return nil }
    var digits = Array(scaled.numerator.description)
    while digits.count <= places { digits.insert("0", at: 0) }
    guard digits.count <= limit else { return nil }
    return String(digits.dropLast(places)) + "." + String(digits.suffix(places))
  }
}
