import Networks

/// What a backward pass leaves.
public struct BackwardPass: Sendable {
  /// ∂L/∂ of every weight and bias, as the layout says.
  public var gradient: [Double]
  /// δ = ∂L/∂z of the layers behind the input, each sample by sample.
  public var deltas: [[Double]]
}

extension MultilayerPerceptron {
  /// The backward pass, given what the forward pass left.
  ///
  ///     δ^L = Jᵀ ∂L/∂a^L,   δ^p = Jᵀ (W^p)ᵀ δ^{p+1},   ∂L/∂W^p = δ^{p+1} (a^p)ᵀ,   ∂L/∂b^p = δ^{p+1}
  ///
  /// where J is the Jacobian of the layer's function: a diagonal of slopes, but for softmax. All of it is summed over the
  /// samples.
  public func backward(_ state: NetworkState<Double>) -> BackwardPass {
    let last = instance.depth
    var gradient = [Double](repeating: 0, count: instance.layout.count)
    var deltas = [[Double]](repeating: [], count: last)
    var behind = lossSlopes(state)
    for place in stride(from: last, through: 1, by: -1) {
      let delta = throughFunction(place, state, behind)
      deltas[place - 1] = delta
      addOuterProducts(to: &gradient, place - 1, delta, state.activations[place - 1])
      if place > 1 { behind = transposedProduct(place - 1, state.parameters, delta) }
    }
    return BackwardPass(gradient: gradient, deltas: deltas)
  }

  /// ∂L/∂a of the outputs of every sample, by one dual evaluation of the loss for each output.
  func lossSlopes(_ state: NetworkState<Double>) -> [Double] {
    let width = instance.loss.width
    let runner = LossRunner<Dual>(instance.loss)
    let outputs = state.activations[instance.depth]
    var slopes = [Double](repeating: 0, count: outputs.count)
    var a = outputs.map { Dual($0) }
    let y = state.targets.map { Dual($0) }
    y.withUnsafeBufferPointer { y in
      a.withUnsafeMutableBufferPointer { a in
        guard let targets = y.baseAddress, let outputs = a.baseAddress else { return }
        for place in slopes.indices {
          let sample = place / width * width
          outputs[place].slope = 1
          slopes[place] = runner.value(targets: targets + sample, outputs: outputs + sample).slope * lossScale
          outputs[place].slope = 0
        }
      }
    }
    return slopes
  }

  /// Jᵀ·behind: ∂L/∂z from ∂L/∂a of the layer at `place`, for every sample.
  private func throughFunction(_ place: Int, _ state: NetworkState<Double>, _ behind: [Double]) -> [Double] {
    let function = instance.layerFunctions[place - 1]
    let z = state.preactivations[place - 1]
    let runner = LayerRunner<Dual>(function)
    if function.isElementwise {
      var duals = z.map { Dual($0, slope: 1) }
      duals.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { runner.replace(start, lanes: instance.samples) }
      }
      return zip(behind, duals).map { $0 * $1.slope }
    }
    // Component m of Jᵀv is Σ_k v_k ∂a_k/∂z_m: one evaluation with z_m seeded.
    let width = function.width
    var result = [Double](repeating: 0, count: z.count)
    for seeded in z.indices {
      let first = seeded / width * width
      var layer = z[first..<first + width].map { Dual($0) }
      layer[seeded - first].slope = 1
      layer.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { runner.replace(start, lanes: 1) }
      }
      for unit in 0..<width { result[seeded] += behind[first + unit] * layer[unit].slope }
    }
    return result
  }

  /// ∂L/∂a of the layer at `place` from δ of the next: Wᵀδ for every sample.
  private func transposedProduct(_ place: Int, _ parameters: [Double], _ delta: [Double]) -> [Double] {
    let layer = instance.layout.layers[place]
    var result = [Double](repeating: 0, count: instance.samples * layer.inputs)
    parameters.withUnsafeBufferPointer { parameters in
      result.withUnsafeMutableBufferPointer { result in
        guard let w = parameters.baseAddress, let result = result.baseAddress else { return }
        for sample in 0..<instance.samples {
          for unit in 0..<layer.outputs {
            addMultiple(
              result + sample * layer.inputs, Row(w + layer.weight(unit, 0), stride: 1),
              delta[sample * layer.outputs + unit], layer.inputs)
          }
        }
      }
    }
    return result
  }

  /// Adds δ aᵀ of every sample to the gradient of the weights at `place`, and δ to that of the biases.
  private func addOuterProducts(to gradient: inout [Double], _ place: Int, _ delta: [Double], _ activation: [Double]) {
    let layer = instance.layout.layers[place]
    activation.withUnsafeBufferPointer { activation in
      gradient.withUnsafeMutableBufferPointer { gradient in
        guard let a = activation.baseAddress, let gradient = gradient.baseAddress else { return }
        for sample in 0..<instance.samples {
          for unit in 0..<layer.outputs {
            let slope = delta[sample * layer.outputs + unit]
            addMultiple(
              gradient + layer.weight(unit, 0), Row(a + sample * layer.inputs, stride: 1), slope, layer.inputs)
            if let bias = layer.bias(unit) { gradient[bias] += slope }
          }
        }
      }
    }
  }
}
