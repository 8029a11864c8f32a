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
      case .evaluation(let error): run.report.outcome = .undefined(error)
      }
    }
    return run.report
  }
}

/// Why a cross-check stops.
enum CrossCheckStop: Error {
  case noValidDraw(NoValidDraw)
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
    let first = try instance(choices[0], binding: 0)
    let draws = max(1, settings.draws ?? Self.defaultDraws(first.layout.count))
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
  private static func defaultDraws(_ parameters: Int) -> Int {
    parameters <= 3_000 ? 12 : parameters <= 30_000 ? 6 : 3
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
      let (eta, z) = (drawing.learningRate(), drawing.argument())
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
          perceptron, point, eta: eta, z: z, judging: judges, tolerance: settings.tolerance, draw: draw)
        add(outcome, bound, draw)
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

  private mutating func add(_ outcome: Trial.Outcome, _ instance: NetworkInstance, _ draw: Int) {
    for failure in outcome.claimFailures where failures[failure.place] == nil { failures[failure.place] = failure }
    add(outcome.recursion.failures, instance.widths, draw)
    comparison.add(outcome, instance, tolerance: settings.tolerance, draw: draw)
  }

  private mutating func finish() {
    report.draws = done
    report.routes = comparison.results
    report.untested = comparison.untested
    report.recursionIsComplete = comparison.recursionIsComplete
    report.failures = failures.values.sorted { $0.place < $1.place }
    let agrees = report.failures.isEmpty && report.routes.allSatisfy { $0.failure == nil }
    report.outcome = agrees ? .agreed : .disagreed
    if agrees, let expansionError { report.outcome = .undefined(expansionError) }
  }
}

extension ClaimPlace: Comparable {
  /// By the order of the derivation.
  public static func < (a: ClaimPlace, b: ClaimPlace) -> Bool {
    (a.section, a.row, a.statement, a.step) < (b.section, b.row, b.statement, b.step)
  }
}
