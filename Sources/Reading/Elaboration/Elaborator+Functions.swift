import Expressions
import LaTeX
import Networks

/// Functions and what they are applied to.
extension Elaborator {
  /// A function sign with its primes and its power.
  private struct Sign {
    var name: String
    var order: Int
    var power: [MathNode]?
    var lower: [[MathNode]]
    /// The layer that it says it belongs to: f_l, f^{(l)}.
    var layer: LayerContent?
    var range: Range<Int>
    /// Whether it takes several arguments.
    var isMany: Bool { name == "max" || name == "min" }
  }

  /// f(u), f′(u), \log u: nil if no function stands here.
  mutating func application(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor? {
    guard let node = cursor.current, let sign = sign(node) else { return nil }
    var ahead = cursor
    ahead.advance()
    guard let next = ahead.current else { return nil }
    let isNamed =
      node.isFunctionSign || FunctionTable.record(named: sign.name) != nil && node.symbolName?.hasPrefix("\\") != true
    guard next.isFence && !next.isBars || isNamed else { return nil }
    cursor = ahead
    var outerPower: [MathNode]?
    var order = sign.order
    var selected: [[MathNode]] = []
    let argument: Tensor
    if next.isEntry, !sign.isMany, FunctionTable.record(named: sign.name).map({ !$0.isVectorValued }) == true {
      // log (a)_k is the logarithm of the entry.
      argument = try operandOfNamed(&cursor)
    } else if case .scripts(let scripts) = next.kind, let base = scripts.base, case .fence(let fence) = base.kind,
      !fence.isBars
    {
      // f(z)^2 is the square of f(z), g(z)' its derivative, softmax(z)_i an entry.
      cursor.advance()
      argument = try tensor(fence.body)
      outerPower = scripts.upper?.nodes
      order += scripts.primes.count
      selected = scripts.lower?.nodes.subscriptItems ?? []
    } else if case .fence(let fence) = next.kind, sign.isMany, fence.body.contains(where: \.isPunctuation) {
      cursor.advance()
      return try extremum(sign.name, fence.body)
    } else if case .fence(let fence) = next.kind, !fence.isBars {
      cursor.advance()
      // diag(a_1, …, a_n)
      let row = sign.name == "diag" ? try dottedRow(fence.body, next) : nil
      argument = if let row { row } else { try self.argument(fence.body) }
    } else {
      argument = try operandOfNamed(&cursor)
    }
    let name = nameOfFunction(sign.name, ofLayer: sign.layer, appliedTo: argument)
    try checkUnit(ofFunction: sign.layer, appliedTo: argument, node)
    if order == 0, sign.lower.isEmpty, let power = sign.power, power.isMinusOne {
      return try inverse(of: name, argument, node)
    }
    let isLogarithm = name == "log" && sign.name == "log"
    var result = try applied(name, order, argument, at: (isLogarithm ? [] : sign.lower) + selected, node)
    if isLogarithm, !sign.lower.isEmpty { result = try withBase(sign.lower, result, node) }
    for power in [sign.power, outerPower].compactMap({ $0 }) {
      if power.withoutBlanks.count == 1, power.withoutBlanks[0].isTransposeSign {
        result = transposed(result)
      } else {
        let exponent = try scalar(power)
        result = try mapped(result) { $0.power($1, exponent) }
      }
    }
    return result
  }

  /// max(0, z), of arrays entry by entry.
  private mutating func extremum(_ name: String, _ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    var arguments: [Tensor] = []
    for item in nodes.split(whereSeparator: \.isPunctuation) { arguments.append(try tensor(Array(item))) }
    if arguments.count == 2 {
      return try combined(arguments[0], arguments[1], nodes.extent) { graph, x, y in graph.call(Function(name), [x, y])
      }
    }
    guard arguments.allSatisfy(\.isScalar) else {
      throw ReadingProblem(kind: .unexpected("an array"), range: nodes.extent)
    }
    return Tensor(graph.call(Function(name), arguments.map(\.body)))
  }

  /// f_l(z^l) is the f of all layers; f_L(z^l) is another function.
  private mutating func nameOfFunction(
    _ name: String, ofLayer content: LayerContent?, appliedTo argument: Tensor
  ) -> String {
    guard vocabulary.isLayeredNetwork, let content, let letter = content.letter,
      vocabulary.layerLetters.contains(letter) || vocabulary.isDepth(letter),
      let own = try? layerExpression(content, 0..<0)
    else { return name }
    var layers: [Expression] = []
    graph.forEachNode(of: argument.body) { node in
      if case .symbol(let id, let subscripts) = graph[node], graph[id] == NetworkSymbol.preactivation,
        let layer = subscripts.first
      {
        layers.append(layer)
      }
      return layers.isEmpty
    }
    guard let layer = layers.first, layer != own, graph.numberValue(layer) == nil, graph.numberValue(own) == nil else {
      return name
    }
    return name + "_" + letter.plainName
  }

  /// What a function is applied to; 1/e^{z_m} sums over the values of the function, not over its arguments.
  mutating func argument(_ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    let isInner = isInDenominator
    isInDenominator = false
    defer { isInDenominator = isInner }
    return try tensor(nodes)
  }

  /// log u v: a function by name takes the product behind it, up to the next named function.
  private mutating func operandOfNamed(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    try factor(&cursor).tensor
  }

  private mutating func applied(
    _ name: String, _ order: Int, _ argument: Tensor, at selected: [[MathNode]], _ node: MathNode
  ) throws(ReadingProblem) -> Tensor {
    switch name {
    case "diag" where order == 0:
      guard argument.axes.count == 1 else { throw unexpected(node) }
      let (index, _, _) = freshAxis(like: argument.axes[0])
      let delta = graph.kroneckerDelta(argument.axes[0], index)
      return Tensor(axes: [argument.axes[0], index], body: graph.multiply([delta, argument.body]))
    case "Sigma" where vocabulary.functions.values.contains("sigma") && argument.axes.count == 1:
      // Σ′(z) beside σ′(z) is the diagonal matrix of its entries.
      let (index, _, _) = freshAxis(like: argument.axes[0])
      let delta = graph.kroneckerDelta(argument.axes[0], index)
      let entry = graph.call(Function(vocabulary.functions["\\sigma"] ?? "sigma", order: order), [argument.body])
      return Tensor(axes: [argument.axes[0], index], body: graph.multiply([delta, entry]))
    case "sumaxis":
      guard let item = selected.first, let axis = item.withoutBlanks.first?.wholeNumber else { throw unexpected(node) }
      return try summed(argument, along: axis, node)
    case "tr", "Tr", "trace":
      // Of a number it is the number: tr(δᵀ dW x).
      if argument.isScalar { return argument }
      guard argument.axes.count == 2, fits(argument.axes[0], argument.axes[1]) else { throw unexpected(node) }
      let (index, lower, upper) = freshAxis(like: argument.axes[0])
      let diagonal = graph.replace([argument.axes[0]: index, argument.axes[1]: index], in: argument.body)
      return Tensor(graph.summation(over: index, from: lower, to: upper, diagonal))
    case "softmax" where order == 0 && argument.isScalar && selected.isEmpty:
      guard let entry = softmaxEntry(argument.body) else { throw unexpected(node) }
      return Tensor(entry)
    case "softmax" where order == 0:
      guard let units = axisOfUnits(argument) else { throw unexpected(node) }
      let (index, lower, upper) = freshAxis(like: units)
      let top = graph.call("exp", argument.body)
      let other = graph.replace(units, by: index, in: top)
      let total = graph.summation(over: index, from: lower, to: upper, other)
      var body = graph.divide(top, by: total)
      guard let item = selected.first, argument.axes.count == 1 else {
        return Tensor(axes: argument.axes, body: body, isRow: argument.isRow)
      }
      let place = try indexExpression(item)
      body = graph.replace(argument.axes[0], by: place, in: body)
      return Tensor(body)
    default:
      // An entry of a function of a whole array depends on all of it.
      let isWhole = !selected.isEmpty || vocabulary.wholeFunctions.contains(name)
      guard !isWhole || argument.isScalar else { throw unexpected(node) }
      let called = name == "ln" ? "log" : name
      return try mapped(argument) { graph, u in graph.call(Function(called, order: order), [u]) }
    }
  }

  /// The axis of an array that numbers the units of one sample: of a batch, the one that does not number samples.
  private func axisOfUnits(_ array: Tensor) -> Expression? {
    switch array.axes.count {
    case 1: array.axes[0]
    case 2: vocabulary.unitSlot.map { array.axes[$0] }
    default: nil
    }
  }

  /// softmax(z_i), as many write the entry softmax(z)_i: nil where no single index says which entry is meant.
  private mutating func softmaxEntry(_ argument: Expression) -> Expression? {
    guard case .symbol(let id, let subscripts) = graph[argument] else { return nil }
    let units = Array(subscripts.dropFirst(graph[id].isLayered ? 1 : 0))
    guard units.count == 1, case .index = graph[units[0]] else { return nil }
    let (index, lower, upper) = freshAxis(like: units[0])
    let top = graph.call("exp", argument)
    let other = graph.replace(units[0], by: index, in: top)
    let total = graph.summation(over: index, from: lower, to: upper, other)
    return graph.divide(top, by: total)
  }

  /// The function that `node` is the sign of, if it is one.
  private func sign(_ node: MathNode) -> Sign? {
    var base = node
    var order = 0
    var power: [MathNode]?
    var lower: [[MathNode]] = []
    var layer: LayerContent?
    if case .scripts(let scripts) = node.kind, let inner = scripts.base {
      base = inner
      order = scripts.primes.count
      lower = scripts.lower?.nodes.subscriptItems ?? []
      layer = (lower.count == 1 ? LayerContent(lower[0]) : nil) ?? scripts.upper.flatMap { LayerContent($0.nodes) }
      if let upper = scripts.upper?.nodes.withoutBlanks {
        if upper.count == 1, case .fence(let fence) = upper[0].kind,
          let count = fence.body.withoutBlanks.first?.wholeNumber,
          fence.body.withoutBlanks.count == 1, vocabulary.functions[base.symbolName ?? ""] != nil,
          count <= 2, !vocabulary.isLayeredNetwork
        {
          order += count
        } else if upper.allSatisfy({ if case .fence = $0.kind { true } else { false } }) {
          // f^{(l)}: the function of a layer.
        } else if vocabulary.layeredFunctions.contains(base.symbolName ?? ""), LayerContent(upper) != nil {
          // f^l, where the notes write it so.
        } else {
          power = upper
        }
      }
    }
    while case .group(let row) = base.kind, row.nodes.withoutBlanks.count == 1 { base = row.nodes.withoutBlanks[0] }
    if case .scripts(let scripts) = base.kind, node.kind != base.kind, let inner = scripts.base, scripts.lower == nil {
      // {g^{(l)}}: the function of a layer.
      guard scripts.primes.isEmpty, case .fence? = scripts.upper?.nodes.withoutBlanks.first?.kind else { return nil }
      base = inner
    }
    guard let letter = base.symbolName ?? base.word else { return nil }
    if let name = vocabulary.functions[letter] {
      return Sign(name: name, order: order, power: power, lower: [], layer: layer, range: node.range)
    }
    guard case .function = base.kind else {
      let word = letter.replacingOccurrences(of: "\\")
      guard word.count > 1, !letter.hasPrefix("\\"), vocabulary.letters[letter] == nil else { return nil }
      guard let name = Self.name(ofWord: word) else { return nil }
      return Sign(name: name, order: order, power: power, lower: lower, range: node.range)
    }
    guard let name = Self.name(ofWord: letter) else { return nil }
    return Sign(name: name, order: order, power: power, lower: lower, range: node.range)
  }

  /// The function that a word names, nil for any other word.
  static func name(ofWord word: String) -> String? {
    switch word {
    case "sumaxis": return word
    case "diag", "tr", "Tr", "trace", "softmax", "Softmax": return word.lowercased()
    case "ln": return "log"
    default: return FunctionTable.record(named: word)?.name ?? FunctionTable.record(named: word.lowercased())?.name
    }
  }
}

extension MathFence {
  /// |…| or ‖…‖, which say something by themselves: log |u| is not log u.
  fileprivate var isBars: Bool { open.name == "|" || open.name == "‖" }
}

extension MathNode {
  /// (a)_k: the entry of one letter, with nothing above it.
  fileprivate var isEntry: Bool {
    guard case .scripts(let scripts) = kind, scripts.base?.isRoundFence == true, scripts.upper == nil,
      scripts.primes.isEmpty, scripts.lower != nil
    else { return false }
    return occurrence != nil
  }

  /// |…| or ‖…‖, with or without scripts.
  fileprivate var isBars: Bool {
    switch kind {
    case .fence(let fence): fence.isBars
    case .scripts(let scripts): scripts.base?.isBars ?? false
    default: false
    }
  }
}

extension String {
  fileprivate func replacingOccurrences(of scalar: Character) -> String { filter { $0 != scalar } }
}
