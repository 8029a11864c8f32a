import Expressions
import Networks
import Testing

@testable import Numerics

private let cases = NetworkCase.activations + NetworkCase.losses

@Suite struct MultilayerPerceptronTests {
  @Test(arguments: cases)
  func backwardPassAgreesWithCentralDifferences(network: NetworkCase) throws {
    let perceptron = MultilayerPerceptron(try network.instance())
    let point = try #require(network.point(of: perceptron, seed: 5))
    let state = perceptron.forward(at: point)
    let backward = perceptron.backward(state)
    let differences = CentralDifferences.gradient(of: perceptron, at: point, state: state)
    for (place, slope) in backward.gradient.enumerated() {
      let error = abs(slope - differences.values[place])
      #expect(error <= 1e-9 * max(1, abs(slope)), "\(perceptron.instance.layout.name(at: place)), seed 5")
      #expect(error <= differences.errors[place], "the stated error of \(place), seed 5")
      #expect(differences.errors[place] < 1e-5 * max(1, abs(state.loss)))
    }
  }

  @Test(arguments: cases)
  func cutsAgreeWithBackwardPass(network: NetworkCase) throws {
    let perceptron = MultilayerPerceptron(try network.instance(samples: 2))
    let instance = perceptron.instance
    let point = try #require(network.point(of: perceptron, seed: 6))
    let backward = perceptron.backward(perceptron.forward(at: point))
    for (place, slope) in backward.gradient.enumerated() {
      let cut = perceptron.forward(at: point, from: .parameter(place))
      #expect(abs(cut.loss.slope - slope) <= 1e-12 * max(1, abs(slope)), "\(instance.layout.name(at: place)), seed 6")
    }
    for place in 1...instance.depth {
      for (position, delta) in backward.deltas[place - 1].enumerated() {
        let width = instance.widths[place]
        let cut = Cut.preactivation(place: place, unit: position % width, sample: position / width)
        let state = perceptron.forward(at: point, from: cut)
        #expect(abs(state.loss.slope - delta) <= 1e-12 * max(1, abs(delta)), "δ \(place) \(position), seed 6")
      }
    }
  }

  @Test func incrementalDifferencesEqualThoseOfWholeForwardPasses() throws {
    let network = NetworkCase(
      widths: [4, 5, 3, 2],
      activations: [NetworkCase.known("tanh"), NetworkCase.known("softmax"), NetworkCase.known("sigmoid")],
      loss: .known("mse", parameters: []), batch: .mean)
    let perceptron = MultilayerPerceptron(try network.instance())
    let point = try #require(network.point(of: perceptron, seed: 7))
    let state = perceptron.forward(at: point)
    let differences = CentralDifferences.gradient(of: perceptron, at: point, state: state)
    let h = 0x1p-10
    for place in point.parameters.indices {
      func loss(_ step: Double) -> Double {
        var moved = point
        moved.parameters[place] += step
        return perceptron.forward(at: moved).loss
      }
      let wide = (loss(h) - loss(-h)) / (2 * h)
      let narrow = (loss(h / 2) - loss(-h / 2)) / h
      #expect(abs((4 * narrow - wide) / 3 - differences.values[place]) < 1e-10, "seed 7")
    }
    // tanh: one unit, then softmax's three and two outputs. softmax: its whole layer and the outputs. Last layer: one.
    let lanes = 4 * 3
    #expect(differences.unitEvaluations == lanes * (25 * (1 + 3 + 2) + 18 * (3 + 2) + 8 * 1))
  }

  @Test func namesOfParametersCoverTheLayout() {
    for bias in BiasKind.allCases {
      let layout = ParameterLayout(widths: [3, 2, 4], bias: bias)
      let names = (0..<layout.count).map { layout.name(at: $0) }
      #expect(Set(names).count == layout.count)
      for (place, layer) in layout.layers.enumerated() {
        for unit in 0..<layer.outputs {
          for input in 0..<layer.inputs {
            let name = ParameterLayout.Name(isBias: false, place: place, indices: [unit + 1, input + 1])
            #expect(names[layer.weight(unit, input)] == name)
          }
          guard let position = layer.bias(unit) else { continue }
          #expect(
            names[position]
              == ParameterLayout.Name(
                isBias: bias == .vector, place: place, indices: bias == .vector ? [unit + 1] : [unit + 1, 0]))
        }
      }
    }
  }

  @Test func environmentsHaveTheSymbolsOfTheNotes() throws {
    let network = NetworkCase(
      widths: [3, 4, 2], activations: [NetworkCase.known("tanh"), NetworkCase.known("identity")],
      loss: .known("mse", parameters: []), bias: .folded, batch: .sum)
    let perceptron = MultilayerPerceptron(try network.instance())
    let point = try #require(network.point(of: perceptron, seed: 8))
    let environment = perceptron.instance.environment(perceptron.forward(at: point))
    var graph = ExpressionGraph()
    let one = graph.number(1)
    let two = graph.number(2)
    let i = graph.index("i", from: one, to: graph.symbol(NetworkSymbol.width, [graph.number(3)]))
    let j = graph.index("j", from: graph.number(0), to: graph.symbol(NetworkSymbol.width, [two]))
    let s = graph.index("s", from: one, to: graph.symbol(NetworkSymbol.batchSize))
    let product = graph.multiply([
      graph.symbol(NetworkSymbol.weight, [two, i, j]), graph.symbol(NetworkSymbol.activation, [two, j, s]),
    ])
    let sum = graph.summation(over: j, from: graph.number(0), to: graph.symbol(NetworkSymbol.width, [two]), product)
    let z = graph.symbol(NetworkSymbol.preactivation, [graph.number(3), i, s])
    let difference = try environment.evaluate(graph.subtract(z, sum), over: [i, s], in: graph)
    #expect(difference.count == 6)
    #expect(difference.elements.allSatisfy { abs($0) < 1e-14 })
    #expect(environment.arrays[ArrayKey("yhat")]?.elements == environment.arrays[ArrayKey("a", layer: 3)]?.elements)
    #expect(environment.arrays[ArrayKey("x")]?[0, 1] == 1)
  }
}
