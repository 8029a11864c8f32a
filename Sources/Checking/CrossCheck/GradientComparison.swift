import Derivations
import Networks
import Numerics

/// Compares the gradients of several routes, draw by draw, and keeps the worst.
struct GradientComparison {
  private(set) var results: [RouteResult] = []
  private(set) var recursionIsComplete = true
  /// Weights and biases whose derivative no draw told from 0, all sizes together.
  private(set) var untested = 0
  /// Which derivatives were told from 0, at the sizes at hand.
  private var told: [Bool] = []

  /// An error below this part of the whole gradient's largest number is rounding.
  private static let rounding = 1e-9

  /// Ends the draws of one choice of sizes.
  mutating func finishSizes() {
    untested += told.count { !$0 }
    told = []
  }

  /// Compares the routes of one draw.
  mutating func add(_ outcome: Trial.Outcome, _ instance: NetworkInstance, tolerance: Double, draw: Int) {
    var expected = outcome.recursion
    for position in expected.gradient.indices where expected.places[position] == nil {
      recursionIsComplete = false
      expected.gradient[position] = outcome.backward.gradient[position]
    }
    let differences = outcome.differences
    let scales = Self.scales(expected.gradient, outcome.backward.gradient, instance.layout)
    tell(differences, scales)
    if let expanded = outcome.expanded {
      compare(.expanded, expanded, nil, expected, scales, instance, tolerance, draw)
    }
    compare(.backward, outcome.backward.gradient, nil, expected, scales, instance, tolerance, draw)
    compare(.differences, differences.values, differences.errors, expected, scales, instance, tolerance, draw)
  }

  /// For each weight and bias the largest gradient among its own layer's weights or biases.
  private static func scales(_ a: [Double], _ b: [Double], _ layout: ParameterLayout) -> [Double] {
    var scales = zip(a, b).map { max($0.magnitude, $1.magnitude) }
    let all = scales.max() ?? 0
    for (place, layer) in layout.layers.enumerated() {
      let end = place + 1 < layout.layers.count ? layout.layers[place + 1].firstPosition : layout.count
      let biases = layout.bias == .vector ? layer.biasStart ?? end : end
      for range in [layer.firstPosition..<biases, biases..<end] where !range.isEmpty {
        let largest = max(scales[range].max() ?? 0, all * rounding)
        for position in range { scales[position] = largest }
      }
    }
    return scales
  }

  private mutating func tell(_ differences: DifferenceGradient, _ scales: [Double]) {
    if told.isEmpty { told = Array(repeating: false, count: scales.count) }
    for position in told.indices where differences.values[position].magnitude > 2 * differences.errors[position] {
      told[position] = true
    }
  }

  private mutating func compare(
    _ route: Route, _ found: [Double], _ allowed: [Double]?, _ expected: Recursion.Result, _ scales: [Double],
    _ instance: NetworkInstance, _ tolerance: Double, _ draw: Int
  ) {
    let number = results.firstIndex { $0.route == route } ?? results.count
    if number == results.count { results.append(RouteResult(route: route)) }
    results[number].comparisons += found.count
    for position in found.indices {
      let difference = (found[position] - expected.gradient[position]).magnitude
      let isFinite = difference.isFinite
      let error = difference == 0 ? 0 : isFinite ? difference / scales[position] : .infinity
      results[number].worstError = max(results[number].worstError, error)
      guard !isFinite || difference > tolerance * scales[position] + (allowed?[position] ?? 0),
        error > results[number].failure?.error ?? 0
      else { continue }
      let name = instance.layout.name(at: position)
      results[number].failure = GradientFailure(
        family: (name.isBias ? NetworkSymbol.bias : NetworkSymbol.weight).name,
        layer: instance.weightLayer(from: name.place), indices: name.indices, place: expected.places[position],
        expected: expected.gradient[position], found: found[position], error: error, draw: draw)
    }
  }
}

extension ParameterLayout.Layer {
  /// Where the first of the layer's numbers stands.
  var firstPosition: Int { min(weightStart, biasStart ?? weightStart) }
}
