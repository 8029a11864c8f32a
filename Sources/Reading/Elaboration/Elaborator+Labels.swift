import Expressions
import LaTeX

/// Classes that samples belong to: p_{y_i} is the entry of p whose number is y_i.
extension Elaborator {
  /// The class that a subscript or one side of a condition is; nil for anything else.
  mutating func label(_ nodes: [MathNode]) -> Expression? {
    guard let content = LayerContent(nodes), let name = content.letter, content.offset == 0,
      vocabulary.classLabels.contains(name), let mark = name.firstIndex(of: "_")
    else { return nil }
    let sample = indices[String(name[name.index(after: mark)...])]
    return graph.symbol(Family(Family.labelPrefix + name[..<mark]), sample.map { [$0] } ?? [])
  }

  /// Σ_k [k = y_i] u_k for u_{y_i}.
  mutating func entry(
    _ family: Family, _ subscripts: [Expression], ofClasses classes: [(place: Int, label: Expression, axis: Expression)]
  ) -> Expression {
    var all = subscripts
    for item in classes { all[item.place] = item.axis }
    var body = graph.symbol(family, all)
    for item in classes {
      guard case .index(let id) = graph[item.axis] else { continue }
      let isOwn = graph.compare(item.axis, .equal, item.label)
      let bracket = graph.bracket(isOwn)
      let term = graph.multiply([bracket, body])
      body = graph.summation(over: item.axis, from: graph[id].lower, to: graph[id].upper, term)
    }
    return body
  }

  /// ∂u/∂w_{y_i} = Σ_k [k = y_i] ∂u/∂w_k; nil where the variable is no entry of a class.
  mutating func derivativeByClass(of value: Tensor, by variable: Tensor) -> Tensor? {
    guard !vocabulary.classLabels.isEmpty, let opened = graph.openFresh(variable.body),
      case .multiply(let slice) = graph[opened.body]
    else { return nil }
    let factors = Array(slice)
    guard factors.count == 2, case .bracket = graph[factors[0]], case .symbol = graph[factors[1]] else { return nil }
    var result = partial(value, by: Tensor(axes: variable.axes, body: factors[1], isRow: variable.isRow))
    let term = graph.multiply([factors[0], result.body])
    result.body = graph.summation(over: opened.index, from: opened.lower, to: opened.upper, term)
    return result
  }
}
