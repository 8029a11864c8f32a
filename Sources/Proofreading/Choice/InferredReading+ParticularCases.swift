import Checking
import Derivations
import Expressions
import Networks
import Reading

/// What the text says of one case only, while the notes are about others as well.
extension InferredReading {
  /// Why nothing is called wrong that the text before it says of one case; nil where the case is the one that the notes are
  /// about.
  func otherCase(_ relation: ReadRelation, _ place: Int) -> String? {
    let cases = relation.particularCases
    if cases.contains(.value), !isOfNumbers(place) { return "the text says it of one value only" }
    if cases.contains(.convolution) { return "* may be a convolution here" }
    if cases.contains(.function), holdsAnyFunction(place) { return "the text says it of one function only" }
    guard !cases.isDisjoint(with: [.crossEntropy, .squares]), isAboutLoss(place), let loss = lossOfNotes else {
      return nil
    }
    return cases.isDisjoint(with: loss) ? "the text says it of another loss" : nil
  }

  /// Whether a claim is about numbers alone.
  private func isOfNumbers(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    return [claim.left, claim.right].contains { side in
      !notes.graph.contains(in: side) { node in
        switch notes.graph[node] {
        case .symbol, .partial: true
        default: false
        }
      }
    }
  }

  /// Whether a function occurs that no line defines.
  private func holdsAnyFunction(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    return [claim.left, claim.right].contains { side in
      notes.graph.contains(in: side) { node in
        guard case .call(let id, _) = notes.graph[node] else { return false }
        return FunctionTable.record(named: notes.graph[id].name) == nil && !definesFunction(notes.graph[id].name)
      }
    }
  }

  /// Whether a line says what a function is.
  private func definesFunction(_ name: String) -> Bool {
    notes.assertions.contains { assertion in
      guard case .definition(let head) = assertion.claim.reason, case .call(let id, _) = notes.graph[head] else {
        return false
      }
      return notes.graph[id].name == name && notes.graph[id].order == 0
    }
  }

  /// Whether a claim is about a loss, or an error.
  private func isAboutLoss(_ place: Int) -> Bool {
    let claim = notes.assertions[place].claim
    return [claim.left, claim.right].contains { side in
      notes.graph.contains(in: side) { node in
        guard case .symbol(let id, _) = notes.graph[node] else { return false }
        return notes.graph[id] == NetworkSymbol.loss || notes.graph[id].name == "delta"
          || notes.background.loss == node
      }
    }
  }

  /// What the loss of the notes is, as its definition tells; nil where none does.
  private var lossOfNotes: ParticularCases? {
    let lines = notes.assertions.map { ($0.claim.left, $0.claim.right) }
    let definitions = lines + notes.background.definitions.map { ($0.head, $0.value) }
    var result: ParticularCases = []
    for (head, value) in definitions {
      guard case .symbol(let id, _) = notes.graph[head],
        notes.graph[id] == NetworkSymbol.loss || notes.background.loss == head
      else { continue }
      if notes.graph.contains(in: value, where: isLogarithm) { result.insert(.crossEntropy) }
      if notes.graph.contains(in: value, where: isSquare) { result.insert(.squares) }
    }
    return result.isEmpty ? nil : result
  }

  private func isLogarithm(_ node: Expression) -> Bool {
    if case .call(let id, _) = notes.graph[node] { notes.graph[id].name == "log" } else { false }
  }

  private func isSquare(_ node: Expression) -> Bool {
    guard case .power(_, let exponent) = notes.graph[node] else { return false }
    return notes.graph.numberValue(exponent) == 2
  }
}
