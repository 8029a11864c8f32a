import Expressions

/// The tables of rules, by the kind of node to which they apply.
///
/// `tidying` rules never make an expression dearer; `trials` are used only where the result costs less.
struct RuleTables: Sendable {
  let tidying: [Rule]
  let trials: [Rule]

  /// The tables for a node; nil if there are none.
  static func tables(for node: Node) -> RuleTables? {
    switch node {
    case .add: sums
    case .multiply: products
    case .power: powers
    case .call: calls
    case .summation: summations
    case .comparison: comparisons
    case .and, .or: junctions
    case .piecewise: branches
    default: nil
    }
  }

  /// All tables, for the tests.
  static let all = [sums, products, powers, calls, summations, comparisons, junctions, branches]

  static let sums = RuleTables(
    tidying: [
      Rule(.collectTerms, "2*u + 3*u = 5*u") { $0.collectTerms($1) },
      Rule(.trigonometric, "3*sin(u)^2 + 3*cos(u)^2 = 3") { $0.identityOfSum($1) },
      Rule(.rearrange, "-u + v = v - u") { $0.orderTerms($1) },
    ],
    trials: [
      Rule(.factorOut, "u*v + u*w = u*(v + w)") { $0.factorOut($1) }.ifShorter,
      Rule(.factorOut, "u*exp(u) + exp(u) + 1 = (u + 1)*exp(u) + 1") { $0.groupTerms($1) }.ifShorter,
      Rule(.expand, "(u + 1)*(u + 2) - u^2 - 3*u = 2") { $0.hidingRoots($1) { $0.expandTerms($1) } }.ifShorter,
      Rule(.commonDenominator, "-v/u + (1 - v)/(1 - u) = (u - v)/(u*(1 - u))", if: "u*(1 - u) != 0") {
        $0.hidingRoots($1) { $0.overCommonDenominator($1) }
      }.ifShorter,
      Rule(.factorOut, "u^2 - 2*u*v + v^2 = (u - v)^2") { $0.perfectPower($1) }.ifShorter,
      Rule(.mergeSums, "sum(k, u[k]) + sum(k, v[k]) = sum(k, u[k] + v[k])") { $0.mergeSums($1) }.ifShorter,
    ])

  static let products = RuleTables(
    tidying: [
      Rule(.signs, "-(u + v) = -u - v") { $0.distributeSign($1) },
      Rule(.collectFactors, "u*u^2 = u^3") { $0.collectFactors($1) },
      Rule(.exponentials, "exp(u)*exp(v) = exp(u + v)") { $0.mergeExponentials($1) },
      Rule(.roots, "2/sqrt(2)*u = sqrt(2)*u") { $0.mergeNumberRoots($1) },
      Rule(.roots, "sqrt(2)*sqrt(pi) = sqrt(2*pi)") { $0.mergeConstantRoots($1) },
      Rule(.trigonometric, "sin(u)/cos(u)*v = tan(u)*v", if: "cos(u) != 0") { $0.identityOfProduct($1) },
      Rule(.conditions, "[u > 0]*[u <= 0]*v = 0") { $0.contradictoryBrackets($1) },
      Rule(.signs, "(-u - v)*w = -(u + v)*w") { $0.giveSignAway($1) },
      Rule(.factorOut, "u*(2*u + 2) = 2*u*(u + 1)") { $0.giveNumberAway($1) },
      Rule(.signs, "-w*(u - v) = w*(v - u)") { $0.useUpSign($1) },
      Rule(.rearrange, "exp(u)*v = v*exp(u)") { $0.orderFactors($1) },
    ],
    trials: [
      Rule(.cancel, "(u^2 - 1)/(u - 1) = u + 1", if: "u != 1") { $0.hidingRoots($1) { $0.cancelPolynomials($1) } }
        .unlessLonger,
      Rule(.cancel, "u*(1 - v/u) = u - v", if: "u != 0") { $0.multiplyIntoSum($1) }.ifShorter,
      Rule(.expand, "(1 - u)*(1 + u) = 1 - u^2") { $0.expandFactors($1) }.ifShorter,
    ])

  static let powers = RuleTables(
    tidying: [
      Rule(.powers, "(u*v)^2 = u^2*v^2") { $0.distributePower($1) },
      Rule(.roots, "sqrt(4*u) = 2*sqrt(u)", if: "u > 0") { $0.drawOutRoot($1) },
      Rule(.exponentials, "exp(u)^v = exp(u*v)") { $0.powerOfExponential($1) },
      Rule(.roots, "sqrt(u^2) = abs(u)") { $0.powerOfPower($1) },
      Rule(.absoluteValues, "abs(u)^2 = u^2") { $0.evenPowerOfAbsoluteValue($1) },
      Rule(.absoluteValues, "sign(u)^3 = sign(u)") { $0.oddPowerOfSign($1) },
      Rule(.conditions, "[u > 0]^2 = [u > 0]") { $0.powerOfBracket($1) },
      Rule(.powers, "(-1)^(10^100) = 1") { $0.powerOfUnit($1) },
      Rule(.signs, "(-u - v)^3 = -(u + v)^3") { $0.giveSignAway($1) },
    ],
    trials: [])

  static let calls = RuleTables(
    tidying: [
      Rule(.signs, "sin(-u) = -sin(u)") { $0.drawOutSign($1) },
      Rule(.absoluteValues, "abs(exp(u)) = exp(u)") { $0.absoluteValueOfNonNegative($1) },
      Rule(.absoluteValues, "sign(exp(u)) = 1") { $0.signOfPositive($1) },
      Rule(.exponentials, "exp(log(exp(w))) = exp(w)") { $0.identityOfCall($1) },
    ],
    trials: [])

  static let summations = RuleTables(
    tidying: [
      Rule(.emptySum, "sum(k, 3, 2, u[k]) = 0") { $0.emptySum($1) },
      Rule(.pullOutOfSum, "sum(k, v*u[k]) = v*sum(k, u[k])") { $0.pullOutOfSum($1) },
      Rule(.kroneckerContraction, "sum(k, 1, 3, [k == 2]*u[k]) = u[2]") { $0.contractDelta($1) },
    ],
    trials: [
      Rule(.splitSum, "sum(k, 1, 3, u[k]*([k == 2] - v)) = u[2] - v*sum(k, 1, 3, u[k])") { $0.splitSum($1) }.ifShorter
    ])

  static let comparisons = RuleTables(
    tidying: [
      Rule(.conditions, "[u + 1 > u] = 1") { $0.inCondition($1) { $0.decideComparison($1) } },
      Rule(.conditions, "[max(u, 0) < 1] = [u < 1]") { $0.inCondition($1) { $0.splitExtremum($1) } },
      Rule(.conditions, "[u + v < v + w] = [u < w]") { $0.inCondition($1) { $0.cancelInComparison($1) } },
      Rule(.conditions, "[-2*u > 6] = [u < -3]") { $0.inCondition($1) { $0.divideComparison($1) } },
    ],
    trials: [])

  static let junctions = RuleTables(
    tidying: [
      Rule(.conditions, "[u > 0 and u <= 0] = 0") { $0.inCondition($1) { $0.decideJunction($1) } },
      Rule(.conditions, "[u > 0 and u > 6] = [u > 6]") { $0.inCondition($1) { $0.dropImplied($1) } },
    ],
    trials: [])

  static let branches = RuleTables(
    tidying: [
      Rule(.branches, "where(u > 0, 1, 0) = [u > 0]") { $0.piecewiseToBracket($1) },
      Rule(.branches, "where(u > 0, [v > 0], 0) = [v > 0 and u > 0]") { $0.bracketInBranch($1) },
      Rule(.branches, "where(u > 0, -u, 0) = -u*[u > 0]") { $0.branchToBracket($1) },
      Rule(.branches, "where(u > 0, w, v > 0, w, u) = where(u > 0 or v > 0, w, u)") { $0.mergeBranches($1) },
      Rule(.branches, "where(u > 0, abs(u), v) = where(u > 0, u, v)") { $0.useConditions($1) },
    ],
    trials: [])
}

/// The identities of functions, found through the functions that occur.
extension Simplifier {
  /// `rule` applied to a condition; to the condition of a bracket, so that a statement about values can show it.
  fileprivate mutating func inCondition(
    _ expression: Expression, _ rule: (inout Simplifier, Expression) -> Expression?
  ) -> Expression? {
    guard case .bracket(let condition) = graph[expression] else { return rule(&self, expression) }
    return rule(&self, condition).map { graph.bracket($0) }
  }

  private func functionTable(_ expression: Expression) -> FunctionRuleTable? {
    guard case .call(let id, let arguments) = graph[expression], graph[id].order == 0 else { return nil }
    let isAtNumber = arguments.first.map { graph.numberValue($0) != nil } ?? false
    return FunctionRules.table(for: graph[id].name, isAtNumber: isAtNumber)
  }

  fileprivate mutating func identityOfCall(_ expression: Expression) -> Expression? {
    guard let table = functionTable(expression) else { return nil }
    return table.calls.first(&self, expression)
  }

  fileprivate mutating func identityOfProduct(_ expression: Expression) -> Expression? {
    for factor in graph.factors(of: expression) {
      guard let table = functionTable(self.factor(factor).base),
        let result = table.products.first(&self, expression)
      else { continue }
      return result
    }
    return nil
  }

  /// Longer sums are not searched for identities.
  private static let longestSum = 24

  fileprivate mutating func identityOfSum(_ expression: Expression) -> Expression? {
    let terms = graph.terms(of: expression)
    if terms.count > Self.longestSum { return nil }
    for term in terms {
      for factor in graph.factors(of: term) {
        guard case .power(let base, _) = graph[factor], let table = functionTable(base),
          let result = table.sums.first(&self, expression)
        else { continue }
        return result
      }
    }
    return nil
  }
}
