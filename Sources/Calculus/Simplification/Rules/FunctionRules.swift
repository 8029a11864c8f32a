import Expressions

/// Identities of the elementary functions, as they stand in any collection of formulas (e.g. Abramowitz & Stegun, chapter
/// 4). Each group is read when one of its functions first occurs.
enum FunctionRules {
  /// The group of the function called `name`, for a call with a number as its argument or with anything else.
  static func table(for name: String, isAtNumber: Bool) -> FunctionRuleTable? {
    switch name {
    case "exp", "log": exponential
    case "abs", "sign": absolute
    case "sin", "cos", "tan", "asin", "acos", "atan": trigonometric
    case "sinh", "cosh", "tanh": hyperbolic
    case "max", "min": extrema
    case "identity": identityFunction
    default: isAtNumber ? atZero : nil
    }
  }

  static let groups = [exponential, absolute, trigonometric, hyperbolic, extrema, atZero, identityFunction]

  private static let exponential = FunctionRuleTable([
    identity(.exponentials, "exp(0) = 1"),
    identity(.exponentials, "exp(log(u)) = u", if: "u > 0"),
    identity(.exponentials, "exp(v*log(u)) = u^v", if: "u > 0"),
    identity(.logarithms, "log(exp(u)) = u"),
    identity(.logarithms, "log(1) = 0"),
    identity(.logarithms, "log(1/u) = -log(u)", if: "u > 0"),
  ])

  private static let absolute = FunctionRuleTable([
    identity(.absoluteValues, "abs(abs(u)) = abs(u)"),
    identity(.absoluteValues, "abs(u)*sign(u) = u"),
    identity(.absoluteValues, "u*sign(u) = abs(u)"),
    identity(.absoluteValues, "abs(u)/u = sign(u)", if: "u != 0"),
    identity(.absoluteValues, "u/abs(u) = sign(u)", if: "u != 0"),
    identity(.absoluteValues, "sign(sign(u)) = sign(u)"),
    identity(.absoluteValues, "sign(abs(u))*u = u"),
  ])

  private static let trigonometric = FunctionRuleTable([
    identity(.trigonometric, "sin(0) = 0"),
    identity(.trigonometric, "cos(0) = 1"),
    identity(.trigonometric, "tan(0) = 0"),
    identity(.trigonometric, "sin(pi) = 0"),
    identity(.trigonometric, "cos(pi) = -1"),
    identity(.trigonometric, "sin(pi/2) = 1"),
    identity(.trigonometric, "cos(pi/2) = 0"),
    identity(.trigonometric, "asin(0) = 0"),
    identity(.trigonometric, "acos(1) = 0"),
    identity(.trigonometric, "atan(0) = 0"),
    identity(.trigonometric, "sin(asin(u)) = u", if: "abs(u) < 1"),
    identity(.trigonometric, "cos(acos(u)) = u", if: "abs(u) < 1"),
    identity(.trigonometric, "tan(atan(u)) = u"),
    identity(.trigonometric, "sin(u)/cos(u) = tan(u)", if: "cos(u) != 0"),
    identity(.trigonometric, "cos(u)*tan(u) = sin(u)", if: "cos(u) != 0"),
    identity(.trigonometric, "sin(u)^2 + cos(u)^2 = 1"),
    identity(.trigonometric, "1 - sin(u)^2 = cos(u)^2"),
    identity(.trigonometric, "1 - cos(u)^2 = sin(u)^2"),
  ])

  /// 1 − tanh² keeps its form: it is the slope of tanh through its output.
  private static let hyperbolic = FunctionRuleTable([
    identity(.hyperbolic, "sinh(0) = 0"),
    identity(.hyperbolic, "cosh(0) = 1"),
    identity(.hyperbolic, "tanh(0) = 0"),
    identity(.hyperbolic, "sinh(u)/cosh(u) = tanh(u)"),
    identity(.hyperbolic, "cosh(u)*tanh(u) = sinh(u)"),
    identity(.hyperbolic, "cosh(u)^2 - sinh(u)^2 = 1"),
    identity(.hyperbolic, "1 + sinh(u)^2 = cosh(u)^2"),
    identity(.hyperbolic, "cosh(u)^2 - 1 = sinh(u)^2"),
  ])

  private static let extrema = FunctionRuleTable([
    identity(.extrema, "max(u, u) = u"),
    identity(.extrema, "min(u, u) = u"),
    (
      .others,
      Rule(.extrema, "max(1, 2) = 2") { simplifier, expression in simplifier.extremumOfNumbers(expression) }
    ),
  ])

  private static let atZero = FunctionRuleTable([
    identity(.valueAtZero, "erf(0) = 0"),
    identity(.valueAtZero, "softsign(0) = 0"),
    identity(.valueAtZero, "relu(0) = 0"),
    identity(.valueAtZero, "leaky_relu(0) = 0"),
    identity(.valueAtZero, "elu(0) = 0"),
    identity(.valueAtZero, "selu(0) = 0"),
    identity(.valueAtZero, "silu(0) = 0"),
    identity(.valueAtZero, "gelu(0) = 0"),
    identity(.valueAtZero, "sigmoid(0) = 1/2"),
    identity(.valueAtZero, "softplus(0) = log(2)"),
  ])

  private static let identityFunction = FunctionRuleTable([identity(.rearrange, "identity(u) = u")])

  private static func identity(
    _ name: RuleName, _ statement: String, if condition: String? = nil
  ) -> (PatternRule.Place, Rule) {
    let pattern = PatternRule(statement)
    let rule = Rule(name, statement, if: condition) { simplifier, expression in
      pattern?.rewrite(&simplifier, expression)
    }
    return (pattern?.place ?? .others, rule)
  }
}

/// The rules of a group by the nodes to which they apply.
struct FunctionRuleTable: Sendable {
  /// For calls.
  let calls: [Rule]
  /// For products with one of the functions among the factors.
  let products: [Rule]
  /// For sums with one of the functions among the factors of the terms.
  let sums: [Rule]

  init(_ rules: [(place: PatternRule.Place, rule: Rule)]) {
    calls = rules.filter { $0.place == .others }.map(\.rule)
    products = rules.filter { $0.place == .products }.map(\.rule)
    sums = rules.filter { $0.place == .sums }.map(\.rule)
  }
}
