import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// One step of gradient descent for the weights and biases of a symbolic layer l.
  mutating func gradientDescent() -> Section {
    let architecture = model.network.architecture
    let first = architecture.weightsEnterTheirLayer ? model.layer(model.inputLayer, plus: 1) : model.inputLayer
    let last =
      architecture.weightsEnterTheirLayer ? model.outputLayer : model.layer(model.outputLayer, plus: -1)
    let l = model.layerIndex("l", from: first, to: last)
    let target = architecture.weightsEnterTheirLayer ? l : model.layer(l, plus: 1)
    let i = model.unit("i", of: target)
    let j = model.source("j", of: model.layer(target, plus: -1))
    let eta = model.graph.symbol(NetworkSymbol.learningRate)
    let statements = parameters(into: target, i, j).map { v in
      let step = model.graph.multiply([eta, gradient(by: v, target, i)])
      return Statement(v, [Step(.becomes, model.graph.subtract(v, step), .gradientDescent)])
    }
    // With one layer of weights no line before this one says what a_j^1 is.
    let remarks = architecture.layerCount == 2 ? [inputAsActivation(fromConstant: true)] : []
    let row = Row(statements, shownRanges: [l], remarks: remarks)
    return Section(part: .update, title: "gradient descent", rows: [row])
  }
}
