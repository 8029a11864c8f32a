import Derivations
import Expressions

extension Judge {
  /// Whether each assertion holds at one draw of numbers; nil where it can't be told. Much cheaper than judging: for
  /// choosing among readings.
  public mutating func sample(_ assertions: [Assertion]) -> [Bool?] {
    prepare(assertions)
    return assertions.map { assertion in
      let claim = assertion.claim
      if claim.reason == .assumption { return nil }
      if claim.relation == .becomes { return verdict(onUpdate: claim, of: assertion.descent).answer }
      let formula = FormulaCompiler.formula([claim.left, claim.right], program, &kernel.graph)
      let test = NumericTest(formula: formula, tolerance: assertion.tolerance?.doubleValue ?? 0)
      switch instances.run(test, needing: 1) {
      case .agree: return true
      case .differ, .outOfRange: return assertion.mayBeGiven ? nil : false
      case .unread: return nil
      }
    }
  }
}

extension Judgement.Verdict {
  fileprivate var answer: Bool? {
    switch self {
    case .definition, .assumption, .proved, .verified: true
    case .refuted: false
    case .unread: nil
    }
  }
}
