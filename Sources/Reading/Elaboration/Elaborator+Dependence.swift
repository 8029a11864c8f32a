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
}
