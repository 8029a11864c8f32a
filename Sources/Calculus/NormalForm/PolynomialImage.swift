import Expressions

/// Images of polynomials in one kernel, modulo a prime, all other kernels replaced by random residues.
enum PolynomialImage {
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

  /// Coefficients from the constant upwards; nil if the leading one vanishes.
  private static func image(_ a: Polynomial, in kernel: Kernel, _ scales: [Kernel: Int]) -> [PrimeField]? {
    var result: [PrimeField] = []
    for term in a.terms {
      guard var value = PrimeField(fraction: term.coefficient) else { return nil }
      var degree = 0
      for factor in term.monomial.factors {
        let scaled = factor.exponent * Rational(scales[factor.kernel] ?? 1)
        guard let exponent = scaled.asInt, exponent >= 0, exponent <= 5_000 else { return nil }
        if factor.kernel == kernel {
          degree = exponent
        } else {
          value = value * residue(factor.kernel).power(UInt64(exponent))
        }
      }
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
