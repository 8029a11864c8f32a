import Expressions

/// A polynomial over kernels with exact rational coefficients; exponents may be negative or fractions.
///
/// Invariant: the terms stand in descending order of their monomials, each monomial once, no coefficient 0. So two
/// polynomials over kernels of one graph are equal just when their arrays of terms are.
///
///     let x = Polynomial(Kernel(graph.symbol("x")))
///     (x + 1).multiplied(by: x - 1) == x.multiplied(by: x)! - 1
///
/// What may grow beyond bounds (products, powers, quotients) gives nil past `termLimit` terms: "too large to tell".
public struct Polynomial: Hashable, Sendable {
  /// A monomial with its coefficient.
  public struct Term: Hashable, Sendable {
    /// The product of powers of kernels.
    public let monomial: Monomial
    /// The number in front, not 0.
    public let coefficient: Rational

    /// `coefficient` times `monomial`.
    public init(_ monomial: Monomial, _ coefficient: Rational) {
      self.monomial = monomial
      self.coefficient = coefficient
    }
  }

  /// The most terms that a product or a power may have.
  public static let termLimit = 3_000

  /// The terms, in descending order of their monomials.
  public internal(set) var terms: [Term]

  /// The polynomial without terms.
  public static let zero = Polynomial(sorted: [])
  /// The constant 1.
  public static let one = Polynomial(1)

  /// The polynomial of terms that are known to satisfy the invariant.
  init(sorted terms: [Term]) { self.terms = terms }

  /// A constant.
  public init(_ constant: Rational) { terms = constant.isZero ? [] : [Term(.one, constant)] }

  /// One term.
  public init(_ monomial: Monomial, _ coefficient: Rational = 1) {
    terms = coefficient.isZero ? [] : [Term(monomial, coefficient)]
  }

  /// One kernel.
  public init(_ kernel: Kernel) { self.init(Monomial(kernel)) }

  /// The sum of these terms, in any order, monomials repeated or not.
  public init(_ terms: some Sequence<Term>) {
    var result: [Term] = []
    for term in terms.sorted(by: { $0.monomial.order($1.monomial) > 0 }) {
      if let last = result.last, last.monomial == term.monomial {
        result[result.count - 1] = Term(term.monomial, last.coefficient + term.coefficient)
      } else {
        result.append(term)
      }
    }
    self.terms = result.filter { !$0.coefficient.isZero }
  }

  // MARK: Asking

  /// Whether it has no terms.
  public var isZero: Bool { terms.isEmpty }

  /// Whether it is the constant 1.
  public var isOne: Bool { constantValue?.isOne == true }

  /// The value, if it is a constant.
  public var constantValue: Rational? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].monomial.isOne ? terms[0].coefficient : nil
  }

  /// Its only term, if it has exactly one.
  public var onlyTerm: Term? { terms.count == 1 ? terms[0] : nil }

  /// The kernels that occur, in order.
  public var kernels: [Kernel] {
    var seen: Set<Kernel> = []
    for term in terms { for factor in term.monomial.factors { seen.insert(factor.kernel) } }
    return seen.sorted()
  }

  /// The number of terms.
  public var count: Int { terms.count }

  /// The coefficients of the powers of `kernel`: polynomials without it, by exponent, the highest first.
  public func coefficients(of kernel: Kernel) -> [(exponent: Rational, coefficient: Polynomial)] {
    var groups: [Rational: [Term]] = [:]
    for term in terms {
      groups[term.monomial.exponent(of: kernel), default: []]
        .append(Term(term.monomial.removing(kernel), term.coefficient))
    }
    // Taking one kernel out of all terms of a group leaves them in order.
    return groups.keys.sorted(by: >).map { ($0, Polynomial(sorted: groups[$0] ?? [])) }
  }

  // MARK: Sums

  /// The sum.
  public static func + (lhs: Polynomial, rhs: Polynomial) -> Polynomial {
    Polynomial(sorted: merged(lhs.terms[...], rhs.terms[...]))
  }

  /// The difference.
  public static func - (lhs: Polynomial, rhs: Polynomial) -> Polynomial { lhs + -rhs }

  /// The opposite.
  public static prefix func - (operand: Polynomial) -> Polynomial { operand.scaled(by: -1) }

  /// The sum with a constant.
  public static func + (lhs: Polynomial, rhs: Rational) -> Polynomial { lhs + Polynomial(rhs) }

  /// The difference with a constant.
  public static func - (lhs: Polynomial, rhs: Rational) -> Polynomial { lhs + Polynomial(-rhs) }

  /// Every coefficient multiplied by `factor`.
  public func scaled(by factor: Rational) -> Polynomial {
    if factor.isOne { return self }
    if factor.isZero { return .zero }
    return Polynomial(sorted: terms.map { Term($0.monomial, $0.coefficient * factor) })
  }

  /// Every term multiplied by `monomial`.
  public func shifted(by monomial: Monomial) -> Polynomial {
    if monomial.isOne { return self }
    return Polynomial(sorted: terms.map { Term($0.monomial * monomial, $0.coefficient) })
  }

  static func merged(_ a: ArraySlice<Term>, _ b: ArraySlice<Term>) -> [Term] {
    var result: [Term] = []
    result.reserveCapacity(a.count + b.count)
    var (i, j) = (a.startIndex, b.startIndex)
    while i < a.endIndex, j < b.endIndex {
      let order = a[i].monomial.order(b[j].monomial)
      if order == 0 {
        let coefficient = a[i].coefficient + b[j].coefficient
        if !coefficient.isZero { result.append(Term(a[i].monomial, coefficient)) }
        (i, j) = (i + 1, j + 1)
      } else if order > 0 {
        result.append(a[i])
        i += 1
      } else {
        result.append(b[j])
        j += 1
      }
    }
    result += a[i...]
    result += b[j...]
    return result
  }
}
