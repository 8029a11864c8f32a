import Expressions

/// How biases enter.
public enum BiasKind: String, Sendable, CaseIterable {
  /// A bias b_i^l per unit.
  case vector
  /// No biases.
  case none
  /// w_{i0}^l with a_0 = x_0 = 1: sums over incoming units begin at 0.
  case folded
}

/// How many samples the loss is of.
public enum Batch: String, Sendable, CaseIterable {
  /// One sample; nothing carries a sample index.
  case none
  /// The sum of the losses of the samples 1…S.
  case sum
  /// Their mean.
  case mean
}

/// A fully connected network and its loss: everything that a derivation depends on.
public struct Network: Hashable, Sendable {
  /// The layers.
  public let architecture: Architecture
  /// The activation of each layer behind the input; with open depth those of the hidden layers and of the output.
  public let activations: [Activation]
  /// The loss.
  public let loss: Loss
  /// How biases enter.
  public let bias: BiasKind
  /// One sample, or a batch.
  public let batch: Batch

  /// A network. `activations` has one entry for each layer behind the input, or two (hidden layers, output) where the
  /// depth is open.
  public init(
    architecture: Architecture, activations: [Activation], loss: Loss, bias: BiasKind = .vector, batch: Batch = .none
  ) {
    self.architecture = architecture
    self.activations = activations
    self.loss = loss
    self.bias = bias
    self.batch = batch
  }

  /// The activation of the output layer.
  public var outputActivation: Activation { activations[activations.count - 1] }

  /// The activation of layer `layer`, counted as the architecture counts, in a network with the given output layer.
  public func activation(ofLayer layer: Int, outputLayer: Int) -> Activation {
    if layer == outputLayer { return outputActivation }
    if case .open = architecture.layers { return activations[0] }
    return activations[layer - architecture.inputLayer - 1]
  }
}

/// The canonical names of the symbol families of a network. How they are written is a matter of notation.
///
/// Subscripts, in this order: the layer (where the family is layered), the unit, the incoming unit (weights only), the
/// sample (all but weights and biases, and only where there is a batch).
public enum NetworkSymbol {
  /// w[l, i, j]: from unit j to unit i; whether l is the layer it leaves or enters, the architecture says.
  public static let weight = Family("w", isLayered: true)
  /// b[l, i], beside the weights of the same l.
  public static let bias = Family("b", isLayered: true)
  /// z[l, i], the pre-activation.
  public static let preactivation = Family("z", isLayered: true)
  /// a[l, i], the activation (output) of unit i of layer l.
  public static let activation = Family("a", isLayered: true)
  /// δ[l, i] = ∂L/∂z[l, i].
  public static let delta = Family("delta", isLayered: true)
  /// n[l], the number of units of layer l.
  public static let width = Family("n", isLayered: true, isCount: true)
  /// x[j], the input.
  public static let input = Family("x")
  /// y[i], the target.
  public static let target = Family("y")
  /// ŷ[i], the activation of the output layer.
  public static let prediction = Family("yhat")
  /// The loss.
  public static let loss = Family("L")
  /// The learning rate η.
  public static let learningRate = Family("eta")
  /// The number of samples of the batch.
  public static let batchSize = Family("S", isCount: true)
  /// The number of the output layer where the depth is open.
  public static func outputLayer(_ letter: String) -> Family { Self.letter(letter) }

  /// A letter that the architecture is written with: a symbolic width, or the number of the last layer.
  ///
  /// A letter that is also the canonical name of a role above (the width L, the loss L) gets a name of its own, with an
  /// underscore behind it, so that the two are never one symbol. How both are written is a matter of notation.
  public static func letter(_ letter: String) -> Family {
    Family(roles.contains { $0.name == letter } ? letter + "_" : letter, isCount: true)
  }

  /// Every family above.
  public static let roles: [Family] = [
    weight, bias, preactivation, activation, delta, width, input, target, prediction, loss, learningRate, batchSize,
  ]
}
