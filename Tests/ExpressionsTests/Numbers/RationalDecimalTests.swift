import Testing

@testable import Expressions

@Suite struct RationalDecimalTests {
  private static let readable: [Case<Rational>] = [
    Case("12", 12), Case("0.5", Rational(1, 2)), Case(".5", Rational(1, 2)), Case("1e-5", Rational(1, 100_000)),
    Case("2.50E+3", 2500), Case("-3", -3), Case("-.25", Rational(-1, 4)), Case("0", 0), Case("-0", 0), Case("0.000", 0),
    Case("007", 7), Case("0.1", Rational(1, 10)), Case("1e0", 1), Case("1e-0", 1), Case("12e-1", Rational(6, 5)),
    Case("1e00000000000000000000000000003", 1000), Case("1e10000", Rational(10).power(10_000)),
    Case("-1e-10000", -Rational(10).power(-10_000)), Case("0e10000", 0),
    Case("3.14159265358979323846", Rational(decimalDigits: "314159265358979323846", places: 20)),
    Case("-9223372036854775808", Rational(Int.min)), Case("9223372036854775808", -Rational(Int.min)),
  ]

  @Test("Decimal numbers are read exactly", arguments: readable)
  func read(row: Case<Rational>) {
    #expect(Rational(decimal: row.name) == row.value)
  }

  @Test("Substrings are read too")
  func substring() {
    #expect(Rational(decimal: "x=0.5;".dropFirst(2).dropLast()) == Rational(1, 2))
  }

  @Test(
    "Other texts are refused",
    arguments: [
      "", "-", ".", "-.", "5.", "5.e3", "+3", "1/2", "1e", "1e+", "1e-", "e5", ".e5", "1.2.3", "1e5.0", "1e10001",
      "1e-10001", "1e99999999999999999999999", "--1", " 1", "1 ", "1,5", "0x1p3", "nan", "inf", "1_000", "١", "1e5e5",
    ])
  func malformed(text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  private static let writable: [Case<(Rational, String?)>] = [
    Case("zero", (0, "0")), Case("integer", (-120, "-120")), Case("half", (Rational(1, 2), "0.5")),
    Case("eighth", (Rational(-1, 8), "-0.125")), Case("fifth", (Rational(7, 5), "1.4")),
    Case("hundredth", (Rational(1, 100), "0.01")), Case("2 and 5 unequal", (Rational(3, 1600), "0.001875")),
    Case("third", (Rational(1, 3), nil)), Case("sixth", (Rational(1, 6), nil)),
    Case("20 places", (Rational(1, 1 << 20), "0.00000095367431640625")), Case("21 places", (Rational(1, 1 << 21), nil)),
    Case("20 digits", (Rational(10).power(20) - 1, "99999999999999999999")),
    Case("21 digits", (Rational(10).power(20), nil)),
    Case("20 digits with a point", ((Rational(10).power(20) - 1) / 10, "9999999999999999999.9")),
    Case("21 digits with a point", ((Rational(10).power(20) + 1) / 10, nil)),
    Case("least word", (Rational(Int.min, 10), "-922337203685477580.8")),
    Case("a big integer", (Rational(10).power(5000), nil)),
  ]

  @Test("Finite decimal expansions", arguments: writable)
  func write(row: Case<(Rational, String?)>) {
    #expect(row.value.0.decimalDescription == row.value.1)
  }

  @Test("What is written is read back", arguments: seeds)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let places = Int.random(in: 0...19, using: &random)
      let value = Rational(random.smallInteger()) * Rational(10).power(-places)
      let text = try #require(value.decimalDescription, "seed \(seed): \(value)")
      #expect(Rational(decimal: text) == value, "seed \(seed): \(text)")
    }
  }
}

extension Rational {
  /// The number with these digits, so many of them after the point.
  fileprivate init(decimalDigits digits: String, places: Int) {
    self = Rational(BigInteger(digits) ?? .zero) / Rational(10).power(places)
  }
}
