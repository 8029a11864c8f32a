import Testing

@testable import Expressions

@Suite struct DoubleValueTests {
  private static let two = BigInteger(2)
  private static let greatest = two.power(1024) - two.power(971)

  private static let integers: [Case<(BigInteger, Double)>] = [
    Case("zero", (BigInteger.zero, 0)),
    Case("least word", (BigInteger(Int.min), -0x1p63)),
    Case("tie to even below", (two.power(53) + 1, 0x1p53)),
    Case("tie to even above", (two.power(53) + 3, 0x1p53 + 4)),
    Case("tie of two words", (two.power(64) + two.power(11), 0x1p64)),
    Case("just above the tie", (two.power(64) + two.power(11) + 1, 0x1p64 + 4096)),
    Case("tie decided 300 bits below", (two.power(400) + two.power(347) + 1, (0x1p400).nextUp)),
    Case("tie 300 bits above the end", (two.power(400) + two.power(347), 0x1p400)),
    Case("carry into the next power of two", (two.power(100) - 1, 0x1p100)),
    Case("greatest finite", (greatest, .greatestFiniteMagnitude)),
    Case("just below the tie with infinity", (greatest + two.power(970) - 1, .greatestFiniteMagnitude)),
    Case("tie with infinity", (greatest + two.power(970), .infinity)),
    Case("beyond", (-two.power(5000), -.infinity)),
  ]

  @Test("Integers", arguments: integers)
  func integer(row: Case<(BigInteger, Double)>) {
    #expect(row.value.0.doubleValue == row.value.1)
    #expect(Rational(row.value.0).doubleValue == row.value.1)
  }

  private static let decimals: [String] = [
    "0.1", "0.2", "0.3", "1e23", "9007199254740993", "9007199254740992.5", "9007199254740993.0000000000000001",
    "2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308", "4.9e-324",
    "2.4703282292062327e-324", "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623158e308",
    "1.7976931348623159e308",
    "1.00000000000000011102230246251565404236316680908203125",
    "1.00000000000000011102230246251565404236316680908203124",
    "1.00000000000000011102230246251565404236316680908203126", "123456789012345678901234567890", "1e-400", "1e400",
    "6929495644600919.5", "3.518437208883201171875e13", "62.5364939768271845828", "8.10109172351e-10",
  ]

  @Test("Decimal numbers which are hard to round", arguments: decimals)
  func decimal(text: String) throws {
    let value = try #require(Rational(decimal: text))
    #expect(value.doubleValue == Double(text))
    #expect((-value).doubleValue == Double("-" + text))
  }

  @Test("Random decimal numbers", arguments: seeds)
  func randomDecimals(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let digits = random.next() >> Int.random(in: 0..<64, using: &random)
      let text = "\(digits).\(random.next())e\(Int.random(in: -345...300, using: &random))"
      let value = try #require(Rational(decimal: text))
      #expect(value.doubleValue == Double(text), "seed \(seed): \(text)")
    }
  }

  @Test("Quotients of machine words", arguments: seeds)
  func quotientsOfWords(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let (numerator, denominator) = (random.smallInteger(), random.smallInteger())
      if denominator == 0 { continue }
      // The fast path by machine division and the long division agree, on reduced and unreduced fractions.
      let viaBig = NaturalNumber.doubleQuotient(
        NaturalNumber(UInt64(numerator.magnitude)), NaturalNumber(UInt64(denominator.magnitude)))
      let value = Rational(numerator, denominator)
      #expect(value.magnitude.doubleValue == viaBig, "seed \(seed): \(numerator)/\(denominator)")
      if numerator.magnitude < 1 << 53 && denominator.magnitude < 1 << 53 {
        #expect(value.doubleValue == Double(numerator) / Double(denominator), "seed \(seed)")
      }
    }
  }

  /// The exact value of a finite number.
  private func exact(_ value: Double) -> Rational {
    let bits = value.magnitude.bitPattern
    let field = Int(bits >> 52)
    let fraction = Int(bits & (1 << 52 - 1))
    let magnitude =
      field == 0
      ? Rational(fraction) * Rational(2).power(-1074)
      : Rational(fraction + 1 << 52) * Rational(2).power(field - 1075)
    return value < 0 ? -magnitude : magnitude
  }

  @Test("Every number is the nearest to itself; midpoints go to the even neighbour", arguments: seeds)
  func neighbours(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var samples: [Double] = [
      0, .leastNonzeroMagnitude, .leastNormalMagnitude, Double.leastNormalMagnitude.nextDown, 1, (1.0).nextDown,
    ]
    samples += (0..<100).map { _ in Double(bitPattern: random.next() & (1 << 63 - 1)) }.filter(\.nextUp.isFinite)
    samples += (0..<20).map { _ in Double(bitPattern: random.next() >> 12) }
    let nudge = Rational(2).power(-1300)
    for lower in samples {
      let upper = lower.nextUp
      let evidence: Comment = "seed \(seed): \(lower)"
      let midpoint = (exact(lower) + exact(upper)) / 2
      #expect(exact(lower).doubleValue == lower, evidence)
      #expect(midpoint.doubleValue == (lower.bitPattern & 1 == 0 ? lower : upper), evidence)
      #expect((midpoint - nudge).doubleValue == lower, evidence)
      #expect((midpoint + nudge).doubleValue == upper, evidence)
      #expect((-midpoint - nudge).doubleValue == -upper, evidence)
    }
  }
}
