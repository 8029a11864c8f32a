import Testing

@testable import Expressions

@Suite struct BigIntegerTextTests {
  @Test("What is written is read back", arguments: seeds)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let value = random.integer()
      #expect(BigInteger(value.description) == value, "seed \(seed): \(value)")
    }
  }

  @Test("Powers of ten and their neighbours, where digits are grouped", arguments: 0...60)
  func powersOfTen(exponent: Int) {
    let power = BigInteger(10).power(exponent)
    let zeros = String(repeating: "0", count: exponent)
    let nines = String(repeating: "9", count: exponent)
    #expect(power.description == "1" + zeros && BigInteger("1" + zeros) == power)
    #expect((power - 1).description == (exponent == 0 ? "0" : nines))
    #expect((-power).description == "-1" + zeros)
    #expect(BigInteger("000" + nines) == power - 1)
  }

  private static let known: [Case<(BigInteger, String)>] = [
    Case("zero", (BigInteger.zero, "0")),
    Case("2^64", (BigInteger(Int.min) * -2, "18446744073709551616")),
    Case("2^200", (BigInteger(2).power(200), "1606938044258990275541962092341162602522202993782792835301376")),
    Case("3^100", (BigInteger(3).power(100), "515377520732011331036461129765621272702107522001")),
    Case("30!", ((1...30).map { BigInteger($0) }.reduce(.one, *), "265252859812191058636308480000000")),
    Case(
      "(2^192 - 1)^2",
      (
        (BigInteger(2).power(192) - 1).power(2),
        "3940200619639447921227904010014361380507973927046544666793"
          + "5739200774948409969539032567850922052710929917699921281025"
      )),
  ]

  @Test("Known values", arguments: known)
  func knownValue(row: Case<(BigInteger, String)>) {
    #expect(row.value.0.description == row.value.1)
    #expect(BigInteger(row.value.1) == row.value.0)
  }

  @Test(
    "Other texts are refused",
    arguments: ["", "-", "--1", "+1", "1 ", " 1", "1_000", "0x1", "1.0", "1-", "١", "²"])
  func malformed(text: String) {
    #expect(BigInteger(text) == nil)
  }

  @Test("Minus zero is zero")
  func minusZero() {
    #expect(BigInteger("-0") == .zero)
    #expect(BigInteger("-000")?.description == "0")
  }
}
