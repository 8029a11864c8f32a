import Checking
import Derivations
import Expressions
import Networks
import Reading

/// Equations that are no claims: those of curves.
extension InferredReading {
  /// Whether an equation relates quantities that are free, one of which stands on one side only: (y − 4)² = 10 − (x − 2)²
  /// says where something holds, not that it always does.
  ///
  /// What both sides are made of the same quantities may be meant as an identity, and be a wrong one.
  func isCondition(_ place: Int) -> Bool {
    let assertion = notes.assertions[place]
    guard assertion.predecessor == nil, assertion.claim.relation == .equal,
      !notes.assertions.contains(where: { $0.predecessor == place })
    else { return false }
    let defined = definedNames(beside: place)
    if isValueOfParameter(assertion.claim, defined) { return true }
    guard let left = freeNames(assertion.claim.left, defined), let right = freeNames(assertion.claim.right, defined)
    else { return false }
    return left != right && !(left.isEmpty && right.isEmpty)
  }

  /// Whether a line gives a value to a parameter that steps change, and that nothing else defines: w = Σ_i x_i y_i/Σ_i x_i²,
  /// where the loss is least.
  private func isValueOfParameter(_ claim: Claim, _ defined: Set<String>) -> Bool {
    guard case .symbol(let id, _) = notes.graph[claim.left], !candidate.isLayeredNetwork,
      !defined.contains(notes.graph[id].name), !notes.graph.contains(claim.left, in: claim.right)
    else { return false }
    return notes.assertions.contains { other in
      guard other.claim.relation == .becomes, case .symbol(id, _) = notes.graph[other.claim.left] else { return false }
      return true
    }
  }

  /// The names of the quantities in a side that nothing tells; nil if it mentions others, or derivatives.
  private func freeNames(_ side: Expression, _ defined: Set<String>) -> Set<String>? {
    var names: Set<String> = []
    var isFree = true
    notes.graph.forEachNode(of: side) { node in
      switch notes.graph[node] {
      case .partial: isFree = false
      case .symbol(let id, _) where !notes.graph[id].isCount:
        if isGiven(notes.graph[id], defined) { names.insert(notes.graph[id].name) } else { isFree = false }
      case .call(let id, _) where FunctionTable.record(named: notes.graph[id].name) == nil:
        if isUndefined(notes.graph[id].name) { names.insert(notes.graph[id].name + "()") } else { isFree = false }
      default: break
      }
      return isFree
    }
    return isFree ? names : nil
  }

  /// Whether a quantity is data of a network, or nothing says what it is.
  private func isGiven(_ family: Family, _ defined: Set<String>) -> Bool {
    if candidate.isLayeredNetwork, NetworkSymbol.roles.contains(family) {
      return [NetworkSymbol.input, NetworkSymbol.target, NetworkSymbol.weight, NetworkSymbol.bias].contains(family)
    }
    return !defined.contains(family.name)
  }

  /// Whether no line says what a function is.
  private func isUndefined(_ name: String) -> Bool {
    !notes.assertions.contains { assertion in
      guard case .call(let id, _) = notes.graph[assertion.claim.left] else { return false }
      return notes.graph[id].name == name
    }
  }

  /// The names of all quantities that steps define, or lines of the same section: elsewhere another problem is solved.
  private func definedNames(beside place: Int) -> Set<String> {
    var section: Int?
    var written: [Int: [Expression]] = [:]
    for relation in notes.relations {
      guard case .assertion(let number) = relation.content else { continue }
      let own = reader.sections[relation.formula]
      if number == place { section = own }
      // A step θ ← θ − … says how θ changes, and not what it is.
      if case .definition = judgements[number].verdict, notes.assertions[number].claim.relation == .equal {
        written[own, default: []].append(notes.assertions[number].claim.left)
      }
    }
    let heads = notes.background.definitions.map(\.head) + (section.flatMap { written[$0] } ?? [])
    return Set(
      heads.compactMap { head in
        if case .symbol(let id, _) = notes.graph[head] { notes.graph[id].name } else { nil }
      })
  }
}
