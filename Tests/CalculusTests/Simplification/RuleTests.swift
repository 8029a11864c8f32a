import Expressions
import Testing

@testable import Calculus

@Suite("simplify: rules")
struct RuleTests {
  /// A rule with a name that tells it from the others.
  struct Named: CustomTestStringConvertible, Sendable {
    let rule: Rule
    var testDescription: String { rule.statement }
  }

  static let rules: [Named] =
    (RuleTables.all.flatMap { $0.tidying + $0.trials }
    + FunctionRules.groups.flatMap { $0.calls + $0.products + $0.sums }).map { Named(rule: $0) }

  /// Every rule fires on the left side of its statement, and the left side, the right side and what the rule makes agree
  /// wherever the side condition holds.
  @Test("both sides agree", arguments: rules)
  func bothSides(_ named: Named) throws {
    let rule = named.rule
    let sides = try #require(PatternRule.sides(of: rule.statement))
    var graph = ExpressionGraph()
    let left = try TextParser.parse(sides.left, into: &graph)
    let right = try TextParser.parse(sides.right, into: &graph)
    let condition = try rule.condition.map { try TextParser.parse("[\($0)]", into: &graph) }
    var simplifier = Simplifier(graph)
    let found = rule.rewrite(&simplifier, left)
    let result = try #require(found, "the rule does not fire")
    #expect(result != left)
    var points = 0
    for seed in UInt64(1)...60 {
      var evaluator = Evaluator(simplifier.graph, seed: seed)
      if let condition, evaluator.value(condition) != 1 { continue }
      let values = (evaluator.value(left), evaluator.value(right), evaluator.value(result))
      guard values.0.isFinite else { continue }
      points += 1
      #expect(agree(values.0, values.1), "seed \(seed): \(values.0) is not \(values.1)")
      #expect(agree(values.0, values.2), "seed \(seed): \(TextPrinter(simplifier.graph).text(result))")
    }
    #expect(points >= 5, "only \(points) points satisfy the side condition")
  }

  @Test("no statement stands twice") func statementsDiffer() {
    let statements = Self.rules.map(\.rule.statement)
    #expect(Set(statements).count == statements.count)
  }

  /// A tidying rule never makes an expression dearer.
  @Test("tidying costs nothing", arguments: RuleTables.all.flatMap(\.tidying).map { Named(rule: $0) })
  func costs(_ named: Named) throws {
    let sides = try #require(PatternRule.sides(of: named.rule.statement))
    var graph = ExpressionGraph()
    let left = try TextParser.parse(sides.left, into: &graph)
    var simplifier = Simplifier(graph)
    let found = named.rule.rewrite(&simplifier, left)
    let result = try #require(found)
    let tidied = simplifier.tidied(result)
    #expect(simplifier.cost(tidied) <= simplifier.cost(left))
  }
}
