import Derivations
import Expressions
import Networks

/// Builds derivations by hand, as the deriver would, so that the printers are tested without it.
struct SampleDerivation {
  var graph = ExpressionGraph()
  let widths = [1, 4, 3, 2]

  // MARK: Symbols

  mutating func unit(_ name: String, _ layer: Int) -> Expression {
    graph.index(name, from: graph.number(1), to: graph.number(widths[layer - 1]))
  }

  mutating func member(_ family: Family, _ layer: Expression?, _ indices: Expression...) -> Expression {
    graph.symbol(family, (layer.map { [$0] } ?? []) + indices)
  }

  mutating func z(_ layer: Int, _ i: Expression) -> Expression {
    member(NetworkSymbol.preactivation, graph.number(layer), i)
  }

  mutating func a(_ layer: Int, _ i: Expression) -> Expression {
    layer == 1 ? member(NetworkSymbol.input, nil, i) : member(NetworkSymbol.activation, graph.number(layer), i)
  }

  mutating func w(_ layer: Int, _ i: Expression, _ j: Expression) -> Expression {
    member(NetworkSymbol.weight, graph.number(layer), i, j)
  }

  mutating func b(_ layer: Int, _ i: Expression) -> Expression {
    member(NetworkSymbol.bias, graph.number(layer), i)
  }

  mutating func delta(_ layer: Int, _ i: Expression) -> Expression {
    member(NetworkSymbol.delta, graph.number(layer), i)
  }

  mutating func prediction(_ i: Expression) -> Expression { member(NetworkSymbol.prediction, nil, i) }
  mutating func target(_ i: Expression) -> Expression { member(NetworkSymbol.target, nil, i) }
  mutating func loss() -> Expression { graph.symbol(NetworkSymbol.loss) }

  /// Σ of `body` over the units of `layer`.
  mutating func sum(
    _ name: String, _ layer: Int, _ body: (inout SampleDerivation, Expression) -> Expression
  ) -> Expression {
    let (one, upper) = (graph.number(1), graph.number(widths[layer - 1]))
    let index = graph.freshIndex(name, from: one, to: upper)
    let summand = body(&self, index)
    return graph.summation(over: index, from: one, to: upper, summand)
  }

  // MARK: Sections

  mutating func forward() -> Section {
    var rows: [Row] = []
    for layer in 2...4 {
      let i = unit("i", layer)
      let weighted = sum("j", layer - 1) { build, j in
        build.graph.multiply([build.w(layer - 1, i, j), build.a(layer - 1, j)])
      }
      let value = graph.add([weighted, b(layer - 1, i)])
      let (input, output) = (z(layer, i), a(layer, i))
      let activated = graph.call("f", input)
      let first = Statement(input, [Step(value, .definition(input))])
      let second =
        layer == 4
        ? Statement(prediction(i), [Step(output, .definition(output)), Step(activated, .definition(output))])
        : Statement(output, [Step(activated, .definition(output))])
      rows.append(Row([first, second], shownRanges: [i]))
    }
    return Section(part: .forward, title: "forward pass", rows: rows)
  }

  mutating func lossSection() -> Section {
    let value = lossValue("i")
    return Section(part: .loss, title: "loss", rows: [Row([Statement(loss(), [Step(value, .definition(loss()))])])])
  }

  mutating func lossValue(_ index: String) -> Expression {
    let total = sum(index, 4) { build, i in
      let difference = build.graph.subtract(build.target(i), build.prediction(i))
      return build.graph.power(difference, 2)
    }
    return graph.multiply([graph.number(Rational(1, 2)), total])
  }

  mutating func gradients() -> Section {
    var rows: [Row] = []
    for layer in [3, 2, 1] {
      let (i, j) = (unit("i", layer + 1), unit("j", layer))
      let (weight, bias) = (w(layer, i, j), b(layer, i))
      let outer = graph.partial(loss(), by: z(layer + 1, i))
      let inner = graph.partial(z(layer + 1, i), by: weight)
      let names = [
        NamedTerm(outer, delta(layer + 1, i), .definition(delta(layer + 1, i))),
        NamedTerm(inner, a(layer, j), .definition(z(layer + 1, i))),
      ]
      let gradient = graph.multiply([delta(layer + 1, i), a(layer, j)])
      let first = Statement(
        graph.partial(loss(), by: weight),
        [
          Step(graph.multiply([outer, inner]), .rule(.chainRule), names: names),
          Step(gradient, .insert(delta(layer + 1, i))),
        ])
      let second = Statement(graph.partial(loss(), by: bias), [Step(delta(layer + 1, i), .sameWith(bias))])
      rows.append(Row([first, second]))
    }
    return Section(part: .gradients, title: "gradients by the chain rule", rows: rows)
  }

  mutating func outputDelta() -> Section {
    let i = unit("i", 4)
    let chain = graph.multiply([
      graph.partial(loss(), by: prediction(i)), graph.partial(prediction(i), by: z(4, i)),
    ])
    let slope = graph.call(Function("f", order: 1), [z(4, i)])
    let value = graph.multiply([graph.subtract(prediction(i), target(i)), slope])
    let statement = Statement(
      delta(4, i), [Step(chain, .rule(.chainRule)), Step(value, .rule(.derivativeOfFunction))])
    return Section(part: .output, title: "output layer", rows: [Row([statement], shownRanges: [i])])
  }

  mutating func hiddenDeltas() -> Section {
    var rows: [Row] = []
    for layer in [3, 2] {
      let i = unit("i", layer)
      let chain = sum("j", layer + 1) { build, j in
        build.graph.multiply([
          build.graph.partial(build.loss(), by: build.z(layer + 1, j)),
          build.graph.partial(build.z(layer + 1, j), by: build.a(layer, i)),
          build.graph.partial(build.a(layer, i), by: build.z(layer, i)),
        ])
      }
      let total = sum("j", layer + 1) { build, j in
        build.graph.multiply([build.delta(layer + 1, j), build.w(layer, j, i)])
      }
      let value = graph.multiply([total, graph.call(Function("f", order: 1), [z(layer, i)])])
      let statement = Statement(
        delta(layer, i), [Step(chain, .rule(.chainRule)), Step(value, .insert(delta(layer + 1, i)))])
      rows.append(Row([statement], shownRanges: [i]))
    }
    return Section(part: .hidden, title: "hidden layers", rows: rows)
  }

  mutating func general() -> Section {
    let (one, two, three) = (graph.number(1), graph.number(2), graph.number(3))
    let hidden = graph.index("l", from: two, to: three)
    let above = graph.add([hidden, one])
    let i = graph.index("i", from: one, to: graph.symbol(NetworkSymbol.width, [hidden]))
    let upper = graph.symbol(NetworkSymbol.width, [above])
    let j = graph.freshIndex("j", from: one, to: upper)
    let term = graph.multiply([
      member(NetworkSymbol.delta, above, j), member(NetworkSymbol.weight, hidden, j, i),
    ])
    let total = graph.summation(over: j, from: one, to: upper, term)
    let slope = graph.call(Function("f", order: 1), [member(NetworkSymbol.preactivation, hidden, i)])
    let recursion = Statement(
      member(NetworkSymbol.delta, hidden, i), [Step(graph.multiply([total, slope]), .rule(.chainRule))])
    let widths = [3, 4].map { layer in
      let count = layer == 3 ? three : two
      return Statement(graph.symbol(NetworkSymbol.width, [graph.number(layer)]), [Step(count, .assumption)])
    }
    let (rest, input) = gradientRow(remark: true)
    return Section(
      part: .general, title: "in general",
      rows: [
        Row([recursion], shownRanges: [hidden], remarks: widths), Row(rest.0, shownRanges: [rest.1], remarks: input),
      ])
  }

  private mutating func gradientRow(remark: Bool) -> (row: ([Statement], Expression), remarks: [Statement]) {
    let (one, three) = (graph.number(1), graph.number(3))
    let layer = graph.index("l", from: one, to: three)
    let above = graph.add([layer, one])
    let i = graph.index("i", from: one, to: graph.symbol(NetworkSymbol.width, [above]))
    let j = graph.index("j", from: one, to: graph.symbol(NetworkSymbol.width, [layer]))
    let weight = member(NetworkSymbol.weight, layer, i, j)
    let bias = member(NetworkSymbol.bias, layer, i)
    let error = member(NetworkSymbol.delta, above, i)
    let gradient = graph.multiply([error, member(NetworkSymbol.activation, layer, j)])
    let statements = [
      Statement(graph.partial(loss(), by: weight), [Step(gradient, .rule(.chainRule))]),
      Statement(graph.partial(loss(), by: bias), [Step(error, .sameWith(bias))]),
    ]
    let input = Statement(
      member(NetworkSymbol.activation, one, j), [Step(member(NetworkSymbol.input, nil, j), .assumption)])
    return ((statements, layer), remark ? [input] : [])
  }

  mutating func update() -> Section {
    let (one, three) = (graph.number(1), graph.number(3))
    let layer = graph.index("l", from: one, to: three)
    let above = graph.add([layer, one])
    let i = graph.index("i", from: one, to: graph.symbol(NetworkSymbol.width, [above]))
    let j = graph.index("j", from: one, to: graph.symbol(NetworkSymbol.width, [layer]))
    let rate = graph.symbol(NetworkSymbol.learningRate)
    let error = member(NetworkSymbol.delta, above, i)
    func moved(_ graph: inout ExpressionGraph, _ parameter: Expression, _ gradient: [Expression]) -> Statement {
      let step = graph.multiply([rate] + gradient)
      return Statement(parameter, [Step(.becomes, graph.subtract(parameter, step), .gradientDescent)])
    }
    let weight = member(NetworkSymbol.weight, layer, i, j)
    let bias = member(NetworkSymbol.bias, layer, i)
    let input = member(NetworkSymbol.activation, layer, j)
    let statements = [moved(&graph, weight, [error, input]), moved(&graph, bias, [error])]
    return Section(part: .update, title: "gradient descent", rows: [Row(statements, shownRanges: [layer])])
  }

  /// The derivation of a 1-4-3-2 network with the squared error.
  static func squaredError() -> Derivation {
    var build = SampleDerivation()
    let sections = [
      build.forward(), build.lossSection(), build.gradients(), build.outputDelta(), build.hiddenDeltas(),
      build.general(), build.update(),
    ]
    return Derivation(graph: build.graph, network: network(.opaque("f")), sections: sections)
  }

  static func network(_ activation: Activation) -> Network {
    Network(
      architecture: Architecture(.widths([.number(1), .number(4), .number(3), .number(2)])),
      activations: [activation, activation, activation], loss: .known("mse", parameters: []))
  }
}
