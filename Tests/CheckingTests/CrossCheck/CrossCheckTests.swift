import Derivations
import Deriving
import Expressions
import Networks
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
    print(report.summary, report.claimsJudged)
  }
}

@Suite struct CrossCheckSabotageTests {
  static let networks = [
    TypedNetwork(architecture: "2-4-3-2"), TypedNetwork(architecture: "n_0-...-n_L", batch: .mean),
    TypedNetwork(architecture: "3-2-4", activations: "tanh,softmax", loss: "cross-entropy", bias: .folded),
  ]

  @Test(arguments: networks, [false, true])
  func everySlipIsCaughtWhereItIs(typed: TypedNetwork, steps: Bool) throws {
    let derivation = try Deriver.derive(typed.network(), steps: steps)
    for sabotage in Sabotage.all(of: derivation) {
      let report = CrossCheck.run(sabotage.derivation, settings: CrossCheck.Settings(draws: 3))
      let expression = sabotage.derivation.sections[sabotage.place.section].rows[sabotage.place.row]
        .statements[sabotage.place.statement].steps[sabotage.place.step].expression
      let text = "\(sabotage.slip) at \(sabotage.place): \(TextPrinter(sabotage.derivation.graph).text(expression))"
      #expect(report.outcome == .disagreed, "\(text)")
      #expect(report.failures.first?.place == sabotage.place, "\(text)")
    }
  }
}
