import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// δ of the output layer with every line: from its definition through the rules of differentiation, the outputs that
  /// do not depend on z_i, and the slope of the activation.
  mutating func outputDeltaSteps() -> Statement {
    let layer = model.outputLayer
    let i = model.unit("i", of: layer)
    let z = model.preactivation(layer, i)
    let delta = model.delta(layer, i)
    let loss = model.loss()
    var chain = Chain(delta)
    chain.append(model.graph.partial(loss, by: z), .definition(delta))
    chain.append(model.graph.partial(lossValue, by: z), .definition(loss))
    differentiate(&chain)
    dropIndependentOutputs(&chain, of: layer, on: z)
    insertSlopes(&chain, ofLayer: layer, i)
    if let assumption = targetAssumption() {
      chain.append(model.graph.simplify(chain.last, assuming: [assumption]), .underAssumption)
    }
    return chain.statement
  }

  /// ∂a_k/∂z_i = 0 for k ≠ i where the activation is applied unit by unit; the other samples never depend on this one.
  mutating func dropIndependentOutputs(_ chain: inout Chain, of layer: Expression, on z: Expression) {
    guard case .symbol(_, let subscripts) = model.graph[z] else { return }
    let own = Array(subscripts.dropFirst())
    let isVector = model.activationFunction(of: layer).isVectorValued
    let (family, layers) = model.outputFamily(of: layer)
    let pinned = model.graph.rewriteFormalDerivatives(in: chain.last) { graph, u, v in
      guard v == z, let all = graph.subscripts(of: u, in: family) else { return nil }
      // [k = i] for the units (unless the layer is mixed) and [r = s] for the samples.
      var units = Array(all.dropFirst(layers.count))
      var deltas: [Expression] = []
      for place in units.indices where place > 0 || !isVector {
        deltas.append(graph.kronecker(units[place], own[place]))
        units[place] = own[place]
      }
      return graph.multiply(deltas + [graph.partial(graph.symbol(family, layers + units), by: v)])
    }
    let contracted = model.graph.simplify(model.graph.contractKroneckers(pinned))
    chain.append(contracted, .othersDoNotDepend(on: z))
  }

  /// ∂a_k/∂z_i written as f′(z_i), then through the output.
  mutating func insertSlopes(_ chain: inout Chain, ofLayer layer: Expression, _ i: Expression) {
    let function = model.activationFunction(of: layer)
    let z = model.preactivation(layer, i)
    guard !function.isVectorValued else {
      insertVectorJacobian(&chain, ofLayer: layer, z, i)
      return
    }
    let formal = model.graph.partial(model.output(layer, i), by: z)
    let named =
      function.kind == .identity ? model.graph.number(1) : model.graph.call(function.function.derivative, [z])
    chain.append(
      model.graph.replace(formal, by: named, in: chain.last), .definition(model.output(layer, i)))
    let slope = function.slope(at: z, output: model.output(layer, i), in: &model.graph)
    let inserted = model.graph.replace(named, by: slope, in: chain.last)
    if function.kind == .known, inserted != chain.last {
      chain.append(inserted, .slope(of: function.function))
      chain.append(simplifiedIfShorter(inserted), .rule(.cancel))
    }
  }

  private mutating func insertVectorJacobian(
    _ chain: inout Chain, ofLayer layer: Expression, _ z: Expression, _ i: Expression
  ) {
    let (family, layers) = model.outputFamily(of: layer)
    let k = freshUnit("k", of: layer)
    let jacobian = activationJacobian(k, i, ofLayer: layer)
    let inserted = model.graph.rewriteFormalDerivatives(in: chain.last) { graph, u, v in
      guard v == z, let all = graph.subscripts(of: u, in: family) else { return nil }
      return graph.replace(k, by: all[layers.count], in: jacobian)
    }
    let function = model.activationFunction(of: layer).function
    chain.append(inserted, .slope(of: function))
    chain.append(
      model.graph.simplify(model.graph.contractKroneckers(inserted)), .rule(.kroneckerContraction))
  }
}
