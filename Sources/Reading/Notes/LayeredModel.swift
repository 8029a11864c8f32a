import Derivations
import Expressions
import Networks

/// What the quantities of a layered network are, under the conventions of a vocabulary.
struct LayeredModel {
  private var elaborator: Elaborator
  private var definitions: [Background.Definition] = []
  private let vocabulary: Vocabulary
  private var explicit: [Background.Definition] = []
  private var explicitLayers: Set<Expression> = []
  private var prediction: Background.Definition?
  private var layerFunction: Background.Definition?
  /// What lines with skip connections say that the quantities of a family are at any layer, or the pre-activations of one.
  private var anyLayer: [Family: Background.Definition] = [:]
  private var preactivations: [Expression: Background.Definition] = [:]

  /// The definitions of a network, with expressions of the elaborator's graph.
  ///
  /// `explicit` are the lines that say what the activations of single layers are, `layerFunction` the one that says so of
  /// any layer; `skips` are those that add lower layers to others; `prediction` is one that says what the prediction is of
  /// the last ones.
  static func definitions(
    _ elaborator: inout Elaborator, explicit: [Background.Definition] = [],
    layerFunction: Background.Definition? = nil, skips: [Background.Definition] = [],
    prediction: Background.Definition? = nil
  ) -> [Background.Definition] {
    var model = LayeredModel(elaborator: elaborator, vocabulary: elaborator.vocabulary)
    model.prediction = prediction
    model.layerFunction = layerFunction
    model.takeSkips(skips)
    model.take(explicit)
    model.defineNetwork()
    elaborator = model.elaborator
    return model.definitions
  }

  private init(elaborator: Elaborator, vocabulary: Vocabulary) {
    self.elaborator = elaborator
    self.vocabulary = vocabulary
  }

  /// A line about a layer of its own counts, if it is the first one about it.
  private mutating func take(_ lines: [Background.Definition]) {
    for line in lines {
      guard case .symbol(_, let subscripts) = elaborator.graph[line.head], let layer = subscripts.first,
        explicitLayers.insert(layer).inserted
      else { continue }
      explicit.append(line)
    }
  }

  /// What lines with skip connections say counts instead of the custom.
  private mutating func takeSkips(_ lines: [Background.Definition]) {
    for line in lines {
      guard case .symbol(let id, let subscripts) = elaborator.graph[line.head], let layer = subscripts.first else {
        continue
      }
      let family = elaborator.graph[id]
      if case .index = elaborator.graph[layer] {
        anyLayer[family] = anyLayer[family] ?? line
      } else if family == NetworkSymbol.activation {
        take([line])
      } else {
        preactivations[layer] = preactivations[layer] ?? line
      }
    }
  }

  private var isScalar: Bool {
    vocabulary.letters.contains { $0.value.role == .weight && $0.value.rank == 0 }
  }

  /// The subscripts of unit `unit` of a layer: none where every layer has one unit, and the sample where there is a batch.
  private mutating func units(_ unit: Expression) -> [Expression] {
    if isScalar { return [] }
    return elaborator.units(unit, sample: sample)
  }

  /// Any sample of a batch; nil where there is one sample.
  private var sample: Expression? {
    mutating get {
      guard vocabulary.sampleSlot != nil else { return nil }
      let (first, last) = elaborator.sampleRange()
      return elaborator.graph.index("s", from: first, to: last)
    }
  }

  private mutating func defineNetwork() {
    let one = elaborator.graph.number(1)
    let first = elaborator.graph.number(vocabulary.inputLayer + 1)
    let depth = elaborator.depth()
    let last = elaborator.graph.numberValue(depth)?.asInt
    let isLayerByLayer = !preactivations.isEmpty || !vocabulary.equallyWide.isEmpty
    if isLayerByLayer, let last {
      for number in stride(from: vocabulary.inputLayer + 1, through: last, by: 1) {
        let layer = elaborator.graph.number(number)
        definePreactivations(layer)
        defineErrors(layer)
      }
      defineActivations(depth)
      defineEnds(depth, one)
      return
    }
    let layer = elaborator.graph.index("l", from: first, to: depth)
    if let line = anyLayer[NetworkSymbol.preactivation] {
      definitions.append(line)
    } else {
      definePreactivations(layer)
    }
    defineActivations(depth)
    defineEnds(depth, one)
    defineErrors(layer)
  }

  /// δ^l = ∂L/∂z^l.
  private mutating func defineErrors(_ layer: Expression) {
    let one = elaborator.graph.number(1)
    let width = elaborator.width(of: layer)
    let unit = elaborator.graph.index("i", from: one, to: width)
    let units = self.units(unit)
    let cut = vocabulary.conventions.deltaOfActivation ? NetworkSymbol.activation : NetworkSymbol.preactivation
    let variable = elaborator.graph.symbol(cut, [layer] + units)
    let loss = elaborator.graph.symbol(NetworkSymbol.loss)
    let slope = elaborator.graph.partial(loss, by: variable)
    let sign = elaborator.graph.number(vocabulary.conventions.deltaSign)
    define(NetworkSymbol.delta, [layer] + units, elaborator.graph.multiply([sign, slope]))
  }

  /// What a line says of the activations of any layer, for those up to `last` that have no line of their own.
  private mutating func defineActivations(upTo last: Expression, by line: Background.Definition) {
    guard case .symbol(_, let subscripts) = elaborator.graph[line.head], let index = subscripts.first else { return }
    var number = vocabulary.inputLayer + 1
    while explicitLayers.contains(elaborator.graph.number(number)) { number += 1 }
    let lowest = elaborator.graph.number(number)
    let layer = elaborator.graph.index("l", from: lowest, to: last)
    let head = elaborator.graph.replace(index, by: layer, in: line.head)
    let value = elaborator.graph.replace(index, by: layer, in: line.value)
    definitions.append(Background.Definition(head, value))
  }

  /// a_i^l = f(z_i^l), except where a layer has a function of its own.
  private mutating func defineActivations(_ depth: Expression) {
    let isOwn = vocabulary.conventions.outputActivation != nil
    for definition in explicit { definitions.append(definition) }
    if isOwn, !explicitLayers.contains(depth) { defineOutputs(depth) }
    let hasOwnEnd = isOwn || explicitLayers.contains(depth)
    let offset = elaborator.graph.number(hasOwnEnd ? -1 : 0)
    let lastCustomary = elaborator.graph.add([depth, offset])
    if let line = anyLayer[NetworkSymbol.activation] {
      defineActivations(upTo: lastCustomary, by: line)
    } else if let last = elaborator.graph.numberValue(depth)?.asInt {
      for number in stride(from: vocabulary.inputLayer + 1, through: last, by: 1) {
        let layer = elaborator.graph.number(number)
        if explicitLayers.contains(layer) || isOwn && number == last { continue }
        defineActivation(layer, in: layer)
      }
    } else {
      let first = elaborator.graph.number(vocabulary.inputLayer + 1)
      let layer = elaborator.graph.index("l", from: first, to: lastCustomary)
      defineActivation(layer, in: layer)
    }
  }

  private mutating func defineActivation(_ layer: Expression, in range: Expression) {
    let one = elaborator.graph.number(1)
    let width = elaborator.width(of: layer)
    let unit = elaborator.graph.index("i", from: one, to: width)
    let units = self.units(unit)
    if let line = layerFunction, case .symbol(_, let own) = elaborator.graph[line.head], own.count == units.count + 1 {
      let value = elaborator.graph.replace(
        Dictionary(zip(own, [layer] + units)) { first, _ in first }, in: line.value)
      define(NetworkSymbol.activation, [layer] + units, value)
      return
    }
    let z = elaborator.graph.symbol(NetworkSymbol.preactivation, [layer] + units)
    define(NetworkSymbol.activation, [layer] + units, elaborator.graph.call(vocabulary.activationName, z))
  }

  /// a^L, where the output layer has a function of its own.
  private mutating func defineOutputs(_ depth: Expression) {
    guard let name = vocabulary.conventions.outputActivation else { return }
    let one = elaborator.graph.number(1)
    let width = elaborator.width(of: depth)
    let unit = elaborator.graph.index("i", from: one, to: width)
    let units = self.units(unit)
    let z = elaborator.graph.symbol(NetworkSymbol.preactivation, [depth] + units)
    switch name {
    case "identity": define(NetworkSymbol.activation, [depth] + units, z)
    case "softmax" where !isScalar:
      let other = elaborator.graph.freshIndex("k", from: one, to: width)
      let top = elaborator.graph.call("exp", z)
      let others = self.units(other)
      let inner = elaborator.graph.symbol(NetworkSymbol.preactivation, [depth] + others)
      let term = elaborator.graph.call("exp", inner)
      let total = elaborator.graph.summation(over: other, from: one, to: width, term)
      define(NetworkSymbol.activation, [depth] + units, elaborator.graph.divide(top, by: total))
    default: define(NetworkSymbol.activation, [depth] + units, elaborator.graph.call(name, z))
    }
  }

  /// z_i^l = Σ_j w_{ij} a_j^{l−1} + b_i, except where a line says something else.
  private mutating func definePreactivations(_ layer: Expression) {
    if let line = preactivations[layer] {
      definitions.append(line)
      return
    }
    let one = elaborator.graph.number(1)
    let minusOne = elaborator.graph.number(-1)
    let below = elaborator.graph.add([layer, minusOne])
    let own = elaborator.width(of: layer)
    let unit = elaborator.graph.index("i", from: one, to: own)
    let weightLayer = vocabulary.conventions.weightsEnterTheirLayer ? layer : below
    let lower = elaborator.graph.number(vocabulary.conventions.isFolded ? 0 : 1)
    var value: Expression
    let units = self.units(unit)
    if !isScalar {
      let width = elaborator.width(of: below)
      let source = elaborator.graph.freshIndex("j", from: lower, to: width)
      let subscripts = vocabulary.conventions.outputIndexFirst ? [unit, source] : [source, unit]
      let weight = elaborator.graph.symbol(NetworkSymbol.weight, [weightLayer] + subscripts)
      let inputUnits = self.units(source)
      let input = elaborator.graph.symbol(NetworkSymbol.activation, [below] + inputUnits)
      let product = elaborator.graph.multiply([weight, input])
      value = elaborator.graph.summation(over: source, from: lower, to: width, product)
    } else {
      let weight = elaborator.graph.symbol(NetworkSymbol.weight, [weightLayer])
      let input = elaborator.graph.symbol(NetworkSymbol.activation, [below])
      value = elaborator.graph.multiply([weight, input])
    }
    if vocabulary.letter(for: .bias) != nil, !vocabulary.conventions.isFolded {
      let bias = elaborator.graph.symbol(NetworkSymbol.bias, [weightLayer] + (isScalar ? [] : [unit]))
      value = elaborator.graph.add([value, bias])
    }
    define(NetworkSymbol.preactivation, [layer] + units, value)
  }

  /// a^0 = x, ŷ = a^L, and the constant unit.
  private mutating func defineEnds(_ depth: Expression, _ one: Expression) {
    let input = elaborator.graph.number(vocabulary.inputLayer)
    let inputWidth = elaborator.width(of: input)
    let inputUnit = elaborator.graph.index("i", from: one, to: inputWidth)
    let inputUnits = units(inputUnit)
    if occurs(NetworkSymbol.input) {
      let x = elaborator.graph.symbol(NetworkSymbol.input, inputUnits)
      define(NetworkSymbol.activation, [input] + inputUnits, x)
    }
    if let prediction {
      definitions.append(prediction)
    } else if occurs(NetworkSymbol.prediction) {
      let outputWidth = elaborator.width(of: depth)
      let outputUnit = elaborator.graph.index("i", from: one, to: outputWidth)
      let outputUnits = units(outputUnit)
      let output = elaborator.graph.symbol(NetworkSymbol.activation, [depth] + outputUnits)
      define(NetworkSymbol.prediction, outputUnits, output)
    }
    if vocabulary.conventions.isFolded {
      let zero = elaborator.graph.number(0)
      let layer = elaborator.graph.index("l", from: input, to: depth)
      let constant = units(zero)
      define(NetworkSymbol.activation, [layer] + constant, one)
      define(NetworkSymbol.input, constant, one)
    }
  }

  /// Whether a letter stands for a quantity, of one sample or of all.
  private func occurs(_ family: Family) -> Bool {
    vocabulary.letters.values.contains { $0.family == family || $0.family == family.batch }
  }

  private mutating func define(_ family: Family, _ subscripts: [Expression], _ value: Expression) {
    let head = elaborator.graph.symbol(family, subscripts)
    definitions.append(Background.Definition(head, value))
  }
}
