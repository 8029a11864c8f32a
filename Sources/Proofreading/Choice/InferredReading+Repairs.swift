import Checking
import Derivations
import Expressions
import LaTeX
import Reading

extension InferredReading {
  /// The most judgements that looking for repairs may take in one document.
  private static let budget = 6_000

  /// The smallest verified edit of each wrong relation, by the number of the relation.
  func repairs() -> [Int: Repair] {
    var result: [Int: Repair] = [:]
    var budget = Self.budget
    let slips = Slips(reader.formulas)
    for (number, relation) in notes.relations.enumerated() where isWrong(number) {
      let place = numberInFormula(number)
      let formula = reader.formulas[relation.formula]
      let source = RelationSource(
        formula: formula, left: relation.left, right: relation.right, predecessors: predecessors(of: number))
      var judge = self.judge
      let found = Repairer(slips, budget: 400).repair(source, budget: &budget) { text in
        guard
          let (assertion, graph) = reader.assertion(
            ofRelation: place, inFormula: relation.formula, changedTo: Array(text.unicodeScalars), candidate, notes)
        else { return nil }
        switch judge.judge(one: assertion, graph: graph) {
        case .proved, .verified, .definition: return true
        case .refuted: return false
        case .assumption, .unread: return nil
        }
      }
      if let found {
        result[number] = Repair(
          slipRange: found.slip, replacement: found.replacement, suggestion: found.suggestion, reason: found.reason)
      }
    }
    return result
  }

  private func isWrong(_ number: Int) -> Bool {
    switch notes.relations[number].content {
    case .misfit: return true
    case .unread: return false
    case .assertion(let place):
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
      result.append(reader.formulas[other.formula].latex(in: other.right))
      if let left = other.left, notes.assertions[current].predecessor == nil {
        result.append(reader.formulas[other.formula].latex(in: left))
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
