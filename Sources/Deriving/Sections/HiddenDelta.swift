import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// δ of the hidden layers, the last first; with open depth that of a symbolic one, the induction step.
  mutating func hiddenDeltas() -> [Section] {
    if isOpen {
      let first = model.layer(model.inputLayer, plus: 1)
      let last = model.layer(model.outputLayer, plus: -1)
      let l = model.layerIndex("l", from: first, to: last)
      return [
        Section(part: .hidden, title: "hidden layers", rows: hiddenRows(l, shownRanges: [l]), layout: layout)
      ]
    }
    let layers = computedLayers.dropLast().reversed()
    if layers.isEmpty { return [] }
    if withSteps {
      return layers.map { layer in
        Section(part: .hidden, layer: layer, title: "hidden layers", rows: hiddenRows(layer), layout: layout)
      }
    }
    return [Section(part: .hidden, title: "hidden layers", rows: layers.flatMap { hiddenRows($0) })]
  }

  private mutating func hiddenRows(_ layer: Expression, shownRanges: [Expression] = []) -> [Row] {
    let i = model.unit("i", of: layer)
    let jacobian = softmaxJacobian(ofLayer: layer).map { [$0] } ?? []
    if withSteps {
      let statement = hiddenDeltaSteps(layer, i)
      return jacobian + [Row([statement], shownRanges: [i] + shownRanges + samples)]
    }
    let delta = model.delta(layer, i)
    let chain = Step(.equal, hiddenChain(layer, i), .rule(.chainRule))
    let value = Step(.equal, hiddenDeltaValue(layer, i), .insert(chain.expression))
    let row = Row([Statement(delta, [chain, value])], shownRanges: [i] + shownRanges + samples)
    return jacobian + [row]
  }

  /// Σ_j Σ_m ∂L/∂z_j^{l+1} · ∂z_j^{l+1}/∂a_m^l · ∂a_m^l/∂z_i^l; the sum over m has one term where each output depends on
  /// its own z alone.
  mutating func hiddenChain(_ layer: Expression, _ i: Expression) -> Expression {
    let above = model.layer(layer, plus: 1)
    let j = freshUnit("j", of: above)
    let m = freshUnit("m", of: layer)
    let z = model.preactivation(layer, i)
    let zAbove = model.preactivation(above, j)
    let a = model.activation(layer, m)
    let term = model.graph.multiply([
      model.graph.partial(model.loss(), by: zAbove), model.graph.partial(zAbove, by: a),
      model.graph.partial(a, by: z),
    ])
    let inner = overUnits(term, m, dependingThrough: model.activationValue(layer, m), on: z)
    return overUnits(inner, j)
  }

  /// The same, computed: (Σ_j δ_j w_{ji}) f′(z_i).
  mutating func hiddenDeltaValue(_ layer: Expression, _ i: Expression) -> Expression {
    let m = freshUnit("m", of: layer)
    return throughActivation(activationGradient(layer, m), m, ofLayer: layer, at: i)
  }

  /// ∂L/∂a_m of a hidden layer: Σ_j δ_j^{l+1} ∂z_j^{l+1}/∂a_m^l, with the derivative computed from the definition of z.
  mutating func activationGradient(_ layer: Expression, _ m: Expression) -> Expression {
    let above = model.layer(layer, plus: 1)
    let j = freshUnit("j", of: above)
    let raw = model.graph.derivative(
      of: model.preactivationValue(above, j), by: model.activation(layer, m))
    let slope = model.graph.simplify(model.graph.contractKroneckers(raw))
    return overUnits(model.graph.multiply([model.delta(above, j), slope]), j)
  }
}
