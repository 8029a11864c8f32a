import Checking
import Derivations
import Expressions
import Reading

/// Worked numbers: with w = 0.5 and x = 2 given, z = 0.4 is wrong of z = w x.
///
/// A value is computed twice: from what is given of what nothing defines, and from all values that the notes state on the
/// way, each of which stands for half a unit in its last digit. Authors do either. What is given a second value, by a step
/// of training or as another example, may still be meant with the first one in the lines behind.
extension InferredReading {
  /// Compares the values that other given values tell.
  mutating func checkGivenNumbers() {
    guard notes.relations.contains(where: { $0.content.given != nil }) else { return }
    let stated = StatedValues(notes)
    var judge = Judge(notes.graph, background: notes.background)
    judge.prepare(notes.assertions)
    let defined = judge
    var known: [[Expression: Expression]: Judge] = [:]
    for number in notes.relations.indices {
      guard let given = notes.relations[number].content.given else { continue }
      let isOpen = defined.definedValue(of: given.claim.left) == nil
      if given.mayBeGiven, isOpen, case .symbol = notes.graph[given.claim.left] { continue }
      var verdicts: [Judgement] = []
      for values in stated.choices(at: number) {
        let open = values.filter { defined.definedValue(of: $0.claim.left) == nil }
        let key = Dictionary(open.map { ($0.claim.left, $0.claim.right) }, uniquingKeysWith: { a, _ in a })
        var own = known[key] ?? self.judge(with: open + notes.assertions)
        if let verdict = judgement(given, &own, values) { verdicts.append(verdict) }
        known[key] = own
      }
      let agreeing = verdicts.first { if case .verified = $0.verdict { true } else { false } }
      notes.relations[number].valueJudgement = agreeing ?? verdicts.first
    }
  }

  private func judge(with assertions: [Assertion]) -> Judge {
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    judge.prepare(assertions)
    return judge
  }

  /// Whether a value is what `judge` computes, or what the stated `values` lead to; nil where neither is determined.
  private func judgement(_ given: Assertion, _ judge: inout Judge, _ values: [Assertion]) -> Judgement? {
    guard let shown = judge.determinedValue(of: given.claim.right),
      let value = judge.determinedValue(of: given.claim.left)
    else { return nil }
    let tolerance = given.tolerance?.doubleValue ?? 0
    func agreement(_ value: Double, within slack: Double) -> Judgement? {
      let gap = (value - shown).magnitude
      let rounding = 1e-7 * max(value.magnitude, shown.magnitude)
      guard gap <= tolerance * (1 + 1e-9) + slack + rounding else { return nil }
      return Judgement(.verified(instances: 1, largestError: gap))
    }
    if let agreement = agreement(value, within: 0) { return agreement }
    guard let (other, slack) = valueFromStated(given.claim.left, values) else { return nil }
    if let agreement = agreement(other, within: slack) { return agreement }
    return Judgement(.refuted(.values(Counterexample(left: other, right: shown))))
  }

  /// The value of a quantity by the stated values of what it is made of, and how far their rounding may move it; nil where
  /// they don't tell it.
  private func valueFromStated(_ quantity: Expression, _ values: [Assertion]) -> (value: Double, slack: Double)? {
    let others = values.filter { $0.claim.left != quantity }
    let heads = Set(others.map(\.claim.left))
    var judge = self.judge(with: others + notes.assertions.filter { !heads.contains($0.claim.left) })
    guard let value = judge.determinedValue(of: quantity) else { return nil }
    var slack = 0.0
    for other in others {
      guard let rounding = other.tolerance?.doubleValue else { continue }
      slack += (judge.determinedSlope(of: quantity, by: other.claim.left) ?? 0).magnitude * rounding
    }
    return (value, slack)
  }
}

/// The values that some notes give for symbols, each at the head of a line.
private struct StatedValues {
  /// As definitions, by symbol, each with the number of its relation, in the order of reading.
  private var values: [Expression: [(relation: Int, definition: Assertion)]] = [:]
  private var heads: [Expression] = []

  init(_ notes: Notes) {
    for (number, relation) in notes.relations.enumerated() {
      guard let given = relation.content.given, given.mayBeGiven, case .symbol = notes.graph[given.claim.left] else {
        continue
      }
      let head = given.claim.left
      if values[head] == nil { heads.append(head) }
      let claim = Claim(left: head, relation: .equal, right: given.claim.right, reason: .definition(head))
      values[head, default: []].append((number, Assertion(claim, tolerance: given.tolerance)))
    }
  }

  /// What the symbols may be at a relation: their last values before it, and their first values.
  func choices(at relation: Int) -> [[Assertion]] {
    let first = heads.compactMap { values[$0]?.first?.definition }
    let last = heads.compactMap { head in
      (values[head]?.last { $0.relation < relation } ?? values[head]?.first)?.definition
    }
    let isOne = zip(first, last).allSatisfy { $0.claim.right == $1.claim.right }
    return isOne ? [last] : [last, first]
  }
}

extension ReadRelation.Content {
  /// What a value is given for, where that can be compared.
  fileprivate var given: Assertion? { if case .given(let assertion) = self { assertion } else { nil } }
}
