import Expressions
import LaTeX

/// Differentials: dL = (a − y)ᵀ da, dz = dW x + W dx + db.
///
/// du is the sum of ∂u/∂v dv over everything that varies. A line that names some of what varies by its d is about these
/// alone, dL = δᵀ dW x; one that names nothing but what is computed is about all of it.
extension Elaborator {
  /// The differential that begins here, nil if none does.
  mutating func differential(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor? {
    guard let node = cursor.current, node.isDifferentialSign, node.kind != .symbol("partial") else { return nil }
    var ahead = cursor
    ahead.advance()
    guard let next = ahead.current else { return nil }
    let value: Tensor
    if next.isFence {
      value = try factor(&ahead).tensor
    } else if let occurrence = next.occurrence, vocabulary.letters[occurrence.letter] != nil {
      ahead.advance()
      value = try symbol(occurrence, &ahead)
    } else {
      return nil
    }
    cursor = ahead
    let body = try differential(of: value.body)
    return Factor(
      tensor: Tensor(axes: value.axes, body: body, isRow: value.isRow, isTurned: value.isTurned),
      range: node.range.lowerBound..<max(next.range.upperBound, node.range.upperBound))
  }

  /// Σ_v Σ_{ij…} ∂u/∂v_{ij…} dv_{ij…}.
  private mutating func differential(of value: Expression) throws(ReadingProblem) -> Expression {
    var terms: [Expression] = []
    for letter in variations {
      var nothing = NodeCursor([])
      let variable = try symbol(Occurrence(letter: letter, range: 0..<0), &nothing)
      guard case .symbol(let id, let subscripts) = graph[variable.body] else { continue }
      let (family, places) = (graph[id], Array(subscripts))
      let change = Family("d_" + family.name, isLayered: family.isLayered)
      if case .symbol(id, let own) = graph[value] { return graph.symbol(change, Array(own)) }
      let slope = graph.partial(value, by: variable.body)
      let step = graph.symbol(change, places)
      var term = graph.multiply([slope, step])
      for axis in variable.axes.reversed() {
        let (index, lower, upper) = freshAxis(like: axis)
        term = graph.summation(over: index, from: lower, to: upper, graph.replace(axis, by: index, in: term))
      }
      terms.append(term)
    }
    return graph.add(terms)
  }
}

extension Vocabulary {
  /// What varies in a statement: the letters with a d in it from which everything else is computed, or else all of them.
  func variations(in nodes: [MathNode]) -> [String] {
    guard usesDifferentials else { return [] }
    let named = nodes.variedLetters
    let own = variations.filter(named.contains)
    return own.isEmpty ? variations : own
  }
}
