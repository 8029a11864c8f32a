import Derivations
import Expressions
import Networks
import Numerics

/// Holds a derivation against concrete networks.
///
/// At every draw of weights and samples the gradient of each weight and bias is computed by the derivation's own
/// recursion, by direct differentiation of the written-out loss where that is small, by the concrete network's backward
/// pass, and by central differences. Besides, every claim is judged by itself at some draws, so that what is wrong is
/// found where it stands.
public enum CrossCheck {
  /// How to check.
  public struct Settings {
    /// The number of draws; nil for one that fits the size of the network.
    public var draws: Int?
    /// What the random numbers begin with.
    public var seed: UInt64
    /// The largest error that counts as agreement, as a part of the largest gradient of the layer.
    public var tolerance: Double
    /// Called after each draw, with the number done and the number of all.
    public var progress: ((_ done: Int, _ total: Int) -> Void)?

    /// Settings.
    public init(
      draws: Int? = nil, seed: UInt64 = 1, tolerance: Double = 1e-6,
      progress: ((_ done: Int, _ total: Int) -> Void)? = nil
    ) {
      self.draws = draws
      self.seed = seed
      self.tolerance = tolerance
      self.progress = progress
    }
  }

  /// Checks `derivation`. The same seed gives the same report.
  public static func run(_ derivation: Derivation, settings: Settings = Settings()) -> CrossCheckReport {
    var run = CrossCheckRun(derivation, settings)
    do throws(CrossCheckStop) { try run.checkEverything() } catch {
      switch error {
      case .noValidDraw(let reason): run.report.outcome = .noValidDraw(reason)
      case .tooLarge(let limit): run.report.outcome = .tooLarge(limit)
      case .evaluation(let error): run.report.outcome = .undefined(error)
      }
    }
    return run.report
  }
}

/// Why a cross-check stops.
enum CrossCheckStop: Error {
  case noValidDraw(NoValidDraw)
  case tooLarge(SizeLimit)
  case evaluation(EvaluationError)
}

/// A cross-check under way.
struct CrossCheckRun {
  private let derivation: Derivation
  private let settings: CrossCheck.Settings
  private var source: SplitMix64
  private let opaqueNames: [String]
  /// How many different choices of functions for the opaque ones there are.
  private let bindings: Int
  private var comparison = GradientComparison()
  private var failures: [ClaimPlace: ClaimFailure] = [:]
  private var expansionError: EvaluationError?
  private var done = 0
  /// The part of the gradients that is compared by differences.
  private var share = 1.0
  var report = CrossCheckReport()

  init(_ derivation: Derivation, _ settings: CrossCheck.Settings) {
    self.derivation = derivation
    self.settings = settings
    source = SplitMix64(seed: settings.seed)
    opaqueNames = OpaqueFunctions.names(in: derivation.network)
    bindings = opaqueNames.isEmpty ? 1 : max(3, opaqueNames.count)
  }

  mutating func checkEverything() throws(CrossCheckStop) {
    let choices = Sizes.choices(for: derivation.network, &source)
    for sizes in choices { try expectMemory(for: sizes) }
    let first = try instance(choices[0], binding: 0)
    let draws = max(1, settings.draws ?? Self.defaultDraws(first))
    let work = CentralDifferences.work(of: first) * Double(draws)
    if settings.draws == nil, work > Self.affordableWork { share = Self.affordableWork / work }
    for binding in 0..<min(bindings, draws) { try expectDomain(try instance(choices[0], binding: binding)) }
    report.opaqueFunctions = opaqueNames.map { name in
      OpaqueFunction(
        name: name,
        definitions: (0..<min(bindings, draws)).compactMap {
          OpaqueFunctions.definitions(for: opaqueNames, draw: $0)[name]
        })
    }
    let rules = RecursionRule.all(in: derivation)
    for (number, sizes) in choices.enumerated() where number < draws {
      let own = stride(from: number, to: draws, by: choices.count)
      try check(sizes, rules, Array(own), of: draws, choices: choices.count)
    }
    finish()
  }

  /// Fewer draws for large networks: each has as many gradients to compare.
  private static func defaultDraws(_ instance: NetworkInstance) -> Int {
    let work = CentralDifferences.work(of: instance)
    let gradients = instance.layout.count
    if gradients > 1_000_000 || work > 1e12 { return 1 }
    if gradients > 200_000 { return 2 }
    return gradients > 30_000 || work > 1e9 ? 3 : gradients > 3_000 ? 6 : 12
  }

  /// How many multiplications differences may take in all, unless the number of draws is asked for.
  private static let affordableWork = 1.5e9
  /// The largest number of weights and biases: some two hundred bytes are needed for each.
  private static let mostWeights = 5_000_000
  /// The largest number of outputs: each output's slope takes an evaluation of the whole loss.
  private static let mostUnits = 10_000

  /// Refuses networks that memory would not hold, before there is anything in it.
  private func expectMemory(for sizes: Sizes) throws(CrossCheckStop) {
    let weights = NetworkInstance.parameterCount(widths: sizes.widths, bias: derivation.network.bias)
    if weights > Double(Self.mostWeights) { throw .tooLarge(.weights(weights, most: Self.mostWeights)) }
    let inputLayer = derivation.network.architecture.inputLayer
    let last = sizes.widths.count - 1
    for (place, width) in sizes.widths.enumerated() where place > 0 && width > Self.mostUnits {
      let activation = derivation.network.activation(ofLayer: inputLayer + place, outputLayer: inputLayer + last)
      if place == last || activation.isVectorValued { throw .tooLarge(.units(width, most: Self.mostUnits)) }
    }
  }

  private func instance(_ sizes: Sizes, binding: Int) throws(CrossCheckStop) -> NetworkInstance {
    do throws(EvaluationError) {
      return try NetworkInstance(
        derivation.network, widths: sizes.widths, samples: sizes.samples,
        opaqueDefinitions: OpaqueFunctions.definitions(for: opaqueNames, draw: binding))
    } catch { throw .evaluation(error) }
  }

  private func expectDomain(_ instance: NetworkInstance) throws(CrossCheckStop) {
    let loss = derivation.network.loss
    let isSoftmax = derivation.network.activations.last?.isVectorValued ?? false
    if isSoftmax, instance.loss.width == 1, !loss.outputDomain.contains(1) { throw .noValidDraw(.softmaxOfOneUnit) }
    guard instance.outputsStay(in: loss.outputDomain) else {
      let suggestions = loss.record?.fittingActivations ?? []
      throw .noValidDraw(.outputsLeaveDomain(loss.outputDomain, suggestions: suggestions))
    }
  }

  // MARK: One choice of sizes

  private mutating func check(
    _ sizes: Sizes, _ rules: [Family: [RecursionRule]], _ draws: [Int], of total: Int, choices: Int
  ) throws(CrossCheckStop) {
    var instances: [NetworkInstance?] = Array(repeating: nil, count: bindings)
    var trial: Trial?
    report.sizes.append(sizes.widths)
    for draw in draws {
      let binding = choices == 1 ? draw % bindings : (draw / choices + draw) % bindings
      let bound: NetworkInstance
      if let known = instances[binding] { bound = known } else { bound = try instance(sizes, binding: binding) }
      instances[binding] = bound
      let perceptron = MultilayerPerceptron(bound)
      var drawing = PointDrawing(perceptron, source)
      let point = try drawing.next()
      let (eta, z) = (drawing.learningRate(), drawing.argument(draw: draw))
      source = drawing.source
      report.redraws += drawing.redraws
      do throws(EvaluationError) {
        let compiled: Trial
        if let known = trial { compiled = known } else { compiled = Trial(derivation, rules, perceptron, point) }
        if trial == nil { add(compiled, draw) }
        trial = compiled
        // The first draws have met every choice of sizes and functions once.
        let judges = draw < max(3, choices, bindings)
        let outcome = try compiled.run(
          perceptron, point, eta: eta, z: z, judging: judges, tolerance: settings.tolerance, draw: draw,
          share: share)
        add(outcome, perceptron, point, draw)
      } catch { throw .evaluation(error) }
      done += 1
      settings.progress?(done, total)
    }
    comparison.finishSizes()
  }

  private mutating func add(_ trial: Trial, _ draw: Int) {
    report.gradients = max(report.gradients, trial.parameterCount)
    report.claimsJudged = max(report.claimsJudged, trial.claimCount)
    if report.claimsNotJudged.isEmpty { report.claimsNotJudged = trial.notJudged }
    expansionError = expansionError ?? trial.expansionError
    add(trial.failures, trial.widths, draw)
  }

  private mutating func add(_ errors: [(place: ClaimPlace, error: EvaluationError)], _ widths: [Int], _ draw: Int) {
    for (place, error) in errors where failures[place] == nil {
      failures[place] = ClaimFailure(place: place, indices: [], kind: .ranges(error), widths: widths, draw: draw)
    }
  }

  private mutating func add(
    _ outcome: Trial.Outcome, _ perceptron: MultilayerPerceptron, _ point: NetworkPoint, _ draw: Int
  ) {
    let instance = perceptron.instance
    for failure in outcome.claimFailures where failures[failure.place] == nil { failures[failure.place] = failure }
    add(outcome.recursion.failures, instance.widths, draw)
    comparison.add(outcome, instance, tolerance: settings.tolerance, draw: draw) { position in
      CentralDifferences.derivative(of: perceptron, at: point, by: position, lossError: outcome.rounding.loss)
    }
  }

  private mutating func finish() {
    report.draws = done
    report.routes = comparison.results
    report.untested = comparison.untested
    report.recursionIsComplete = comparison.recursionIsComplete
    report.failures = failures.values.sorted { $0.place < $1.place }
    let agrees = report.failures.isEmpty && report.routes.allSatisfy { $0.failure == nil }
    report.outcome = agrees ? .agreed : .disagreed
    if agrees, comparison.isVacuous { report.outcome = .inconclusive }
    if share < 1, done > 0 { report.differencesPerDraw = (report[.differences]?.comparisons ?? 0) / done }
    if agrees, let expansionError { report.outcome = .undefined(expansionError) }
  }
}

extension ClaimPlace: Comparable {
  /// By the order of the derivation.
  public static func < (a: ClaimPlace, b: ClaimPlace) -> Bool {
    (a.section, a.row, a.statement, a.step) < (b.section, b.row, b.statement, b.step)
  }
}
