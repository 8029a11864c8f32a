import Derivations
import Expressions
import LaTeX

/// Conditions under which a relation is said to hold.
extension NotesBuilder {
  /// Whether both letters of i = j or i ≠ j stand for indices that a claim is about, or z > 0 can be read beside it.
  mutating func isAbout(_ condition: WrittenChain, _ claim: Claim) -> Bool {
    if isRestriction(condition) {
      if case .symbol = elaborator.graph[claim.left] { return false }
      return condition.signs.indices.allSatisfy { place in
        let sign = condition.signs[place]
        let (left, right) = (condition.members[place].nodes, condition.members[place + 1].nodes)
        return (try? elaborator.condition(left, sign.name, right, sign.range)) != nil
      }
    }
    let free = Set(elaborator.graph.freeIndices(of: claim.left) + elaborator.graph.freeIndices(of: claim.right))
    return condition.members.allSatisfy { member in
      guard let name = member.nodes.first?.symbolName, let index = elaborator.indices[name] else { return false }
      return free.contains(index)
    }
  }

  /// i = j, i ≠ j and z > 0 restrict what the relation says.
  mutating func apply(_ conditions: [WrittenChain], to assertion: inout Assertion) throws(ReadingProblem) {
    for condition in conditions {
      if let (letter, _) = condition.rangeOfConstant, vocabulary.isConstantOfRange(letter) { continue }
      if isRestriction(condition) {
        try restrict(&assertion, to: condition)
        continue
      }
      guard condition.signs.count == 1, let i = try? elaborator.indexExpression(condition.members[0].nodes),
        let k = try? elaborator.indexExpression(condition.members[1].nodes), case .index = elaborator.graph[i]
      else { continue }
      switch condition.signs[0].name {
      case "=":
        guard case .index = elaborator.graph[k] else { continue }
        toldCases.equal.append(assertion.claim.left)
        toldCases.equalPlaces.insert(notes.assertions.count)
        assertion.claim.left = elaborator.graph.replace(i, by: k, in: assertion.claim.left)
        assertion.claim.right = elaborator.graph.replace(i, by: k, in: assertion.claim.right)
      case "ne":
        let equal = elaborator.graph.compare(i, .equal, k)
        let apart = elaborator.graph.not(equal)
        toldCases.distinct.append(assertion.claim.left)
        multiply(&assertion, by: apart)
      default: continue
      }
      assertion.claim.reason = .definition(assertion.claim.left)
    }
  }

  /// Whether a condition is about a quantity, z > 0, and not about the values of an index.
  private func isRestriction(_ condition: WrittenChain) -> Bool {
    guard let sign = condition.signs.first, ["<", ">", "le", "ge"].contains(sign.name) else { return false }
    if let (letter, _) = condition.rangeOfConstant, vocabulary.isConstantOfRange(letter) { return false }
    let subjects = condition.signs.count == 1 ? [condition.members[0]] : Array(condition.members.dropLast().dropFirst())
    return subjects.contains { subject in
      guard subject.nodes.count == 1, let name = subject.nodes[0].symbolName else { return true }
      if elaborator.locals[name] != nil { return true }
      return elaborator.indices[name] == nil && !vocabulary.layerLetters.contains(name) && !vocabulary.isDepth(name)
        && vocabulary.letters[name] != nil
    }
  }

  /// Nothing is said where the condition does not hold: [z > 0] a = [z > 0] b.
  ///
  /// A line that says what a symbol is where a condition holds is one part of its definition, and given.
  private mutating func restrict(_ assertion: inout Assertion, to condition: WrittenChain) throws(ReadingProblem) {
    if case .symbol = elaborator.graph[assertion.claim.left] {
      throw ReadingProblem(kind: .givenValue, range: condition.signs[0].range)
    }
    for (place, sign) in condition.signs.enumerated() {
      let holds = try elaborator.condition(
        condition.members[place].nodes, sign.name, condition.members[place + 1].nodes, sign.range)
      multiply(&assertion, by: holds)
    }
    assertion.claim.reason = .definition(assertion.claim.left)
  }

  mutating func multiply(_ assertion: inout Assertion, by condition: Expression) {
    let bracket = elaborator.graph.bracket(condition)
    assertion.claim.left = elaborator.graph.multiply([bracket, assertion.claim.left])
    assertion.claim.right = elaborator.graph.multiply([bracket, assertion.claim.right])
  }
}
