import Networks

extension NetworkInstance {
  /// The number of weights and biases of a network of these widths, as large as may be.
  public static func parameterCount(widths: [Int], bias: BiasKind) -> Double {
    zip(widths, widths.dropFirst()).reduce(0) {
      $0 + (Double($1.0) + (bias == .none ? 0 : 1)) * Double($1.1)
    }
  }

  /// The slope of the loss of each output, and of each output of softmax, is found by evaluating the whole layer: the
  /// number of units that a single gradient passes over so.
  public var layerwideWork: Double {
    let squares = widths.dropFirst().enumerated().reduce(0.0) { sum, layer in
      layerFunctions[layer.offset].isElementwise ? sum : sum + Double(layer.element) * Double(layer.element)
    }
    return squares + Double(loss.width) * Double(loss.width)
  }

  /// The first layer behind the input whose activations are not finite, though its pre-activations are.
  public func firstLayerWithoutValue(_ state: NetworkState<Double>) -> Int? {
    (1...depth).first { place in
      zip(state.preactivations[place - 1], state.activations[place]).contains { $0.isFinite && !$1.isFinite }
    }
  }

  /// Where the activation of the layer at `place` has finite values, as far as points of usual size tell.
  public func signsWithValue(ofLayer place: Int) -> (negative: Bool, positive: Bool) {
    guard case .elementwise(let function) = layerFunctions[place - 1].kind else { return (true, true) }
    let points = (1...24).map { Double($0) / 8 + 0.01 }
    return (points.allSatisfy { function(-$0).isFinite }, points.allSatisfy { function($0).isFinite })
  }

  /// Whether the function of the layer at `place` and its slope are finite at `z`.
  public func hasValue(ofLayer place: Int, at z: Double) -> Bool {
    guard case .elementwise(let function) = layerFunctions[place - 1].kind else { return true }
    let value = function(Dual(z, slope: 1))
    return value.value.isFinite && value.slope.isFinite
  }

  /// Whether the function of the layer at `place` and its slope are finite at `z`, and its slope is of usual size.
  public func hasUsualSlope(ofLayer place: Int, at z: Double) -> Bool {
    guard case .elementwise(let function) = layerFunctions[place - 1].kind else { return true }
    let value = function(Dual(z, slope: 1))
    return value.value.isFinite && value.slope.isFinite && (1e-3...1e4).contains(value.slope.magnitude)
  }
}
