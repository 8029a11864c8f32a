import Testing

@testable import Expressions

@Suite struct RationalTests {
  /// Checks the invariant of the storage.
  private func isCanonical(_ value: Rational) -> Bool {
    let (numerator, denominator) = (value.numerator, value.denominator)
    let fits = numerator.asInt != nil && denominator.asInt != nil
    let isSmall = if case .small = value.storage { true } else { false }
    return denominator > 0 && BigInteger.gcd(numerator, denominator) == 1 && fits == isSmall
  }

  @Test("The field laws hold across the word boundary", arguments: seeds)
  func fieldLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let (a, b, c) = (random.rational(), random.rational(), random.rational())
      let evidence: Comment = "seed \(seed): \(a), \(b), \(c)"
      #expect(a + b == b + a, evidence)
      #expect((a + b) + c == a + (b + c), evidence)
      #expect(a * b == b * a, evidence)
      #expect((a * b) * c == a * (b * c), evidence)
      #expect(a * (b + c) == a * b + a * c, evidence)
      #expect(a + .zero == a && a * .one == a && a * .zero == .zero && a * .minusOne == -a, evidence)
      #expect(a - a == 0 && a + -a == 0 && (a - b) + b == a, evidence)
      #expect([a + b, a - b, a * b, -a].allSatisfy(isCanonical), evidence)
      guard !a.isZero else { continue }
      #expect(a * a.reciprocal == 1 && a / a == 1 && (b / a) * a == b, evidence)
      #expect(isCanonical(a.reciprocal) && isCanonical(b / a), evidence)
    }
  }

  @Test("Words and integers of any size give the same results", arguments: seeds)
  func fastPathsAgree(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let words = (0..<4).map { _ in random.smallInteger() }
      let (a, b, c, d) = (words[0], words[1] == 0 ? 1 : words[1], words[2], words[3] == 0 ? .min : words[3])
      let (bigA, bigB, bigC, bigD) = (BigInteger(a), BigInteger(b), BigInteger(c), BigInteger(d))
      let (left, right) = (Rational(a, b), Rational(c, d))
      let evidence: Comment = "seed \(seed): \(a)/\(b), \(c)/\(d)"
      #expect(left == Rational(numerator: bigA, denominator: bigB), evidence)
      #expect(left + right == Rational(numerator: bigA * bigD + bigC * bigB, denominator: bigB * bigD), evidence)
      #expect(left - right == Rational(numerator: bigA * bigD - bigC * bigB, denominator: bigB * bigD), evidence)
      #expect(left * right == Rational(numerator: bigA * bigC, denominator: bigB * bigD), evidence)
      guard c != 0 else { continue }
      #expect(left / right == Rational(numerator: bigA * bigD, denominator: bigB * bigC), evidence)
    }
  }

  @Test("A big result which shrinks again is stored like the small number", arguments: seeds)
  func canonicalStorage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let small = Rational(random.smallInteger(), Int.random(in: 1...99, using: &random))
      let big = Rational(numerator: random.integer(words: 3...4), denominator: 7)
      let sum = (small + big) - big
      let product = big.isZero ? small : (small * big) / big
      #expect(isCanonical(sum) && isCanonical(product), "seed \(seed): \(small), \(big)")
      #expect(sum == small && product == small, "seed \(seed): \(small), \(big)")
      #expect(sum.hashValue == small.hashValue, "seed \(seed): \(small), \(big)")
      #expect(product.hashValue == small.hashValue, "seed \(seed): \(small), \(big)")
    }
  }

  @Test("The order agrees with the sign of the difference", arguments: seeds)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let (a, b) = (random.rational(), random.rational())
      #expect((a < b) == ((a - b).signum < 0), "seed \(seed): \(a), \(b)")
      #expect((a > b) == ((a - b).signum > 0), "seed \(seed): \(a), \(b)")
      #expect((a == b) == (a - b).isZero, "seed \(seed): \(a), \(b)")
    }
  }

  @Test("The floor is the greatest integer below", arguments: seeds)
  func floor(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let value = random.rational()
      let floor = value.floor
      #expect(floor.isInteger && floor <= value && value < floor + 1, "seed \(seed): \(value)")
    }
    #expect(Rational(-7, 2).floor == -4 && Rational(7, 2).floor == 3 && Rational(-4).floor == -4)
    #expect(Rational(Int.min).floor == Rational(Int.min) && Rational(Int.min, 3).floor.asInt == Int.min / 3 - 1)
  }

  @Test("The least machine word, whose opposite doesn't fit")
  func leastWord() {
    let least = Rational(Int.min)
    let text = "9223372036854775808"
    #expect(least.asInt == .min && (-least).asInt == nil)
    #expect((-least).description == text && least.magnitude.description == text)
    #expect((-(-least)).asInt == .min)
    #expect(least.reciprocal.description == "-1/" + text)
    #expect(least.reciprocal.reciprocal == least)
    #expect(Rational(Int.min, Int.min) == 1 && Rational(Int.min, -1) == -least)
    #expect(Rational(1, Int.min) == least.reciprocal && Rational(0, Int.min) == 0)
    #expect(Rational(Int.min, 2).asInt == Int.min / 2 && Rational(2, Int.min) == Rational(-1, 1 << 62))
    #expect(least * -1 == -least && least / -1 == -least && 0 - least == -least)
    #expect(least - 1 + 1 == least && least * least / least == least)
    #expect(least / 3 * 3 == least && Rational(Int.min, 3).isNegative)
    #expect(least < 0 && least < Rational(Int.min, 3) && -least > Rational(Int.max))
    #expect(Rational(-2).power(63) == least && Rational(-2).power(-63) == least.reciprocal)
    #expect(least.exactRoot(63) == -2 && least.exactRoot(3) == Rational(-1 << 21))
  }

  @Test("Operations in place")
  func inPlace() {
    var value = Rational(1, 2)
    value += Rational(1, 3)
    #expect(value == Rational(5, 6))
    value -= Rational(1, 2)
    #expect(value == Rational(1, 3))
    value *= Rational(6, 5)
    #expect(value == Rational(2, 5))
    value /= Rational(-4, 5)
    #expect(value == Rational(-1, 2))
  }

  @Test("Properties of the number")
  func properties() {
    let value = Rational(6, -8)
    #expect(value.numerator == -3 && value.denominator == 4)
    #expect(value.isNegative && value.signum == -1 && value.magnitude == Rational(3, 4))
    #expect(!value.isInteger && value.asInt == nil && !value.isOne && !value.isZero)
    #expect(Rational.one.isOne && Rational.zero.isZero && Rational(8, 4).asInt == 2)
    let big = Rational(BigInteger(10).power(30))
    #expect(big.isInteger && big.asInt == nil && big.signum == 1)
    #expect(Rational(numerator: 0, denominator: BigInteger(10).power(30)) == 0)
  }

  @Test(
    "Descriptions",
    arguments: [(3, 4, "3/4"), (-2, 1, "-2"), (0, -5, "0"), (4, -6, "-2/3"), (Int.min, 1, "-9223372036854775808")])
  func descriptions(numerator: Int, denominator: Int, text: String) {
    #expect(Rational(numerator, denominator).description == text)
  }
}
