import Checking
import Derivations
import Expressions
import Reading

/// Worked numbers: with w = 0.5 and x = 2 given, z = 0.4 is wrong of z = w x.
///
/// A value is computed twice: from what is given of what nothing defines, and from all values that the notes state on the
/// way, each of which stands for half a unit in its last digit. Authors do either. What is given a second value, by a step
/// of training or as another example, may still be meant with the first one in the lines behind: then nothing is said.
extension InferredReading {
  /// How far a value may lie from one that is computed from a line of rounded numbers, relative to it.
  private static let spread = 0.02
  /// How many units in its last digit a derivative may be off, which is computed from others that were rounded.
  private static let roundedSteps = 5.0

  /// Compares the values that other given values tell.
  mutating func checkGivenNumbers() {
    guard notes.relations.contains(where: { $0.content.given != nil }) else { return }
    var stated = StatedValues(notes)
    let lines = notes.assertions.indices.filter { !stated.pairs.contains($0) }.map { notes.assertions[$0] }
    let defined = judge(with: lines)
    var known: [[Expression: Expression]: Judge] = [:]
    for number in notes.relations.indices {
      guard let given = notes.relations[number].content.given, !stated.sharedValues.contains(number) else { continue }
      let quantity = given.claim.left
      var isSymbol = false
      if case .symbol = notes.graph[quantity] { isSymbol = true }
      if given.mayBeGiven, isSymbol, !defined.mayDefine(quantity) { continue }
      let supposed = stated.supposed(before: number, notes).subtracting([quantity])
      let computed = lines.filter { !supposed.contains($0.claim.left) }
      func verdict(_ values: [Assertion]) -> Judgement? {
        let open = values.filter { supposed.contains($0.claim.left) || !defined.mayDefine($0.claim.left) }
        let key = Dictionary(open.map { ($0.claim.left, $0.claim.right) }, uniquingKeysWith: { a, _ in a })
        var own = known[key] ?? judge(with: open + computed)
        defer { known[key] = own }
        return judgement(given, &own, computed, open: open, values)
      }
      guard let last = verdict(stated.last(before: number)) else { continue }
      if last.isRefuted {
        if given.mayBeGiven, isSymbol, notes.relations[number].isInline {
          // "If z = 10": another value of it than the one before.
          stated.suppose(given, at: number)
          continue
        }
        guard verdict(stated.first(before: number))?.isRefuted == true else { continue }
      }
      var value = given
      value.isValue = true
      notes.relations[number].content = .assertion(notes.assertions.count)
      notes.assertions.append(value)
      judgements.append(last)
    }
  }

  private func judge(with assertions: [Assertion]) -> Judge {
    var judge = Judge(notes.graph, background: notes.background)
    judge.distrustsZeros = true
    judge.prepare(assertions)
    return judge
  }

  /// Whether a value is what `judge` computes, or what the stated `values` lead to; nil where neither is determined, and
  /// where the value was cut off instead of rounded.
  private func judgement(
    _ given: Assertion, _ judge: inout Judge, _ lines: [Assertion], open: [Assertion], _ values: [Assertion]
  ) -> Judgement? {
    guard let shown = judge.determinedValue(of: given.claim.right),
      let value = judge.determinedValue(of: given.claim.left)
    else { return nil }
    // What is shown is a decimal, a whole number, or numbers put in for letters.
    let rounding = given.tolerance?.doubleValue ?? (shown == shown.rounded() ? 0 : Self.spread * shown.magnitude)
    func agrees(_ value: Double, within slack: Double) -> Bool {
      let allowed = rounding * (1 + 1e-9) + slack + 1e-7 * max(value.magnitude, shown.magnitude)
      return (value - shown).magnitude <= allowed
    }
    func agreement(_ value: Double, within slack: Double) -> Judgement? {
      guard agrees(value, within: slack) else { return nil }
      return Judgement(.verified(instances: 1, largestError: (value - shown).magnitude))
    }
    func refutation(_ value: Double) -> Judgement? {
      if agrees(value, within: 0.99 * rounding) { return nil }
      return Judgement(.refuted(.values(Counterexample(left: value, right: shown))))
    }
    if let agreement = agreement(value, within: 0) { return agreement }
    if open.contains(where: { $0.claim.left == given.claim.left }) { return refutation(value) }
    if notes.graph.holdsPartial(given.claim.left) {
      return agreement(value, within: Self.roundedSteps * rounding) ?? refutation(value)
    }
    guard let (other, slack) = valueFromStated(given.claim.left, values, lines, open: open) else { return nil }
    return agreement(other, within: slack) ?? refutation(other)
  }

  /// The value of a quantity by the stated values of what it is made of, and how far their rounding may move it; nil where
  /// they don't tell it. What is `open` is given, and not rounded.
  private func valueFromStated(
    _ quantity: Expression, _ values: [Assertion], _ lines: [Assertion], open: [Assertion]
  ) -> (value: Double, slack: Double)? {
    let others = values.filter { $0.claim.left != quantity }
    let heads = Set(others.map(\.claim.left))
    var judge = self.judge(with: others + lines.filter { !heads.contains($0.claim.left) })
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

extension ReadRelation.Content {
  /// What a value is given for, where that can be compared.
  fileprivate var given: Assertion? { if case .given(let assertion) = self { assertion } else { nil } }
}

extension Judgement {
  fileprivate var isRefuted: Bool { if case .refuted = verdict { true } else { false } }
}
