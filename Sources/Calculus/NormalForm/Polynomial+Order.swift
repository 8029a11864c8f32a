import Expressions

extension Polynomial {
  /// Negative, 0 or positive as the polynomial comes before, is, or comes after `other`: term by term from the first, by
  /// monomial, then by coefficient. It serves to store factors in a fixed order and says nothing about values.
  public func order(_ other: Polynomial) -> Int {
    for (a, b) in zip(terms, other.terms) {
      let monomials = a.monomial.order(b.monomial)
      if monomials != 0 { return monomials }
      if a.coefficient != b.coefficient { return a.coefficient < b.coefficient ? -1 : 1 }
    }
    return count < other.count ? -1 : count > other.count ? 1 : 0
  }
}
