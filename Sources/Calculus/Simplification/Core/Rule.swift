import Expressions

/// One way of rewriting: an expression in, an equal expression out, or nothing where it does not apply.
typealias Rewriting = @Sendable (inout Simplifier, Expression) -> Expression?

/// A named rewriting, an entry of a table.
///
///     Rule(.collectTerms, "2*x + 3*x = 5*x", collectTerms)
struct Rule: Sendable {
  /// What a derivation that uses it gives as the reason.
  let name: RuleName
  /// What it does, as an identity (a typical one where it does more than a single identity can say). The tests read it:
  /// the rule has to fire on the left side, and both sides have to agree wherever `condition` holds.
  let statement: String
  /// The side condition of the statement, a condition of the text grammar in the same symbols; nil if there is none.
  let condition: String?
  /// The rewriting itself. What it gives is equal to what it was given wherever both are defined.
  let rewrite: Rewriting

  init(_ name: RuleName, _ statement: String, if condition: String? = nil, _ rewrite: @escaping Rewriting) {
    self.name = name
    self.statement = statement
    self.condition = condition
    self.rewrite = rewrite
  }

  /// This rule, used only where its result, tidied, costs less.
  var ifShorter: Rule { bounded { $0 < $1 } }

  /// This rule, used only where its result, tidied, does not cost more.
  var unlessLonger: Rule { bounded { $0 <= $1 } }

  private func bounded(by isGood: @escaping @Sendable (_ cost: Int, _ before: Int) -> Bool) -> Rule {
    Rule(name, statement, if: condition) { simplifier, expression in
      guard let candidate = rewrite(&simplifier, expression) else { return nil }
      let tidied = simplifier.tidied(candidate)
      return isGood(simplifier.cost(tidied), simplifier.cost(expression)) ? tidied : nil
    }
  }
}

extension [Rule] {
  /// What the first rule of the table that applies makes of `expression`; nil if none does.
  func first(_ simplifier: inout Simplifier, _ expression: Expression) -> Expression? {
    for rule in self {
      if let result = rule.rewrite(&simplifier, expression), result != expression { return result }
    }
    return nil
  }
}
