import Derivations
import Expressions

/// Changes of variables: s = log v, and from then on D is differentiated by s.
extension NotesBuilder {
  /// Takes s = log v as v = e^s, and s = log σ² as σ = e^{s/2}, where something is differentiated by s and no line says what
  /// v is: to differentiate by s is to change v with it, wherever v stands.
  mutating func takeSubstitutions() {
    for number in notes.assertions.indices {
      let claim = notes.assertions[number].claim
      guard claim.relation == .equal, let (old, value) = substitution(claim), !isDefined(old),
        isVariable(claim.left), !isDifferentiated(claim.left, by: old)
      else { continue }
      notes.assertions[number].claim = Claim(left: old, relation: .equal, right: value, reason: .definition(old))
    }
  }

  /// v and e^s of s = log v.
  private mutating func substitution(_ claim: Claim) -> (old: Expression, value: Expression)? {
    guard case .symbol(_, let indices) = elaborator.graph[claim.left],
      case .call(let id, let arguments) = elaborator.graph[claim.right], elaborator.graph[id] == Function("log"),
      arguments.count == 1, let argument = arguments.first
    else { return nil }
    let own = Array(indices)
    var old = argument
    var exponent = claim.left
    if case .power(let base, let power) = elaborator.graph[argument], elaborator.graph.numberValue(power) == 2 {
      old = base
      exponent = elaborator.graph.divide(claim.left, by: power)
    }
    guard case .symbol(_, let others) = elaborator.graph[old], Array(others) == own else { return nil }
    return (old, elaborator.graph.call("exp", exponent))
  }

  private func isDefined(_ symbol: Expression) -> Bool {
    notes.assertions.contains { isSameFamily($0.claim.left, symbol) }
  }

  private func isVariable(_ symbol: Expression) -> Bool {
    holdsPartial { _, variable in isSameFamily(variable, symbol) }
  }

  private func isDifferentiated(_ quantity: Expression, by variable: Expression) -> Bool {
    holdsPartial { isSameFamily($0, quantity) && isSameFamily($1, variable) }
  }

  private func holdsPartial(_ isMeant: (Expression, Expression) -> Bool) -> Bool {
    notes.assertions.contains { assertion in
      [assertion.claim.left, assertion.claim.right].contains { side in
        elaborator.graph.contains(in: side) { node in
          guard case .partial(let quantity, let variable) = elaborator.graph[node] else { return false }
          return isMeant(quantity, variable)
        }
      }
    }
  }

  private func isSameFamily(_ a: Expression, _ b: Expression) -> Bool {
    guard case .symbol(let one, _) = elaborator.graph[a], case .symbol(let other, _) = elaborator.graph[b] else {
      return false
    }
    return one == other
  }
}
