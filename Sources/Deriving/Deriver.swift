import Calculus
import Derivations
import Expressions
import Networks

/// Derives the backpropagation formulas of a network from the definitions of its layers, activations and loss.
///
/// No formula is written down here. Each section sets up the chain rule for the cuts it is about, differentiates the
/// defining equations, contracts the Kronecker deltas that appear, and simplifies.
public struct Deriver {
  var model: NetworkModel
  /// What L is.
  let lossValue: Expression
  /// Whether every intermediate line is wanted.
  let withSteps: Bool

  /// The derivation of `network`; with `steps` every intermediate line with its reason.
  /// - Throws: `TextError` if the loss's text is no expression in `y[k]`, `a[k]` and `n`.
  public static func derive(_ network: Network, steps: Bool = false) throws(TextError) -> Derivation {
    var deriver = try Deriver(network, steps: steps)
    let sections = deriver.sections()
    return Derivation(graph: deriver.model.graph, network: network, sections: sections)
  }

  private init(_ network: Network, steps: Bool) throws(TextError) {
    model = NetworkModel(network)
    lossValue = try model.lossValue()
    withSteps = steps
  }

  private mutating func sections() -> [Section] {
    var result = [forwardPass()]
    result += activationSlopes()
    result.append(lossSection())
    result += weightGradients()
    result.append(outputDelta())
    result += hiddenDeltas()
    result += generalRecursion()
    result.append(gradientDescent())
    return result
  }

  /// How sections with chains are set.
  var layout: Layout { withSteps ? .steps : .rows }

  // MARK: Layers

  /// Whether the depth is open.
  var isOpen: Bool { model.network.architecture.layerCount == nil }

  /// The layers behind the input, first to last, where their number is known.
  var computedLayers: [Expression] {
    mutating get {
      guard let count = model.network.architecture.layerCount else { return [] }
      let first = model.network.architecture.inputLayer
      return (first + 1..<first + count).map { model.graph.number($0) }
    }
  }

  /// Whether the activation of `layer` has the same function in every hidden layer.
  var hiddenLayersAgree: Bool { Set(model.activations.dropLast()).count == 1 }
}
