import Expressions
import Networks

/// Which dimensions are one, found as arrays are multiplied and added.
///
/// A dimension is the upper bound of a range: a number, n_l, or an open one of its own, a count symbol whose name begins
/// with `#`. Open ones are merged with others (union-find); two that are known are equal or not.
struct DimensionTable {
  private var parents: [Expression: Expression] = [:]
  /// The sizes that shapes are told in: q of o ∈ ℝ^q.
  var told: Set<Expression> = []
  /// Whether open dimensions may still be merged; when everything is inferred, they may not.
  var isOpen = true

  /// How many dimensions have turned out to be another one.
  var mergeCount: Int { parents.count }

  /// Whether the two are one dimension.
  mutating func unify(_ a: Expression, _ b: Expression, in graph: inout ExpressionGraph) -> Bool {
    let x = root(a)
    let y = root(b)
    if x == y { return true }
    if let p = graph.numberValue(x), let q = graph.numberValue(y) { return p == q }
    guard isOpen else { return false }
    // There are not as many samples as units, though they may be as many as something that is not told.
    if areSamples(x, graph) && isLayer(y, graph) || areSamples(y, graph) && isLayer(x, graph) { return false }
    // Nobody writes a vector of ones for the number 1.
    for (own, other) in [(x, y), (y, x)] where areOnes(own, graph) && graph.numberValue(other)?.isOne == true {
      return false
    }
    // What is as large as its neighbours take it to be has no size of its own.
    for (own, other) in [(x, y), (y, x)] where isIdentity(own, graph) {
      parents[own] = other
      return true
    }
    // What goes by a letter, n or K, keeps it; two letters are two sizes.
    for (own, other) in [(x, y), (y, x)] where isOwn(own, graph) && !isNamed(own, graph) {
      parents[own] = other
      return true
    }
    for (own, other) in [(x, y), (y, x)] where isOwn(own, graph) && !isNamed(other, graph) {
      parents[own] = other
      return true
    }
    // The width of a layer is what a matrix of numbers beside its weights has.
    for (width, number) in [(x, y), (y, x)] where graph.numberValue(number) != nil && isWidth(width, graph) {
      parents[width] = number
      return true
    }
    return false
  }

  /// Makes two dimensions one, whatever they are.
  mutating func join(_ a: Expression, _ b: Expression) {
    let (x, y) = (root(a), root(b))
    if x != y { parents[x] = y }
  }

  /// The widths of layers that are known from matrices of numbers.
  func widths(in graph: ExpressionGraph) -> [(symbol: Expression, value: Int)] {
    graph.ordered(parents.keys).compactMap { symbol in
      guard isWidth(symbol, graph), let value = graph.numberValue(root(symbol))?.asInt else { return nil }
      return (symbol, value)
    }
  }

  /// Whether a dimension is the number of units of one layer.
  private func isWidth(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension] else { return false }
    return graph[id] == NetworkSymbol.width && graph.freeIndices(of: dimension).isEmpty
  }

  private func areOnes(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension] else { return false }
    return graph[id].name.hasPrefix("#ones#")
  }

  private func isIdentity(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension] else { return false }
    return graph[id].name.hasPrefix("#identity#")
  }

  private func areSamples(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension] else { return false }
    return graph[id].name == "#samples"
  }

  private func isLayer(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension] else { return false }
    return graph[id] == NetworkSymbol.width
  }

  /// What a dimension is merged with.
  func root(_ dimension: Expression) -> Expression {
    var current = dimension
    while let next = parents[current] { current = next }
    return current
  }

  /// Whether the dimension is nothing but itself.
  func isOwn(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    if case .symbol(let id, _) = graph[dimension] { graph[id].name.hasPrefix("#") } else { false }
  }

  /// Whether the notes have a letter for the dimension: `#n` is the size n, `#z#1` what the first subscript of z runs over.
  func isNamed(_ dimension: Expression, _ graph: ExpressionGraph) -> Bool {
    guard case .symbol(let id, _) = graph[dimension], isOwn(dimension, graph), !areSamples(dimension, graph) else {
      return false
    }
    return !graph[id].name.dropFirst().contains("#")
  }

  /// A dimension as people write it.
  func text(_ dimension: Expression, _ graph: ExpressionGraph) -> String {
    let root = root(dimension)
    if areSamples(root, graph) { return "m" }
    if told.contains(root), case .symbol(let id, _) = graph[root] { return String(graph[id].name.dropFirst()) }
    if case .symbol(let id, _) = graph[root], graph[id].name.hasPrefix("#") {
      return "d_" + graph[id].name.dropFirst().prefix { $0 != "#" }
    }
    return TextPrinter(graph).text(root)
  }
}
