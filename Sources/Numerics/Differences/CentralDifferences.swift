import Expressions
import Networks

/// Derivatives by central differences, with what they may be wrong by.
public struct DifferenceGradient: Sendable {
  /// An estimate of ∂L/∂ of every weight and bias, as the layout says.
  public var values: [Double]
  /// A bound of the error of each: of cutting off the Taylor series, and of rounding; infinite for those left out.
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
  private let share: Double
  private let lossError: Double
  private var source = SplitMix64(seed: 0xd1ff)
  private var result: DifferenceGradient

  /// The derivatives at `point`, where the forward pass left `state`.
  ///
  /// Costs four times the number of parameters times the number of samples times the layers behind the next one.
  ///
  /// `share` is the part of the weights and biases, chosen at random, that is differentiated by; at least one of each
  /// layer is. `lossError` is the rounding error of the loss, where more than its size tells is known of it.
  public static func gradient(
    of perceptron: MultilayerPerceptron, at point: NetworkPoint, state: NetworkState<Double>, share: Double = 1,
    lossError: Double = 0
  ) -> DifferenceGradient {
    var differences = CentralDifferences(perceptron, point, state, share, lossError)
    for place in 0..<perceptron.instance.depth {
      for unit in 0..<perceptron.instance.widths[place + 1] { differences.differentiate(place: place, unit: unit) }
    }
    return differences.result
  }

  /// The multiplications that the derivatives by all weights and biases of `instance` take, about.
  public static func work(of instance: NetworkInstance) -> Double {
    var work = 0.0
    for (place, layer) in instance.layout.layers.enumerated() {
      let outputs = instance.layerFunctions[place].isElementwise ? 0 : layer.outputs
      var tail = Double(64 + 16 * outputs)
      for behind in instance.layout.layers.indices where behind > place {
        let (inputs, outputs) = (instance.layout.layers[behind].inputs, instance.layout.layers[behind].outputs)
        tail += (behind == place + 1 ? 1 : Double(inputs)) * Double(outputs) + 16 * Double(outputs)
      }
      work += Double((layer.inputs + 1) * layer.outputs) * (tail + 16 * Double(instance.loss.width))
    }
    return work * Double(Perturbation.stepCount * instance.samples)
  }

  private init(
    _ perceptron: MultilayerPerceptron, _ point: NetworkPoint, _ state: NetworkState<Double>, _ share: Double,
    _ lossError: Double
  ) {
    self.share = share
    self.lossError = lossError
    self.perceptron = perceptron
    self.point = point
    self.state = state
    instance = perceptron.instance
    tail = TailPass(perceptron, state)
    let count = instance.layout.count
    result = DifferenceGradient(
      values: [Double](repeating: 0, count: count), errors: [Double](repeating: .infinity, count: count),
      unitEvaluations: 0)
  }

  /// All parameters that enter unit `unit` of the layer behind `place`.
  private mutating func differentiate(place: Int, unit: Int) {
    let layer = instance.layout.layers[place]
    var perturbations: [Perturbation] = []
    perturbations.reserveCapacity(layer.inputs + 1)
    for incoming in 0..<layer.inputs where isChosen(unit + incoming == 0) {
      perturbations.append(perturbation(layer.weight(unit, incoming), of: place, input: incoming))
    }
    if let bias = layer.bias(unit), isChosen(unit == 0) {
      perturbations.append(perturbation(bias, of: place, input: nil))
    }
    guard !perturbations.isEmpty else { return }
    tail.prepare(place: place + 1, unit: unit)
    let blockSize = tail.perturbationsPerBlock
    for start in stride(from: 0, to: perturbations.count, by: blockSize) {
      let block = perturbations[start..<min(start + blockSize, perturbations.count)]
      tail.evaluate(block) { perturbation, losses in record(perturbation, losses) }
    }
    result.unitEvaluations += perturbations.count * Perturbation.stepCount * tail.unitsPerLane * instance.samples
  }

  private mutating func isChosen(_ isFirst: Bool) -> Bool { share >= 1 || isFirst || source.uniform() < share }

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
    let rounding = (16 * Double.ulpOfOne * tail.roundingScale + lossError) / perturbation.step
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
