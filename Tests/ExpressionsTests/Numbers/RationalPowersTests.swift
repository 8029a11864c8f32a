import Testing

@testable import Expressions

@Suite struct RationalPowersTests {
  @Test("Powers multiply as their exponents add", arguments: seeds)
  func laws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let base = random.rational()
      if base.isZero { continue }
      let (j, k) = (Int.random(in: -7...7, using: &random), Int.random(in: -7...7, using: &random))
      #expect(base.power(j) * base.power(k) == base.power(j + k), "seed \(seed): \(base), \(j), \(k)")
      #expect(base.power(-k) == base.power(k).reciprocal, "seed \(seed): \(base), \(k)")
    }
  }

  @Test("Special powers")
  func special() {
    #expect(Rational(0).power(0) == 1 && Rational(0).power(3) == 0 && Rational(5).power(0) == 1)
    #expect(Rational(-1).power(.min) == 1 && Rational(-1).power(.max) == -1 && Rational(1).power(.max) == 1)
    #expect(Rational(2, 3).power(-2) == Rational(9, 4) && Rational(-2, 3).power(3) == Rational(-8, 27))
    #expect(Rational(2).power(64).description == "18446744073709551616")
    #expect(Rational(3).power(39).asInt == 4_052_555_153_018_976_267 && Rational(3).power(40).asInt == nil)
  }

  @Test("The bound of the bits of a power holds", arguments: seeds)
  func bitWidthBound(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let base = random.rational()
      let exponent = Int.random(in: (base.isZero ? 0 : -6)...6, using: &random)
      let power = base.power(exponent)
      let width = max(power.numerator.magnitudeBitWidth, power.denominator.magnitudeBitWidth)
      let bound = Rational.bitWidthOfPower(base: base, exponent: exponent)
      #expect(width <= bound && bound <= width + abs(exponent), "seed \(seed): \(base), \(exponent)")
    }
    #expect(Rational.bitWidthOfPower(base: 2, exponent: -1000) == 1001)
    #expect(Rational.bitWidthOfPower(base: -1, exponent: .min) == 1)
    #expect(Rational.bitWidthOfPower(base: 0, exponent: .max) == 1)
    #expect(Rational.bitWidthOfPower(base: 3, exponent: .min) == .max)
    #expect(Rational.bitWidthOfPower(base: 2, exponent: .max) == .max)
  }

  @Test("The root of a power is the base", arguments: seeds)
  func rootsOfPowers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let base = random.rational()
      let degree = Int.random(in: 1...9, using: &random)
      let power = base.power(degree)
      let evidence: Comment = "seed \(seed): \(base), \(degree)"
      #expect(power.exactRoot(degree) == (degree.isMultiple(of: 2) ? base.magnitude : base), evidence)
      if degree > 1 && power.magnitude.numerator > 1 {
        let next = Rational(power.magnitude.numerator + 1)
        let previous = Rational(power.magnitude.numerator - 1)
        #expect(next.exactRoot(degree) == nil, evidence)
        #expect(previous == 1 || previous.exactRoot(degree) == nil, evidence)
      }
    }
  }

  private static let roots: [Case<(Rational, Int, Rational?)>] = [
    Case("square root of 4/9", (Rational(4, 9), 2, Rational(2, 3))),
    Case("square root of 2", (2, 2, nil)),
    Case("square root of 1/2", (Rational(1, 2), 2, nil)),
    Case("square root of 4/3", (Rational(4, 3), 2, nil)),
    Case("square root of -4", (-4, 2, nil)),
    Case("cube root of -8/27", (Rational(-8, 27), 3, Rational(-2, 3))),
    Case("first root", (Rational(-5, 7), 1, Rational(-5, 7))),
    Case("zeroth root", (1, 0, nil)),
    Case("root of zero", (0, 4, 0)),
    Case("root of one", (1, .max, 1)),
    Case("root of minus one", (-1, .max, -1)),
    Case("degree beyond the bit width", (Rational(2).power(100), 101, nil)),
    Case("degree near the bit width", (Rational(2).power(100), 100, 2)),
    Case("tenth root of 10^200", (Rational(10).power(200), 10, Rational(10).power(20))),
    Case("square root of a square less one", (Rational(10).power(60) - 1, 2, nil)),
  ]

  @Test("Known roots", arguments: roots)
  func knownRoots(row: Case<(Rational, Int, Rational?)>) {
    let (value, degree, root) = row.value
    #expect(value.exactRoot(degree) == root)
  }
}
