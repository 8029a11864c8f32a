import Expressions
import Networks
import Testing

@testable import Numerics

/// One network of the tables of tests.
struct NetworkCase: CustomTestStringConvertible, Sendable {
  var widths: [Int]
  var activations: [Activation]
  var loss: Loss
  var bias = BiasKind.vector
  var batch = Batch.none

  var testDescription: String {
    "\(widths.map(String.init).joined(separator: "-")) \(activations.map(Self.text).joined(separator: ",")) "
      + "\(loss.definition.text) \(bias) \(batch)"
  }

  private static func text(_ activation: Activation) -> String {
    switch activation {
    case .opaque(let name), .known(let name, _), .custom(let name): name
    }
  }

  func instance(samples: Int = 3) throws -> NetworkInstance {
    let network = Network(
      architecture: Architecture(.widths(widths.map { .number($0) })), activations: activations, loss: loss,
      bias: bias, batch: batch)
    let names = OpaqueFunctions.names(in: network)
    return try NetworkInstance(
      network, widths: widths, samples: samples,
      opaqueDefinitions: OpaqueFunctions.definitions(for: names, draw: 0))
  }

  /// A point without kinks nearby at which the loss has a value.
  func point(of perceptron: MultilayerPerceptron, seed: UInt64) -> NetworkPoint? {
    var source = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let point = source.point(of: perceptron.instance)
      let state = perceptron.forward(at: point)
      if state.loss.isFinite, perceptron.clearance(at: point) > 1e-2 { return point }
    }
    return nil
  }

  static func known(_ name: String) -> Activation { .known(name, parameters: []) }

  /// Every activation, hidden and at the output, with a loss that takes any output.
  static let activations: [NetworkCase] =
    FunctionTable.records.filter(\.isActivation).flatMap { record in
      [BiasKind.vector, .none, .folded].map { bias in
        NetworkCase(
          widths: [3, 4, 2, 3], activations: Array(repeating: known(record.name), count: 3),
          loss: .known("mse", parameters: []), bias: bias, batch: bias == .folded ? .mean : .none)
      }
    }
    + [Activation.opaque("f"), .custom("z*f(z) + tanh(z)^2"), .custom("1/(1+exp(-z))")].map {
      NetworkCase(widths: [2, 3, 2], activations: [$0, $0], loss: .known("mse", parameters: []), batch: .sum)
    }

  /// Every loss behind an activation that fits, for each kind of batch.
  static let losses: [NetworkCase] =
    LossTable.records.flatMap { record in
      Batch.allCases.map { batch in
        NetworkCase(
          widths: [3, 4, 2], activations: [known("tanh"), known(record.fittingActivations.first ?? "identity")],
          loss: .known(record.name, parameters: []), batch: batch)
      }
    } + [
      NetworkCase(
        widths: [3, 5, 2], activations: [known("sin"), known("identity")],
        loss: .custom("sum(k, log(cosh(a[k] - y[k]))) + a[1]*n"), bias: .folded, batch: .sum),
      NetworkCase(widths: [1, 1], activations: [known("silu")], loss: .known("huber", parameters: [Rational(1, 2)])),
    ]
}
