import Checking
import Derivations
import Expressions
import LaTeX
import Reading

/// The most judgements that looking for repairs may take in one document.
private let documentBudget = 6_000
/// How many operations on numbers are worth one judgement more.
private let operationsPerJudgement = 4_000
/// How many changed formulas one copy of the judge judges.
private let textsPerJudge = 8

extension JudgedReading {
  /// The smallest verified edit of each wrong relation, by the number of the relation.
  func repairs() -> [Int: Repair] {
    var result: [Int: Repair] = [:]
    var budget = documentBudget
    let slips = Slips(formulas)
    for (number, relation) in notes.relations.enumerated() where isWrong(number) {
      let source = RelationSource(
        formula: formulas[relation.formula], left: relation.left, right: relation.right,
        predecessors: predecessors(of: number))
      let repairer = Repairer(slips, budget: 400)
      var found: RepairedRelation?
      for head in [wrongChainHead(number), nil].prefix(wrongChainHead(number) == nil ? 1 : 2) where found == nil {
        found = repairer.repair(source, budget: &budget) { texts, isMeant in
          firstTrue(number, texts, comparedWith: head, isMeant)
        }
      }
      if let found {
        result[number] = Repair(
          slipRange: found.slip, replacement: found.replacement, suggestion: found.suggestion, reason: found.reason)
      }
    }
    return result
  }

  /// The first of `texts` that makes relation `number` true and is meant.
  ///
  /// A few of them at a time are judged by one copy of the judge, and those few are always the same, however many
  /// processors there are. So is the effort, which is counted up to the first.
  private func firstTrue(
    _ number: Int, _ texts: [String], comparedWith head: Expression?, _ isMeant: @escaping (Int) -> Bool
  ) -> (place: Int?, effort: Int) {
    let best = Lock(texts.count)
    let operations = Lock([Int](repeating: 0, count: texts.count))
    let starts = Array(stride(from: 0, to: texts.count, by: textsPerJudge))
    _ = DeepStack.map(starts.count) { slice in
      var judge = PatientJudge(judge)
      for place in starts[slice]..<min(starts[slice] + textsPerJudge, texts.count) {
        if best.with({ $0 }) < place { break }
        let before = judge.operationCount
        let isTrue = isTrue(number, texts[place], comparedWith: head, by: &judge) == true
        let count = judge.operationCount - before
        operations.with { $0[place] = count }
        if isTrue, isMeant(place) {
          best.with { $0 = min($0, place) }
          break
        }
      }
    }
    let first = best.with { $0 }
    let effort = operations.with { $0.prefix(first + 1).reduce(0, +) } / operationsPerJudgement
    return (first < texts.count ? first : nil, effort)
  }

  /// Whether relation `number` is true if its formula reads `text`; against the head of its chain, if that is given.
  private func isTrue(
    _ number: Int, _ text: String, comparedWith head: Expression?, by judge: inout PatientJudge
  ) -> Bool? {
    let formula = notes.relations[number].formula
    let scalars = Array(text.unicodeScalars)
    guard
      let (found, graph) = assertion(
        ofRelation: numberInFormula(number), inFormula: formula, changedTo: scalars)
    else { return nil }
    var assertion = found
    if let head { assertion.claim.left = head }
    switch judge.verdict(on: assertion, graph) {
    case .proved, .verified, .definition: return true
    case .refuted: return false
    case .assumption, .unread: return nil
    }
  }

  /// What the chain of a relation begins with, where the member before it is wrong too.
  private func wrongChainHead(_ number: Int) -> Expression? {
    guard case .assertion(let place) = notes.relations[number].content, judgements[place].link == .wrongAgain else {
      return nil
    }
    var first = place
    while let next = notes.assertions[first].predecessor { first = next }
    return notes.assertions[first].claim.left
  }

  private func isWrong(_ number: Int) -> Bool {
    switch notes.relations[number].content {
    case .given: return false
    case .misfit: return true
    case .unread: return false
    case .assertion(let place):
      // Of a value nothing but the number is to be mended, which the report tells.
      if notes.assertions[place].isValue { return false }
      if case .refuted = judgements[place].verdict { return true }
      return false
    }
  }

  /// Which relation of its formula it is.
  private func numberInFormula(_ number: Int) -> Int {
    let formula = notes.relations[number].formula
    return notes.relations[..<number].count { $0.formula == formula }
  }

  /// The sources of the members before a relation in its chain, the nearest first.
  private func predecessors(of number: Int) -> [String] {
    guard case .assertion(let place) = notes.relations[number].content else { return [] }
    var result: [String] = []
    var next = notes.assertions[place].predecessor
    while let current = next, result.count < 4 {
      guard let other = notes.relations.first(where: { $0.content.assertion == current }) else { break }
      result.append(formulas[other.formula].latex(in: other.right))
      if let left = other.left, notes.assertions[current].predecessor == nil {
        result.append(formulas[other.formula].latex(in: left))
      }
      next = notes.assertions[current].predecessor
    }
    return result
  }
}

extension ReadRelation.Content {
  /// The number of the assertion, if it is one.
  var assertion: Int? { if case .assertion(let number) = self { number } else { nil } }
}
