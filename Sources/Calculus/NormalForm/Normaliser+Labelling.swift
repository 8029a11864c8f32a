import Expressions

/// One expression for all sums that differ only in the names and the order of their indices and in the order of factors.
///
/// Indices get colours from how they occur; colours are refined until they tell no more apart (McKay 1981, "Practical
/// graph isomorphism"). While two indices share a colour, one of them is singled out, each in turn, and the least
/// expression of all the results is taken. Indices that may be exchanged without changing the product are tried once.
/// Past `leafLimit` results the least so far is taken: two equal sums may then be taken for different ones, never two
/// different ones for equal.
extension Normaliser {
  private static let leafLimit = 60

  mutating func labelled(_ sum: FlatSum) throws(NormalFormError) -> RationalFunction {
    let coefficient = sum.product.numerator.onlyTerm?.coefficient ?? 1
    var search = LabelSearch(
      indices: sum.indices, product: sum.product.scaled(by: coefficient.reciprocal), leavesLeft: Self.leafLimit)
    var factors: [Expression] = []
    for kernel in search.product.kernels { factors.append(kernel.expression) }
    search.firstLevel = lowestLevel
    for factor in factors { search.firstLevel = max(search.firstLevel, level(above: factor, besides: sum.indices)) }
    for index in sum.indices {
      guard case .index(let id) = graph[index] else { continue }
      for bound in [graph[id].lower, graph[id].upper] {
        search.firstLevel = max(search.firstLevel, level(above: bound, besides: sum.indices))
      }
    }
    let colours = IndexColours(graph, indices: sum.indices, product: search.product)
    try explore(colours, &search)
    guard let best = search.best else { throw .tooLarge }
    return RationalFunction(Polynomial(Monomial(Kernel(best.expression)), best.coefficient * coefficient))
  }

  /// The lowest level above all labels in `expression` other than `indices`.
  private func level(above expression: Expression, besides indices: [Expression]) -> Int {
    var result = 0
    for index in graph.freeIndices(of: expression) where !indices.contains(index) {
      result = max(result, SumLabel.highestLevel(in: index, graph) + 1)
    }
    return result
  }

  /// What a search for the least labelling has found.
  private struct LabelSearch {
    let indices: [Expression]
    let product: RationalFunction
    var leavesLeft: Int
    var firstLevel = 0
    var best: (expression: Expression, coefficient: Rational)?
  }

  private mutating func explore(_ colours: IndexColours, _ search: inout LabelSearch) throws(NormalFormError) {
    guard search.leavesLeft > 0 || search.best == nil else { return }
    guard let group = colours.firstGroup else {
      search.leavesLeft -= 1
      guard let leaf = try leaf(colours.order, search) else { return }
      if let best = search.best, graph.order(best.expression, leaf.expression) <= 0 { return }
      search.best = leaf
      return
    }
    var tried: [Expression] = []
    candidates: for index in group {
      for other in tried where try areTwins(other, index, search.product) { continue candidates }
      tried.append(index)
      try explore(colours.singlingOut(index, graph), &search)
    }
  }

  /// Whether exchanging two indices changes nothing.
  private mutating func areTwins(
    _ a: Expression, _ b: Expression, _ product: RationalFunction
  ) throws(NormalFormError) -> Bool {
    let written = expressionOf(product)
    return try canonical(graph.replace([a: b, b: a], in: written)) == written
  }

  /// The sum with its indices labelled in the given order; nil if the relabelled product falls apart.
  private mutating func leaf(
    _ order: [Expression], _ search: LabelSearch
  ) throws(NormalFormError) -> (expression: Expression, coefficient: Rational)? {
    var labels: [Expression: Expression] = [:]
    var nesting: [Expression] = []
    var waiting = Array(order.enumerated())
    // Outer indices first: a range may depend on indices further out.
    while !waiting.isEmpty {
      let place = waiting.firstIndex { candidate in
        !waiting.contains { $0.element != candidate.element && depends(candidate.element, on: $0.element) }
      }
      guard let place else { return nil }
      let (number, index) = waiting.remove(at: place)
      guard case .index(let id) = graph[index] else { return nil }
      let range = graph[id]
      let lower = try canonical(graph.replace(labels, in: range.lower))
      let upper = try canonical(graph.replace(labels, in: range.upper))
      let label = SumLabel.label(search.firstLevel + number, from: lower, to: upper, in: &graph)
      labels[index] = label
      nesting.append(label)
    }
    let written = graph.replace(labels, in: expressionOf(search.product))
    let product = try normal(written)
    guard let term = product.numerator.onlyTerm else { return nil }
    var result = expressionOf(product.scaled(by: term.coefficient.reciprocal))
    for label in nesting.reversed() {
      guard case .index(let id) = graph[label] else { return nil }
      let range = graph[id]
      result = graph.summation(over: label, from: range.lower, to: range.upper, result)
    }
    return (result, term.coefficient)
  }

  private func depends(_ index: Expression, on other: Expression) -> Bool {
    guard case .index(let id) = graph[index] else { return false }
    return graph.contains(other, in: graph[id].lower) || graph.contains(other, in: graph[id].upper)
  }
}
