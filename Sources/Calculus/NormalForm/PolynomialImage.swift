import Expressions

/// Images of polynomials in one kernel, modulo a prime, all other kernels replaced by random residues.
enum PolynomialImage {
  /// Whether `a` and `b` are in all likelihood coprime: each kernel k is replaced by r·tʷ with a random r and a small
  /// random weight w, and the images, polynomials in t, are, up to powers of t. One pass, whatever the number of kernels.
  /// A wrong answer only means that a common divisor is overlooked; it is for large polynomials, where the chance is small
  /// and looking is dear.
  static func suggestsCoprime(_ a: Polynomial, _ b: Polynomial) -> Bool {
    var scales: [Kernel: Int] = [:]
    guard collectScales(a, &scales), collectScales(b, &scales), let x = image(a, in: nil, scales),
      let y = image(b, in: nil, scales)
    else { return false }
    return areCoprime(Array(x.drop { $0.isZero }), Array(y.drop { $0.isZero }))
  }

  /// Whether no common divisor of `a` and `b` mentions `kernel`. True is certain; false may also mean "not seen".
  ///
  /// If neither leading coefficient vanishes, the image of a common divisor keeps its degree and divides both images; so
  /// coprime images show a divisor of degree 0.
  static func showsCoprime(_ a: Polynomial, _ b: Polynomial, in kernel: Kernel) -> Bool {
    var scales: [Kernel: Int] = [:]
    guard collectScales(a, &scales), collectScales(b, &scales) else { return false }
    guard let x = image(a, in: kernel, scales), let y = image(b, in: kernel, scales) else { return false }
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

  private static let largestDegree = 20_000

  /// A small weight for each kernel of a graph.
  private static func weight(_ kernel: Kernel) -> Int {
    var generator = SplitMix(seed: ~UInt64(kernel.expression.position))
    return 1 + Int(generator.next() % 13)
  }

  /// Coefficients from the constant upwards, of the powers of `kernel` or, without one, of t; nil if the leading one vanishes.
  private static func image(_ a: Polynomial, in kernel: Kernel?, _ scales: [Kernel: Int]) -> [PrimeField]? {
    var result: [PrimeField] = []
    for term in a.terms {
      guard var value = PrimeField(fraction: term.coefficient) else { return nil }
      var degree = 0
      for factor in term.monomial.factors {
        let scaled = scales[factor.kernel].map { factor.exponent * Rational($0) } ?? factor.exponent
        guard let exponent = scaled.asInt, exponent >= 0, exponent <= 5_000 else { return nil }
        if factor.kernel == kernel {
          degree = exponent
          continue
        }
        value = value * residue(factor.kernel).power(UInt64(exponent))
        if kernel == nil { degree += exponent * weight(factor.kernel) }
      }
      guard degree <= largestDegree else { return nil }
      if degree >= result.count { result += [PrimeField](repeating: .zero, count: degree + 1 - result.count) }
      result[degree] = result[degree] + value
    }
    return result.last.map { !$0.isZero } ?? false ? result : nil
  }

  /// Fixed for each kernel of a graph; any residue will do.
  private static func residue(_ kernel: Kernel) -> PrimeField {
    var generator = SplitMix(seed: UInt64(kernel.expression.position))
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
