import Expressions

/// Why a claim holds, as far as its author says.
public enum Reason: Hashable, Sendable {
  /// It introduces what stands on its left, or repeats such a line; the expression is what is defined.
  case definition(Expression)
  /// It restricts what follows; it is not derived.
  case assumption
  /// A rule of the calculus.
  case rule(RuleName)
  /// Nothing but z_i (the expression) depends on the variable.
  case onlyDependence(Expression, on: Expression)
  /// The others do not depend on the variable.
  case othersDoNotDepend(on: Expression)
  /// Only one term contains the variable.
  case onlyOneTerm(contains: Expression)
  /// The targets do not depend on the network.
  case targetIsConstant
  /// The slope of an activation, computed before.
  case slope(of: Function)
  /// An earlier line is inserted for the expression.
  case insert(Expression)
  /// Under an assumption stated before.
  case underAssumption
  /// The same steps as before with another variable.
  case sameWith(Expression)
  /// The step of gradient descent.
  case gradientDescent
}
