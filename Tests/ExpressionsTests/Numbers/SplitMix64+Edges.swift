import Testing

@testable import Expressions

extension SplitMix64 {
  /// A word which is often on an edge: few or all bits set, or about half of the greatest word.
  mutating func word() -> UInt64 {
    let edges: [UInt64] = [0, 0, 1, 2, .max, .max, .max - 1, 1 << 63, 1 << 63 - 1, 1 << 63 + 1, 1 << 32]
    return Bool.random(using: &self) ? edges[Int.random(in: edges.indices, using: &self)] : next()
  }

  /// An integer of up to so many words.
  mutating func integer(words: ClosedRange<Int> = 0...8) -> BigInteger {
    let count = Int.random(in: words, using: &self)
    return BigInteger(isNegative: Bool.random(using: &self), NaturalNumber(words: (0..<count).map { _ in word() }))
  }

  /// A machine word: tiny, of any size, or near the end of the range.
  mutating func smallInteger() -> Int {
    switch Int.random(in: 0..<4, using: &self) {
    case 0: Int.random(in: -12...12, using: &self)
    case 1: Int.random(in: .min...Int.min + 2, using: &self)
    case 2: Int.random(in: Int.max - 2 ... .max, using: &self)
    default: Int(truncatingIfNeeded: next()) >> Int.random(in: 0..<63, using: &self)
    }
  }

  /// A rational number: of small parts, of machine words, or of integers of up to three words.
  mutating func rational() -> Rational {
    switch Int.random(in: 0..<3, using: &self) {
    case 0:
      return Rational(Int.random(in: -30...30, using: &self), Int.random(in: 1...30, using: &self))
    case 1:
      let denominator = smallInteger()
      return Rational(smallInteger(), denominator == 0 ? 1 : denominator)
    default:
      let denominator = integer(words: 1...3)
      return Rational(numerator: integer(words: 0...3), denominator: denominator.isZero ? .one : denominator)
    }
  }
}

/// The seeds over which random tests run; each makes one test case, whose failure names it.
let seeds: [UInt64] = [1, 2, 3, 0xFEED]

/// A named row of a table of test cases.
struct Case<Value: Sendable>: Sendable, CustomTestStringConvertible {
  let name: String
  let value: Value

  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  var testDescription: String { name }
}
