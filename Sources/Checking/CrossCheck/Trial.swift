import Derivations
import Expressions
import Networks
import Numerics

/// A derivation compiled for one choice of sizes: its recursion, its loss written out, and its claims.
struct Trial {
  /// What one draw gave.
  struct Outcome {
    var recursion: Recursion.Result
    var backward: BackwardPass
    var rounding: RoundingEstimate
    var differences: DifferenceGradient
    /// nil where the loss is too large to be written out.
    var expanded: [Double]?
    var claimFailures: [ClaimFailure]
  }

  /// Up to this number of weights and biases every formal derivative is computed, by as many forward passes.
  private static let smallParameterCount = 1_400

  private let recursion: Recursion
  private let expanded: ExpandedLoss?
  private let judge: ClaimJudge
  /// Why the loss could not be written out: a definition is wrong, and its claim is found to be.
  private(set) var expansionError: EvaluationError?
  /// The widths, the input first.
  let widths: [Int]
  /// The number of weights and biases.
  let parameterCount: Int

  /// What is wrong with the ranges of claims.
  var failures: [(place: ClaimPlace, error: EvaluationError)] { judge.failures + recursion.failures }
  /// The claims that have no value.
  var notJudged: [(place: ClaimPlace, reason: EvaluationError)] { judge.notJudged }
  /// The number of claims that are judged by themselves.
  var claimCount: Int { judge.claimCount }

  /// Compiles everything; `point` is any point of the network.
  init(
    _ derivation: Derivation, _ rules: [Family: [RecursionRule]], _ perceptron: MultilayerPerceptron,
    _ point: NetworkPoint
  ) {
    let instance = perceptron.instance
    widths = instance.widths
    parameterCount = instance.layout.count
    let state = perceptron.forward(at: point)
    let environment = Self.environment(instance, state, perceptron.backward(state), Self.extra(eta: 0, z: 0))
    let shapes = environment.shapes
    var graph = derivation.graph
    recursion = Recursion(rules, instance, &graph, shapes: shapes)
    do throws(EvaluationError) {
      expanded = try ExpandedLoss(derivation, instance, &graph, shapes: shapes)
    } catch {
      expanded = nil
      expansionError = error
    }
    judge = ClaimJudge(
      derivation, instance, &graph, shapes: shapes, isSmall: parameterCount <= Self.smallParameterCount)
  }

  /// The symbols that are no part of the network: η, and the argument of activations' definitions.
  private static func extra(eta: Double, z: Double) -> [ArrayKey: Double] {
    [ArrayKey(NetworkSymbol.learningRate.name): eta, ArrayKey(FormalPartials.argument): z]
  }

  private static func environment(
    _ instance: NetworkInstance, _ state: NetworkState<Double>, _ backward: BackwardPass, _ extra: [ArrayKey: Double]
  ) -> IndexEnvironment<Double> {
    var environment = instance.environment(state)
    for (key, value) in extra { environment.arrays[key] = IndexedArray(value) }
    for (place, delta) in backward.deltas.enumerated() {
      let key = ArrayKey(NetworkSymbol.delta.name, layer: instance.inputLayer + place + 1)
      environment.arrays[key] = instance.units(delta, width: instance.widths[place + 1])
    }
    return environment
  }

  /// The gradients by every route at a point, and, if `judging`, what is wrong with single claims.
  /// - Throws: `EvaluationError` if something has no value.
  func run(
    _ perceptron: MultilayerPerceptron, _ point: NetworkPoint, eta: Double, z: Double, judging: Bool,
    tolerance: Double, draw: Int, share: Double = 1
  ) throws(EvaluationError) -> Outcome {
    let state = perceptron.forward(at: point)
    let backward = perceptron.backward(state)
    let rounding = perceptron.rounding(at: point, state: state, backward: backward)
    let extra = Self.extra(eta: eta, z: z)
    let environment = Self.environment(perceptron.instance, state, backward, extra)
    var withoutDelta = environment
    withoutDelta.arrays = environment.arrays.filter { $0.key.family != NetworkSymbol.delta.name }
    let failures =
      judging
      ? try judge.judge(
        perceptron, at: point, environment, state: state, backward: backward, extra: extra, tolerance: tolerance,
        noise: rounding.gradient.max() ?? 0, draw: draw) : []
    return Outcome(
      recursion: recursion.run(in: withoutDelta), backward: backward, rounding: rounding,
      differences: CentralDifferences.gradient(
        of: perceptron, at: point, state: state, share: share, lossError: rounding.loss),
      expanded: try expanded?.gradient(in: environment), claimFailures: failures)
  }
}
