import Derivations
import Deriving
import Expressions
import Networks
import Numerics
import Testing

@testable import Checking

/// A network as it is typed.
struct TypedNetwork: CustomTestStringConvertible, Sendable {
  var architecture: String
  var activations = "f"
  var loss = "mse"
  var bias = BiasKind.vector
  var batch = Batch.none

  var testDescription: String { "\(architecture) \(activations) \(loss) \(bias) \(batch)" }

  func network() throws -> Network {
    let architecture = try Architecture(parsing: architecture)
    return Network(
      architecture: architecture, activations: try Activation.list(parsing: activations, for: architecture),
      loss: try Loss(parsing: loss), bias: bias, batch: batch)
  }
}

@Suite struct CrossCheckTests {
  static let networks: [TypedNetwork] = [
    TypedNetwork(architecture: "1-4-3-2"),
    TypedNetwork(architecture: "2-3"),
    TypedNetwork(architecture: "3-5-2", loss: "sum(k, log(cosh(a[k]-y[k])))", bias: .folded),
    TypedNetwork(architecture: "3-4-2", activations: "tanh,softmax", loss: "cross-entropy", batch: .mean),
    TypedNetwork(architecture: "N-K-L-M", activations: "tanh,tanh,softmax", loss: "cross-entropy", batch: .mean),
    TypedNetwork(architecture: "n_0-...-n_L"),
    TypedNetwork(architecture: "n_0-...-n_L", activations: "tanh,sigmoid", bias: .none, batch: .sum),
    TypedNetwork(architecture: "2-3-4-2", activations: "softmax,softmax,identity", bias: .folded),
    TypedNetwork(architecture: "3-4-2", activations: "relu", loss: "huber", batch: .sum),
    TypedNetwork(architecture: "3-2-2", activations: "1/(1+exp(-z))", loss: "bce"),
  ]

  @Test(arguments: networks, [false, true])
  func derivedFormulasAgree(typed: TypedNetwork, steps: Bool) throws {
    let derivation = try Deriver.derive(typed.network(), steps: steps)
    let report = CrossCheck.run(derivation)
    let text = Comment(rawValue: report.summary)
    #expect(report.outcome == .agreed, text)
    #expect(report.recursionIsComplete, text)
    #expect(report.untested == 0, text)
    #expect(report.claimsNotJudged.isEmpty, text)
    for failure in report.failures { Issue.record("\(failure.place): \(failure)") }
  }
}

@Suite struct CrossCheckOutcomeTests {
  @Test(arguments: [
    (TypedNetwork(architecture: "3-4-2", loss: "cross-entropy"), Domain.openUnitInterval, ["softmax", "sigmoid"]),
    (TypedNetwork(architecture: "3-2", activations: "tanh", loss: "bce"), .openUnitInterval, ["sigmoid", "softmax"]),
    (TypedNetwork(architecture: "2-2", activations: "relu", loss: "poisson"), .positive, ["exp", "softplus"]),
  ])
  func pairsWithoutAValidDrawAreNotChecked(typed: TypedNetwork, domain: Domain, suggestions: [String]) throws {
    let report = CrossCheck.run(try Deriver.derive(typed.network()))
    #expect(report.outcome == .noValidDraw(.outputsLeaveDomain(domain, suggestions: suggestions)))
    #expect(report.draws == 0 && report.routes.isEmpty)
    #expect(report.summary.hasSuffix("\(suggestions[0]) or \(suggestions[1]) would fit"))
  }

  @Test func lossesWithoutAValueAreNotChecked() throws {
    let typed = TypedNetwork(architecture: "2-2", activations: "exp", loss: "sum(k, log(-a[k]))")
    let report = CrossCheck.run(try Deriver.derive(typed.network()))
    #expect(report.outcome == .noValidDraw(.lossIsNotFinite(attempts: 200)))
  }

  @Test func aGradientThatDisagreesIsNamed() throws {
    let derivation = try Deriver.derive(TypedNetwork(architecture: "2-3-2").network())
    let instance = try NetworkInstance(derivation.network, widths: [2, 3, 2], opaqueDefinitions: ["f": "sin(z)"])
    let perceptron = MultilayerPerceptron(instance)
    var source = SplitMix64(seed: 10)
    let point = source.point(of: instance)
    let trial = Trial(derivation, RecursionRule.all(in: derivation), perceptron, point)
    var outcome = try trial.run(perceptron, point, eta: 1, z: 1, judging: true, tolerance: 1e-6, draw: 0)
    #expect(outcome.claimFailures.isEmpty)
    // The weight from unit 3 of layer 2 to unit 2 of layer 3, one sign wrong.
    let position = instance.layout.layers[1].weight(1, 2)
    outcome.backward.gradient[position].negate()
    var comparison = GradientComparison()
    comparison.add(outcome, instance, tolerance: 1e-6, draw: 0)
    let failures = comparison.results.compactMap(\.failure)
    let failure = try #require(failures.first)
    #expect(failures.count == 1 && comparison.results.first { $0.failure != nil }?.route == .backward)
    #expect(failure.family == "w" && failure.layer == 2 && failure.indices == [2, 3])
    #expect(failure.found == -failure.expected)
    #expect(failure.description.hasPrefix("∂L/∂w[2,2,3]: "))
  }

  @Test func theSameSeedGivesTheSameReport() throws {
    let typed = TypedNetwork(architecture: "N-3-M", activations: "relu", loss: "mae", batch: .sum)
    let derivation = try Deriver.derive(typed.network())
    let reports = [3, 3, 4].map { CrossCheck.run(derivation, settings: CrossCheck.Settings(seed: $0)) }
    #expect(reports[0].sizes == reports[1].sizes && reports[0].summary == reports[1].summary)
    #expect(reports[0].routes.map(\.worstError) == reports[1].routes.map(\.worstError))
    #expect(reports[0].routes.map(\.worstError) != reports[2].routes.map(\.worstError))
  }

  @Test func everyOpaqueFunctionMeetsSeveralOthers() throws {
    let report = CrossCheck.run(try Deriver.derive(TypedNetwork(architecture: "2-3-2", activations: "f,g").network()))
    #expect(report.outcome == .agreed)
    #expect(report.opaqueFunctions.map(\.name) == ["f", "g"])
    #expect(report.opaqueFunctions.map { Set($0.definitions).count } == [3, 3])
    #expect(zip(report.opaqueFunctions[0].definitions, report.opaqueFunctions[1].definitions).allSatisfy { $0 != $1 })
  }

  @Test func symbolicWidthsAreUnequal() {
    var source = SplitMix64(seed: 9)
    let letters = ["N", "K", "M", "H"].map { Width.symbol($0) }
    let network = Network(
      architecture: Architecture(.widths(letters + [.number(3)])),
      activations: Array(repeating: .opaque("f"), count: 4),
      loss: .known("mse", parameters: []), batch: .sum)
    for sizes in Sizes.choices(for: network, &source) {
      #expect(Set(sizes.widths + [sizes.samples]).count >= 5, "\(sizes), seed 9")
      #expect(Set(sizes.widths).count == 5, "\(sizes), seed 9")
    }
  }

  @Test func largeNetworksAreCheckedInIndexForm() throws {
    let typed = TypedNetwork(architecture: "40-30-20", activations: "sigmoid")
    let report = CrossCheck.run(try Deriver.derive(typed.network()), settings: CrossCheck.Settings(draws: 1))
    #expect(report.outcome == .agreed, "\(report.summary)")
    #expect(report.gradients == 1_850 && report[.expanded] == nil)
    #expect(report.claimsNotJudged.isEmpty)
  }
}

@Suite struct CrossCheckSabotageTests {
  static let networks = [
    TypedNetwork(architecture: "2-4-3-2"), TypedNetwork(architecture: "n_0-...-n_L"),
    TypedNetwork(architecture: "2-3-1", loss: "log-cosh", batch: .mean),
    TypedNetwork(architecture: "3-2-4", activations: "tanh,softmax", loss: "cross-entropy", bias: .folded),
  ]

  @Test(arguments: networks, [false, true])
  func everySlipIsCaughtWhereItIs(typed: TypedNetwork, steps: Bool) throws {
    let derivation = try Deriver.derive(typed.network(), steps: steps)
    // With steps there are many; every fourth will do.
    for (number, sabotage) in Sabotage.all(of: derivation).enumerated() where !steps || number % 4 == 0 {
      let report = CrossCheck.run(sabotage.derivation, settings: CrossCheck.Settings(draws: 3))
      let expression = sabotage.derivation.sections[sabotage.place.section].rows[sabotage.place.row]
        .statements[sabotage.place.statement].steps[sabotage.place.step].expression
      let text = "\(sabotage.slip) at \(sabotage.place): \(TextPrinter(sabotage.derivation.graph).text(expression))"
      #expect(report.outcome == .disagreed, "\(text)")
      #expect(report.failures.first?.place == sabotage.place, "\(text)")
    }
  }
}
