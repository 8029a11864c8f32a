import Expressions
import LaTeX
import Networks

/// What subscripts run over: dimensions, sizes, widths.
extension Elaborator {
  /// What subscript `slot` of a letter at a layer runs over.
  mutating func range(
    of letter: Vocabulary.Letter, slot: Int, _ layer: Expression?
  ) -> (lower: Expression, upper: Expression) {
    let (dimension, lower) = vocabulary.dimension(of: letter, slot: slot)
    let first = graph.number(lower)
    switch dimension {
    case .units(let offset):
      let shift = graph.number(offset)
      let own = graph.add([layer ?? graph.number(vocabulary.inputLayer), shift])
      return (first, width(of: own))
    case .inputUnits: return (first, width(of: graph.number(vocabulary.inputLayer)))
    case .outputUnits:
      let last = depth()
      return (first, width(of: last))
    case .samples: return sampleRange()
    case .own(let name):
      var suffix = ""
      if let layer, !letter.isOfSteps, let number = graph.numberValue(layer)?.asInt { suffix = "@\(number)" }
      let symbol = graph.symbol(Family("#" + name + suffix, isCount: true))
      return (first, dimensions.root(symbol))
    }
  }

  /// What the samples of a batch run over.
  mutating func sampleRange() -> (lower: Expression, upper: Expression) {
    let count = graph.symbol(Family("#samples", isCount: true))
    return (graph.number(1), dimensions.root(count))
  }

  /// The subscripts of a unit, with that of a sample where the notes write it.
  func units(_ unit: Expression, sample: Expression?) -> [Expression] {
    vocabulary.units(unit, sample: sample)
  }

  /// A letter that says how many there are of something, plus a number.
  mutating func sizeExpression(_ letter: String, _ offset: Int) -> Expression {
    if vocabulary.isDepth(letter) {
      let last = depth()
      let shift = graph.number(offset)
      return graph.add([last, shift])
    }
    let size = graph.symbol(Family("#" + letter.plainName, isCount: true))
    let shift = graph.number(offset)
    return graph.add([dimensions.root(size), shift])
  }

  /// Takes an axis to be as long as its declaration says.
  mutating func declare(_ axis: Expression, as dimension: [MathNode]) {
    guard case .index(let id) = graph[axis] else { return }
    let own = graph[id].upper
    guard dimensions.isOwn(dimensions.root(own), graph) else { return }
    if dimension.count == 1, let number = dimension[0].wholeNumber {
      let size = graph.number(number)
      _ = dimensions.unify(own, size, in: &graph)
    } else if dimension.count == 1, let name = dimension[0].symbolName ?? dimension[0].indexedName {
      let size = graph.symbol(Family("#" + name.plainName, isCount: true))
      dimensions.told.insert(size)
      if vocabulary.sizeLetters.contains(name) { return equate(own, withSize: name) }
      _ = dimensions.unify(own, size, in: &graph)
    }
  }

  /// Takes a dimension to be as large as a letter says, unless it is as large as another letter says: n and K are not one
  /// for being the bounds of two sums over the same units, of which one may be a slip.
  mutating func equate(_ dimension: Expression, withSize letter: String) {
    if vocabulary.isDepth(letter) || sizeEvidence == .none { return }
    let size = graph.symbol(Family("#" + letter.plainName, isCount: true))
    let root = dimensions.root(dimension)
    guard dimensions.isOwn(root, graph), !dimensions.isNamed(root, graph) else { return }
    _ = dimensions.unify(root, size, in: &graph)
  }

  /// Takes two letters for names of one size.
  mutating func joinSizes(_ letter: String, _ other: String) {
    let a = graph.symbol(Family("#" + letter.plainName, isCount: true))
    let b = graph.symbol(Family("#" + other.plainName, isCount: true))
    dimensions.join(a, b)
  }

  /// The number of units of a layer.
  mutating func width(of layer: Expression) -> Expression {
    if vocabulary.hasOneWidth {
      let first = graph.number(vocabulary.inputLayer)
      return graph.symbol(NetworkSymbol.width, [first])
    }
    guard let number = graph.numberValue(layer)?.asInt else { return graph.symbol(NetworkSymbol.width, [layer]) }
    let representative = vocabulary.equallyWide[number] ?? number
    if let width = vocabulary.widths[number] ?? vocabulary.widths[representative] { return graph.number(width) }
    let lowest = graph.number(representative)
    return graph.symbol(NetworkSymbol.width, [lowest])
  }
}
