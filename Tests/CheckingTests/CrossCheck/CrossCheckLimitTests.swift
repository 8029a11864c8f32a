import Deriving
import Expressions
import Networks
import Numerics
import Testing

@testable import Checking

/// True formulas at the edges of floating-point arithmetic: they are never said to be wrong, and never said to be checked
/// where nothing was.
@Suite struct CrossCheckLimitTests {
  static let checked: [TypedNetwork] = [
    // Domains.
    TypedNetwork(architecture: "2-1", activations: "sqrt(z)"),
    TypedNetwork(architecture: "2-3-2", activations: "sqrt(z)"),
    TypedNetwork(architecture: "2-3-2", activations: "log(z)"),
    TypedNetwork(architecture: "1-1", activations: "z^z"),
    TypedNetwork(architecture: "1-1", activations: "z^1.5"),
    // Steep and flat functions.
    TypedNetwork(architecture: "1-1", activations: "sigmoid(1000*z)"),
    TypedNetwork(architecture: "1-4-3-2", activations: "tanh(100*z)"),
    TypedNetwork(architecture: "1-4-3-2", activations: "tanh(1000*z)"),
    TypedNetwork(architecture: "1-4-3-2", activations: "sin(1000*z)"),
    TypedNetwork(architecture: "1-4-3-2", activations: "1e10*z"),
    TypedNetwork(architecture: "2-3-2", activations: "1e-300*z"),
    TypedNetwork(architecture: "2-3-2", activations: "z^50"),
    // Gradients that cancel.
    TypedNetwork(architecture: "2-1", activations: "softmax"),
    TypedNetwork(
      architecture: "k-l-m", activations: "min(max(z,0),6),softmax", loss: "sum(k,a[k])", bias: .folded, batch: .mean),
    // Poles.
    TypedNetwork(architecture: "1-4-3-2", activations: "gelu", loss: "sum(k,y[k]/a[k])", bias: .none),
    TypedNetwork(architecture: "k-l-m", activations: "1/z,g", loss: "hinge", bias: .none, batch: .sum),
  ]

  @Test(arguments: checked)
  func trueFormulasAreChecked(typed: TypedNetwork) throws {
    let derivation = try Deriver.derive(typed.network())
    for seed: UInt64 in 1...3 {
      let report = CrossCheck.run(derivation, settings: CrossCheck.Settings(seed: seed))
      #expect(report.outcome == .agreed, "seed \(seed): \(report.summary)")
      #expect(report.routes.allSatisfy { $0.worstError <= 1e-6 }, "seed \(seed): \(report.summary)")
    }
  }

  @Test func gradientsThatAreAllZeroAreNotChecked() throws {
    let report = CrossCheck.run(
      try Deriver.derive(TypedNetwork(architecture: "2-3-2", activations: "step(z)").network()))
    #expect(report.outcome == .inconclusive)
    #expect(report.summary.hasPrefix("not checked: every gradient is 0"))
  }

  @Test func noisyDifferencesAreCounted() throws {
    let typed = TypedNetwork(architecture: "2-1", activations: "1e-300*z")
    let report = CrossCheck.run(try Deriver.derive(typed.network()))
    #expect(report[.differences].map { $0.inconclusive == $0.comparisons } == true)
    #expect(report.summary.contains("differences nothing (36 of 36 too small or noisy to compare)"))
  }

  @Test func networksThatMemoryWouldNotHoldAreRefused() throws {
    let huge = CrossCheck.run(try Deriver.derive(TypedNetwork(architecture: "100000-100000").network()))
    #expect(huge.summary == "not checked: the network has 10000100000 weights and biases, more than 5000000")
  }

  @Test func activationsWithoutAValueAreNamed() throws {
    let typed = TypedNetwork(architecture: "2-2", activations: "sqrt(-1-z^2)")
    let report = CrossCheck.run(try Deriver.derive(typed.network()))
    #expect(
      report.outcome == .noValidDraw(.activationHasNoValue(.custom("sqrt(-1-z^2)"), domain: nil, attempts: 200)),
      "\(report.summary)")
  }

  @Test func softmaxOfOneUnitIsNamed() throws {
    let typed = TypedNetwork(architecture: "2-3-1", activations: "tanh,softmax", loss: "cross-entropy")
    #expect(CrossCheck.run(try Deriver.derive(typed.network())).outcome == .noValidDraw(.softmaxOfOneUnit))
  }

  @Test func aShareOfTheDifferencesTakesSomeOfEveryLayer() throws {
    let network = try TypedNetwork(architecture: "9-8-7").network()
    let instance = try NetworkInstance(network, widths: [9, 8, 7], opaqueDefinitions: ["f": "tanh(z)"])
    let perceptron = MultilayerPerceptron(instance)
    var source = SplitMix64(seed: 2)
    let point = source.point(of: instance)
    let state = perceptron.forward(at: point)
    let some = CentralDifferences.gradient(of: perceptron, at: point, state: state, share: 0.2)
    let all = CentralDifferences.gradient(of: perceptron, at: point, state: state)
    let taken = some.errors.indices.filter { some.errors[$0].isFinite }
    #expect((10...60).contains(taken.count) && taken.contains(0), "\(taken), seed 2")
    #expect(taken.allSatisfy { some.values[$0] == all.values[$0] }, "seed 2")
  }
}
