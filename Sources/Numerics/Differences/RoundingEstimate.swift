import Expressions
import Networks

/// What rounding errors may do to a loss and its gradient, at one point of a network.
public struct RoundingEstimate: Sendable {
  /// The error of the loss.
  public var loss: Double
  /// The error of each derivative, as the layout says.
  public var gradient: [Double]
  /// The size of the terms of which each derivative is the sum: greater than the derivative where they cancel.
  public var terms: [Double]

  /// Whether every number is finite.
  public var isFinite: Bool { loss.isFinite && gradient.allSatisfy(\.isFinite) && terms.allSatisfy(\.isFinite) }
}

extension MultilayerPerceptron {
  /// How far the weights are moved to see how ill-conditioned the loss and its gradient are, as a part of themselves.
  private static var relativeShift: Double { 0x1p-30 }
  /// How many rounding errors of independent sign one result may collect, with some to spare.
  private static var roundings: Double { 64 * Double.ulpOfOne }

  /// Estimates rounding errors at a point, where the passes left `state` and `backward`. Costs two passes.
  ///
  /// Two parts are added. Errors of the forward pass act like errors of the weights: all of them are moved at random by
  /// a small part of themselves, and what moves is seen. Errors of the backward pass are followed through its layers:
  /// with independent signs, their squares add,
  ///
  ///     S^L_i² = Σ_k (J_ki ∂L/∂a_k)²,   S^p_i² = (J_ii)² Σ_k (w_ki S_k)² + (Ĵ_ii ∂L/∂a_i)²,
  ///
  /// with S in units of one rounding error, and Ĵ the terms of the slope: |f′(z)|, and |f(z)|(1 + 1/|z|) where f′ is
  /// computed from f.
  public func rounding(
    at point: NetworkPoint, state: NetworkState<Double>, backward: BackwardPass
  ) -> RoundingEstimate {
    var source = SplitMix64(seed: 0x5eed)
    var moved = point
    for place in moved.parameters.indices {
      moved.parameters[place] *= 1 + Self.relativeShift * (source.uniform() < 0.5 ? -1 : 1)
    }
    let movedState = forward(at: moved)
    let movedBackward = self.backward(movedState)
    let scale = 16 * Double.ulpOfOne / Self.relativeShift
    let terms = terms(state, backward)
    // What one random shift does to a single derivative may be small by chance: the layer's largest counts.
    var gradient = zip(backward.gradient, movedBackward.gradient).map { ($0 - $1).magnitude * scale }
    for layer in instance.layout.layers {
      let start = min(layer.weightStart, layer.biasStart ?? layer.weightStart)
      let end = start + layer.outputs * (layer.inputs + (layer.biasStart == nil ? 0 : 1))
      var largest = 0.0
      for place in start..<end {
        largest = gradient[place] > largest || gradient[place].isNaN ? gradient[place] : largest
      }
      for place in start..<end { gradient[place] = largest + Self.roundings * terms[place] }
    }
    return RoundingEstimate(loss: (state.loss - movedState.loss).magnitude * scale, gradient: gradient, terms: terms)
  }

  /// S of every unit, carried over to the weights and biases in front of it.
  private func terms(_ state: NetworkState<Double>, _ backward: BackwardPass) -> [Double] {
    var result = [Double](repeating: 0, count: instance.layout.count)
    var behind = lossSlopes(state)
    var errors = [Double](repeating: 0, count: behind.count)
    for place in stride(from: instance.depth, through: 1, by: -1) {
      let sizes = unitTerms(place, state, behind, errors)
      let layer = instance.layout.layers[place - 1]
      let incoming = state.activations[place - 1]
      var nextBehind = [Double](repeating: 0, count: instance.samples * layer.inputs)
      var nextErrors = nextBehind
      for sample in 0..<instance.samples {
        for unit in 0..<layer.outputs {
          let size = sizes[sample * layer.outputs + unit]
          let delta = backward.deltas[place - 1][sample * layer.outputs + unit]
          if let bias = layer.bias(unit) { result[bias] += size }
          for input in 0..<layer.inputs {
            let weight = layer.weight(unit, input)
            let source = sample * layer.inputs + input
            result[weight] += size * incoming[source].magnitude
            let w = state.parameters[weight]
            nextBehind[source] += w * delta
            nextErrors[source] += w * w * size * size
          }
        }
      }
      behind = nextBehind
      errors = nextErrors.map { $0.squareRoot() }
    }
    return result
  }

  /// S of the units of a layer, given ∂L/∂a and the errors that come from behind.
  private func unitTerms(
    _ place: Int, _ state: NetworkState<Double>, _ behind: [Double], _ errors: [Double]
  ) -> [Double] {
    let a = state.activations[place]
    let z = state.preactivations[place - 1]
    let function = instance.layerFunctions[place - 1]
    guard function.isElementwise else {
      // |∂a_k/∂z_i| = a_k |[k = i] − a_i| ≤ a_k.
      var sizes = behind
      for sample in 0..<instance.samples {
        let lane = sample * function.width..<(sample + 1) * function.width
        let sum = lane.reduce(0.0) { $0 + a[$1] * a[$1] * (behind[$1] * behind[$1] + errors[$1] * errors[$1]) }
        for unit in lane { sizes[unit] = sum.squareRoot() }
      }
      return sizes
    }
    // The slope itself, for δ says nothing of it where ∂L/∂a is 0.
    var duals = z.map { Dual($0, slope: 1) }
    duals.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { LayerRunner<Dual>(function).replace(start, lanes: instance.samples) }
    }
    return behind.indices.map { unit in
      let slope = duals[unit].slope.magnitude
      let own = max(slope, a[unit].magnitude * (1 + min(64, 1 / z[unit].magnitude)))
      let fresh = own * behind[unit]
      let carried = slope * errors[unit]
      return (fresh * fresh + carried * carried).squareRoot()
    }
  }
}
