/// What stands at one place of an `ExpressionGraph`.
///
/// Differences, quotients and roots have no node of their own: a − b is a + (−1)·b, a/b is a·b^(−1), √a is a^(1/2).
/// The order of operands is the order in which they were written; `Calculus` has the canonical order.
public enum Node: Sendable {
  /// An exact rational number.
  case number(Rational)
  /// π, a truth value, or the undefined value.
  case constant(Constant)
  /// A member of an indexed family, w_{ij}^l; the subscripts begin with the layer where the family has one.
  case symbol(FamilyID, subscripts: ArraySlice<Expression>)
  /// A free index: an integer variable that knows its range.
  case index(IndexID)
  /// An index bound by the summation of that height around it. Seen only inside the body of a summation that was not
  /// opened; see `ExpressionGraph.open`.
  case bound(height: Int)
  case add(ArraySlice<Expression>)
  case multiply(ArraySlice<Expression>)
  case power(base: Expression, exponent: Expression)
  /// A function applied to its arguments: exp z, σ(z), f′(z), max(a, b).
  case call(FunctionID, arguments: ArraySlice<Expression>)
  /// Σ over an index from `lower` to `upper`, both included.
  case summation(lower: Expression, upper: Expression, body: Expression)
  /// A relation between two expressions, a truth value.
  case comparison(Comparison, Expression, Expression)
  case and(ArraySlice<Expression>)
  case or(ArraySlice<Expression>)
  case not(Expression)
  /// The Iverson bracket [condition]: 1 where the condition holds, else 0. The Kronecker delta of i and k is [i = k].
  case bracket(Expression)
  /// condition₁, value₁, condition₂, value₂, …, otherwise: the value behind the first condition that holds.
  case piecewise(ArraySlice<Expression>)
  /// The formal partial derivative ∂u/∂v.
  case partial(of: Expression, by: Expression)
}

/// The constants that are not rational numbers.
public enum Constant: UInt32, Sendable, CaseIterable {
  case pi
  /// The condition that always holds.
  case `true`
  /// The condition that never holds.
  case `false`
  /// The value of 1/0. Whatever contains it is undefined as well.
  case undefined
}

/// The order relations that have nodes; the others are written with them (a > b is b < a, a ≠ b is not a = b).
public enum Comparison: UInt8, Sendable, CaseIterable {
  case less, lessOrEqual, equal
}

/// The tag of a node as it is stored.
enum NodeKind: UInt8 {
  case integer, rational, constant, index, bound
  case power, less, lessOrEqual, equal, not, bracket, partial
  // The kinds below keep their operands in the pool.
  case symbol, add, multiply, call, summation, and, or, piecewise

  /// Whether the two words of the record are a header and a place in the operand pool.
  var isPooled: Bool { rawValue >= NodeKind.symbol.rawValue }
}
