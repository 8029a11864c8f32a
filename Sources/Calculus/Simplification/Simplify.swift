import Expressions

/// The readable form of expressions. For deciding equality there is a canonical one: the normal form.
extension ExpressionGraph {
  /// `expression` in its most readable form: the cheapest that the tables of rules find, `cost(of:)` being the measure.
  ///
  /// The result equals the expression wherever both are defined (x/x is 1), costs no more, and simplifying it again
  /// changes nothing. It depends on the expression alone, not on the process. What was written keeps its order apart from
  /// a few habits (`ReadableOrder`). Symbolic ranges of sums are taken to be nonempty.
  ///
  ///     2*x + 3*x              5*x
  ///     1/2*2*(y - a)*(-1)     a - y
  ///     (x^2 - 1)/(x - 1)      x + 1
  ///
  /// One bottom-up pass with a memo: linear in the number of distinct nodes as long as sums and products are short. Only
  /// sums and products up to a fixed size are expanded or divided as polynomials (`PolynomialLimits`).
  public mutating func simplify(_ expression: Expression) -> Expression { simplify(expression, assuming: []) }

  /// `expression` in its most readable form, under assumptions `left = right`: what equals a left side is replaced by the
  /// right side, be it written with its terms and factors in another order. Otherwise like `simplify(_:)`.
  public mutating func simplify(
    _ expression: Expression, assuming assumptions: [(Expression, Expression)]
  ) -> Expression {
    var result = simplifiedOnce(expression, assumptions)
    // A rule may make an operand that another rule would have liked better. A second look at the result settles that.
    for _ in 0..<Self.mostLooks where size(of: result) <= Self.largestToLookAtAgain {
      let again = simplifiedOnce(result, assumptions)
      if again == result { break }
      result = again
    }
    return result
  }

  private static var mostLooks: Int { 4 }
  /// Expressions of more distinct nodes are looked at once.
  private static var largestToLookAtAgain: Int { 500 }

  private mutating func simplifiedOnce(
    _ expression: Expression, _ assumptions: [(Expression, Expression)]
  ) -> Expression {
    withSimplifier { simplifier in
      simplifier.assume(assumptions)
      return simplifier.simplified(expression)
    }
  }

  /// Lends this graph to a simplifier.
  mutating func withSimplifier<Result>(_ body: (inout Simplifier) -> Result) -> Result {
    var simplifier = Simplifier(ExpressionGraph(borrowing: &self))
    defer { self = simplifier.graph }
    return body(&simplifier)
  }

  /// Moves the graph out of `other`, without a copy.
  private init(borrowing other: inout ExpressionGraph) {
    self.init()
    swap(&self, &other)
  }
}
