extension Rational {
  /// The exponents which ``init(decimal:)`` reads: what lies beyond would only fill the memory.
  private static let decimalExponents = -10_000...10_000

  /// The most digits which ``decimalDescription`` writes.
  private static let decimalDigits = 20

  /// Reads a decimal number exactly: 0.1 is 1/10.
  ///
  /// The whole text must be of the form
  ///
  ///     number = ["-"] (digits ["." digits] | "." digits) [("e" | "E") ["+" | "-"] digits]
  ///
  /// where the digits are those of ASCII. Anything else gives nil, and so does an exponent beyond ±10,000. Quadratic in
  /// the number of digits and in the exponent.
  public init?(decimal text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.removePrefix("-")
    let whole = rest.removeDigits()
    var fraction: ArraySlice<UInt8> = []
    if rest.removePrefix(".") {
      fraction = rest.removeDigits()
      if fraction.isEmpty { return nil }
    }
    guard let digits = NaturalNumber(decimalDigits: whole + fraction) else { return nil }
    var exponent = 0
    if rest.removePrefix("e") || rest.removePrefix("E") {
      guard let written = Rational.readExponent(&rest) else { return nil }
      exponent = written
    }
    guard rest.isEmpty else { return nil }
    let scale = exponent - fraction.count
    let power = NaturalNumber(10).power(scale.magnitude)
    if scale >= 0 {
      self.init(BigInteger(isNegative: isNegative, digits * power))
    } else {
      self.init(numerator: BigInteger(isNegative: isNegative, digits), denominator: BigInteger(power))
    }
  }

  /// The exponent at the start of `rest`, which is removed; nil if there is none or if it is out of bounds.
  private static func readExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let isNegative = rest.removePrefix("-")
    if !isNegative { _ = rest.removePrefix("+") }
    guard let magnitude = NaturalNumber(decimalDigits: rest.removeDigits())?.asWord.flatMap(Int.init(exactly:)) else {
      return nil
    }
    let exponent = isNegative ? -magnitude : magnitude
    return decimalExponents.contains(exponent) ? exponent : nil
  }

  /// The number's finite decimal expansion, if it has one of at most 20 digits (a lone 0 before the point not counted).
  ///
  /// A fraction in lowest terms has a finite expansion just when its denominator is 2ᵃ5ᵇ, and then max(a, b) digits
  /// after the point. ``init(decimal:)`` reads it back.
  ///
  ///     Rational(-1, 8).decimalDescription  // "-0.125"
  ///     Rational(1, 3).decimalDescription  // nil
  public var decimalDescription: String? {
    var places = 0
    var scale = BigInteger.one
    var (quotient, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: denominator)
    while !remainder.isZero {
      places += 1
      if places > Rational.decimalDigits { return nil }
      scale *= 10
      (quotient, remainder) = (numerator.magnitude * scale).quotientAndRemainder(dividingBy: denominator)
    }
    if quotient.magnitudeBitWidth > 4 * Rational.decimalDigits { return nil }  // Don't write out what is too long.
    let digits = quotient.description
    if digits.count > Rational.decimalDigits { return nil }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = isNegative ? "-" : ""
    return sign + padded.dropLast(places) + (places > 0 ? "." + padded.suffix(places) : "")
  }
}

extension ArraySlice<UInt8> {
  /// Removes the ASCII character from the start; whether it stood there.
  fileprivate mutating func removePrefix(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  /// Removes and returns the ASCII decimal digits at the start.
  fileprivate mutating func removeDigits() -> ArraySlice<UInt8> {
    let digits = prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    removeFirst(digits.count)
    return digits
  }
}
