import Expressions
import Networks
import Numerics

/// Random points of a network at which its loss and its gradient have values and nothing comes near a kink.
///
/// Points as they come are tried first. Where activations have no value at them, or where rounding errors would drown the
/// gradient (tanh(1000 z) is flat nearly everywhere), weights of other sizes and of one sign are tried in turn.
struct PointDrawing {
  private static let attempts = 200
  /// So many attempts at least are spent on points where rounding errors do not matter.
  private var choosyAttempts: Int { perceptron.instance.layout.count > 10_000 ? 4 : 100 }
  /// The steps of central differences must stay on one side of every kink.
  private static let clearance = 4 * CentralDifferences.shift
  /// Beyond this, rounding errors would be taken for errors.
  private static let largestMagnitude = 1e6
  /// The largest rounding error, as a part of the largest gradient, of a point that is taken at once.
  private static let largestRounding = 1e-8

  private let perceptron: MultilayerPerceptron
  /// Where the random numbers come from.
  private(set) var source: SplitMix64
  /// How many points were thrown away.
  private(set) var redraws = 0
  /// What was wrong with points, by how often: where an activation has no value, kinks, and large numbers.
  private var layersWithoutValue: [Int: Int] = [:]
  private var isKink = false
  private var isLarge = false

  init(_ perceptron: MultilayerPerceptron, _ source: SplitMix64) {
    self.perceptron = perceptron
    self.source = source
  }

  /// The next point.
  /// - Throws: `CrossCheckStop.noValidDraw` if none of many points will do.
  mutating func next() throws(CrossCheckStop) -> NetworkPoint {
    var clearance = Self.clearance
    var fallback: NetworkPoint?
    for attempt in 0..<Self.attempts {
      if let fallback, attempt >= choosyAttempts { return fallback }
      var point = source.point(of: perceptron.instance)
      adapt(&point, attempt)
      let state = perceptron.forward(at: point)
      if isUsable(state) {
        if perceptron.clearance(at: point) >= clearance {
          switch rounding(at: point, state) {
          case let error? where error <= Self.largestRounding: return point
          case nil: break
          default: fallback = fallback ?? point
          }
        } else {
          isKink = true
          // Networks with very many kinks have one near every point; differences across one state a large error.
          if attempt % 10 == 9 { clearance /= 2 }
        }
      }
      redraws += 1
    }
    if let fallback { return fallback }
    throw .noValidDraw(reason)
  }

  /// Weights of other sizes and signs for attempts after the first few; every second one stays as it is drawn.
  private func adapt(_ point: inout NetworkPoint, _ attempt: Int) {
    guard attempt >= 10, attempt % 2 == 0 else { return }
    let number = attempt / 2
    if number % 3 != 0 {
      point.parameters = point.parameters.map(\.magnitude)
      point.inputs = point.inputs.map(\.magnitude)
      // Functions of positive numbers may have negative values next to 0, like log.
      if number % 3 == 2 {
        for layer in perceptron.instance.layout.layers {
          for unit in 0..<layer.outputs { if let bias = layer.bias(unit) { point.parameters[bias] += 2 } }
        }
        return
      }
    }
    var scale = 1.0
    for _ in 0..<(number / 3) % 11 { scale /= 10 }
    point.parameters = point.parameters.map { $0 * scale }
  }

  /// The largest rounding error of a gradient as a part of the largest gradient of its layer; nil if one is not finite.
  private func rounding(at point: NetworkPoint, _ state: NetworkState<Double>) -> Double? {
    let backward = perceptron.backward(state)
    guard backward.gradient.allSatisfy(\.isFinite) else { return nil }
    let rounding = perceptron.rounding(at: point, state: state, backward: backward)
    guard rounding.isFinite else { return nil }
    let scales = GradientComparison.scales(backward.gradient, perceptron.instance.layout)
    return rounding.gradient.indices.reduce(0) { worst, position in
      // A gradient of 0 without any terms is no rounding error: a unit of relu that rests.
      rounding.terms[position] == 0 ? worst : max(worst, rounding.gradient[position] / scales[position])
    }
  }

  private mutating func isUsable(_ state: NetworkState<Double>) -> Bool {
    if let place = perceptron.instance.firstLayerWithoutValue(state) {
      layersWithoutValue[place, default: 0] += 1
      return false
    }
    let numbers = [state.sampleLosses] + state.preactivations
    if numbers.contains(where: { $0.contains { $0.magnitude >= Self.largestMagnitude } }) {
      isLarge = true
      return false
    }
    let domain = perceptron.instance.network.loss.outputDomain
    return state.sampleLosses.allSatisfy { $0.isFinite }
      && state.activations[perceptron.instance.depth].allSatisfy { domain.contains($0) }
  }

  private var reason: NoValidDraw {
    if isKink { return .kinksEverywhere(attempts: Self.attempts) }
    let instance = perceptron.instance
    let worst = (1...instance.depth).max { layersWithoutValue[$0, default: 0] < layersWithoutValue[$1, default: 0] }
    if let worst, layersWithoutValue[worst] != nil {
      let activation = instance.network.activation(
        ofLayer: instance.inputLayer + worst, outputLayer: instance.outputLayer)
      let signs = instance.signsWithValue(ofLayer: worst)
      let domain = signs.positive == signs.negative ? nil : signs.positive ? "z > 0" : "z < 0"
      return .activationHasNoValue(activation, domain: domain, attempts: Self.attempts)
    }
    return isLarge ? .numbersTooLarge(attempts: Self.attempts) : .lossIsNotFinite(attempts: Self.attempts)
  }

  /// A learning rate.
  mutating func learningRate() -> Double { source.uniform(0.1, 1) }

  /// A number for the z of the activations' definitions, away from their kinks, at which the activation of some layer,
  /// another at each draw, has a slope of usual size if there is such a number.
  mutating func argument(draw: Int) -> Double {
    let place = 1 + draw % perceptron.instance.depth
    for attempt in 0..<Self.attempts {
      var z = source.normal()
      for _ in 0..<(attempt / 10) % 10 { z /= 10 }
      // Functions may be flat, like relu: only the first draw insists on a slope.
      if draw > 0, attempt == 0, perceptron.instance.hasValue(ofLayer: place, at: z),
        perceptron.instance.layerClearance(at: z) > 0.01
      {
        return z
      }
      if perceptron.instance.layerClearance(at: z) > (attempt < 10 ? 0.01 : 0),
        perceptron.instance.hasUsualSlope(ofLayer: place, at: z)
      {
        return z
      }
    }
    return 1
  }
}
