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
      if given.mayBeGiven, case .symbol = notes.graph[given.claim.left], !defined.mayDefine(given.claim.left) {
        continue
      }
      var verdicts: [Judgement] = []
      for values in stated.choices(at: number) {
        let open = values.filter { !defined.mayDefine($0.claim.left) }
        let key = Dictionary(open.map { ($0.claim.left, $0.claim.right) }, uniquingKeysWith: { a, _ in a })
        var own = known[key] ?? self.judge(with: open + notes.assertions)
        if let verdict = judgement(given, &own, open: open, values) { verdicts.append(verdict) }
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

  /// How far a value may lie from one that is computed from a line of rounded numbers, relative to it.
  private static let spread = 0.02
  /// How many units in its last digit a derivative may be off, which is computed from others that were rounded.
  private static let roundedSteps = 5.0

  /// Whether a value is what `judge` computes, or what the stated `values` lead to; nil where neither is determined.
  private func judgement(
    _ given: Assertion, _ judge: inout Judge, open: [Assertion], _ values: [Assertion]
  ) -> Judgement? {
    guard let shown = judge.determinedValue(of: given.claim.right),
      let value = judge.determinedValue(of: given.claim.left)
    else { return nil }
    // What is shown is a decimal, a whole number, or numbers put in for letters.
    let rounding = given.tolerance?.doubleValue ?? (shown == shown.rounded() ? 0 : Self.spread * shown.magnitude)
    func agreement(_ value: Double, within slack: Double) -> Judgement? {
      let gap = (value - shown).magnitude
      guard gap <= rounding * (1 + 1e-9) + slack + 1e-7 * max(value.magnitude, shown.magnitude) else { return nil }
      return Judgement(.verified(instances: 1, largestError: gap))
    }
    if let agreement = agreement(value, within: 0) { return agreement }
    let refutation = { (value: Double) in Judgement(.refuted(.values(Counterexample(left: value, right: shown)))) }
    if open.contains(where: { $0.claim.left == given.claim.left }) { return refutation(value) }
    if notes.graph.holdsPartial(given.claim.left) {
      return agreement(value, within: Self.roundedSteps * rounding) ?? refutation(value)
    }
    guard let (other, slack) = valueFromStated(given.claim.left, values, open: open) else { return nil }
    return agreement(other, within: slack) ?? refutation(other)
  }

  /// The value of a quantity by the stated values of what it is made of, and how far their rounding may move it; nil where
  /// they don't tell it. What is `open` is given, and not rounded.
  private func valueFromStated(
    _ quantity: Expression, _ values: [Assertion], open: [Assertion]
  ) -> (value: Double, slack: Double)? {
    let others = values.filter { $0.claim.left != quantity }
    let heads = Set(others.map(\.claim.left))
    var judge = self.judge(with: others + notes.assertions.filter { !heads.contains($0.claim.left) })
    guard let value = judge.determinedValue(of: quantity) else { return nil }
    var slack = 0.0
    let exact = Set(open.map(\.claim.left))
    for other in others where !exact.contains(other.claim.left) {
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

  /// What the symbols may be at a relation: their last values before it, or their first values.
  func choices(at relation: Int) -> [[Assertion]] {
    let before = heads.compactMap { head in values[head]?.filter { $0.relation < relation } }.filter { !$0.isEmpty }
    let first = before.compactMap { $0.first?.definition }
    let last = before.compactMap { $0.last?.definition }
    let isOne = zip(first, last).allSatisfy { $0.claim.right == $1.claim.right }
    return isOne ? [last] : [last, first]
  }
}

extension ReadRelation.Content {
  /// What a value is given for, where that can be compared.
  fileprivate var given: Assertion? { if case .given(let assertion) = self { assertion } else { nil } }
}
