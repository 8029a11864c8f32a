import Checking
import Derivations
import Expressions
import Reading

/// What is only supposed for a while.
extension InferredReading {
  /// Behind a line that gives the slope of a function as a number (σ′(s) = 1: take it linear) nothing is called wrong up to
  /// the next heading: it may hold for that function.
  mutating func respectAssumptions() {
    for (number, relation) in notes.relations.enumerated() {
      guard case .assertion(let place) = relation.content, isSlope(notes.assertions[place].claim) else { continue }
      for later in notes.relations[number...] where reader.sections[later.formula] == reader.sections[relation.formula]
      {
        guard case .assertion(let other) = later.content, case .refuted = judgements[other].verdict else { continue }
        judgements[other] = Judgement(.unread("it may hold for the function that was just supposed"))
      }
    }
  }

  /// f′(u) = 1 for a function that is not defined.
  private func isSlope(_ claim: Claim) -> Bool {
    guard claim.relation == .equal, case .call(let id, _) = notes.graph[claim.left], notes.graph[id].order > 0,
      FunctionTable.record(named: notes.graph[id].name) == nil
    else { return false }
    return notes.graph.numberValue(claim.right) != nil
  }
}
