import Calculus
import Derivations
import Expressions
import Networks

extension Deriver {
  /// δ of the output layer: the base step.
  mutating func outputDelta() -> Section {
    let i = model.unit("i", of: model.outputLayer)
    var rows = softmaxJacobian(ofLayer: model.outputLayer).map { [$0] } ?? []
    let statement = withSteps ? outputDeltaSteps() : outputDeltaStatement(i)
    rows.append(Row([statement], shownRanges: [i] + samples))
    return Section(part: .output, title: "output layer", rows: rows, layout: layout)
  }

  /// δ_i by the chain rule, then computed, then under what is assumed of the targets.
  private mutating func outputDeltaStatement(_ i: Expression) -> Statement {
    let delta = model.delta(model.outputLayer, i)
    let factored = Step(.equal, outputChain(i), .rule(.chainRule))
    let value = outputDeltaValue(i)
    var steps = [factored, Step(.equal, value, .insert(factored.expression))]
    if let assumption = targetAssumption() {
      let restricted = model.graph.simplify(value, assuming: [assumption])
      if restricted != value { steps.append(Step(.equal, restricted, .underAssumption)) }
    }
    return Statement(delta, steps)
  }

  /// Σ_k ∂L/∂ŷ_k · ∂ŷ_k/∂z_i; one term only where each output depends on its own z alone.
  private mutating func outputChain(_ i: Expression) -> Expression {
    let k = freshUnit("k", of: model.outputLayer)
    let z = model.preactivation(model.outputLayer, i)
    let prediction = model.prediction(k)
    let term = model.graph.multiply([
      model.graph.partial(model.loss(), by: prediction), model.graph.partial(prediction, by: z),
    ])
    return overUnits(term, k, dependingThrough: model.activationValue(model.outputLayer, k), on: z)
  }

  /// Σ_k of the slope of the loss times the slope of the output, computed.
  private mutating func outputDeltaValue(_ i: Expression) -> Expression {
    let k = freshUnit("k", of: model.outputLayer)
    let factor = lossSlope(at: k)
    return throughActivation(factor, k, ofLayer: model.outputLayer, at: i)
  }

  /// Σ_m u_m ∂a_m/∂z_i in `layer`, where `u` is an expression in the unit index `m`: with the slope of the activation
  /// through its output, contracted and simplified.
  mutating func throughActivation(
    _ u: Expression, _ m: Expression, ofLayer layer: Expression, at i: Expression
  ) -> Expression {
    let jacobian = activationJacobian(m, i, ofLayer: layer)
    let term = model.graph.multiply([u, jacobian])
    let sum = overUnits(term, m)
    return simplifiedIfShorter(model.graph.contractKroneckers(sum))
  }

  /// `expression` simplified if that makes it shorter; else as it is, in the order in which notes write it: the incoming
  /// factor first, the slope behind it.
  mutating func simplifiedIfShorter(_ expression: Expression) -> Expression {
    let simplified = model.graph.simplify(expression)
    return model.graph.cost(of: simplified) < model.graph.cost(of: expression) ? simplified : expression
  }

  /// ∂a_m/∂z_i of `layer`, in the outputs of the layer where that is shorter; holds [m = i] unless the activation is
  /// vector-valued.
  mutating func activationJacobian(_ m: Expression, _ i: Expression, ofLayer layer: Expression) -> Expression {
    let function = model.activationFunction(of: layer)
    let value = model.activationValue(layer, m)
    let raw = model.graph.derivative(of: value, by: model.preactivation(layer, i))
    if function.isVectorValued {
      return vectorJacobian(raw, layer)
    }
    let z = model.preactivation(layer, m)
    let slope = function.slope(at: z, output: model.output(layer, m), in: &model.graph)
    return model.graph.multiply([slope, model.graph.kronecker(m, i)])
  }

  /// A fresh index over the units of `layer`.
  mutating func freshUnit(_ name: String, of layer: Expression) -> Expression {
    let width = model.width(of: layer)
    return model.graph.freshIndex(name, from: model.graph.number(1), to: width)
  }

  /// Σ of `term` over the unit index `m`.
  mutating func overUnits(_ term: Expression, _ m: Expression) -> Expression {
    guard case .index(let id) = model.graph[m] else { return term }
    let range = model.graph[id]
    return model.graph.summation(over: m, from: range.lower, to: range.upper, term)
  }

  /// Σ of `term` over `m`, reduced to the terms whose `value` (what stands at the cut with index m) depends on
  /// `variable` at all.
  mutating func overUnits(
    _ term: Expression, _ m: Expression, dependingThrough value: Expression, on variable: Expression
  ) -> Expression {
    let dependence = model.graph.contractKroneckers(model.graph.derivative(of: value, by: variable))
    let pinned = model.graph.pins(dependence, over: m)
    guard pinned.count == 1, let pin = pinned[0] else { return overUnits(term, m) }
    return model.graph.replace(m, by: pin, in: term)
  }
}
