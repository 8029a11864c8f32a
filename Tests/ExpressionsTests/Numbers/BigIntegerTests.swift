import Testing

@testable import Expressions

@Suite struct BigIntegerTests {
  @Test("The ring laws hold", arguments: seeds)
  func ringLaws(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let (a, b, c) = (random.integer(), random.integer(), random.integer())
      let evidence: Comment = "seed \(seed): \(a), \(b), \(c)"
      #expect(a + b == b + a, evidence)
      #expect((a + b) + c == a + (b + c), evidence)
      #expect(a * b == b * a, evidence)
      #expect((a * b) * c == a * (b * c), evidence)
      #expect(a * (b + c) == a * b + a * c, evidence)
      #expect(a + 0 == a && a * 1 == a && a * 0 == 0, evidence)
      #expect((a - a).isZero && a + -a == 0 && -(-a) == a, evidence)
      #expect((a - b) + b == a, evidence)
    }
  }

  @Test("On machine words the results are those of the machine", arguments: seeds)
  func agreesWithMachineWords(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let (a, b) = (random.smallInteger(), random.smallInteger())
      let (bigA, bigB) = (BigInteger(a), BigInteger(b))
      let evidence: Comment = "seed \(seed): \(a), \(b)"
      let (sum, sumOverflow) = a.addingReportingOverflow(b)
      let (difference, differenceOverflow) = a.subtractingReportingOverflow(b)
      let (product, productOverflow) = a.multipliedReportingOverflow(by: b)
      #expect((bigA + bigB).asInt == (sumOverflow ? nil : sum), evidence)
      #expect((bigA - bigB).asInt == (differenceOverflow ? nil : difference), evidence)
      #expect((bigA * bigB).asInt == (productOverflow ? nil : product), evidence)
      #expect((bigA < bigB) == (a < b) && (bigA == bigB) == (a == b), evidence)
      #expect(bigA.asInt == a && bigA.description == a.description, evidence)
      #expect(bigA.isOdd == (a & 1 == 1) && bigA.signum == a.signum(), evidence)
    }
  }

  @Test("The order agrees with the sign of the difference", arguments: seeds)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      let a = random.integer(words: 0...3)
      let b = Bool.random(using: &random) ? a + BigInteger(random.smallInteger()) : random.integer(words: 0...3)
      #expect((a < b) == (a - b).isNegative, "seed \(seed): \(a), \(b)")
      #expect((a == b) == (a - b).isZero, "seed \(seed): \(a), \(b)")
    }
  }

  @Test("Residues of sums and products are those of the residues", arguments: seeds)
  func residues(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for modulus in [2_305_843_009_213_693_951, 3, 1, 1 << 63, UInt64.max] {
      let bigModulus = BigInteger(NaturalNumber(modulus))
      for _ in 0..<50 {
        let (a, b) = (random.integer(), random.integer())
        let evidence: Comment = "seed \(seed): \(a), \(b) mod \(modulus)"
        let (residueA, residueB) = (a.remainder(modulo: modulus), b.remainder(modulo: modulus))
        let product = modulus.dividingFullWidth(residueA.multipliedFullWidth(by: residueB)).remainder
        #expect(residueA < modulus, evidence)
        #expect((a - BigInteger(NaturalNumber(residueA))).quotientAndRemainder(dividingBy: bigModulus).remainder.isZero)
        #expect((a * b).remainder(modulo: modulus) == product, evidence)
        #expect((a + b - a).remainder(modulo: modulus) == residueB, evidence)
      }
    }
  }

  @Test("Known residues")
  func knownResidues() {
    let prime: UInt64 = 2_305_843_009_213_693_951
    let power = BigInteger(3).power(100)
    #expect(power.remainder(modulo: prime) == 1_175_369_268_131_054_105)
    #expect((-power).remainder(modulo: prime) == 1_130_473_741_082_639_846)
    #expect(power.remainder(modulo: .max - 58) == 11_554_422_485_578_774_282)
    #expect(BigInteger(2).power(200).remainder(modulo: prime) == 1 << 17)  // 2⁶¹ ≡ 1 and 200 = 3 · 61 + 17.
    #expect(BigInteger(-1).remainder(modulo: prime) == prime - 1)
    #expect(BigInteger(NaturalNumber(prime)).remainder(modulo: prime) == 0)
    #expect((-BigInteger(NaturalNumber(prime))).remainder(modulo: prime) == 0)
  }

  @Test("Powers multiply as their exponents add", arguments: seeds)
  func powers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let base = random.integer(words: 0...2)
      let (j, k) = (Int.random(in: 0...9, using: &random), Int.random(in: 0...9, using: &random))
      #expect(base.power(j) * base.power(k) == base.power(j + k), "seed \(seed): \(base), \(j), \(k)")
    }
    #expect(BigInteger(0).power(0) == 1 && BigInteger(0).power(5) == 0)
    #expect(BigInteger(-1).power(.max) == -1 && BigInteger(-1).power(.max - 1) == 1)
    #expect(BigInteger(-2).power(63).asInt == .min)
  }

  @Test("The greatest common divisor divides both, and leaves coprime quotients", arguments: seeds)
  func greatestCommonDivisor(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let common = random.integer(words: 0...3)
      let (a, b) = (common * random.integer(words: 0...4), common * random.integer(words: 0...4))
      let evidence: Comment = "seed \(seed): \(a), \(b), common \(common)"
      let divisor = BigInteger.gcd(a, b)
      #expect(divisor == .gcd(b, a) && !divisor.isNegative, evidence)
      if a.isZero || b.isZero {
        #expect(divisor == (a + b).magnitude, evidence)
        continue
      }
      let (quotientA, remainderA) = a.quotientAndRemainder(dividingBy: divisor)
      let (quotientB, remainderB) = b.quotientAndRemainder(dividingBy: divisor)
      #expect(remainderA.isZero && remainderB.isZero, evidence)
      #expect(BigInteger.gcd(quotientA, quotientB) == 1, evidence)
      #expect(divisor.quotientAndRemainder(dividingBy: common).remainder.isZero, evidence)
    }
  }

  @Test("Operations in place")
  func inPlace() {
    var value = BigInteger(Int.max)
    value += 1
    #expect(value == -BigInteger(Int.min))
    value -= -1
    #expect(value.description == "9223372036854775809")
    value *= -2
    #expect(value.description == "-18446744073709551618")
  }

  @Test("Bit widths", arguments: [(0, 0), (1, 1), (-1, 1), (255, 8), (256, 9), (Int.max, 63), (Int.min, 64)])
  func bitWidths(value: Int, width: Int) {
    #expect(BigInteger(value).magnitudeBitWidth == width)
    #expect((BigInteger(value) * BigInteger(2).power(64)).magnitudeBitWidth == (value == 0 ? 0 : width + 64))
  }

  @Test("The ends of the range of a machine word")
  func endsOfWordRange() {
    let least = BigInteger(Int.min)
    #expect(least.asInt == .min)
    #expect((-least).asInt == nil && (-least).description == "9223372036854775808")
    #expect((-(-least)).asInt == .min)
    #expect((least - 1).asInt == nil && (BigInteger(Int.max) + 1).asInt == nil)
    #expect((least - 1 + 1).asInt == .min && (-least - 1).asInt == .max)
    #expect(least.quotientAndRemainder(dividingBy: -1).quotient == -least)
  }

  @Test("A result which has shrunk is stored like the small number", arguments: seeds)
  func canonicalStorage(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let small = BigInteger(random.smallInteger())
      let big = random.integer(words: 3...6)
      let shrunk = (small + big) - big
      #expect(shrunk == small && shrunk.hashValue == small.hashValue, "seed \(seed): \(small), \(big)")
      #expect(Set([shrunk, small]).count == 1, "seed \(seed): \(small), \(big)")
      #expect(!(big - big).isNegative && !(-(big - big)).isNegative, "seed \(seed): \(small), \(big)")
    }
  }
}
