import Derivations
import Expressions

extension DefinitionCollector {
  /// A quantity without a definition is drawn as some smooth function of its arguments u, v, …: with smooth φ, χ, … and
  /// numbers c and d from outside, L = Σ c φ(u) + Σ c′ χ(v) + … + (Σ d u + Σ d′ v + …)²/2. The slopes of such functions, and
  /// the slopes of these, are independent of one another everywhere. The kernel is told only what it is a function of.
  mutating func takeOpenQuantities(_ background: Background, _ kernel: inout Kernel) {
    for (number, quantity) in background.openQuantities.enumerated() {
      guard case .symbol = kernel.graph[quantity.symbol], !table.meets(quantity.symbol, in: &kernel.graph) else {
        continue
      }
      let value = anyFunction(number, of: quantity, &kernel.graph)
      if take(quantity.symbol, value, &kernel.graph) {
        kernel.openLosses.append((quantity.symbol, quantity.arguments))
      }
    }
  }

  private func anyFunction(
    _ number: Int, of quantity: Background.OpenQuantity, _ graph: inout ExpressionGraph
  ) -> Expression {
    let own = Set(graph.freeIndices(of: quantity.symbol))
    var terms: [Expression] = []
    var mixed: [Expression] = []
    for (place, argument) in quantity.arguments.enumerated() {
      guard case .symbol(_, let slice) = graph[argument] else { continue }
      let subscripts = Array(slice)
      let label = "\(number)_\(place)"
      let weight = graph.symbol(Family("·c\(label)"), subscripts)
      let direction = graph.symbol(Family("·d\(label)"), subscripts)
      let smooth = graph.call("·φ\(label)", argument)
      var single = graph.multiply([weight, smooth])
      var linear = graph.multiply([direction, argument])
      for index in graph.freeIndices(of: argument).reversed() where !own.contains(index) {
        guard case .index(let id) = graph[index] else { continue }
        let range = graph[id]
        single = graph.summation(over: index, from: range.lower, to: range.upper, single)
        linear = graph.summation(over: index, from: range.lower, to: range.upper, linear)
      }
      terms.append(single)
      mixed.append(linear)
    }
    let square = graph.power(graph.add(mixed), 2)
    let half = graph.number(Rational(1, 2))
    terms.append(graph.multiply([half, square]))
    return graph.add(terms)
  }
}
