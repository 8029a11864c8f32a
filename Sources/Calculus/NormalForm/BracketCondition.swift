import Expressions

/// What an Iverson bracket that is a kernel says: p > t or p = t for a polynomial p without constant term and a number t.
///
/// Brackets over one p are the indicator functions of half-lines and points of its values. Products of them are again
/// such functions, and together with 1 they are linearly independent: each function that is constant between and at
/// finitely many thresholds of p has exactly one combination of them.
struct BracketCondition {
  enum Relation { case greater, equal }

  /// The bracket as a kernel.
  let kernel: Kernel
  /// p as an expression: the same for all conditions on p.
  let key: Expression
  /// p, whose first coefficient (in structural order) is positive and whose coefficients are coprime integers.
  let polynomial: Polynomial
  /// Whether p exceeds or equals the threshold.
  let relation: Relation
  /// t.
  let threshold: Rational
  /// For p = t: an index or symbol that can be replaced by a value where the condition holds.
  let solution: (variable: Expression, value: Expression)?

  /// The product of all `conditions`, one per polynomial at most; nil if they exclude each other.
  static func merged(_ conditions: [BracketCondition]) -> [BracketCondition]? {
    var result: [BracketCondition] = []
    for condition in conditions {
      guard let place = result.firstIndex(where: { $0.key == condition.key }) else {
        result.append(condition)
        continue
      }
      let other = result[place]
      switch (other.relation, condition.relation) {
      case (.greater, .greater):
        if condition.threshold > other.threshold { result[place] = condition }
      case (.equal, .equal):
        if condition.threshold != other.threshold { return nil }
      case (.equal, .greater):
        if other.threshold <= condition.threshold { return nil }
      case (.greater, .equal):
        if condition.threshold <= other.threshold { return nil }
        result[place] = condition
      }
    }
    return result
  }
}
