import Expressions
import LaTeX
import Networks

/// What sums run over.
extension Elaborator {
  /// The bounds of one index of a sum: as written; where they are left out, or a letter that nothing defines, the range
  /// of the subscripts that it stands at.
  mutating func bounds(
    of name: String, _ header: SumHeader, in body: [MathNode], _ place: Range<Int>
  ) throws(ReadingProblem) -> (lower: Expression, upper: Expression)? {
    let natural = header.isOverSamples ? nil : slotRange(of: name, in: body) ?? layerRange(of: name, in: body)
    var lower = natural?.lower ?? graph.number(1)
    if let written = header.lower { lower = try bound(written) ?? lower }
    if let natural, let units = try boundsOfUnits(header, lower, natural) { return units }
    guard let upper = header.upper, header.names.count == 1 else { return natural.map { (lower, $0.upper) } }
    if let natural, let content = LayerContent(upper), let letter = content.letter, content.offset == 0,
      indices[letter] == nil
    {
      letterBounds[natural.upper, default: []].insert(letter)
    }
    if let natural, let content = LayerContent(upper), let size = content.letter, content.offset == -1,
      indices[size] == nil, !vocabulary.isDepth(size), graph.numberValue(lower)?.isZero == true,
      !vocabulary.sizeLetters.contains(size)
    {
      // 0, …, n − 1 are as many as 1, …, n, where nothing runs from 1 to n.
      equate(natural.upper, withSize: size)
      let first = graph.number(1)
      return (first, sizeExpression(size, 0))
    }
    if let content = LayerContent(upper), let size = content.letter, vocabulary.sizeLetters.contains(size),
      indices[size] == nil
    {
      if content.offset == 0, let natural { equate(natural.upper, withSize: size) }
      return (lower, sizeExpression(size, content.offset))
    }
    if let natural, let number = LayerContent(upper), number.letter == nil, graph.numberValue(lower)?.isOne == true {
      numberBounds[natural.upper, default: [:]][number.offset, default: 0] += 1
    }
    if let value = try bound(upper) { return (lower, value) }
    if let natural, let content = LayerContent(upper), let size = content.letter, content.offset != 0,
      dimensions.isNamed(dimensions.root(natural.upper), graph)
    {
      // What goes by a letter is known: n − 1 is one less than n.
      return (lower, sizeExpression(size, content.offset))
    }
    if let natural {
      guard let content = LayerContent(upper), content.offset != 0 else { return (lower, natural.upper) }
      // n − 1, where no other line says what n is.
      guard content.letter.map({ letterBounds[natural.upper]?.contains($0) ?? false }) ?? true else { return nil }
      let shift = graph.number(content.offset)
      return (lower, graph.add([natural.upper, shift]))
    }
    if let letter = LayerContent(upper)?.letter, letter == vocabulary.sampleCount {
      return (lower, sampleRange().upper)
    }
    let content = LayerContent(upper)
    let count = graph.symbol(Family("#" + (content?.letter ?? "n").plainName, isCount: true))
    let offset = graph.number(content?.offset ?? 0)
    return (lower, graph.add([count, offset]))
  }

  /// A bound that means something by itself: a number, n_{l+1}, i + 1; nil for a plain letter.
  mutating func bound(_ nodes: [MathNode]) throws(ReadingProblem) -> Expression? {
    if let content = LayerContent(nodes) {
      guard let name = content.letter else { return graph.number(content.offset) }
      if let index = indices[name] {
        let offset = graph.number(content.offset)
        return graph.add([index, offset])
      }
      if vocabulary.isDepth(name) { return try layerExpression(content, nodes.extent) }
    }
    let visible = nodes.withoutBlanks
    if visible.count == 2, visible[0].kind == .operation("-"), let number = visible[1].wholeNumber {
      return graph.number(-number)
    }
    if visible.count == 3, let number = visible[2].wholeNumber, visible[1].isSign,
      let whole = try bound([visible[0]])
    {
      // n_{l+1} + 1
      let offset = graph.number(visible[1].kind == .operation("-") ? -number : number)
      return graph.add([whole, offset])
    }
    guard visible.count == 1, let occurrence = visible[0].occurrence else {
      return nil
    }
    // n_{l+1}, d^{(l)}: the width of a layer.
    guard vocabulary.isLayeredNetwork else { return nil }
    let layers: [MathNode]
    switch (occurrence.superscript, occurrence.subscripts.count) {
    case (.bracketed(let nodes, _)?, 0), (.bare(let nodes)?, 0): layers = nodes
    case (nil, 1): layers = occurrence.subscripts[0]
    default: return nil
    }
    guard let content = LayerContent(layers), let layer = try? layerExpression(content, nodes.extent) else {
      return nil
    }
    return width(of: layer)
  }
}

extension MathNode {
  /// + or −.
  fileprivate var isSign: Bool { kind == .operation("+") || kind == .operation("-") }
}
