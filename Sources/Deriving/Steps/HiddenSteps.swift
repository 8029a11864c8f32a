import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// δ of a hidden layer with every line.
  mutating func hiddenDeltaSteps(_ layer: Expression, _ i: Expression) -> Statement {
    let above = model.layer(layer, plus: 1)
    let z = model.preactivation(layer, i)
    let delta = model.delta(layer, i)
    let j = freshUnit("j", of: above)
    let zAbove = model.preactivation(above, j)
    var chain = Chain(delta)
    chain.append(model.graph.partial(model.loss(), by: z), .definition(delta))
    let loss = model.loss()
    let outer = model.graph.partial(loss, by: zAbove)
    let through = model.graph.multiply([outer, model.graph.partial(zAbove, by: z)])
    chain.append(overUnits(through, j), .rule(.chainRule))
    chain.append(hiddenChain(layer, i), .rule(.chainRule))
    let withDelta = model.graph.rewriteFormalDerivatives(in: chain.last) { graph, u, v in
      guard u == loss, let subscripts = graph.subscripts(of: v, in: NetworkSymbol.preactivation) else { return nil }
      return graph.symbol(NetworkSymbol.delta, subscripts)
    }
    chain.append(withDelta, .definition(model.delta(above, model.unit("j", of: above))))
    insertPreactivation(&chain, above)
    insertSlopes(&chain, ofLayer: layer, i)
    chain.append(hiddenDeltaValue(layer, i), .rule(.factorOut))
    return chain.statement
  }

  /// ∂z_j/∂a_m of the layer `above`: z's definition is inserted, then differentiated.
  private mutating func insertPreactivation(_ chain: inout Chain, _ above: Expression) {
    let k = freshUnit("k", of: above)
    let value = model.preactivationValue(above, k)
    let inserted = model.graph.rewriteFormalDerivatives(in: chain.last) { graph, u, v in
      guard let subscripts = graph.subscripts(of: u, in: NetworkSymbol.preactivation), subscripts[0] == above else {
        return nil
      }
      return graph.partial(graph.replace(k, by: subscripts[1], in: value), by: v)
    }
    chain.append(inserted, .definition(model.preactivation(above, model.unit("j", of: above))))
    let differentiated = model.graph.rewriteFormalDerivatives(in: chain.last) { graph, u, v in
      if case .symbol = graph[u] { return nil }
      return graph.simplify(graph.contractKroneckers(graph.derivative(of: u, by: v)))
    }
    let below = model.layer(above, plus: -1)
    chain.append(differentiated, .onlyOneTerm(contains: model.activation(below, model.unit("i", of: below))))
  }
}
