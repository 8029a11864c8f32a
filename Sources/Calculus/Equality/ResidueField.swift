import Expressions

/// The field of integers modulo a prime below 2⁶¹.
struct ResidueField {
  /// The number of elements.
  let prime: UInt64

  /// Primes below 2⁶¹, the largest first: as many fields as the zero test may need.
  static let all: [ResidueField] = {
    var result: [ResidueField] = []
    var candidate: UInt64 = (1 << 61) - 1
    while result.count < 40 {
      if isPrime(candidate) { result.append(ResidueField(prime: candidate)) }
      candidate -= 2
    }
    return result
  }()

  func add(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let sum = a + b
    return sum >= prime ? sum - prime : sum
  }

  func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    prime.dividingFullWidth(a.multipliedFullWidth(by: b)).remainder
  }

  func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, square, rest): (UInt64, UInt64, UInt64) = (1, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = multiply(result, square) }
      square = multiply(square, square)
      rest >>= 1
    }
    return result
  }

  /// a^(p−2), nil for 0.
  func inverse(_ a: UInt64) -> UInt64? { a == 0 ? nil : power(a, prime - 2) }

  /// The residue of an integer of any size.
  func residue(of integer: BigInteger) -> UInt64 {
    let remainder = integer.quotientAndRemainder(dividingBy: BigInteger(Int(prime))).remainder.asInt ?? 0
    return remainder < 0 ? prime - UInt64(-remainder) : UInt64(remainder)
  }

  /// The residue of a fraction; nil if the prime divides its denominator.
  func residue(of fraction: Rational) -> UInt64? {
    inverse(residue(of: fraction.denominator)).map { multiply(residue(of: fraction.numerator), $0) }
  }

  /// The test of Miller and Rabin; with these twelve bases it is certain below 3.3·10²⁴ (Sorenson & Webster 2015).
  private static func isPrime(_ number: UInt64) -> Bool {
    let bases: [UInt64] = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
    if bases.contains(where: { number.isMultiple(of: $0) }) { return bases.contains(number) }
    let field = ResidueField(prime: number)
    let twos = (number - 1).trailingZeroBitCount
    return bases.allSatisfy { base in
      var power = field.power(base, (number - 1) >> UInt64(twos))
      if power == 1 || power == number - 1 { return true }
      for _ in 1..<twos {
        power = field.multiply(power, power)
        if power == number - 1 { return true }
      }
      return false
    }
  }
}
