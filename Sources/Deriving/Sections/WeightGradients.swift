import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// ∂L/∂w and ∂L/∂b of every layer by the chain rule through z, the last layer first.
  mutating func weightGradients() -> [Section] {
    let title = "gradients by the chain rule"
    if isOpen {
      let first = model.layer(model.inputLayer, plus: 1)
      let l = model.layerIndex("l", from: first, to: model.outputLayer)
      return [Section(part: .gradients, title: title, rows: gradientRows(into: l, shownRanges: [l]), layout: layout)]
    }
    let layers = computedLayers.reversed()
    if withSteps {
      return layers.map { layer in
        let number = model.weightLayer(into: layer)
        return Section(
          part: .gradients, layer: number, title: title, rows: gradientRows(into: layer), layout: layout)
      }
    }
    return [Section(part: .gradients, title: title, rows: layers.flatMap { gradientRows(into: $0) })]
  }

  private mutating func gradientRows(into layer: Expression, shownRanges: [Expression] = []) -> [Row] {
    let i = model.unit("i", of: layer)
    let below = model.layer(layer, plus: -1)
    let j = model.source("j", of: below)
    if withSteps {
      let rows = parameters(into: layer, i, j).map { v in
        let indices = [i] + (model.graph.contains(j, in: v) ? [j] : [])
        return Row([gradientSteps(by: v, layer, i)], shownRanges: indices + shownRanges)
      }
      return [deltaDefinition(layer, i, shownRanges)] + rows
    }
    var statements = [gradientStatement(by: model.weight(into: layer, i, j), layer, i)]
    if model.network.bias == .vector {
      statements.append(shortGradientStatement(by: model.bias(into: layer, i), layer, i))
    }
    let row = Row(statements, shownRanges: shownRanges)
    // For one sample the brace under ∂L/∂z_i says what δ_i is.
    return model.sample == nil ? [row] : [deltaDefinition(layer, i, shownRanges), row]
  }

  /// δ_i = ∂L/∂z_i.
  private mutating func deltaDefinition(_ layer: Expression, _ i: Expression, _ shownRanges: [Expression]) -> Row {
    let delta = model.delta(layer, i)
    let slope = model.graph.partial(model.loss(), by: model.preactivation(layer, i))
    return Row(
      [Statement(delta, [Step(.equal, slope, .definition(delta))])], shownRanges: [i] + shownRanges + samples)
  }

  /// ∂L/∂v = ∂L/∂z_i · ∂z_i/∂v = δ_i · (what ∂z_i/∂v is), for a weight into unit i.
  private mutating func gradientStatement(by v: Expression, _ layer: Expression, _ i: Expression) -> Statement {
    let loss = model.loss()
    let z = model.preactivation(layer, i)
    let outer = model.graph.partial(loss, by: z)
    let inner = model.graph.partial(z, by: v)
    let value = preactivationSlope(by: v, layer, i)
    let delta = model.delta(layer, i)
    var names: [NamedTerm] = []
    if model.sample == nil {
      names = [NamedTerm(outer, delta, .definition(delta)), NamedTerm(inner, value, .rule(.kroneckerContraction))]
    }
    let factored = overSamples(model.graph.multiply([outer, inner]))
    let inserted = overSamples(model.graph.multiply([delta, value]))
    return Statement(
      model.graph.partial(loss, by: v),
      [Step(.equal, factored, .rule(.chainRule), names: names), Step(.equal, inserted, .insert(delta))])
  }

  private mutating func shortGradientStatement(
    by v: Expression, _ layer: Expression, _ i: Expression
  ) -> Statement {
    Statement(model.graph.partial(model.loss(), by: v), [Step(.equal, gradient(by: v, layer, i), .sameWith(v))])
  }

  /// ∂L/∂v in terms of δ, for a weight or bias into unit i of `layer`.
  mutating func gradient(by v: Expression, _ layer: Expression, _ i: Expression) -> Expression {
    let slope = preactivationSlope(by: v, layer, i)
    return overSamples(model.graph.multiply([model.delta(layer, i), slope]))
  }

  /// ∂z_i/∂v, computed from the definition of z. Only z_i of its layer depends on a weight into unit i.
  private mutating func preactivationSlope(by v: Expression, _ layer: Expression, _ i: Expression) -> Expression {
    let raw = model.graph.derivative(of: model.preactivationValue(layer, i), by: v)
    let contracted = model.graph.contractKroneckers(raw)
    return model.graph.simplify(contracted)
  }

  /// Σ_s over the batch, if there is one.
  mutating func overSamples(_ term: Expression) -> Expression {
    guard let s = model.sample else { return term }
    let size = model.graph.symbol(NetworkSymbol.batchSize)
    let one = model.graph.number(1)
    return model.graph.summation(over: s, from: one, to: size, term)
  }
}
