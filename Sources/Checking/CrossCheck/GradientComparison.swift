import Derivations
import Networks
import Numerics

/// Compares the gradients of several routes, draw by draw, and keeps the worst.
struct GradientComparison {
  private(set) var results: [RouteResult] = []
  private(set) var recursionIsComplete = true
  /// Weights and biases whose derivative no draw told from 0, all sizes together.
  private(set) var untested = 0
  /// The number of comparisons that could have found something wrong, at the sizes at hand.
  private var conclusive = 0
  /// Whether at some sizes there was none.
  private(set) var isVacuous = false
  /// Which derivatives were told from 0, at the sizes at hand.
  private var told: [Bool] = []

  /// An error below this part of the whole gradient's largest number is rounding.
  private static let rounding = 1e-9

  /// Ends the draws of one choice of sizes.
  mutating func finishSizes() {
    untested += told.count { !$0 }
    told = []
    if conclusive == 0 { isVacuous = true }
    conclusive = 0
  }

  /// Compares the routes of one draw; `confirm` is asked for a derivative by a difference of many step sizes.
  mutating func add(
    _ outcome: Trial.Outcome, _ instance: NetworkInstance, tolerance: Double, draw: Int,
    confirm: @escaping (Int) -> (value: Double, error: Double)
  ) {
    var expected = outcome.recursion
    for position in expected.gradient.indices where expected.places[position] == nil {
      recursionIsComplete = false
      expected.gradient[position] = outcome.backward.gradient[position]
    }
    let rounding = outcome.rounding
    var scales = Self.scales(expected.gradient, instance.layout)
    for (position, scale) in Self.scales(outcome.backward.gradient, instance.layout).enumerated() {
      scales[position] = max(scales[position], scale)
      // Where terms cancel to nothing, rounding errors are all there is: what is left is compared with the terms.
      if rounding.gradient[position] > tolerance * scales[position] {
        scales[position] = max(scales[position], rounding.terms[position])
      }
    }
    tell(outcome)
    let draw = Draw(expected: expected, scales: scales, instance: instance, tolerance: tolerance, number: draw)
    if let expanded = outcome.expanded { compare(.expanded, expanded, rounding.gradient, draw) }
    compare(.backward, outcome.backward.gradient, rounding.gradient, draw)
    compare(.differences, outcome.differences.values, outcome.differences.errors, draw, confirm)
  }

  /// What the routes of one draw are compared with.
  private struct Draw {
    let expected: Recursion.Result
    let scales: [Double]
    let instance: NetworkInstance
    let tolerance: Double
    let number: Int
  }

  /// For each weight and bias the largest finite gradient among its own layer's weights or biases.
  static func scales(_ gradient: [Double], _ layout: ParameterLayout) -> [Double] {
    var scales = gradient.map { $0.isFinite ? $0.magnitude : 0 }
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

  private mutating func tell(_ outcome: Trial.Outcome) {
    let gradient = outcome.backward.gradient
    if told.isEmpty { told = Array(repeating: false, count: gradient.count) }
    for position in told.indices where gradient[position].magnitude > 2 * outcome.rounding.gradient[position] {
      told[position] = true
    }
  }

  /// Compares one route. `errors` is what it may be wrong by; infinite for what it did not compute.
  private mutating func compare(
    _ route: Route, _ found: [Double], _ errors: [Double], _ draw: Draw,
    _ confirm: ((Int) -> (value: Double, error: Double))? = nil
  ) {
    let number = results.firstIndex { $0.route == route } ?? results.count
    if number == results.count { results.append(RouteResult(route: route)) }
    var suspects: [(position: Int, found: Double, error: Double)] = []
    for position in found.indices where route != .differences || errors[position] < .infinity || found[position] != 0 {
      results[number].comparisons += 1
      let expected = draw.expected.gradient[position]
      let scale = draw.scales[position]
      let allowed = draw.tolerance * scale
      let difference = (found[position] - expected).magnitude
      // What is not finite was not compared; nor was 0 with 0, or what rounding errors hide.
      guard difference.isFinite, scale > 0, errors[position] <= max(allowed, Self.smallPart * scale) else {
        results[number].inconclusive += 1
        continue
      }
      if difference <= allowed {
        results[number].worstError = max(results[number].worstError, difference / scale)
        if errors[position] > allowed {
          results[number].inconclusive += 1
        } else {
          countConclusive(route, draw, position)
        }
      } else if difference <= allowed + errors[position] {
        results[number].inconclusive += 1
      } else {
        suspects.append((position, found[position], difference / scale))
      }
    }
    judge(suspects.sorted { $0.error > $1.error }, number, draw, confirm)
  }

  /// The backward pass compared with itself says nothing.
  private mutating func countConclusive(_ route: Route, _ draw: Draw, _ position: Int) {
    if route != .backward || draw.expected.places[position] != nil { conclusive += 1 }
  }

  /// The worst of the gradients that disagree is a failure; a difference only if other step sizes confirm it.
  private mutating func judge(
    _ suspects: [(position: Int, found: Double, error: Double)], _ number: Int, _ draw: Draw,
    _ confirm: ((Int) -> (value: Double, error: Double))?
  ) {
    for (rank, suspect) in suspects.enumerated() {
      var (found, error) = (suspect.found, suspect.error)
      let (expected, scale) = (draw.expected.gradient[suspect.position], draw.scales[suspect.position])
      if let confirm {
        let again = rank < Self.mostConfirmed ? confirm(suspect.position) : (value: 0, error: .infinity)
        let difference = (again.value - expected).magnitude
        guard again.error <= Self.smallPart * scale, difference > draw.tolerance * scale + 8 * again.error else {
          results[number].inconclusive += 1
          continue
        }
        (found, error) = (again.value, difference / scale)
      }
      conclusive += 1
      results[number].worstError = max(results[number].worstError, error)
      guard error > results[number].failure?.error ?? 0 else { return }
      let name = draw.instance.layout.name(at: suspect.position)
      results[number].failure = GradientFailure(
        family: (name.isBias ? NetworkSymbol.bias : NetworkSymbol.weight).name,
        layer: draw.instance.weightLayer(from: name.place), indices: name.indices,
        place: draw.expected.places[suspect.position], expected: expected, found: found, error: error,
        draw: draw.number)
      return
    }
  }

  /// The largest error, as a part of the gradient, of a value that may still disagree with it.
  private static let smallPart = 1e-3
  /// How many differences of one draw get a second look.
  private static let mostConfirmed = 8
}

extension ParameterLayout.Layer {
  /// Where the first of the layer's numbers stands.
  var firstPosition: Int { min(weightStart, biasStart ?? weightStart) }
}
