import Derivations
import Expressions
import LaTeX
import Networks

/// Letters with their subscripts and superscripts.
extension NotationReader {
  /// The symbol that a letter with these scripts is; a power of one that has no layer.
  mutating func symbol(_ node: MathNode, _ scripts: MathScripts) throws(ReadingProblem) -> Expression {
    guard let base = scripts.base, let letter = base.letterName else {
      throw ReadingProblem(kind: .unexpected(node.name), range: node.range)
    }
    guard scripts.primes.isEmpty else { throw ReadingProblem(kind: .unexpected(letter + "'"), range: node.range) }
    if let family = families[letter] { return try member(of: family, letter, scripts, node) }
    guard scripts.lower == nil else { throw ReadingProblem(kind: .unknownLetter(letter), range: base.range) }
    let plain = try plainLetter(letter, base)
    guard let upper = scripts.upper else { return plain }
    return graph.power(plain, try expression(upper.nodes))
  }

  /// An index, a width, π, or the argument of a function's definition.
  private mutating func plainLetter(_ letter: String, _ node: MathNode) throws(ReadingProblem) -> Expression {
    if let index = indices[letter] { return index }
    if letter == "\\pi" { return graph.constant(.pi) }
    if isLetterOfArchitecture(letter) { return graph.symbol(NetworkSymbol.letter(letter)) }
    if letter == "z" { return graph.symbol("z") }
    throw ReadingProblem(kind: .unknownLetter(letter), range: node.range)
  }

  private func isLetterOfArchitecture(_ letter: String) -> Bool {
    switch network.architecture.layers {
    case .widths(let widths): widths.contains(.symbol(letter))
    case .open(_, let last): letter == last
    }
  }

  private mutating func member(
    of family: Family, _ letter: String, _ scripts: MathScripts, _ node: MathNode
  ) throws(ReadingProblem) -> Expression {
    if family == NetworkSymbol.preactivation, scripts.lower == nil {
      // z without an index is the argument in the definition of a function.
      let argument = graph.symbol("z")
      return try scripts.upper.map { row throws(ReadingProblem) in graph.power(argument, try expression(row.nodes)) }
        ?? argument
    }
    var layer: Expression?
    var power: Expression?
    var lower = scripts.lower?.nodes ?? []
    if family == NetworkSymbol.width {
      layer = try expression(lower)
      lower = []
    }
    if let upper = scripts.upper {
      if family.isLayered, family != NetworkSymbol.width {
        layer = try layerExpression(upper.nodes)
      } else {
        power = try expression(upper.nodes)
      }
    }
    let names = lower.subscriptItems
    let wanted = subscriptCount(of: family)
    guard names.count == wanted else {
      throw ReadingProblem(kind: .subscripts(of: letter, wanted: wanted, found: names.count), range: node.range)
    }
    guard family.isLayered == (layer != nil) else {
      throw ReadingProblem(kind: .missing("a layer at \(letter)"), range: node.range)
    }
    var subscripts: [Expression] = layer.map { [$0] } ?? []
    for (place, item) in names.enumerated() {
      subscripts.append(try index(item, at: place, of: family, layer))
    }
    let symbol = graph.symbol(family, subscripts)
    return power.map { graph.power(symbol, $0) } ?? symbol
  }

  /// 3, l + 1, L: letters that are new here are free layers l.
  private mutating func layerExpression(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression {
    for node in nodes {
      guard case .letter(let name) = node.kind, indices[name] == nil, !isLetterOfArchitecture(name) else { continue }
      throw ReadingProblem(kind: .noRange(name), range: node.range)
    }
    return try expression(nodes)
  }

  /// How many unit and sample indices a member has.
  private func subscriptCount(of family: Family) -> Int {
    let samples = network.batch == .none ? 0 : 1
    switch family {
    case NetworkSymbol.weight: return 2
    case NetworkSymbol.bias: return 1
    case NetworkSymbol.loss, NetworkSymbol.learningRate, NetworkSymbol.batchSize, NetworkSymbol.width: return 0
    default: return 1 + samples
    }
  }

  /// The index written as `nodes` at a place of a family: a number, a bound index, or a free one with the range of that
  /// place.
  private mutating func index(
    _ nodes: [MathNode], at place: Int, of family: Family, _ layer: Expression?
  ) throws(ReadingProblem) -> Expression {
    guard nodes.count == 1, case .letter(let name) = nodes[0].kind, indices[name] == nil else {
      return try expression(nodes)
    }
    let (lower, upper) = range(at: place, of: family, layer)
    let index = graph.index(name, from: lower, to: upper)
    indices[name] = index
    return index
  }

  /// What the index at a place of a family runs over.
  private mutating func range(
    at place: Int, of family: Family, _ layer: Expression?
  ) -> (lower: Expression, upper: Expression) {
    let one = graph.number(1)
    let architecture = network.architecture
    let input = graph.number(architecture.inputLayer)
    switch family {
    case NetworkSymbol.weight, NetworkSymbol.bias:
      let own = layer ?? input
      let upperLayer = architecture.weightsEnterTheirLayer ? own : graph.add([own, one])
      if place == 0 { return (one, width(of: upperLayer)) }
      let first = network.bias == .folded ? graph.number(0) : one
      return (first, width(of: graph.add([upperLayer, graph.number(-1)])))
    case NetworkSymbol.input where place == 0:
      return (network.bias == .folded ? graph.number(0) : one, width(of: input))
    case NetworkSymbol.activation where place == 0 && layer == input:
      return (network.bias == .folded ? graph.number(0) : one, width(of: input))
    case NetworkSymbol.target where place == 0, NetworkSymbol.prediction where place == 0:
      return (one, width(of: outputLayer()))
    default:
      if place == 0, let layer { return (one, width(of: layer)) }
      return (one, graph.symbol(NetworkSymbol.batchSize))
    }
  }

  private mutating func outputLayer() -> Expression {
    switch network.architecture.layers {
    case .widths(let widths): graph.number(network.architecture.inputLayer + widths.count - 1)
    case .open(_, let last): graph.symbol(NetworkSymbol.outputLayer(last))
    }
  }

  /// The number of units of a layer, as the architecture gives it.
  private mutating func width(of layer: Expression) -> Expression {
    guard case .widths(let widths) = network.architecture.layers, let number = graph.numberValue(layer)?.asInt,
      widths.indices.contains(number - network.architecture.inputLayer)
    else { return graph.symbol(NetworkSymbol.width, [layer]) }
    switch widths[number - network.architecture.inputLayer] {
    case .number(let units): return graph.number(units)
    case .symbol(let letter): return graph.symbol(NetworkSymbol.letter(letter))
    }
  }

  // MARK: Free indices

  /// Takes in the free indices that symbols anywhere in `nodes` carry, so that [k = i] may stand before the symbol that
  /// tells what i runs over. Where a sum binds one of these names, its own index takes precedence.
  ///
  /// Outputs come last: with folded biases the index of an input may be that of the constant unit, if z and w do not tell
  /// otherwise.
  mutating func collectFreeIndices(_ nodes: [MathNode]) {
    collectFreeIndices(nodes) { !Self.outputs.contains($0) }
    collectFreeIndices(nodes) { Self.outputs.contains($0) }
  }

  private static let outputs = [NetworkSymbol.activation, NetworkSymbol.input]

  private mutating func collectFreeIndices(_ nodes: [MathNode], where isWanted: (Family) -> Bool) {
    for node in nodes {
      if case .scripts(let scripts) = node.kind, let letter = scripts.base?.letterName, let family = families[letter],
        isWanted(family)
      {
        _ = try? symbol(node, scripts)
      }
      collectFreeIndices(node.children, where: isWanted)
    }
  }
}
