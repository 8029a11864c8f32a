/// A point at which a network is evaluated: its weights and biases, and a batch of samples.
public struct NetworkPoint: Sendable {
  /// All weights and biases, as the layout says.
  public var parameters: [Double]
  /// The inputs, sample by sample.
  public var inputs: [Double]
  /// The targets, sample by sample.
  public var targets: [Double]

  /// A point.
  public init(parameters: [Double], inputs: [Double], targets: [Double]) {
    self.parameters = parameters
    self.inputs = inputs
    self.targets = targets
  }
}

/// What a forward pass leaves: everything that the formulas have symbols for.
public struct NetworkState<Element: Scalar>: Sendable {
  /// The weights and biases it was computed with.
  public var parameters: [Element]
  /// The pre-activations of the layers behind the input, each sample by sample.
  public var preactivations: [[Element]]
  /// The activations of all layers, the input first, each sample by sample.
  public var activations: [[Element]]
  /// The targets, sample by sample.
  public var targets: [Element]
  /// The loss of each sample.
  public var sampleLosses: [Element]
  /// The loss: of the sample, or the sum or the mean over the batch.
  public var loss: Element
}

/// A single number of a network from which something is differentiated: everything behind it follows, the rest is held.
/// Layers are places (0 is the input), units and samples count from 0.
public enum Cut: Hashable, Sendable {
  /// A weight or a bias, by its place in the layout.
  case parameter(Int)
  /// z of a unit.
  case preactivation(place: Int, unit: Int, sample: Int)
  /// a of a unit; at place 0 an input.
  case activation(place: Int, unit: Int, sample: Int)
  /// y of a unit.
  case target(unit: Int, sample: Int)
}
