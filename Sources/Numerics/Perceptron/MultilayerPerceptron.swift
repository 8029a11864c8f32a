import Networks

/// A concrete multilayer perceptron: the witness against which formulas are held.
///
/// Its passes are written by hand with matrices and know nothing of the symbolic side; only the functions of layers and
/// the loss come from their definitions, and their slopes from dual numbers.
public struct MultilayerPerceptron: Sendable {
  /// The sizes and functions.
  public let instance: NetworkInstance

  /// The perceptron of these sizes and functions.
  public init(_ instance: NetworkInstance) { self.instance = instance }

  /// The factor of each sample's loss in the whole.
  var lossScale: Double { instance.network.batch == .mean ? 1 / Double(instance.samples) : 1 }

  /// The forward pass at a point.
  ///
  ///     z^{p+1} = W^p a^p + b^p,   a^{p+1} = f(z^{p+1}),   L = Σ_s ℓ(y_s, a_s)   (divided by S for a mean)
  public func forward(at point: NetworkPoint) -> NetworkState<Double> {
    forward(parameters: point.parameters, inputs: point.inputs, targets: point.targets)
  }

  /// The forward pass in dual numbers: every slope is the derivative with respect to the number at `cut`.
  public func forward(at point: NetworkPoint, from cut: Cut) -> NetworkState<Dual> {
    var parameters = point.parameters.map { Dual($0) }
    if case .parameter(let place) = cut { parameters[place].slope = 1 }
    return forward(
      parameters: parameters, inputs: point.inputs.map { Dual($0) }, targets: point.targets.map { Dual($0) },
      marking: cut
    ) { $0.slope = 1 }
  }

  /// How far the computation of the loss passed from the nearest kink; see `KinkProbe`.
  public func clearance(at point: NetworkPoint) -> Double {
    let state = forward(
      parameters: point.parameters.map { KinkProbe.moving($0) }, inputs: point.inputs.map { KinkProbe.moving($0) },
      targets: point.targets.map { KinkProbe($0) })
    return state.loss.clearance
  }

  /// The forward pass in any scalars. `mark` is applied to the number at the cut `marked` before anything uses it.
  @specialized(where Element == Double)
  @specialized(where Element == Dual)
  @specialized(where Element == KinkProbe)
  func forward<Element: Scalar>(
    parameters: [Element], inputs: [Element], targets: [Element], marking marked: Cut? = nil,
    mark: (inout Element) -> Void = { _ in }
  ) -> NetworkState<Element> {
    var targets = targets
    var activation = inputs
    if case .target(let unit, let sample) = marked { mark(&targets[sample * instance.loss.width + unit]) }
    if case .activation(place: 0, let unit, let sample) = marked {
      mark(&activation[sample * instance.widths[0] + unit])
    }
    var preactivations: [[Element]] = []
    var activations = [activation]
    for place in 1..<instance.widths.count {
      let width = instance.widths[place]
      var z = dense(parameters, activation, from: place - 1)
      if case .preactivation(place, let unit, let sample) = marked { mark(&z[sample * width + unit]) }
      preactivations.append(z)
      let runner = LayerRunner<Element>(instance.layerFunctions[place - 1])
      z.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { runner.replace(start, lanes: instance.samples) }
      }
      if case .activation(place, let unit, let sample) = marked { mark(&z[sample * width + unit]) }
      activation = z
      activations.append(activation)
    }
    let losses = sampleLosses(outputs: activation, targets: targets)
    return NetworkState(
      parameters: parameters, preactivations: preactivations, activations: activations, targets: targets,
      sampleLosses: losses, loss: total(losses))
  }

  /// The pre-activations behind the layer of weights at `place`, for every sample.
  @inline(__always) private func dense<Element: Scalar>(
    _ parameters: [Element], _ activation: [Element], from place: Int
  ) -> [Element] {
    let layer = instance.layout.layers[place]
    return [Element](unsafeUninitializedCapacity: instance.samples * layer.outputs) { z, count in
      parameters.withUnsafeBufferPointer { parameters in
        activation.withUnsafeBufferPointer { activation in
          guard let w = parameters.baseAddress, let a = activation.baseAddress, let z = z.baseAddress else { return }
          for place in 0..<instance.samples * layer.outputs { (z + place).initialize(to: Element(0)) }
          multiply(layer, w, a, z, lanes: instance.samples)
        }
      }
      count = instance.samples * layer.outputs
    }
  }

  private func sampleLosses<Element: Scalar>(outputs: [Element], targets: [Element]) -> [Element] {
    let runner = LossRunner<Element>(instance.loss)
    let width = instance.loss.width
    return outputs.withUnsafeBufferPointer { outputs in
      targets.withUnsafeBufferPointer { targets in
        guard let a = outputs.baseAddress, let y = targets.baseAddress else { return [] }
        return (0..<instance.samples).map { runner.value(targets: y + $0 * width, outputs: a + $0 * width) }
      }
    }
  }

  private func total<Element: Scalar>(_ losses: [Element]) -> Element {
    let sum = losses.dropFirst().reduce(losses[0], +)
    return lossScale == 1 ? sum : sum * Element(lossScale)
  }
}

/// z_i = b_i + Σ_j w_ij a_j for each lane, lanes one behind another.
@inline(__always) func multiply<Element: Scalar>(
  _ layer: ParameterLayout.Layer, _ parameters: UnsafePointer<Element>, _ a: UnsafePointer<Element>,
  _ z: UnsafeMutablePointer<Element>, lanes: Int
) {
  for lane in 0..<lanes {
    let incoming = a + lane &* layer.inputs
    let outgoing = z + lane &* layer.outputs
    for unit in 0..<layer.outputs {
      let row = parameters + (layer.weightStart &+ unit &* layer.rowStride)
      var sum = scalarProduct(row, incoming, layer.inputs)
      if let start = layer.biasStart { sum = sum + parameters[start &+ unit &* layer.biasStride] }
      outgoing[unit] = sum
    }
  }
}
