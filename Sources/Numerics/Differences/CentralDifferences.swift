import Networks

/// Derivatives by central differences, with what they may be wrong by.
public struct DifferenceGradient: Sendable {
  /// An estimate of ∂L/∂ of every weight and bias, as the layout says.
  public var values: [Double]
  /// A bound of the error of each: of cutting off the Taylor series, and of rounding.
  public var errors: [Double]
  /// How many activations of single units were computed for it.
  public var unitEvaluations: Int
}

/// Derivatives of a perceptron's loss with respect to every weight and bias, by central differences.
///
/// Each parameter is perturbed by itself, four times. With D(h) = (L(w+h) − L(w−h))/2h,
///
///     D(h) = L′ + c₂h² + c₄h⁴ + …,    R = (4D(h/2) − D(h))/3 = L′ − c₄h⁴/4 + …      (Richardson 1911)
///
/// R is the value; |R − D(h/2)| bounds what was cut off, generously, and ε·|L|/h is the rounding.
///
/// A weight w_ij into unit i changes z_i only, by h·a_j. So the step is chosen such that z_i moves by `shift`, whatever
/// the size of a_j, and only what changes is computed again: a_i, then the next layer's z by a rank-one update
/// z_k + w_ki·Δa_i, and from there on whole layers. Many perturbations at a time go through the layers, side by side.
public struct CentralDifferences {
  /// How far a pre-activation is moved. The h⁴ cut off then falls below the rounding, ε/h ≈ 10⁻¹².
  public static let shift = 0x1p-12

  private let perceptron: MultilayerPerceptron
  private let instance: NetworkInstance
  private let point: NetworkPoint
  private let state: NetworkState<Double>
  private let tail: TailPass
  private var result: DifferenceGradient

  /// The derivatives at `point`, where the forward pass left `state`.
  ///
  /// Costs four times the number of parameters times the number of samples times the layers behind the next one.
  public static func gradient(
    of perceptron: MultilayerPerceptron, at point: NetworkPoint, state: NetworkState<Double>
  ) -> DifferenceGradient {
    var differences = CentralDifferences(perceptron, point, state)
    for place in 0..<perceptron.instance.depth {
      for unit in 0..<perceptron.instance.widths[place + 1] { differences.differentiate(place: place, unit: unit) }
    }
    return differences.result
  }

  private init(_ perceptron: MultilayerPerceptron, _ point: NetworkPoint, _ state: NetworkState<Double>) {
    self.perceptron = perceptron
    self.point = point
    self.state = state
    instance = perceptron.instance
    tail = TailPass(perceptron, state)
    let count = instance.layout.count
    result = DifferenceGradient(
      values: [Double](repeating: 0, count: count), errors: [Double](repeating: 0, count: count), unitEvaluations: 0)
  }

  /// All parameters that enter unit `unit` of the layer behind `place`.
  private mutating func differentiate(place: Int, unit: Int) {
    let layer = instance.layout.layers[place]
    var perturbations: [Perturbation] = []
    perturbations.reserveCapacity(layer.inputs + 1)
    for incoming in 0..<layer.inputs {
      perturbations.append(perturbation(layer.weight(unit, incoming), of: place, input: incoming))
    }
    if let bias = layer.bias(unit) { perturbations.append(perturbation(bias, of: place, input: nil)) }
    tail.prepare(place: place + 1, unit: unit)
    let blockSize = tail.perturbationsPerBlock
    for start in stride(from: 0, to: perturbations.count, by: blockSize) {
      let block = perturbations[start..<min(start + blockSize, perturbations.count)]
      tail.evaluate(block) { perturbation, losses in record(perturbation, losses) }
    }
    result.unitEvaluations += perturbations.count * Perturbation.stepCount * tail.unitsPerLane * instance.samples
  }

  private func perturbation(_ position: Int, of place: Int, input: Int?) -> Perturbation {
    let width = instance.widths[place]
    var largest = 1.0
    if let input {
      largest = 0
      for sample in 0..<instance.samples {
        largest = max(largest, state.activations[place][sample * width + input].magnitude)
      }
    }
    // Where hardly anything comes in, a longer step would not help: the derivative is as small.
    let step = Self.shift / max(largest, 1e-3)
    return Perturbation(position: position, input: input, value: point.parameters[position], step: step)
  }

  private mutating func record(_ perturbation: Perturbation, _ losses: UnsafePointer<Double>) {
    let steps = perturbation.steps
    let wide = (losses[0] - losses[1]) / (steps.0 - steps.1)
    let narrow = (losses[2] - losses[3]) / (steps.2 - steps.3)
    let value = (4 * narrow - wide) / 3
    let rounding = 16 * Double.ulpOfOne * (tail.roundingScale / perturbation.step)
    result.values[perturbation.position] = value
    result.errors[perturbation.position] = (value - narrow).magnitude + rounding
  }
}

/// One parameter and the four steps it takes: ±h and ±h/2, each as it comes out in floating-point numbers.
struct Perturbation {
  static let stepCount = 4

  /// Where the parameter stands in the layout.
  let position: Int
  /// The unit that the weight comes from; nil for a bias.
  let input: Int?
  let step: Double
  let steps: (Double, Double, Double, Double)

  init(position: Int, input: Int?, value: Double, step: Double) {
    self.position = position
    self.input = input
    self.step = step
    func rounded(_ step: Double) -> Double { (value + step) - value }
    steps = (rounded(step), rounded(-step), rounded(step / 2), rounded(-step / 2))
  }

  @inline(__always) func step(_ number: Int) -> Double {
    switch number {
    case 0: steps.0
    case 1: steps.1
    case 2: steps.2
    default: steps.3
    }
  }
}
