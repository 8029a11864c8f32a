import Expressions
import Networks
import Numerics

/// Random points of a network at which its loss has a value and nothing comes near a kink.
struct PointDrawing {
  private static let attempts = 200
  /// The steps of central differences must stay on one side of every kink.
  private static let clearance = 4 * CentralDifferences.shift
  /// Beyond this, rounding errors would be taken for errors.
  private static let largestMagnitude = 1e6

  private let perceptron: MultilayerPerceptron
  /// Where the random numbers come from.
  private(set) var source: SplitMix64
  /// How many points were thrown away.
  private(set) var redraws = 0

  init(_ perceptron: MultilayerPerceptron, _ source: SplitMix64) {
    self.perceptron = perceptron
    self.source = source
  }

  /// The next point.
  /// - Throws: `CrossCheckStop.noValidDraw` if none of many points will do.
  mutating func next() throws(CrossCheckStop) -> NetworkPoint {
    var clearance = Self.clearance
    var isKink = false
    for attempt in 1...Self.attempts {
      let point = source.point(of: perceptron.instance)
      let state = perceptron.forward(at: point)
      if isUsable(state) {
        if perceptron.clearance(at: point) >= clearance { return point }
        isKink = true
        // Networks with very many kinks have one near every point; differences across one state a large error.
        if attempt % 10 == 0 { clearance /= 2 }
      }
      redraws += 1
    }
    throw .noValidDraw(
      isKink ? .kinksEverywhere(attempts: Self.attempts) : .lossIsNotFinite(attempts: Self.attempts))
  }

  private func isUsable(_ state: NetworkState<Double>) -> Bool {
    let domain = perceptron.instance.network.loss.outputDomain
    return state.sampleLosses.allSatisfy { $0.magnitude < Self.largestMagnitude }
      && state.preactivations.allSatisfy { $0.allSatisfy { $0.magnitude < Self.largestMagnitude } }
      && state.activations[perceptron.instance.depth].allSatisfy { domain.contains($0) }
  }

  /// A learning rate.
  mutating func learningRate() -> Double { source.uniform(0.1, 1) }

  /// A number for the z of the activations' definitions, away from their kinks.
  mutating func argument() -> Double {
    for _ in 0..<Self.attempts {
      let z = source.normal()
      if perceptron.instance.layerClearance(at: z) > 0.01 { return z }
    }
    return 1
  }
}
