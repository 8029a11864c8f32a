import Calculus
import Expressions

/// The places lower…upper, which are not empty.
struct SubscriptRange {
  var lower: Expression
  var upper: Expression

  /// The places of `subscript` while the indices in it run through their ranges; nil where that is no interval of
  /// sums and multiples. Subscripts are linear as a rule: k, k − 1, n + 1 − k. Linear in the size of the subscript.
  init?(of subscript: Expression, in graph: inout ExpressionGraph) {
    switch graph[`subscript`] {
    case .index(let id):
      let (from, to) = (graph[id].lower, graph[id].upper)
      guard let first = SubscriptRange(of: from, in: &graph), let last = SubscriptRange(of: to, in: &graph) else {
        return nil
      }
      (lower, upper) = (first.lower, last.upper)
    case .add(let terms):
      var ranges: [SubscriptRange] = []
      for term in Array(terms) {
        guard let range = SubscriptRange(of: term, in: &graph) else { return nil }
        ranges.append(range)
      }
      lower = graph.simplify(graph.add(ranges.map(\.lower)))
      upper = graph.simplify(graph.add(ranges.map(\.upper)))
    case .multiply(let factors):
      guard let factor = graph.numberValue(factors[factors.startIndex]), factors.count == 2 else { fallthrough }
      guard let range = SubscriptRange(of: factors[factors.startIndex + 1], in: &graph) else { return nil }
      let (first, last) = factor.isNegative ? (range.upper, range.lower) : (range.lower, range.upper)
      lower = graph.simplify(graph.multiply([graph.number(factor), first]))
      upper = graph.simplify(graph.multiply([graph.number(factor), last]))
    default:
      guard graph.freeIndices(of: `subscript`).isEmpty else { return nil }
      (lower, upper) = (`subscript`, `subscript`)
    }
  }

  /// The smallest interval that holds both, if their bounds can be compared.
  func union(_ other: SubscriptRange, in graph: inout ExpressionGraph) -> SubscriptRange? {
    guard let lower = isBelow(other, in: &graph) ? lower : other.isBelow(self, in: &graph) ? other.lower : nil,
      let upper = isAbove(other, in: &graph) ? upper : other.isAbove(self, in: &graph) ? other.upper : nil
    else { return nil }
    return SubscriptRange(lower: lower, upper: upper)
  }

  private init(lower: Expression, upper: Expression) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether this begins no later than `other`: lower ≤ other.lower, perhaps because upper ≤ other.lower.
  private func isBelow(_ other: SubscriptRange, in graph: inout ExpressionGraph) -> Bool {
    graph.isKnown(lower, atMost: other.lower) || graph.isKnown(upper, atMost: other.lower)
  }

  /// Whether this ends no earlier than `other`: other.upper ≤ upper, perhaps because other.upper ≤ lower.
  private func isAbove(_ other: SubscriptRange, in graph: inout ExpressionGraph) -> Bool {
    graph.isKnown(other.upper, atMost: upper) || graph.isKnown(other.upper, atMost: lower)
  }
}

extension ExpressionGraph {
  /// Whether b − a is a number that is not negative.
  fileprivate mutating func isKnown(_ a: Expression, atMost b: Expression) -> Bool {
    let difference = simplify(add([b, negate(a)]))
    return numberValue(difference).map { !$0.isNegative } ?? false
  }
}

extension SymbolSurvey {
  /// The places that subscript number `place` of the family of `symbol` takes in the expression, `own` not counted;
  /// nil if there are none, or if no interval is known to hold them.
  ///
  /// A letter that stands nowhere but as a subscript, i beside Σ_k x_k, is an index of the same range.
  func range(
    ofSubscript place: Int, of symbol: Expression, own: Expression, in graph: inout ExpressionGraph
  ) -> SubscriptRange? {
    var ranges: [SubscriptRange] = []
    var letters: [Expression] = []
    for relative in relatives(of: symbol, in: graph) {
      guard case .symbol(_, let others) = graph[relative] else { continue }
      let other = others[others.startIndex + place]
      if other == own { continue }
      guard let range = SubscriptRange(of: other, in: &graph) else { return nil }
      if case .symbol = graph[other] { letters.append(other) } else { ranges.append(range) }
    }
    let bounds = ranges.flatMap { [$0.lower, $0.upper] }
    for letter in letters where symbols.contains(letter) || bounds.contains(where: { graph.mentions($0, letter) }) {
      if let range = SubscriptRange(of: letter, in: &graph) { ranges.append(range) }
    }
    guard bounds.allSatisfy({ !graph.mentions($0, own) }), let first = ranges.first else { return nil }
    // What cannot be compared with the first range may be with a later union: n + 1 − k after k.
    var union = first
    var rest = Array(ranges.dropFirst())
    while !rest.isEmpty {
      guard let next = rest.indices.first(where: { union.union(rest[$0], in: &graph) != nil }),
        let larger = union.union(rest[next], in: &graph)
      else { return nil }
      union = larger
      rest.remove(at: next)
    }
    return union
  }
}

extension ExpressionGraph {
  fileprivate func mentions(_ expression: Expression, _ symbol: Expression) -> Bool {
    var found = false
    forEachNode(of: expression) { node in
      if node == symbol { found = true }
      return !found
    }
    return found
  }
}
