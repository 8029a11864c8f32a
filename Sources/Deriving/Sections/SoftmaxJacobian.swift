import Calculus
import Derivations
import Expressions
import Networks

/// Activations whose outputs depend on the whole layer.
extension Deriver {
  /// A derivative of softmax in the outputs: with S = Σ_m e^{z_m}, a_k = e^{z_k}/S gives e^{z_k} = a_k S, and S cancels.
  mutating func vectorJacobian(_ raw: Expression, _ layer: Expression) -> Expression {
    let m = freshUnit("m", of: layer)
    let exponential = model.graph.call("exp", model.preactivation(layer, m))
    let total = overUnits(exponential, m)
    let symbol = model.graph.symbol("total")
    let (family, layers) = model.outputFamily(of: layer)
    var memo: [Expression: Expression] = [:]
    let symbolic = model.graph.replace(total, by: symbol, in: raw)
    let folded = model.graph.rewriteBottomUp(symbolic, memo: &memo) { graph, node in
      guard case .call(let function, let arguments) = graph[node], graph[function] == Function("exp"),
        let argument = arguments.first, case .symbol(_, let subscripts) = graph[argument]
      else { return node }
      // Behind the layer, the subscripts of z are those of the output.
      return graph.multiply([graph.symbol(family, layers + subscripts.dropFirst()), symbol])
    }
    return model.graph.simplify(folded)
  }

  /// The row ∂a_k/∂z_i = a_k([k = i] − a_i), for a layer with a vector-valued activation.
  mutating func softmaxJacobian(ofLayer layer: Expression) -> Row? {
    guard model.activationFunction(of: layer).isVectorValued else { return nil }
    let k = model.unit("k", of: layer)
    let i = model.unit("i", of: layer)
    let z = model.preactivation(layer, i)
    let head = model.graph.partial(model.output(layer, k), by: z)
    let value = activationJacobian(k, i, ofLayer: layer)
    return Row([Statement(head, [Step(.equal, value, .rule(.quotientRule))])], shownRanges: samples)
  }
}
