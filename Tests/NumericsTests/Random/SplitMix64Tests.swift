import Expressions
import Networks
import Testing

@testable import Numerics

@Suite struct SplitMix64Tests {
  /// The first numbers of the published generator for this seed.
  @Test func numbersAreThoseOfSplitMix64() {
    var source = SplitMix64(seed: 1_234_567)
    #expect(source.next() == 6_457_827_717_110_365_317)
    #expect(source.next() == 3_203_168_211_198_807_973)
    #expect(source.next() == 9_817_491_932_198_370_423)
  }

  @Test(arguments: Domain.allCases)
  func valuesLieInTheirDomain(domain: Domain) {
    var source = SplitMix64(seed: 11)
    for count in 2...6 {
      let values = source.values(in: domain, count: count)
      #expect(values.count == count && values.allSatisfy { domain.contains($0) }, "seed 11")
      if domain == .simplex { #expect(abs(values.reduce(0, +) - 1) < 1e-15) }
    }
  }

  @Test func preactivationsAreOfSizeOne() throws {
    let network = NetworkCase(
      widths: [50, 40, 30], activations: [NetworkCase.known("identity"), NetworkCase.known("identity")],
      loss: .known("mse", parameters: []), bias: .none)
    let perceptron = MultilayerPerceptron(try network.instance())
    var source = SplitMix64(seed: 12)
    let state = perceptron.forward(at: source.point(of: perceptron.instance))
    for layer in state.preactivations {
      let variance = layer.reduce(0) { $0 + $1 * $1 } / Double(layer.count)
      #expect(variance > 0.3 && variance < 3, "seed 12")
    }
  }
}
