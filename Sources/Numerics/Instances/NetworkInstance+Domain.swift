import Expressions
import Networks

extension NetworkInstance {
  /// Whether the outputs stay in `domain` whatever reaches the output layer, as far as pre-activations of usual size
  /// tell: single units are tried from −3 to 3, whole layers at random.
  public func outputsStay(in domain: Domain) -> Bool {
    guard domain != .real else { return true }
    let function = layerFunctions[depth - 1]
    let runner = LayerRunner<Double>(function)
    var source = SplitMix64(seed: 1)
    var values: [Double] =
      function.isElementwise
      ? (-12...12).map { Double($0) / 4 } : (0..<16 * function.width).map { _ in source.uniform(-3, 3) }
    values.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      if function.isElementwise {
        runner.replaceUnits(start, count: buffer.count)
      } else {
        runner.replace(start, lanes: 16)
      }
    }
    return values.allSatisfy { domain.contains($0) }
  }

  /// How far `z` is from the nearest kink of a layer's function; infinite without kinks.
  public func layerClearance(at z: Double) -> Double {
    layerFunctions.reduce(.infinity) { clearance, function in
      guard case .elementwise(let scalar) = function.kind else { return clearance }
      return min(clearance, scalar(KinkProbe.moving(z)).clearance)
    }
  }
}
