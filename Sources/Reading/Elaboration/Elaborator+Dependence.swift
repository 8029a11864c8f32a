import Expressions
import LaTeX

/// Quantities that are written with what they depend on.
extension Elaborator {
  /// u beside z_i, where u = −z_i, is u_i; of f(x_i) what stands in brackets only says of which i it is.
  mutating func showIndex(
    _ name: String, _ occurrence: inout Occurrence, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) {
    guard occurrence.subscripts.isEmpty else { return }
    guard indices[name] != nil else { throw ReadingProblem(kind: .noRange(name), range: occurrence.range) }
    occurrence.subscripts = [[MathNode(.letter(name), occurrence.range)]]
    if let next = cursor.current, next.isRoundFence, holds(name, next.children) { cursor.advance() }
  }

  private func holds(_ index: String, _ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      guard let occurrence = node.occurrence else { return holds(index, node.children) }
      return occurrence.subscripts.contains { LayerContent($0)?.letter == index }
    }
  }

  /// ς(z)_c, an entry of some function of the array z: what it is, its definition tells. Nil where the letter is anything
  /// else.
  mutating func entryOfFunction(
    _ occurrence: Occurrence, _ letter: Vocabulary.Letter, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Tensor? {
    guard letter.rank == 0, letter.role == nil, !letter.family.isLayered, occurrence.subscripts.isEmpty,
      occurrence.superscript == nil, let next = cursor.current, case .scripts(let scripts) = next.kind,
      let base = scripts.base, case .fence(let fence) = base.kind, fence.open.name == "(", let lower = scripts.lower,
      fence.body.withoutBlanks.count == 1, let argument = fence.body.withoutBlanks[0].occurrence,
      argument.subscripts.isEmpty, (vocabulary.letters[argument.letter]?.rank ?? 0) > 0
    else { return nil }
    var items: [Expression] = []
    for item in lower.nodes.subscriptItems { items.append(try indexExpression(item)) }
    cursor.advance()
    let entry = graph.symbol(letter.family, items)
    guard let upper = scripts.upper else { return Tensor(entry) }
    let exponent = try scalar(upper.nodes)
    return Tensor(graph.power(entry, exponent))
  }

  /// l(o_t, y_t), a loss of what stands in brackets that no line need define: l_t.
  mutating func openApplication(
    _ occurrence: inout Occurrence, _ letter: Vocabulary.Letter, _ cursor: inout NodeCursor
  ) -> Tensor? {
    guard letter.rank == 0, letter.role == nil, !letter.family.isLayered, occurrence.subscripts.isEmpty,
      occurrence.superscript == nil, VocabularyReader.lossLetters.contains(occurrence.letter),
      let next = cursor.current, case .fence(let fence) = next.kind, fence.open.name == "(",
      fence.body.contains(where: \.isPunctuation)
    else { return nil }
    var arguments: [Expression] = []
    var names: [String] = []
    for item in fence.body.split(whereSeparator: \.isPunctuation) {
      let nodes = Array(item).withoutBlanks
      guard nodes.count == 1, let argument = nodes[0].occurrence, let tensor = try? tensor(nodes),
        case .symbol = graph[tensor.body]
      else { return nil }
      arguments.append(tensor.body)
      for item in argument.subscripts {
        if let name = LayerContent(item)?.letter, indices[name] != nil, !names.contains(name) { names.append(name) }
      }
    }
    cursor.advance()
    let symbol = graph.symbol(letter.family, names.compactMap { indices[$0] })
    if openApplications[letter.family] == nil { openApplications[letter.family] = (symbol, arguments) }
    return Tensor(symbol)
  }

  /// prod(∂u/∂v, ∂v/∂w): the product of the chain rule, whatever has to be transposed for it. Nil if none stands here.
  mutating func chainProduct(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor? {
    guard let node = cursor.current, node.symbolName ?? node.word == "prod" else { return nil }
    var ahead = cursor
    ahead.advance()
    guard let next = ahead.current, case .fence(let fence) = next.kind else { return nil }
    let items = fence.body.split(whereSeparator: \.isPunctuation).map { Array($0).withoutBlanks }
    guard items.count == 2, items.allSatisfy({ $0.count == 1 }), let below = items[0][0].differentials?.below.rest
    else {
      return nil
    }
    ahead.advance()
    cursor = ahead
    let variable = try tensor(below)
    let outer = try tensor(items[0])
    let inner = try tensor(items[1])
    let count = variable.axes.count
    guard outer.axes.count >= count, inner.axes.count >= count else { throw misfit(outer, inner, node.range) }
    var left = outer.body
    var right = inner.body
    var bound: [(index: Expression, lower: Expression, upper: Expression)] = []
    for (own, other) in zip(outer.axes.suffix(count), inner.axes.prefix(count)) {
      guard fits(own, other) else { throw misfit(outer, inner, node.range) }
      let fresh = freshAxis(like: own)
      left = graph.replace(own, by: fresh.index, in: left)
      right = graph.replace(other, by: fresh.index, in: right)
      bound.append(fresh)
    }
    var body = graph.multiply([left, right])
    for (index, lower, upper) in bound.reversed() {
      body = graph.summation(over: index, from: lower, to: upper, body)
    }
    return Tensor(axes: Array(outer.axes.dropLast(count)) + Array(inner.axes.dropFirst(count)), body: body)
  }
}
