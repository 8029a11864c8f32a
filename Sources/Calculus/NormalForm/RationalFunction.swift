import Expressions

/// A quotient of polynomials over kernels, the denominator kept as a product of factors.
///
/// Invariants: each factor is primitive (see `Polynomial.primitiveParts`), has two terms or more and a positive
/// multiplicity; the factors stand in the order of `Polynomial.order`, each once; none is seen to share a divisor with the
/// numerator. Monomials
/// and numbers in a denominator are part of the numerator, which may have negative exponents.
///
/// The quotient is in lowest terms as far as `Polynomial.greatestCommonDivisor` sees. It is zero just when its numerator
/// is, provided that nothing is known about the kernels.
public struct RationalFunction: Hashable, Sendable {
  /// A factor of a denominator.
  public struct Factor: Hashable, Sendable {
    /// The polynomial, primitive and of two terms or more.
    public let base: Polynomial
    /// How often it occurs, at least once.
    public let multiplicity: Int
  }

  /// What stands above the line.
  public let numerator: Polynomial
  /// The factors of what stands below it.
  public let denominator: [Factor]

  /// The function 0.
  public static let zero = RationalFunction(Polynomial.zero)
  /// The function 1.
  public static let one = RationalFunction(Polynomial.one)

  /// A polynomial.
  public init(_ polynomial: Polynomial) {
    numerator = polynomial
    denominator = []
  }

  /// A constant.
  public init(_ constant: Rational) { self.init(Polynomial(constant)) }

  /// One kernel.
  public init(_ kernel: Kernel) { self.init(Polynomial(kernel)) }

  /// The quotient of `numerator` and factors that are primitive, of two terms or more and different: cancelled, put in
  /// order.
  public init(_ numerator: Polynomial, over factors: [Factor]) {
    var top = numerator
    var kept: [Factor] = []
    var waiting = top.isZero ? [] : factors
    while let factor = waiting.popLast() {
      var left = factor.multiplicity
      // Dividing large polynomials in vain costs much more than seeing that they are coprime.
      if top.count * factor.base.count > 100, PolynomialImage.suggestsCoprime(top, factor.base) {
        Self.insert(factor, into: &kept)
        continue
      }
      while left > 0, let quotient = top.divided(exactlyBy: factor.base) {
        top = quotient
        left -= 1
      }
      if left == 0 { continue }
      let common = top.greatestCommonDivisor(factor.base)
      if !common.isOne, let rest = factor.base.divided(exactlyBy: common) {
        waiting.append(Factor(base: common, multiplicity: left))
        waiting.append(Factor(base: rest.primitiveParts.primitive, multiplicity: left))
      } else {
        Self.insert(Factor(base: factor.base, multiplicity: left), into: &kept)
      }
    }
    self.numerator = top
    denominator = kept.sorted { $0.base.order($1.base) < 0 }
  }

  private static func insert(_ factor: Factor, into factors: inout [Factor]) {
    if let place = factors.firstIndex(where: { $0.base == factor.base }) {
      let multiplicity = factors[place].multiplicity + factor.multiplicity
      factors[place] = Factor(base: factor.base, multiplicity: multiplicity)
    } else {
      factors.append(factor)
    }
  }

  /// Whether it is 0.
  public var isZero: Bool { numerator.isZero }

  /// Whether it is 1.
  public var isOne: Bool { denominator.isEmpty && numerator.isOne }

  /// The value, if it is a constant.
  public var constantValue: Rational? { denominator.isEmpty ? numerator.constantValue : nil }

  /// The polynomial, if there is no denominator but a monomial.
  public var polynomial: Polynomial? { denominator.isEmpty ? numerator : nil }

  /// The kernels that occur, in order.
  public var kernels: [Kernel] {
    var seen = Set(numerator.kernels)
    for factor in denominator { seen.formUnion(factor.base.kernels) }
    return seen.sorted()
  }

  /// The number of terms above and below the line, factors counted once each.
  public var count: Int { denominator.reduce(numerator.count) { $0 + $1.base.count } }

  /// What working with the function costs: its terms and all powers in them.
  var weight: Int {
    var result = numerator.terms.reduce(0) { $0 + 1 + $1.monomial.factors.count }
    for factor in denominator { result += factor.base.terms.reduce(0) { $0 + 1 + $1.monomial.factors.count } }
    return result
  }

  /// The denominator multiplied out; nil past `Polynomial.termLimit` terms.
  public var expandedDenominator: Polynomial? { Self.product(denominator) }

  static func product(_ factors: [Factor]) -> Polynomial? {
    var result = Polynomial.one
    for factor in factors {
      guard let power = factor.base.power(factor.multiplicity), let next = result.multiplied(by: power) else {
        return nil
      }
      result = next
    }
    return result
  }
}
