import Expressions

/// A product of powers of kernels, the exponents being rational numbers of either sign: x²·y^(−1)·e^{z/2}.
///
/// Invariant: the factors stand in the order of their kernels, each kernel once, no exponent 0. Monomials form a group
/// under multiplication. A power of a kernel with the exponent q stands for the expression kernel^q; so k^½·k^½ = k.
///
/// The order is lexicographic: the exponents of the first kernel decide, then those of the second, …. It agrees with
/// multiplication (a < b implies ac < bc), which is what merging and dividing polynomials rests on.
public struct Monomial: Hashable, Sendable {
  /// A power of one kernel.
  public struct Factor: Hashable, Sendable {
    /// The base.
    public let kernel: Kernel
    /// The exponent, not 0.
    public let exponent: Rational

    /// `kernel` to the power `exponent`.
    public init(_ kernel: Kernel, _ exponent: Rational) {
      self.kernel = kernel
      self.exponent = exponent
    }
  }

  /// The powers, in the order of their kernels.
  public private(set) var factors: [Factor]

  /// The empty product.
  public static let one = Monomial(factors: [])

  private init(factors: [Factor]) { self.factors = factors }

  /// `kernel` to the power `exponent`.
  public init(_ kernel: Kernel, _ exponent: Rational = 1) {
    factors = exponent.isZero ? [] : [Factor(kernel, exponent)]
  }

  /// The product of these powers, in any order, kernels repeated or not.
  public init(_ powers: some Sequence<Factor>) {
    factors = []
    for power in powers.sorted(by: { $0.kernel < $1.kernel }) {
      if let last = factors.last, last.kernel == power.kernel {
        factors[factors.count - 1] = Factor(power.kernel, last.exponent + power.exponent)
      } else {
        factors.append(power)
      }
    }
    factors.removeAll { $0.exponent.isZero }
  }

  /// Whether it is the empty product.
  public var isOne: Bool { factors.isEmpty }

  /// The exponent of `kernel`; 0 if it does not occur.
  public func exponent(of kernel: Kernel) -> Rational {
    factors.first { $0.kernel == kernel }?.exponent ?? 0
  }

  /// The product without its power of `kernel`.
  public func removing(_ kernel: Kernel) -> Monomial {
    Monomial(factors: factors.filter { $0.kernel != kernel })
  }

  /// The powers that satisfy `condition`, and the others.
  public func split(where condition: (Factor) -> Bool) -> (matching: Monomial, rest: Monomial) {
    (Monomial(factors: factors.filter(condition)), Monomial(factors: factors.filter { !condition($0) }))
  }

  /// The product.
  public static func * (lhs: Monomial, rhs: Monomial) -> Monomial {
    if lhs.isOne { return rhs }
    if rhs.isOne { return lhs }
    var result: [Factor] = []
    result.reserveCapacity(lhs.factors.count + rhs.factors.count)
    var (i, j) = (0, 0)
    while i < lhs.factors.count, j < rhs.factors.count {
      let (a, b) = (lhs.factors[i], rhs.factors[j])
      if a.kernel == b.kernel {
        let exponent = a.exponent + b.exponent
        if !exponent.isZero { result.append(Factor(a.kernel, exponent)) }
        (i, j) = (i + 1, j + 1)
      } else if a.kernel < b.kernel {
        result.append(a)
        i += 1
      } else {
        result.append(b)
        j += 1
      }
    }
    result += lhs.factors[i...]
    result += rhs.factors[j...]
    return Monomial(factors: result)
  }

  /// The quotient.
  public static func / (lhs: Monomial, rhs: Monomial) -> Monomial { lhs * rhs.inverse }

  /// One divided by the monomial.
  public var inverse: Monomial { Monomial(factors: factors.map { Factor($0.kernel, -$0.exponent) }) }

  /// Every exponent multiplied by `exponent`.
  public func power(_ exponent: Rational) -> Monomial {
    if exponent.isZero { return .one }
    return Monomial(factors: factors.map { Factor($0.kernel, $0.exponent * exponent) })
  }

  /// Whether no exponent is negative.
  public var isPolynomial: Bool { !factors.contains { $0.exponent.isNegative } }

  /// Negative, 0 or positive as the monomial comes before, is, or comes after `other` in the lexicographic order.
  public func order(_ other: Monomial) -> Int {
    var (i, j) = (0, 0)
    while i < factors.count || j < other.factors.count {
      guard i < factors.count else { return -other.factors[j].exponent.signum }
      guard j < other.factors.count else { return factors[i].exponent.signum }
      let (a, b) = (factors[i], other.factors[j])
      if a.kernel < b.kernel { return a.exponent.signum }
      if b.kernel < a.kernel { return -b.exponent.signum }
      if a.exponent != b.exponent { return a.exponent < b.exponent ? -1 : 1 }
      (i, j) = (i + 1, j + 1)
    }
    return 0
  }

  /// The product of the lowest powers that both contain, kernels that are missing counting with exponent 0.
  public func lowest(_ other: Monomial) -> Monomial {
    var result: [Factor] = []
    var (i, j) = (0, 0)
    func keep(_ factor: Factor, _ exponent: Rational) {
      if !exponent.isZero { result.append(Factor(factor.kernel, exponent)) }
    }
    while i < factors.count || j < other.factors.count {
      if j == other.factors.count || i < factors.count && factors[i].kernel < other.factors[j].kernel {
        keep(factors[i], min(factors[i].exponent, 0))
        i += 1
      } else if i == factors.count || other.factors[j].kernel < factors[i].kernel {
        keep(other.factors[j], min(other.factors[j].exponent, 0))
        j += 1
      } else {
        keep(factors[i], min(factors[i].exponent, other.factors[j].exponent))
        (i, j) = (i + 1, j + 1)
      }
    }
    return Monomial(factors: result)
  }
}
