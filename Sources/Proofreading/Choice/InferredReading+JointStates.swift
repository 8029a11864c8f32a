import Checking
import Derivations
import Expressions
import Reading

/// Networks that hand several quantities on from step to step, as the h and the C of an LSTM.
extension InferredReading {
  /// Leaves open what is meant by a derivative by C_{t−1}, of which h_{t−1} is computed, where step t is computed from both:
  /// most notes hold h_{t−1}, ∂L/∂C_{t−1} = ∂L/∂C_t ⊙ f_t, and add what comes by way of it elsewhere.
  mutating func excuseJointStates() {
    guard !candidate.isLayeredNetwork else { return }
    let (states, handedOn) = jointStates
    if handedOn.count < 2 { return }
    for place in judgements.indices {
      let claim = notes.assertions[place].claim
      switch judgements[place].verdict {
      case .refuted: guard [claim.left, claim.right].contains(where: { isByEarlier(states, $0) }) else { continue }
      // The product of all steps, Π ∂C_i/∂C_{i−1}, is ∂C_t/∂C_k of one quantity that is handed on, not of one of several.
      case .proved, .verified: guard claim.left == claim.right, isByState(handedOn, claim.left) else { continue }
      case .unread, .definition, .assumption: continue
      }
      judgements[place] = Judgement(.unread("it may be meant with other quantities of the earlier step held"))
    }
  }

  /// The families of which the next step is computed, and of which others are computed that the next step is computed of as
  /// well; and all that are computed and of which the next step is.
  private var jointStates: (states: Set<Family>, handedOn: Set<Family>) {
    var handedOn: Set<Family> = []
    let heads = Set(
      notes.assertions.compactMap { assertion -> Family? in
        guard case .symbol(let id, _) = notes.graph[assertion.claim.left] else { return nil }
        return notes.graph[id]
      })
    var sameStep: [Family: Set<Family>] = [:]
    let lines = notes.assertions.compactMap { assertion -> (Expression, Expression)? in
      guard case .definition(let head) = assertion.claim.reason, head == assertion.claim.left else { return nil }
      return (head, assertion.claim.right)
    }
    for (head, value) in lines + notes.background.definitions.map({ ($0.head, $0.value) }) {
      guard case .symbol(let own, let slice) = notes.graph[head], notes.graph[own].isLayered, let step = slice.first
      else { continue }
      let family = notes.graph[own]
      notes.graph.forEachNode(of: value) { node in
        guard case .symbol(let id, let subscripts) = notes.graph[node], notes.graph[id].isLayered else { return true }
        if subscripts.first == step {
          sameStep[family, default: []].insert(notes.graph[id])
        } else {
          handedOn.insert(notes.graph[id])
        }
        return true
      }
    }
    let states = handedOn.filter { state in
      handedOn.contains { other in
        guard other != state else { return false }
        var seen: Set<Family> = []
        var pending: Set<Family> = [other]
        while let next = pending.popFirst() {
          if next == state { return true }
          if seen.insert(next).inserted { pending.formUnion(sameStep[next] ?? []) }
        }
        return false
      }
    }
    return (states, handedOn.intersection(heads))
  }

  /// Whether something is differentiated by a quantity of `states`.
  private func isByState(_ states: Set<Family>, _ side: Expression) -> Bool {
    notes.graph.contains(in: side) { node in
      guard case .partial(_, let v) = notes.graph[node], case .symbol(let id, _) = notes.graph[v] else { return false }
      return states.contains(notes.graph[id])
    }
  }

  /// Whether something is differentiated by a quantity of `states` at a step before others.
  private func isByEarlier(_ states: Set<Family>, _ side: Expression) -> Bool {
    notes.graph.contains(in: side) { node in
      guard case .partial(_, let v) = notes.graph[node], case .symbol(let id, let subscripts) = notes.graph[v],
        states.contains(notes.graph[id]), let step = subscripts.first
      else { return false }
      if case .add = notes.graph[step] { return true }
      return false
    }
  }
}
