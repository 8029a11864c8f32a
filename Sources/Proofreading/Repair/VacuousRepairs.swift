import LaTeX

/// Repairs that are true and that nobody means: X · 0, y · 1, 1/1.
enum VacuousRepairs {
  /// Whether an edited side has factors 0 or 1 among others, or fractions of equal parts, that it had not.
  static func isVacuous(_ edited: String, insteadOf source: String) -> Bool {
    count(in: edited) > count(in: source)
  }

  private static func count(in source: String) -> Int {
    let rows = ProductReader.rows(of: MathParser.parse(source).nodes)
    return rows.reduce(0) { total, row in
      total + row.terms.reduce(0) { $0 + idleFactors(of: $1, in: row) }
    }
  }

  private static func idleFactors(of term: ProductTerm, in row: ProductRow) -> Int {
    term.factors.count { factor in
      guard factor.nodes.count == 1 else { return false }
      switch factor.nodes[0].kind {
      case .number("0"): return term.factors.count > 1 || row.terms.count > 1
      case .number("1"): return term.factors.count > 1
      case .fraction(let fraction):
        return fraction.numerator.nodes.map(\.sExpression) == fraction.denominator.nodes.map(\.sExpression)
      default: return false
      }
    }
  }
}
