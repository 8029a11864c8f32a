import Expressions

/// What polynomials are polynomials in: an expression that arithmetic does not look into (a symbol, an opaque call, the
/// exponential of a monomial, a sum, a bracket, …).
///
/// Kernels of one graph are equal just when their expressions are. Their order is that of the nodes in the graph. It only
/// fixes how polynomials are stored (so that equal ones are stored equally, without asking the graph at each step);
/// whatever leaves as an expression is put in the graph's structural order first.
public struct Kernel: Hashable, Comparable, Sendable {
  /// The expression that the kernel stands for.
  public let expression: Expression

  /// The kernel of `expression`.
  public init(_ expression: Expression) { self.expression = expression }

  /// Whether `lhs` stands before `rhs` in their graph.
  public static func < (lhs: Kernel, rhs: Kernel) -> Bool { lhs.expression.position < rhs.expression.position }
}
