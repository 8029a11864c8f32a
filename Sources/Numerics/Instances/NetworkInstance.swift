import Expressions
import Networks

/// A network with a number for everything it leaves open: widths, depth, samples, and a concrete smooth function for each
/// opaque one.
public struct NetworkInstance: Sendable {
  /// The network.
  public let network: Network
  /// The number of units of each layer, the input first.
  public let widths: [Int]
  /// The number of samples: 1 without a batch.
  public let samples: Int
  /// The definitions, in `z`, of the functions that the opaque ones stand for.
  public let opaqueDefinitions: [String: String]
  /// The same, compiled; besides them the functions of the layers that are the table's.
  public let functions: [String: ScalarFunction]
  /// The loss of one sample.
  public let loss: LossFunction
  /// The function of each layer behind the input.
  let layerFunctions: [LayerFunction]
  /// Where each weight and bias stands.
  public let layout: ParameterLayout

  /// The instance with these numbers.
  ///
  /// `widths` has at least two entries, each positive, and fits the architecture where that is closed.
  /// - Throws: `EvaluationError` if a definition of an activation or of the loss has no numeric meaning.
  public init(
    _ network: Network, widths: [Int], samples: Int = 1, opaqueDefinitions: [String: String] = [:]
  ) throws(EvaluationError) {
    precondition(widths.count >= 2 && widths.allSatisfy { $0 > 0 }, "a network has two layers and no empty one")
    if let count = network.architecture.layerCount { precondition(widths.count == count, "one width for each layer") }
    self.network = network
    self.widths = widths
    self.samples = network.batch == .none ? 1 : samples
    self.opaqueDefinitions = opaqueDefinitions
    var opaque: [String: ScalarFunction] = [:]
    for (name, text) in opaqueDefinitions { opaque[name] = try ScalarFunction(definition: text) }
    var functions = opaque
    let inputLayer = network.architecture.inputLayer
    let outputLayer = inputLayer + widths.count - 1
    var layerFunctions: [LayerFunction] = []
    for place in 1..<widths.count {
      let activation = network.activation(ofLayer: inputLayer + place, outputLayer: outputLayer)
      // A function of units is compiled once, however many layers have it.
      if let before = (1..<place).first(where: {
        network.activation(ofLayer: inputLayer + $0, outputLayer: outputLayer) == activation
      }), case .elementwise = layerFunctions[before - 1].kind {
        layerFunctions.append(LayerFunction(layerFunctions[before - 1].kind, width: widths[place]))
        continue
      }
      let function = try LayerFunction(activation, width: widths[place], functions: opaque)
      layerFunctions.append(function)
      if case .known(let name, parameters: []) = activation, activation.definition != nil,
        case .elementwise(let scalar) = function.kind
      {
        functions[name] = scalar
      }
    }
    self.functions = functions
    self.layerFunctions = layerFunctions
    loss = try LossFunction(network.loss, width: widths[widths.count - 1], functions: opaque)
    layout = ParameterLayout(widths: widths, bias: network.bias)
  }

  // MARK: Counting layers

  /// The number of the input layer, as the architecture counts.
  public var inputLayer: Int { network.architecture.inputLayer }
  /// The number of the output layer.
  public var outputLayer: Int { inputLayer + widths.count - 1 }
  /// The number of layers that have weights.
  public var depth: Int { widths.count - 1 }

  /// The layer label of the weights from the layer at `place` (0 is the input) to the next.
  public func weightLayer(from place: Int) -> Int {
    inputLayer + place + (network.architecture.weightsEnterTheirLayer ? 1 : 0)
  }

  /// The width of a layer by its number.
  public func width(ofLayer layer: Int) -> Int { widths[layer - inputLayer] }

  /// The whole numbers behind the network's letters.
  public var scope: IndexScope {
    var scope = IndexScope()
    if network.batch != .none { scope.integers[NetworkSymbol.batchSize.name] = samples }
    switch network.architecture.layers {
    case .widths(let given):
      for (width, units) in zip(given, widths) {
        if case .symbol(let letter) = width { scope.integers[NetworkSymbol.letter(letter).name] = units }
      }
    case .open(_, let last):
      scope.integers[NetworkSymbol.outputLayer(last).name] = outputLayer
    }
    for (place, units) in widths.enumerated() {
      scope.layeredIntegers[ArrayKey(NetworkSymbol.width.name, layer: inputLayer + place)] = units
    }
    return scope
  }
}
