import Derivations
import Expressions

/// What is said at one step for the sake of an example holds at every step: z_3 = V s_3 beside ŷ_t = softmax(V s_t).
extension NotesBuilder {
  mutating func generaliseSteps() {
    guard let name = vocabulary.stepLetter else { return }
    let first = elaborator.graph.number(vocabulary.firstStep)
    let last = elaborator.depth()
    let step = elaborator.graph.index(name.plainName, from: first, to: last)
    for assertion in notes.assertions {
      guard case .definition(let head) = assertion.claim.reason, head == assertion.claim.left,
        case .symbol(let id, let slice) = elaborator.graph[head], elaborator.graph[id].isLayered,
        let number = slice.first, elaborator.graph.numberValue(number) != nil,
        isSaidOnce(elaborator.graph[id]), isOfOneStep(assertion.claim.right, number)
      else { continue }
      let general = atStep(step, insteadOf: number, head)
      let value = atStep(step, insteadOf: number, assertion.claim.right)
      notes.background.definitions.append(Background.Definition(general, value))
    }
  }

  /// Whether only one line is about a family.
  private func isSaidOnce(_ family: Family) -> Bool {
    notes.assertions.count { assertion in
      if case .symbol(let id, _) = elaborator.graph[assertion.claim.left] {
        elaborator.graph[id] == family
      } else {
        false
      }
    } == 1
  }

  /// Whether steps are mentioned, and no other one than this.
  private func isOfOneStep(_ value: Expression, _ number: Expression) -> Bool {
    var numbers: Set<Expression> = []
    var isDerived = false
    elaborator.graph.forEachNode(of: value) { node in
      if case .partial = elaborator.graph[node] { isDerived = true }
      if case .symbol(let id, let slice) = elaborator.graph[node], elaborator.graph[id].isLayered, let own = slice.first
      {
        numbers.insert(own)
      }
      return true
    }
    return !isDerived && numbers == [number]
  }

  private mutating func atStep(_ step: Expression, insteadOf number: Expression, _ value: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    return elaborator.graph.rewriteBottomUp(value, memo: &memo) { graph, node in
      guard case .symbol(let id, let slice) = graph[node], graph[id].isLayered, slice.first == number else {
        return node
      }
      return graph.symbol(graph[id], [step] + Array(slice).dropFirst())
    }
  }
}
