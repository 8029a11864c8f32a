import Expressions

/// Linear inequalities between monomials, each monomial counting as a variable of its own.
struct LinearConstraints {
  /// The polynomial is positive, or at least not negative.
  struct Constraint {
    let polynomial: Polynomial
    let isStrict: Bool
  }

  private(set) var constraints: [Constraint] = []
  private static let mostConstraints = 150

  /// Adds p > t, p ≥ t, p < t, … as the interval of p says.
  mutating func add(_ polynomial: Polynomial, lies range: Interval) {
    if let lower = range.lower {
      constraints.append(Constraint(polynomial: polynomial - lower.value, isStrict: lower.isStrict))
    }
    if let upper = range.upper {
      constraints.append(Constraint(polynomial: -polynomial + upper.value, isStrict: upper.isStrict))
    }
  }

  /// Whether the constraints contradict each other for all values of the monomials. False also means "not seen".
  ///
  /// Fourier–Motzkin elimination: from a·m + u ≥ 0 and −b·m + v ≥ 0 with a, b > 0 follows b·u + a·v ≥ 0, and where nothing
  /// is left to eliminate, numbers speak. Given up when there are too many constraints.
  var areContradictory: Bool {
    var current = constraints
    while let monomial = current.lazy.flatMap(\.polynomial.terms).first(where: { !$0.monomial.isOne })?.monomial {
      var next: [Constraint] = []
      var positive: [(Constraint, Rational)] = []
      var negative: [(Constraint, Rational)] = []
      for constraint in current {
        guard let term = constraint.polynomial.terms.first(where: { $0.monomial == monomial }) else {
          next.append(constraint)
          continue
        }
        if term.coefficient.isNegative {
          negative.append((constraint, -term.coefficient))
        } else {
          positive.append((constraint, term.coefficient))
        }
      }
      guard next.count + positive.count * negative.count <= Self.mostConstraints else { return false }
      for (above, a) in positive {
        for (below, b) in negative {
          let sum = above.polynomial.scaled(by: b) + below.polynomial.scaled(by: a)
          next.append(Constraint(polynomial: sum, isStrict: above.isStrict || below.isStrict))
        }
      }
      current = next
    }
    return current.contains { constraint in
      guard let value = constraint.polynomial.constantValue else { return false }
      return value.isNegative || value.isZero && constraint.isStrict
    }
  }
}
