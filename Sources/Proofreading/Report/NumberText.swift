/// Numbers as a reader can redo them: whole ones, simple fractions, else a few digits.
enum NumberText {
  /// `4`, `-1/2`, `0.7311`.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "-∞" : "∞" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    for denominator in 2...12 {
      let numerator = value * Double(denominator)
      if numerator == numerator.rounded(), abs(numerator) < 1e6 { return "\(Int(numerator))/\(denominator)" }
    }
    return digits(value, 6)
  }

  /// A small error by its first digit: `3e-12`.
  static func rounded(_ value: Double) -> String { digits(value, 1) }

  /// `value` to that many significant digits, by the shortest decimal among its neighbours.
  private static func digits(_ value: Double, _ count: Int) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var scale = 1.0
    var exponent = 0
    while abs(value) * scale < 0.1, exponent < 320 {
      scale *= 10
      exponent += 1
    }
    while abs(value) * scale >= 1, exponent > -320 {
      scale /= 10
      exponent -= 1
    }
    var mantissa = value * scale
    var unit = 1.0
    for _ in 0..<count { unit *= 10 }
    mantissa = (mantissa * unit).rounded()
    let power = -exponent - count
    guard abs(power) <= 12 else { return "\(Int(mantissa))e\(power)" }
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= 10 }
    let text = "\(power < 0 ? mantissa / factor : mantissa * factor)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
