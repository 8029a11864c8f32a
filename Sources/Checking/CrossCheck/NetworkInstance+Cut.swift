import Expressions
import Networks
import Numerics

extension NetworkInstance {
  /// The number of the network that the symbol `v` names, where `scope` gives all its indices.
  /// - Throws: `EvaluationError.undefinedSymbol` if it names none, `.undefinedInteger` if an index has no value.
  func cut(at v: Expression, in graph: ExpressionGraph, scope: IndexScope) throws(EvaluationError) -> Cut {
    guard case .symbol(let id, let subscripts) = graph[v] else {
      throw .undefinedSymbol(TextPrinter(graph).text(v))
    }
    var numbers: [Int] = []
    for place in subscripts {
      guard let number = scope.integer(place, in: graph) else {
        throw .undefinedInteger(TextPrinter(graph).text(place))
      }
      numbers.append(number)
    }
    guard let cut = cut(graph[id], numbers) else { throw .undefinedSymbol(TextPrinter(graph).text(v)) }
    return cut
  }

  private func cut(_ family: Family, _ numbers: [Int]) -> Cut? {
    let layer = family.isLayered ? numbers.first ?? 0 : 0
    let indices = Array(family.isLayered ? numbers.dropFirst() : numbers[...])
    switch family {
    case NetworkSymbol.weight: return weight(layer, indices)
    case NetworkSymbol.bias: return bias(layer, indices)
    case NetworkSymbol.preactivation:
      guard layer > inputLayer, let (unit, sample) = unit(indices, ofLayer: layer) else { return nil }
      return .preactivation(place: layer - inputLayer, unit: unit, sample: sample)
    case NetworkSymbol.activation:
      guard let (unit, sample) = unit(indices, ofLayer: layer) else { return nil }
      return .activation(place: layer - inputLayer, unit: unit, sample: sample)
    case NetworkSymbol.input:
      guard let (unit, sample) = unit(indices, ofLayer: inputLayer) else { return nil }
      return .activation(place: 0, unit: unit, sample: sample)
    case NetworkSymbol.prediction:
      guard let (unit, sample) = unit(indices, ofLayer: outputLayer) else { return nil }
      return .activation(place: depth, unit: unit, sample: sample)
    case NetworkSymbol.target:
      guard let (unit, sample) = unit(indices, ofLayer: outputLayer) else { return nil }
      return .target(unit: unit, sample: sample)
    default: return nil
    }
  }

  private func weight(_ layer: Int, _ indices: [Int]) -> Cut? {
    let place = layer - weightLayer(from: 0)
    guard layout.layers.indices.contains(place), indices.count == 2 else { return nil }
    let own = layout.layers[place]
    guard (1...own.outputs).contains(indices[0]) else { return nil }
    if indices[1] == 0, network.bias == .folded { return own.bias(indices[0] - 1).map { .parameter($0) } }
    guard (1...own.inputs).contains(indices[1]) else { return nil }
    return .parameter(own.weight(indices[0] - 1, indices[1] - 1))
  }

  private func bias(_ layer: Int, _ indices: [Int]) -> Cut? {
    let place = layer - weightLayer(from: 0)
    guard network.bias == .vector, layout.layers.indices.contains(place), indices.count == 1,
      (1...layout.layers[place].outputs).contains(indices[0])
    else { return nil }
    return layout.layers[place].bias(indices[0] - 1).map { .parameter($0) }
  }

  /// The unit and the sample, from 0, that the indices of z, a, x or y name.
  private func unit(_ indices: [Int], ofLayer layer: Int) -> (unit: Int, sample: Int)? {
    let expected = network.batch == .none ? 1 : 2
    guard indices.count == expected, (inputLayer...outputLayer).contains(layer),
      (1...width(ofLayer: layer)).contains(indices[0])
    else { return nil }
    let sample = expected == 2 ? indices[1] : 1
    guard (1...samples).contains(sample) else { return nil }
    return (indices[0] - 1, sample - 1)
  }
}
