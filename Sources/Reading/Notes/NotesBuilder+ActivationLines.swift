import Derivations
import Expressions
import Networks

/// Lines that say what the activations of single layers are, and what is made of the outputs.
extension NotesBuilder {
  /// Lines that say what the activations of one layer are, in terms of its pre-activations: a_j^2 = tanh(z_j^2), y_k = z_k^L.
  mutating func activationLines() -> [Background.Definition] {
    notes.assertions.compactMap { assertion in
      guard assertion.claim.relation == .equal, case .symbol = elaborator.graph[assertion.claim.left],
        let left = BatchModel.single(assertion.claim.left, &elaborator.graph),
        let right = BatchModel.single(assertion.claim.right, &elaborator.graph),
        case .symbol(let id, let slice) = elaborator.graph[left]
      else { return nil }
      var subscripts = Array(slice)
      let family = elaborator.graph[id]
      if family == NetworkSymbol.prediction {
        subscripts.insert(elaborator.depth(), at: 0)
      } else if family != NetworkSymbol.activation {
        return nil
      }
      guard let layer = subscripts.first, elaborator.graph.freeIndices(of: layer).isEmpty,
        subscripts.dropFirst().allSatisfy({ if case .index = elaborator.graph[$0] { true } else { false } }),
        let value = ofPreactivations(right, subscripts)
      else { return nil }
      let head = elaborator.graph.symbol(NetworkSymbol.activation, subscripts)
      return Background.Definition(head, value)
    }
  }

  /// A value as one of the pre-activations of its layer; nil if it is computed from anything else.
  ///
  /// What is written out in weights and the activations before, relu(Σ_j w_{ij} a_j + b_i), is a function of the
  /// pre-activation whether or not the sum is right; a sum of that kind by itself is the pre-activation.
  private mutating func ofPreactivations(_ value: Expression, _ unit: [Expression]) -> Expression? {
    if isOfPreactivations(value, unit[0]) { return value }
    let own = elaborator.graph.symbol(NetworkSymbol.preactivation, unit)
    if isPreactivation(value) { return own }
    guard case .call(let id, let arguments) = elaborator.graph[value], let argument = arguments.first,
      arguments.count == 1, FunctionTable.record(named: elaborator.graph[id].name) != nil, isPreactivation(argument)
    else { return nil }
    return elaborator.graph.call(elaborator.graph[id], [own])
  }

  /// Whether a value is a sum of weights times activations, with a bias or without.
  func isPreactivation(_ value: Expression) -> Bool {
    var families: Set<Family> = []
    let isPlain = !elaborator.graph.contains(in: value) { node in
      switch elaborator.graph[node] {
      case .partial, .call, .power, .piecewise: return true
      case .symbol(let id, _):
        if !elaborator.graph[id].isCount { families.insert(elaborator.graph[id]) }
        return false
      default: return false
      }
    }
    let sources: Set<Family> = [NetworkSymbol.activation, NetworkSymbol.input]
    return isPlain && families.contains(NetworkSymbol.weight) && !families.isDisjoint(with: sources)
      && families.subtracting(sources).isSubset(of: [NetworkSymbol.weight, NetworkSymbol.bias])
  }

  /// Whether a value is computed from the pre-activations of a layer alone, and not by the function of all layers.
  func isOfPreactivations(_ value: Expression, _ layer: Expression) -> Bool {
    var isPure = true
    var mentions = false
    elaborator.graph.forEachNode(of: value) { node in
      switch elaborator.graph[node] {
      case .partial: isPure = false
      case .symbol(let id, let subscripts) where !elaborator.graph[id].isCount:
        if elaborator.graph[id] == NetworkSymbol.preactivation, subscripts.first == layer {
          mentions = true
        } else {
          isPure = false
        }
      default: break
      }
      return isPure
    }
    return isPure && mentions
  }

  // MARK: Predictions

  /// Whether something is differentiated by the predictions: ∂L/∂ŷ_k.
  var differentiatesByPredictions: Bool {
    notes.assertions.contains { assertion in
      [assertion.claim.left, assertion.claim.right].contains { side in
        elaborator.graph.contains(in: side) { node in
          guard case .partial(_, let variable) = elaborator.graph[node],
            case .symbol(let id, _) = elaborator.graph[variable]
          else { return false }
          return elaborator.graph[id] == NetworkSymbol.prediction
        }
      }
    }
  }

  /// What a line says that the prediction is of the last activations, ŷ_k = softmax(x^{(L)})_k: it is not these themselves,
  /// then.
  mutating func predictionLine() -> Background.Definition? {
    let depth = elaborator.depth()
    let found = notes.assertions.first { assertion in
      guard assertion.claim.relation == .equal,
        case .symbol(let id, let subscripts) = elaborator.graph[assertion.claim.left],
        elaborator.graph[id] == NetworkSymbol.prediction,
        subscripts.allSatisfy({ if case .index = elaborator.graph[$0] { true } else { false } })
      else { return false }
      if case .symbol = elaborator.graph[assertion.claim.right] { return false }
      var isOfOutputs = false
      let mentionsOthers = elaborator.graph.contains(in: assertion.claim.right) { node in
        switch elaborator.graph[node] {
        case .partial: return true
        case .symbol(let id, let subscripts) where !elaborator.graph[id].isCount:
          let isOutput = elaborator.graph[id] == NetworkSymbol.activation && subscripts.first == depth
          if isOutput { isOfOutputs = true }
          return !isOutput
        default: return false
        }
      }
      return isOfOutputs && !mentionsOthers
    }
    return found.map { Background.Definition($0.claim.left, $0.claim.right) }
  }
}
