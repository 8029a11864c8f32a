import Expressions

extension Polynomial {
  /// The primitive polynomial as a product of powers of square-free, pairwise coprime factors, the multiplicities rising.
  /// A factor that is not seen to split within the bounds on effort stays whole.
  ///
  ///     x² − 2xy + y² ↦ [(x − y, 2)]
  ///
  /// Yun 1976, with g = gcd(p, x₁∂p/∂x₁, x₂∂p/∂x₂, …) = Π fₖᵏ⁻¹ for p = Π fₖᵏ. No fₖ is a monomial, so each has a
  /// positive degree in a kernel whose derivative lowers its multiplicity.
  public var squareFreeFactors: [(factor: Polynomial, multiplicity: Int)] {
    if count < 2 { return [] }
    var common = self
    for kernel in kernels {
      common = common.greatestCommonDivisor(scaledDerivative(by: kernel), effort: 60_000)
      if common.isOne { return [(self, 1)] }
    }
    guard var radical = divided(exactlyBy: common) else { return [(self, 1)] }
    var result: [(factor: Polynomial, multiplicity: Int)] = []
    var multiplicity = 1
    while radical.count > 1 {
      let rest = radical.greatestCommonDivisor(common, effort: 60_000)
      guard let factor = radical.divided(exactlyBy: rest), let smaller = common.divided(exactlyBy: rest) else {
        return [(self, 1)]
      }
      if factor.count > 1 { result.append((factor.primitiveParts.primitive, multiplicity)) }
      if rest.isOne, smaller.count > 1 { return [(self, 1)] }
      (radical, common, multiplicity) = (rest, smaller, multiplicity + 1)
    }
    return result
  }

  /// x ∂p/∂x for the kernel x.
  private func scaledDerivative(by kernel: Kernel) -> Polynomial {
    Polynomial(
      sorted: terms.compactMap { term in
        let exponent = term.monomial.exponent(of: kernel)
        return exponent.isZero ? nil : Term(term.monomial, term.coefficient * exponent)
      })
  }
}
