import Expressions

/// Images of polynomials in one kernel, modulo a prime, all other kernels replaced by random residues.
enum PolynomialImage {
  /// Whether `a` and `b` are in all likelihood coprime: each kernel k is replaced by r·tʷ with a random r and a small
  /// random weight w, and the images, polynomials in t, are. One pass, whatever the number of kernels. A wrong answer only
  /// means that a common divisor is overlooked; this is for large polynomials, where the chance is small and looking is
  /// dear.
  static func suggestsCoprime(_ a: Polynomial, _ b: Polynomial) -> Bool {
    var scales: [Kernel: Int] = [:]
    guard collectScales(a, &scales), collectScales(b, &scales) else { return true }
    for round in 0..<3 {
      guard let x = image(a, .weights(round), scales), let y = image(b, .weights(round), scales) else { return true }
      if !areCoprime(Array(x.drop { $0.isZero }), Array(y.drop { $0.isZero })) { return false }
      // Images without common power of t leave no doubt. A divisor whose terms all have one weight would become a power
      // of t: other weights show it.
      if x.first?.isZero == false || y.first?.isZero == false { return true }
    }
    return true
  }

  /// Whether no common divisor of `a` and `b` mentions `kernel`. True is certain; false may also mean "not seen".
  ///
  /// If neither leading coefficient vanishes, the image of a common divisor keeps its degree and divides both images; so
  /// coprime images show a divisor of degree 0.
  static func showsCoprime(_ a: Polynomial, _ b: Polynomial, in kernel: Kernel) -> Bool {
    var scales: [Kernel: Int] = [:]
    guard collectScales(a, &scales), collectScales(b, &scales) else { return false }
    guard let x = image(a, .kernel(kernel), scales), let y = image(b, .kernel(kernel), scales) else { return false }
    return areCoprime(x, y)
  }

  /// For each kernel the common denominator of its exponents: k^{p/q} is r^{pL/q} where k is r^L.
  private static func collectScales(_ a: Polynomial, _ scales: inout [Kernel: Int]) -> Bool {
    for term in a.terms {
      for factor in term.monomial.factors {
        if let exponent = factor.exponent.asInt, exponent.magnitude <= 1_000 { continue }
        guard let denominator = factor.exponent.denominator.asInt, denominator <= 1_000,
          factor.exponent.magnitude <= 1_000
        else { return false }
        let scale = scales[factor.kernel] ?? 1
        let common = Rational(denominator, scale).denominator.asInt ?? 1
        scales[factor.kernel] = denominator * common
      }
    }
    return true
  }

  private static let largestDegree = 2_000

  /// What becomes of a polynomial: one in `kernel`, all other kernels replaced by residues, or one in t.
  private enum Projection {
    case kernel(Kernel)
    case weights(Int)
  }

  /// A small weight for each kernel of a graph, another one in each round.
  private static func weight(_ kernel: Kernel, _ round: Int) -> Int {
    var generator = SplitMix64(seed: ~UInt64(kernel.expression.position) &- UInt64(round) << 40)
    return 1 + Int(generator.next() % 13)
  }

  /// Coefficients from the constant upwards; nil if the leading one vanishes or exponents are too large.
  private static func image(
    _ a: Polynomial, _ projection: Projection, _ scales: [Kernel: Int]
  ) -> [PrimeField]? {
    var result: [PrimeField] = []
    for term in a.terms {
      guard var value = PrimeField(fraction: term.coefficient) else { return nil }
      var degree = 0
      for factor in term.monomial.factors {
        let scaled = scales[factor.kernel].map { factor.exponent * Rational($0) } ?? factor.exponent
        guard let exponent = scaled.asInt, exponent >= 0, exponent <= 5_000 else { return nil }
        switch projection {
        case .kernel(factor.kernel):
          degree = exponent
          continue
        case .kernel: break
        case .weights(let round): degree += exponent * weight(factor.kernel, round)
        }
        value = value * residue(factor.kernel).power(UInt64(exponent))
      }
      guard degree <= largestDegree else { return nil }
      if degree >= result.count { result += [PrimeField](repeating: .zero, count: degree + 1 - result.count) }
      result[degree] = result[degree] + value
    }
    return result.last.map { !$0.isZero } ?? false ? result : nil
  }

  /// Fixed for each kernel of a graph; any residue will do.
  private static func residue(_ kernel: Kernel) -> PrimeField {
    var generator = SplitMix64(seed: UInt64(kernel.expression.position))
    return PrimeField(word: generator.next())
  }

  /// Euclid's algorithm.
  private static func areCoprime(_ a: [PrimeField], _ b: [PrimeField]) -> Bool {
    var (large, small) = a.count >= b.count ? (a, b) : (b, a)
    while small.count > 1 {
      guard let inverse = small[small.count - 1].inverse else { return false }
      while large.count >= small.count {
        let factor = large[large.count - 1] * inverse
        let shift = large.count - small.count
        for place in small.indices { large[shift + place] = large[shift + place] - factor * small[place] }
        while let last = large.last, last.isZero { large.removeLast() }
      }
      swap(&large, &small)
    }
    return small.count == 1
  }
}
