import Networks

/// Where each weight and bias stands in one flat array: layer by layer the weights, row by row (all that enter unit 1
/// first), then the biases. Biases that are folded in stand in front of their unit's weights.
public struct ParameterLayout: Hashable, Sendable {
  /// One layer of weights, from the layer at its place (0 is the input) to the next.
  public struct Layer: Hashable, Sendable {
    /// The number of units that the weights come from.
    public let inputs: Int
    /// The number of units that they lead to.
    public let outputs: Int
    /// Where w_{11} stands.
    public let weightStart: Int
    /// The distance from w_{ij} to w_{i+1,j}.
    public let rowStride: Int
    /// Where the first bias stands, nil without biases.
    public let biasStart: Int?
    /// The distance of neighbouring biases.
    public let biasStride: Int

    /// Where the weight from unit `j` to unit `i` stands; both from 0.
    @inline(__always) public func weight(_ i: Int, _ j: Int) -> Int { weightStart + i * rowStride + j }
    /// Where the bias of unit `i` (from 0) stands.
    @inline(__always) public func bias(_ i: Int) -> Int? { biasStart.map { $0 + i * biasStride } }
  }

  /// The layers of weights, the one that leaves the input first.
  public let layers: [Layer]
  /// The number of all weights and biases.
  public let count: Int
  /// How biases enter.
  public let bias: BiasKind

  /// The layout for layers of these widths.
  public init(widths: [Int], bias: BiasKind) {
    var layers: [Layer] = []
    var next = 0
    for (inputs, outputs) in zip(widths, widths.dropFirst()) {
      switch bias {
      case .none:
        layers.append(
          Layer(
            inputs: inputs, outputs: outputs, weightStart: next, rowStride: inputs, biasStart: nil, biasStride: 0))
        next += inputs * outputs
      case .vector:
        layers.append(
          Layer(
            inputs: inputs, outputs: outputs, weightStart: next, rowStride: inputs,
            biasStart: next + inputs * outputs, biasStride: 1))
        next += (inputs + 1) * outputs
      case .folded:
        layers.append(
          Layer(
            inputs: inputs, outputs: outputs, weightStart: next + 1, rowStride: inputs + 1, biasStart: next,
            biasStride: inputs + 1))
        next += (inputs + 1) * outputs
      }
    }
    self.layers = layers
    self.bias = bias
    count = next
  }

  /// A weight or a bias by its place among the layers and its indices, as formulas count them.
  public struct Name: Hashable, Sendable {
    /// Whether it is a bias vector's component.
    public let isBias: Bool
    /// The place of its layer of weights, from 0.
    public let place: Int
    /// i, j of a weight (j = 0 for a bias that is folded in), i of a bias; units count from 1.
    public let indices: [Int]
  }

  /// What stands at `position`.
  public func name(at position: Int) -> Name {
    let place = (layers.lastIndex { min($0.weightStart, $0.biasStart ?? $0.weightStart) <= position }) ?? 0
    let layer = layers[place]
    if bias == .vector, let start = layer.biasStart, position >= start {
      return Name(isBias: true, place: place, indices: [position - start + 1])
    }
    let offset = position - (bias == .folded ? layer.weightStart - 1 : layer.weightStart)
    let column = offset % layer.rowStride + (bias == .folded ? 0 : 1)
    return Name(isBias: false, place: place, indices: [offset / layer.rowStride + 1, column])
  }
}
