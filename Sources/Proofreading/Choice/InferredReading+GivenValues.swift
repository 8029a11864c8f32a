import Checking
import Derivations
import Expressions
import Reading

/// Worked numbers: with w = 0.5 and x = 2 given, z = 0.4 is wrong of z = w x.
///
/// A value is computed twice: from what is given of what nothing defines, and from all values that the notes state on the
/// way, each of which stands for half a unit in its last digit. Authors do either.
extension InferredReading {
  /// Compares the values that other given values tell.
  mutating func checkGivenNumbers() {
    let stated = StatedValues(notes)
    guard !stated.values.isEmpty || notes.relations.contains(where: { $0.content.given != nil }) else { return }
    var judge = Judge(notes.graph, background: notes.background)
    judge.prepare(notes.assertions)
    let open = stated.values.filter { judge.definedValue(of: $0.claim.left) == nil }
    judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    judge.prepare(open + notes.assertions)
    for number in notes.relations.indices {
      guard let given = notes.relations[number].content.given,
        !given.mayBeGiven || !open.contains(where: { $0.claim.left == given.claim.left }),
        let shown = judge.determinedValue(of: given.claim.right),
        let value = judge.determinedValue(of: given.claim.left)
      else { continue }
      notes.relations[number].valueJudgement = judgement(given, value, shown, stated)
    }
  }

  private func judgement(
    _ given: Assertion, _ value: Double, _ shown: Double, _ stated: StatedValues
  ) -> Judgement? {
    let tolerance = given.tolerance?.doubleValue ?? 0
    func agrees(_ value: Double, within slack: Double) -> Bool {
      (value - shown).magnitude <= tolerance * (1 + 1e-9) + slack + 1e-7 * max(value.magnitude, shown.magnitude)
    }
    if agrees(value, within: 0) {
      return Judgement(.verified(instances: 1, largestError: (value - shown).magnitude))
    }
    guard let (other, slack) = valueFromStated(given.claim.left, stated) else { return nil }
    if agrees(other, within: slack) {
      return Judgement(.verified(instances: 1, largestError: (other - shown).magnitude))
    }
    let example = Counterexample(left: other, right: shown)
    return Judgement(.refuted(.values(example)))
  }

  /// The value of a quantity by the stated values of what it is made of, and how far their rounding may move it; nil where
  /// they don't tell it.
  private func valueFromStated(_ quantity: Expression, _ stated: StatedValues) -> (value: Double, slack: Double)? {
    let others = stated.values.filter { $0.claim.left != quantity }
    let heads = Set(others.map(\.claim.left))
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    judge.prepare(others + notes.assertions.filter { !heads.contains($0.claim.left) })
    guard let value = judge.determinedValue(of: quantity) else { return nil }
    var slack = 0.0
    for other in others {
      guard let rounding = other.tolerance?.doubleValue else { continue }
      slack += (judge.determinedSlope(of: quantity, by: other.claim.left) ?? 0).magnitude * rounding
    }
    return (value, slack)
  }
}

/// The values that some notes give for symbols, each symbol once.
private struct StatedValues {
  /// As definitions. What is given two values has none: the numbers are of two examples.
  private(set) var values: [Assertion] = []

  init(_ notes: Notes) {
    var found: [Expression: Assertion] = [:]
    var contradicted: Set<Expression> = []
    for relation in notes.relations {
      guard let given = relation.content.given, given.mayBeGiven, case .symbol = notes.graph[given.claim.left] else {
        continue
      }
      let head = given.claim.left
      if let known = found[head], known.claim.right != given.claim.right {
        contradicted.insert(head)
        continue
      }
      guard found[head] == nil else { continue }
      let claim = Claim(left: head, relation: .equal, right: given.claim.right, reason: .definition(head))
      found[head] = Assertion(claim, tolerance: given.tolerance)
      values.append(Assertion(claim, tolerance: given.tolerance))
    }
    values.removeAll { contradicted.contains($0.claim.left) }
  }
}

extension ReadRelation.Content {
  /// What a value is given for, where that can be compared.
  fileprivate var given: Assertion? { if case .given(let assertion) = self { assertion } else { nil } }
}
