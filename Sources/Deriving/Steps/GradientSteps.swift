import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// ∂L/∂v with every line, for a weight or bias v into unit i of `layer`.
  mutating func gradientSteps(by v: Expression, _ layer: Expression, _ i: Expression) -> Statement {
    let loss = model.loss()
    let k = freshUnit("k", of: layer)
    let zk = model.preactivation(layer, k)
    let zi = model.preactivation(layer, i)
    let delta = model.delta(layer, i)
    var chain = Chain(model.graph.partial(loss, by: v))
    let term = model.graph.multiply([model.graph.partial(loss, by: zk), model.graph.partial(zk, by: v)])
    let allUnits = overUnits(term, k)
    chain.append(overSamples(allUnits), .rule(.chainRule))
    let reduced = overUnits(term, k, dependingThrough: model.preactivationValue(layer, k), on: v)
    chain.append(overSamples(reduced), .onlyDependence(zi, on: v))
    let slope = model.graph.partial(zi, by: v)
    chain.append(overSamples(model.graph.multiply([delta, slope])), .definition(delta))
    let inserted = model.graph.partial(model.preactivationValue(layer, i), by: v)
    chain.append(overSamples(model.graph.multiply([delta, inserted])), .definition(zi))
    chain.append(gradient(by: v, layer, i), .onlyOneTerm(contains: v))
    return chain.statement
  }
}
