import Checking
import Derivations
import Expressions
import Networks
import Reading

/// What hangs on the loss, where not every line about the loss could be read.
extension InferredReading {
  /// Where a line about the loss could not be read, it may say another loss than the one that was inferred: what holds of
  /// that one is not proved.
  mutating func distrustInferredLoss() {
    guard notes.isLossInferred else { return }
    let isDoubtful = notes.relations.contains { relation in
      guard case .unread = relation.content else { return false }
      return reader.isAboutLoss(relation, candidate)
    }
    guard isDoubtful else { return }
    for place in judgements.indices where mentionsTarget(place) {
      switch judgements[place].verdict {
      case .proved, .verified:
        judgements[place].verdict = .unread(
          "it depends on what the loss is, and not every line about that could be read")
      default: continue
      }
    }
  }

  /// Behind a line that says anew what the loss is, and could not be read, what hangs on the loss is neither right nor wrong.
  mutating func distrustRedefinedLoss() {
    guard let definition = lossDefinition else { return }
    let isLater = { (relation: ReadRelation) in
      if case .unread = relation.content { reader.saysLoss(relation, candidate) } else { false }
    }
    guard let first = notes.relations[definition.relation...].firstIndex(where: isLater) else { return }
    for relation in notes.relations[first...] {
      guard case .assertion(let place) = relation.content, dependsOn(definition.loss, place) else { continue }
      switch judgements[place].verdict {
      case .proved, .verified, .refuted:
        judgements[place] = Judgement(
          .unread("it depends on what the loss is, and a line that could not be read says that anew"))
      default: continue
      }
    }
  }

  /// Whether a claim says what the derivative of a loss is; what only leads from one such derivative to another holds of
  /// every loss.
  private func dependsOn(_ loss: Expression, _ place: Int) -> Bool {
    if candidate.isLayeredNetwork { return mentionsTarget(place) }
    let claim = notes.assertions[place].claim
    return holdsDerivative(claim.left, of: [loss], []) != holdsDerivative(claim.right, of: [loss], [])
  }

  /// The first line that says what the loss is, and the loss.
  private var lossDefinition: (relation: Int, loss: Expression)? {
    for (number, relation) in notes.relations.enumerated() {
      guard case .assertion(let place) = relation.content, case .definition = judgements[place].verdict,
        reader.saysLoss(relation, candidate), case .symbol = notes.graph[notes.assertions[place].claim.left]
      else { continue }
      return (number, notes.assertions[place].claim.left)
    }
    return nil
  }

  /// The names of what a line says how to compute: no targets.
  private var definedNames: Set<String> {
    var result: Set<String> = []
    for (place, judgement) in judgements.enumerated() {
      guard case .definition = judgement.verdict,
        case .symbol(let id, _) = notes.graph[notes.assertions[place].claim.left]
      else { continue }
      result.insert(notes.graph[id].name)
    }
    return result
  }

  /// Whether an assertion is about a target, and about the derivative of a loss: then the loss decides.
  func mentionsTarget(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    if !candidate.isLayeredNetwork, !dependsOnOpenLoss(claim) { return false }
    let computed = candidate.isLayeredNetwork ? [] : definedNames
    return [claim.left, claim.right].contains { side in
      notes.graph.contains(in: side) { node in
        guard case .symbol(let id, _) = notes.graph[node] else { return false }
        let name = notes.graph[id].name
        if notes.graph[id] == NetworkSymbol.target.batch || notes.graph[id].isLabel { return true }
        return ["y", "t", "d", "ystar", "Y", "T"].contains(name) && !computed.contains(name)
      }
    }
  }

  /// Whether a mean is taken over samples between derivatives of a loss that no line defines: dw = 1/m X dZᵀ holds where dZ is
  /// of the loss of each sample, and dw of their mean.
  func takesMeanOfOpenLoss(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    let losses = openLosses
    let sides = [claim.left, claim.right]
    return sides.allSatisfy { holdsDerivative($0, of: losses, []) }
      && sides.contains { side in
        notes.graph.contains(in: side) { node in
          guard case .power(let base, let exponent) = notes.graph[node],
            case .symbol(let id, let subscripts) = notes.graph[base]
          else { return false }
          return subscripts.isEmpty && notes.graph.numberValue(exponent)?.asInt == -1
            && ["m", "n", "N", "M", "B"].contains(notes.graph[id].name)
        }
      }
  }

  /// The losses that no line defines, and those that a line only gives another name, L = CE(y, ŷ).
  private var openLosses: [Expression] {
    let open = notes.background.openQuantities.map(\.symbol)
    let names = notes.assertions.filter { open.contains($0.claim.right) && $0.claim.relation == .equal }.map(
      \.claim.left)
    return open + names.filter { if case .symbol = notes.graph[$0] { true } else { false } }
  }

  /// Whether a claim says what the derivative of a loss is that no line defines, in terms of anything but such derivatives.
  private func dependsOnOpenLoss(_ claim: Claim) -> Bool {
    let losses = openLosses
    var named: Set<FamilyID> = []
    for assertion in notes.assertions where holdsDerivative(assertion.claim.right, of: losses, []) {
      if case .symbol(let id, _) = notes.graph[assertion.claim.left] { named.insert(id) }
    }
    // A step goes down the loss whether it names it or not.
    if claim.relation == .becomes { return !losses.isEmpty && !holdsDerivative(claim.right, of: losses, named) }
    let left = holdsDerivative(claim.left, of: losses, named)
    return left != holdsDerivative(claim.right, of: losses, named)
  }

  /// Whether a derivative of one of the losses stands in `side`, or a name for one.
  private func holdsDerivative(_ side: Expression, of losses: [Expression], _ named: Set<FamilyID>) -> Bool {
    let families = losses.compactMap { loss -> FamilyID? in
      if case .symbol(let id, _) = notes.graph[loss] { id } else { nil }
    }
    return notes.graph.contains(in: side) { node in
      switch notes.graph[node] {
      case .partial(let u, _): if case .symbol(let id, _) = notes.graph[u] { families.contains(id) } else { false }
      case .symbol(let id, _): named.contains(id)
      default: false
      }
    }
  }
}
