import Expressions
import Testing

@testable import Calculus

/// Ring laws, division and common divisors, over random polynomials.
@Suite struct PolynomialTests {
  private struct Source {
    var generator: SplitMix64
    let kernels: [Kernel]

    init(seed: UInt64) {
      generator = SplitMix64(seed: seed)
      var graph = ExpressionGraph()
      kernels = ["x", "y", "z"].map { Kernel(graph.symbol($0)) }
    }

    mutating func polynomial(_ terms: ClosedRange<Int> = 1...5, laurent: Bool = false) -> Polynomial {
      let count = Int.random(in: terms, using: &generator)
      return Polynomial(
        (0..<count).map { _ in
          let powers = kernels.map {
            let exponent = Int.random(in: laurent ? -2...3 : 0...3, using: &generator)
            return Monomial.Factor($0, Rational(exponent, Bool.random(using: &generator) && laurent ? 2 : 1))
          }
          return Polynomial.Term(Monomial(powers), Rational(Int.random(in: -5...5, using: &generator), 3))
        })
    }
  }

  @Test func ringLaws() throws {
    for seed in UInt64(1)...60 {
      var source = Source(seed: seed)
      let (a, b) = (source.polynomial(laurent: true), source.polynomial(laurent: true))
      let c = source.polynomial(laurent: true)
      #expect(a + b == b + a, "seed \(seed)")
      #expect((a + b) + c == a + (b + c), "seed \(seed)")
      #expect(a.multiplied(by: b) == b.multiplied(by: a), "seed \(seed)")
      let left = try #require(a.multiplied(by: b + c))
      let right = try #require(a.multiplied(by: b)) + #require(a.multiplied(by: c))
      #expect(left == right, "seed \(seed)")
      #expect((a - a).isZero)
      let square = try #require(a.multiplied(by: a))
      #expect(a.power(3) == square.multiplied(by: a), "seed \(seed)")
    }
  }

  @Test func exactDivision() throws {
    for seed in UInt64(1)...60 {
      var source = Source(seed: seed)
      let (a, b) = (source.polynomial(laurent: true), source.polynomial(2...5, laurent: true))
      guard !b.isZero else { continue }
      let product = try #require(a.multiplied(by: b))
      #expect(product.divided(exactlyBy: b) == a, "seed \(seed)")
      guard b.count > 1, !a.isZero else { continue }
      #expect((product + 1).divided(exactlyBy: b) == nil || b.divided(exactlyBy: b) == .one, "seed \(seed)")
    }
  }

  @Test func remainders() throws {
    for seed in UInt64(1)...60 {
      var source = Source(seed: seed)
      let (a, b) = (source.polynomial(), source.polynomial())
      guard !b.isZero else { continue }
      let (quotient, remainder) = try #require(a.quotientAndRemainder(dividingBy: b))
      #expect(try #require(quotient.multiplied(by: b)) + remainder == a, "seed \(seed)")
    }
  }

  @Test func commonDivisors() throws {
    for seed in UInt64(1)...60 {
      var source = Source(seed: seed)
      let (a, b, c) = (source.polynomial(2...3), source.polynomial(2...3), source.polynomial(2...3))
      guard a.count > 1, b.count > 1, c.count > 1 else { continue }
      let left = try #require(a.multiplied(by: c))
      let right = try #require(b.multiplied(by: c))
      let divisor = left.greatestCommonDivisor(right)
      #expect(left.divided(exactlyBy: divisor) != nil, "seed \(seed)")
      #expect(right.divided(exactlyBy: divisor) != nil, "seed \(seed)")
      #expect(divisor.divided(exactlyBy: c) != nil, "seed \(seed): the common factor is found")
    }
  }

  @Test func squareFreeFactors() throws {
    for seed in UInt64(1)...40 {
      var source = Source(seed: seed)
      let (a, b) = (
        source.polynomial(2...3).primitiveParts.primitive, source.polynomial(2...3).primitiveParts.primitive
      )
      guard a.count > 1, b.count > 1, a.greatestCommonDivisor(b).isOne else { continue }
      let product = try #require(a.power(2)?.multiplied(by: b))
      var whole = Polynomial.one
      var multiplicities: [Int] = []
      for (factor, times) in product.squareFreeFactors {
        let power = try #require(factor.power(times))
        whole = try #require(whole.multiplied(by: power))
        multiplicities.append(times)
      }
      #expect(whole.primitiveParts.primitive == product.primitiveParts.primitive, "seed \(seed)")
      #expect(multiplicities.contains { $0 > 1 }, "seed \(seed): the square is found")
    }
  }

  @Test func evaluation() throws {
    for seed in UInt64(1)...40 {
      var source = Source(seed: seed)
      let (a, b) = (source.polynomial(), source.polynomial())
      let values = Dictionary(uniqueKeysWithValues: zip(source.kernels, [2, Rational(-1, 3), 5] as [Rational]))
      let product = try #require(a.multiplied(by: b))
      let left = try #require(a.evaluated { values[$0] })
      let right = try #require(b.evaluated { values[$0] })
      #expect(product.evaluated { values[$0] } == left * right, "seed \(seed)")
      #expect((a + b).evaluated { values[$0] } == left + right, "seed \(seed)")
    }
  }

  @Test func boundsAreKept() {
    var graph = ExpressionGraph()
    let sum = (0..<80).reduce(Polynomial.zero) { $0 + Polynomial(Kernel(graph.symbol("x\($1)"))) }
    #expect(sum.power(3) == nil)
    #expect(sum.power(1_000_000) == nil)
    #expect(sum.multiplied(by: sum) == nil)
  }

  @Test func rationalFunctionsFormAField() throws {
    for seed in UInt64(1)...40 {
      var source = Source(seed: seed)
      let (a, b) = (source.polynomial(1...3), source.polynomial(1...3))
      let (c, d) = (source.polynomial(1...3), source.polynomial(1...3))
      guard !b.isZero, !d.isZero, !a.isZero else { continue }
      let left = try #require(RationalFunction(a).divided(by: RationalFunction(b)))
      let right = try #require(RationalFunction(c).divided(by: RationalFunction(d)))
      let sum = try #require(left.adding(right))
      #expect(sum.subtracting(right)?.subtracting(left)?.isZero == true, "seed \(seed)")
      #expect(left.divided(by: left)?.isOne == true, "seed \(seed)")
      let product = try #require(left.multiplied(by: right))
      #expect(product.divided(by: left)?.subtracting(right)?.isZero == true, "seed \(seed)")
      #expect(left.power(-2)?.multiplied(by: left)?.multiplied(by: left)?.isOne == true, "seed \(seed)")
    }
  }
}
