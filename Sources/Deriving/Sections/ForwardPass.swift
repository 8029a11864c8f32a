import Derivations
import Expressions
import Networks

extension Deriver {
  /// z, a and ŷ, layer by layer; with open depth for a symbolic layer l.
  mutating func forwardPass() -> Section {
    let rows = isOpen ? openForwardRows() : computedLayers.map { forwardRow($0) }
    return Section(part: .forward, title: "forward pass", rows: rows)
  }

  private mutating func forwardRow(_ layer: Expression) -> Row {
    let i = model.unit("i", of: layer)
    let statements = [preactivationStatement(layer, i), outputStatement(layer, i)]
    return Row(statements, shownRanges: [i] + samples, remarks: constantUnit(below: layer))
  }

  /// z_i = Σ_j w_{ij} a_j + b_i.
  private mutating func preactivationStatement(_ layer: Expression, _ i: Expression) -> Statement {
    let z = model.preactivation(layer, i)
    return Statement(z, [Step(.equal, model.preactivationValue(layer, i), .definition(z))])
  }

  /// a_i = f(z_i), in the output layer ŷ_i = a_i = f(z_i).
  private mutating func outputStatement(_ layer: Expression, _ i: Expression) -> Statement {
    let a = model.activation(layer, i)
    let value = Step(.equal, model.activationValue(layer, i), .definition(a))
    guard layer == model.outputLayer else { return Statement(a, [value]) }
    let prediction = model.prediction(i)
    return Statement(prediction, [Step(.equal, a, .definition(prediction)), value])
  }

  /// With folded biases: the unit 0 of the layer below is constant.
  private mutating func constantUnit(below layer: Expression) -> [Statement] {
    guard model.network.bias == .folded else { return [] }
    let below = model.layer(layer, plus: -1)
    let unit = model.activation(below, model.graph.number(0))
    return [Statement(unit, [Step(.equal, model.graph.number(1), .definition(unit))])]
  }

  private mutating func openForwardRows() -> [Row] {
    let first = model.layer(model.inputLayer, plus: 1)
    let isUniform = model.activations[0] == model.activations[model.activations.count - 1]
    let lastHidden = isUniform ? model.outputLayer : model.layer(model.outputLayer, plus: -1)
    let l = model.layerIndex("l", from: first, to: model.outputLayer)
    let i = model.unit("i", of: l)
    let z = Row(
      [preactivationStatement(l, i)], shownRanges: [i, l] + samples,
      remarks: [inputAsActivation()] + constantUnit(below: l))
    let hidden = model.layerIndex("l", from: first, to: lastHidden)
    let hiddenUnit = model.unit("i", of: hidden)
    let a = Row([outputStatement(hidden, hiddenUnit)], shownRanges: [hiddenUnit, hidden] + samples)
    let outputUnit = model.unit("i", of: model.outputLayer)
    let output = Row([outputStatement(model.outputLayer, outputUnit)], shownRanges: [outputUnit] + samples)
    return [z, a, output]
  }

  /// a_j of the input layer is x_j; `fromConstant` also for the constant unit 0, where there is one.
  mutating func inputAsActivation(fromConstant: Bool = false) -> Statement {
    let j = fromConstant ? model.source("j", of: model.inputLayer) : model.unit("j", of: model.inputLayer)
    let x = model.activation(model.inputLayer, j)
    let a = model.graph.symbol(
      NetworkSymbol.activation, [model.inputLayer, j] + samples)
    return Statement(a, [Step(.equal, x, .definition(a))])
  }

  /// The sample index where there is a batch.
  var samples: [Expression] { model.sample.map { [$0] } ?? [] }
}
