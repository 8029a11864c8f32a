import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// The recursion for a symbolic layer l, and the gradients in terms of it. With open depth the sections before are
  /// general already.
  mutating func generalRecursion() -> [Section] {
    guard let output = model.network.architecture.outputLayer else { return [] }
    let input = model.network.architecture.inputLayer
    // One layer of weights leaves nothing to generalise.
    if output - input < 2 { return [] }
    let l = layers("l", input + 1, output - 1)
    let rows = [
      recursionRow(l, hidden: input + 1...output - 1), gradientRow(layers("l", input, output - 1)),
    ]
    return [Section(part: .general, title: "in general", rows: rows)]
  }

  private mutating func layers(_ name: String, _ first: Int, _ last: Int) -> Expression {
    model.layerIndex(name, from: model.graph.number(first), to: model.graph.number(last))
  }

  private mutating func recursionRow(_ l: Expression, hidden: ClosedRange<Int>) -> Row {
    let i = model.unit("i", of: l)
    let delta = model.delta(l, i)
    let value = hiddenLayersAgree ? hiddenDeltaValue(l, i) : recursionThroughAnyActivation(l, i)
    let widths = (hidden.lowerBound + 1...hidden.upperBound + 1).map { layer in
      let number = model.graph.number(layer)
      let symbol = model.graph.symbol(NetworkSymbol.width, [number])
      let width = model.width(of: number)
      return Statement(symbol, [Step(.equal, width, .definition(symbol))])
    }
    return Row(
      [Statement(delta, [Step(.equal, value, .rule(.chainRule))])], shownRanges: [l] + samples, remarks: widths)
  }

  /// The recursion where the activations differ from layer to layer: ∂a/∂z is left as it is.
  private mutating func recursionThroughAnyActivation(_ l: Expression, _ i: Expression) -> Expression {
    let m = freshUnit("m", of: l)
    let a = model.activation(l, m)
    let z = model.preactivation(l, i)
    let slope = model.graph.partial(a, by: z)
    let isDiagonal = !model.activations.dropLast().contains(where: \.isVectorValued)
    if isDiagonal {
      let own = model.graph.replace(m, by: i, in: slope)
      return model.graph.multiply([activationGradient(l, i), own])
    }
    return overUnits(model.graph.multiply([activationGradient(l, m), slope]), m)
  }

  /// ∂L/∂w^l and ∂L/∂b^l for the weights that leave layer l.
  private mutating func gradientRow(_ l: Expression) -> Row {
    let above = model.layer(l, plus: 1)
    let i = model.unit("i", of: above)
    let j = model.source("j", of: l)
    var statements: [Statement] = []
    for v in parameters(into: above, i, j) {
      let head = model.graph.partial(model.loss(), by: v)
      statements.append(Statement(head, [Step(.equal, gradient(by: v, above, i), .rule(.chainRule))]))
    }
    return Row(statements, shownRanges: [l], remarks: [inputAsActivation(fromConstant: true)])
  }

  /// w_{ij} and, where there is one, b_i of the weights into `layer`.
  mutating func parameters(into layer: Expression, _ i: Expression, _ j: Expression) -> [Expression] {
    let weight = model.weight(into: layer, i, j)
    return model.network.bias == .vector ? [weight, model.bias(into: layer, i)] : [weight]
  }
}
