import Expressions
import Networks

/// A network as expressions: the symbols of its layers with their ranges, and the equations that define them.
///
/// Layers are integer expressions, so that one equation serves a numbered layer and a symbolic one alike.
struct NetworkModel {
  var graph: ExpressionGraph
  let network: Network
  /// The sample index s = 1…S; nil for one sample.
  let sample: Expression?
  /// The input layer.
  let inputLayer: Expression
  /// The output layer: a number, or the letter L where the depth is open.
  let outputLayer: Expression
  /// The activations behind the input as functions, in the order of `Network.activations`.
  var activations: [LayerActivation] = []

  init(_ network: Network) {
    var graph = ExpressionGraph()
    self.network = network
    sample =
      network.batch == .none
      ? nil : graph.index("s", from: graph.number(1), to: graph.symbol(NetworkSymbol.batchSize))
    inputLayer = graph.number(network.architecture.inputLayer)
    switch network.architecture.layers {
    case .widths(let widths): outputLayer = graph.number(network.architecture.inputLayer + widths.count - 1)
    case .open(_, let last): outputLayer = graph.symbol(NetworkSymbol.outputLayer(last))
    }
    self.graph = graph
    activations = LayerActivation.resolve(network.activations, in: &self.graph)
  }

  // MARK: Ranges

  /// The number of units of `layer`: a number, a letter, or n_l where the layer or the depth is symbolic.
  mutating func width(of layer: Expression) -> Expression {
    if case .widths(let widths) = network.architecture.layers,
      let number = graph.numberValue(layer)?.asInt
    {
      switch widths[number - network.architecture.inputLayer] {
      case .number(let units): return graph.number(units)
      case .symbol(let letter): return graph.symbol(NetworkSymbol.letter(letter))
      }
    }
    return graph.symbol(NetworkSymbol.width, [layer])
  }

  /// The free index `name` over the units 1…n of `layer`.
  mutating func unit(_ name: String, of layer: Expression) -> Expression {
    let width = width(of: layer)
    return graph.index(name, from: graph.number(1), to: width)
  }

  /// The free index `name` over the units that feed the layer above `layer`: with folded biases from 0.
  mutating func source(_ name: String, of layer: Expression) -> Expression {
    let width = width(of: layer)
    return graph.index(name, from: graph.number(network.bias == .folded ? 0 : 1), to: width)
  }

  /// The free index `name` over the layers from…to.
  mutating func layerIndex(_ name: String, from lower: Expression, to upper: Expression) -> Expression {
    graph.index(name, from: lower, to: upper)
  }

  /// l + 1, l − 1, ….
  mutating func layer(_ layer: Expression, plus offset: Int) -> Expression {
    graph.add([layer, graph.number(offset)])
  }

  // MARK: Symbols

  private func sampled(_ subscripts: [Expression]) -> [Expression] { subscripts + (sample.map { [$0] } ?? []) }

  /// z_i of `layer`.
  mutating func preactivation(_ layer: Expression, _ i: Expression) -> Expression {
    graph.symbol(NetworkSymbol.preactivation, sampled([layer, i]))
  }

  /// a_i of `layer`; x_i in the input layer.
  mutating func activation(_ layer: Expression, _ i: Expression) -> Expression {
    layer == inputLayer
      ? graph.symbol(NetworkSymbol.input, sampled([i]))
      : graph.symbol(NetworkSymbol.activation, sampled([layer, i]))
  }

  /// The family of what `layer` puts out, ŷ in the output layer, x in the input layer, a between; with the subscripts
  /// that stand before the unit.
  func outputFamily(of layer: Expression) -> (family: Family, layers: [Expression]) {
    if layer == outputLayer { return (NetworkSymbol.prediction, []) }
    if layer == inputLayer { return (NetworkSymbol.input, []) }
    return (NetworkSymbol.activation, [layer])
  }

  /// What unit i of `layer` puts out.
  mutating func output(_ layer: Expression, _ i: Expression) -> Expression {
    let (family, layers) = outputFamily(of: layer)
    return graph.symbol(family, sampled(layers + [i]))
  }

  /// ŷ_i.
  mutating func prediction(_ i: Expression) -> Expression {
    graph.symbol(NetworkSymbol.prediction, sampled([i]))
  }

  /// y_i.
  mutating func target(_ i: Expression) -> Expression { graph.symbol(NetworkSymbol.target, sampled([i])) }

  /// δ_i of `layer`.
  mutating func delta(_ layer: Expression, _ i: Expression) -> Expression {
    graph.symbol(NetworkSymbol.delta, sampled([layer, i]))
  }

  /// L.
  mutating func loss() -> Expression { graph.symbol(NetworkSymbol.loss) }

  /// The layer that the weights into `layer` are numbered with.
  mutating func weightLayer(into layer: Expression) -> Expression {
    network.architecture.weightsEnterTheirLayer ? layer : self.layer(layer, plus: -1)
  }

  /// The weight from unit j of the layer below to unit i of `layer`.
  mutating func weight(into layer: Expression, _ i: Expression, _ j: Expression) -> Expression {
    let number = weightLayer(into: layer)
    return graph.symbol(NetworkSymbol.weight, [number, i, j])
  }

  /// The bias of unit i of `layer`.
  mutating func bias(into layer: Expression, _ i: Expression) -> Expression {
    let number = weightLayer(into: layer)
    return graph.symbol(NetworkSymbol.bias, [number, i])
  }

  // MARK: Definitions

  /// What z_i of `layer` is: Σ_j w_{ij} a_j + b_i.
  mutating func preactivationValue(_ layer: Expression, _ i: Expression) -> Expression {
    let below = self.layer(layer, plus: -1)
    let width = width(of: below)
    let lower = graph.number(network.bias == .folded ? 0 : 1)
    let j = graph.freshIndex("j", from: lower, to: width)
    let term = graph.multiply([weight(into: layer, i, j), activation(below, j)])
    let weighted = graph.summation(over: j, from: lower, to: width, term)
    return network.bias == .vector ? graph.add([weighted, bias(into: layer, i)]) : weighted
  }

  /// The activation function of `layer`; that of the hidden layers where it is symbolic.
  func activationFunction(of layer: Expression) -> LayerActivation {
    if layer == outputLayer { return activations[activations.count - 1] }
    if let number = graph.numberValue(layer)?.asInt, network.architecture.layerCount != nil {
      return activations[number - network.architecture.inputLayer - 1]
    }
    return activations[0]
  }

  /// What unit i of `layer` puts out as a function of the layer's pre-activations.
  mutating func activationValue(_ layer: Expression, _ i: Expression) -> Expression {
    let function = activationFunction(of: layer)
    guard function.isVectorValued else {
      let z = preactivation(layer, i)
      return function.value(at: z, in: &graph)
    }
    let width = width(of: layer)
    let samples = sampled([])
    return function.vectorValue(of: i, count: width, in: &graph) { graph, k in
      graph.symbol(NetworkSymbol.preactivation, [layer, k] + samples)
    }
  }

  /// What L is, in the targets and predictions; over a batch the sum or mean of the losses of its samples.
  /// - Throws: `TextError` if the text of the loss is no expression of its symbols.
  mutating func lossValue() throws(TextError) -> Expression {
    let (text, parameters) = network.loss.definition
    let width = width(of: outputLayer)
    var bindings: [String: Expression] = ["n": width]
    for (name, value) in parameters { bindings[name] = graph.number(value) }
    let context = TextParser.Context(
      symbols: ["y", "a"], defaultRange: (graph.number(1), width), bindings: bindings, opaqueFunctions: [])
    let written = try TextParser.parse(text, into: &graph, context: context)
    let value = inOwnSymbols(written)
    guard let s = sample else { return value }
    let one = graph.number(1)
    let size = graph.symbol(NetworkSymbol.batchSize)
    let total = graph.summation(over: s, from: one, to: size, value)
    return network.batch == .mean ? graph.multiply([graph.power(size, -1), total]) : total
  }

  /// y[k] and a[k] of a loss's text as y_k and ŷ_k of this network.
  private mutating func inOwnSymbols(_ written: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    let samples = sample.map { [$0] } ?? []
    return graph.rewriteBottomUp(written, memo: &memo) { graph, node in
      guard case .symbol(let family, let subscripts) = graph[node] else { return node }
      let all = Array(subscripts) + samples
      switch graph[family].name {
      case "y" where !subscripts.isEmpty: return graph.symbol(NetworkSymbol.target, all)
      case "a" where !subscripts.isEmpty: return graph.symbol(NetworkSymbol.prediction, all)
      default: return node
      }
    }
  }
}
