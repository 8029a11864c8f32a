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

  /// `value` to that many significant digits.
  private static func digits(_ value: Double, _ count: Int) -> String {
    guard value != 0, value.isFinite else { return "0" }
    // |value| = mantissa · 10^exponent with 1 ≤ mantissa < 10.
    var mantissa = abs(value)
    var exponent = 0
    while mantissa < 1, exponent > -330 {
      mantissa *= 10
      exponent -= 1
    }
    while mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    let unit = (1..<max(1, count)).reduce(1.0) { product, _ in product * 10 }
    var whole = Int((mantissa * unit).rounded())
    if whole >= 10 * Int(unit) {
      whole /= 10
      exponent += 1
    }
    return (value < 0 ? "-" : "") + decimal(String(whole), exponent)
  }

  /// d.ddd · 10^exponent, the digits given without the point and written with as few zeros as it takes.
  private static func decimal(_ digits: String, _ exponent: Int) -> String {
    var digits = digits
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    if exponent < -4 || exponent > 14 {
      let rest = digits.dropFirst()
      return "\(digits.prefix(1))\(rest.isEmpty ? "" : ".")\(rest)e\(exponent)"
    }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
    return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }
}
