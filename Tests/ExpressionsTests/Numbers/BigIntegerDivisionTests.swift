import Testing

@testable import Expressions

@Suite struct BigIntegerDivisionTests {
  /// The division identity n = q · d + r, |r| < |d|, with the sign of r that of n: it determines q and r.
  private func expectDivisionIdentity(_ dividend: BigInteger, _ divisor: BigInteger, _ evidence: Comment) {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    #expect(quotient * divisor + remainder == dividend, evidence)
    #expect(remainder.magnitude < divisor.magnitude, evidence)
    #expect(remainder.isZero || remainder.isNegative == dividend.isNegative, evidence)
  }

  @Test("The division identity holds for all sizes of 1 to 8 words", arguments: seeds)
  func divisionIdentity(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for dividendWords in 1...8 {
      for divisorWords in 1...8 {
        for _ in 0..<12 {
          let dividend = random.integer(words: dividendWords...dividendWords)
          let divisor = random.integer(words: divisorWords...divisorWords)
          if divisor.isZero { continue }
          expectDivisionIdentity(dividend, divisor, "seed \(seed): \(dividend) / \(divisor)")
        }
      }
    }
  }

  @Test("The division identity holds next to multiples of the divisor", arguments: seeds)
  func divisionNextToMultiples(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let divisor = random.integer(words: 1...4)
      if divisor.isZero { continue }
      let multiple = divisor * random.integer(words: 1...4)
      for offset in [-1, 0, 1] {
        let dividend = multiple + BigInteger(offset)
        expectDivisionIdentity(dividend, divisor, "seed \(seed): \(dividend) / \(divisor)")
      }
    }
  }

  struct Division: Sendable {
    let dividend, divisor, quotient, remainder: [UInt64]
  }

  /// All words are least significant first; h is half the base, m the greatest word.
  private static let (h, m): (UInt64, UInt64) = (1 << 63, .max)
  private static let cornerCases: [Case<Division>] = [
    Case(
      "added back",
      Division(dividend: [3, 0, h], divisor: [1, 0, h >> 2], quotient: [3], remainder: [0, 0, h >> 2])),
    Case(
      "added back, quotient of two digits",
      Division(dividend: [0, 0, h, h - 1], divisor: [1, 0, h], quotient: [m - 1], remainder: [2, m, h - 1])),
    Case(
      "first estimate is the base",
      Division(dividend: [0, m - 1, h], divisor: [m, h], quotient: [m], remainder: [m, h - 1])),
    Case(
      "estimate corrected twice",
      Division(dividend: [0, 0, h], divisor: [m, h >> 1], quotient: [m - 7, 1], remainder: [m - 7, 9])),
    Case(
      "all ones by all ones",
      Division(dividend: [m, m, m, m], divisor: [m, m], quotient: [1, 0, 1], remainder: [])),
    Case(
      "all ones by all ones, not a multiple",
      Division(dividend: [m, m, m, m, m], divisor: [m, m], quotient: [0, 1, 0, 1], remainder: [m])),
    Case("equal", Division(dividend: [7, 8, 9], divisor: [7, 8, 9], quotient: [1], remainder: [])),
    Case("less by one", Division(dividend: [6, 8, 9], divisor: [7, 8, 9], quotient: [], remainder: [6, 8, 9])),
    Case(
      "by a power of the base",
      Division(dividend: [1, 2, 3], divisor: [0, 0, 1], quotient: [3], remainder: [1, 2])),
    Case("by one", Division(dividend: [m, m, m], divisor: [1], quotient: [m, m, m], remainder: [])),
    Case("zero", Division(dividend: [], divisor: [0, 1], quotient: [], remainder: [])),
  ]

  @Test("The corner cases of Knuth's algorithm D", arguments: cornerCases)
  func cornerCase(row: Case<Division>) {
    let expected = row.value
    let (quotient, remainder) = NaturalNumber(words: expected.dividend)
      .quotientAndRemainder(dividingBy: NaturalNumber(words: expected.divisor))
    #expect(quotient.words == expected.quotient)
    #expect(remainder.words == expected.remainder)
  }

  @Test(
    "Quotients are rounded towards zero",
    arguments: [(7, 2, 3, 1), (-7, 2, -3, -1), (7, -2, -3, 1), (-7, -2, 3, -1), (6, -3, -2, 0), (1, 2, 0, 1)])
  func truncation(dividend: Int, divisor: Int, quotient: Int, remainder: Int) {
    let scale = BigInteger(10).power(40)
    let small = BigInteger(dividend).quotientAndRemainder(dividingBy: BigInteger(divisor))
    let big = (BigInteger(dividend) * scale).quotientAndRemainder(dividingBy: BigInteger(divisor) * scale)
    #expect(small.quotient.asInt == quotient && small.remainder.asInt == remainder)
    #expect(big.quotient.asInt == quotient && big.remainder == BigInteger(remainder) * scale)
  }
}
