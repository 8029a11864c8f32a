import Derivations
import Expressions
import Networks

/// The output layer's part of a derivation with every step.
extension SampleDerivation {
  static func sigmoidSteps() throws -> Derivation {
    var build = SampleDerivation()
    let sections = [try build.slope(), build.outputDeltaSteps(), build.outputGradientSteps()]
    return Derivation(
      graph: build.graph, network: network(.known("sigmoid", parameters: [])), sections: sections)
  }

  private mutating func parsed(_ text: String) throws -> Expression { try TextParser.parse(text, into: &graph) }

  mutating func slope() throws -> Section {
    let z = graph.symbol("z")
    let value = graph.call("sigmoid", z)
    let slope = graph.call(Function("sigmoid", order: 1), [z])
    let definition = Statement(value, [Step(try parsed("1/(1 + exp(-z))"), .definition(value))])
    let chain = Statement(
      slope,
      [
        Step(try parsed("exp(-z)/(1 + exp(-z))^2"), .rule(.quotientRule)),
        Step(try parsed("1/(1 + exp(-z))*(1 - 1/(1 + exp(-z)))"), .rule(.rearrange)),
        Step(try parsed("sigmoid(z)*(1 - sigmoid(z))"), .definition(value)),
      ])
    return Section(
      part: .output, title: "slope of the activation", rows: [Row([definition]), Row([chain])], layout: .steps)
  }

  mutating func outputDeltaSteps() -> Section {
    let i = unit("i", 4)
    let variable = z(4, i)
    let half = graph.number(Rational(1, 2))
    let sumRule = sum("k", 4) { build, k in
      let square = build.graph.power(build.graph.subtract(build.target(k), build.prediction(k)), 2)
      return build.graph.partial(square, by: variable)
    }
    let powerRule = sum("k", 4) { build, k in
      let difference = build.graph.subtract(build.target(k), build.prediction(k))
      return build.graph.multiply([difference, build.graph.partial(difference, by: variable)])
    }
    let constant = sum("k", 4) { build, k in
      let difference = build.graph.subtract(build.prediction(k), build.target(k))
      return build.graph.multiply([difference, build.graph.partial(build.prediction(k), by: variable)])
    }
    let difference = graph.subtract(prediction(i), target(i))
    let through = graph.multiply([prediction(i), graph.subtract(graph.number(1), prediction(i))])
    let statement = Statement(
      delta(4, i),
      [
        Step(graph.partial(loss(), by: variable), .definition(delta(4, i))),
        Step(graph.partial(lossValue("k"), by: variable), .definition(loss())),
        Step(graph.multiply([half, sumRule]), .rule(.sumRule)),
        Step(powerRule, .rule(.powerRule)),
        Step(constant, .targetIsConstant),
        Step(
          graph.multiply([difference, graph.partial(prediction(i), by: variable)]),
          .othersDoNotDepend(on: variable)),
        Step(
          graph.multiply([difference, graph.call(Function("sigmoid", order: 1), [variable])]),
          .definition(prediction(i))),
        Step(graph.multiply([difference, through]), .slope(of: Function("sigmoid"))),
      ])
    return Section(
      part: .output, title: "output layer, delta", rows: [Row([statement], shownRanges: [i])], layout: .steps)
  }

  mutating func outputGradientSteps() -> Section {
    let (i, j) = (unit("i", 4), unit("j", 3))
    let weight = w(3, i, j)
    let bias = b(3, i)
    let chain = sum("k", 4) { build, k in
      build.graph.multiply([
        build.graph.partial(build.loss(), by: build.z(4, k)), build.graph.partial(build.z(4, k), by: weight),
      ])
    }
    let weighted = sum("k", 3) { build, k in build.graph.multiply([build.w(3, i, k), build.a(3, k)]) }
    let value = graph.add([weighted, bias])
    let error = delta(4, i)
    let first = Statement(
      graph.partial(loss(), by: weight),
      [
        Step(chain, .rule(.chainRule)),
        Step(graph.multiply([error, graph.partial(z(4, i), by: weight)]), .onlyDependence(z(4, i), on: weight)),
        Step(graph.multiply([error, graph.partial(value, by: weight)]), .definition(z(4, i))),
        Step(graph.multiply([error, a(3, j)]), .onlyOneTerm(contains: weight)),
        Step(
          graph.multiply([
            graph.subtract(prediction(i), target(i)), prediction(i),
            graph.subtract(graph.number(1), prediction(i)), a(3, j),
          ]), .insert(error)),
      ])
    let second = Statement(
      graph.partial(loss(), by: bias),
      [
        Step(graph.multiply([error, graph.partial(z(4, i), by: bias)]), .sameWith(bias)),
        Step(error, .sameWith(bias)),
      ])
    return Section(
      part: .gradients, title: "output layer, gradients", rows: [Row([first, second], shownRanges: [i, j])],
      layout: .steps)
  }
}
