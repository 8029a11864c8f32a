import Expressions
import Networks
import Numerics

extension NetworkInstance {
  /// The number of the network that the symbol `v` names, where `scope` gives all its indices.
  /// - Throws: `EvaluationError.undefinedSymbol` if it names none, `.outOfRange` if an index leaves its range,
  ///   `.undefinedInteger` if one has no value.
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
    if let cut = cut(graph[id], numbers) { return cut }
    // A symbol of the network whose indices leave their ranges is a slip; any other one has no derivative here.
    guard let allowed = ranges(graph[id], numbers), allowed.count == numbers.count else {
      throw .undefinedSymbol(TextPrinter(graph).text(v))
    }
    for (number, range) in zip(numbers, allowed) where !range.contains(number) {
      throw .outOfRange(symbol: TextPrinter(graph).text(v), subscripts: number...number, allowed: range)
    }
    throw .undefinedSymbol(TextPrinter(graph).text(v))
  }

  /// The ranges of the subscripts of a family's members, the layer first; nil for a family that is no part of a network.
  private func ranges(_ family: Family, _ numbers: [Int]) -> [ClosedRange<Int>]? {
    let sample = network.batch == .none ? [] : [1...samples]
    let layer = numbers.first ?? 0
    func width(_ layer: Int) -> Int { widths.indices.contains(layer - inputLayer) ? widths[layer - inputLayer] : 1 }
    switch family {
    case NetworkSymbol.weight, NetworkSymbol.bias:
      let labels = weightLayer(from: 0)...weightLayer(from: depth - 1)
      let from = layer - weightLayer(from: 0) + inputLayer
      let source = (network.bias == .folded ? 0 : 1)...width(from)
      return [labels, 1...width(from + 1)] + (family == NetworkSymbol.weight ? [source] : [])
    case NetworkSymbol.preactivation: return [inputLayer + 1...outputLayer, 1...width(layer)] + sample
    case NetworkSymbol.activation: return [inputLayer...outputLayer, 1...width(layer)] + sample
    case NetworkSymbol.input: return [1...widths[0]] + sample
    case NetworkSymbol.prediction, NetworkSymbol.target: return [1...widths[depth]] + sample
    default: return nil
    }
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
