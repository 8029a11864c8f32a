import Expressions
import LaTeX

/// What is differentiated by that is no single letter.
extension Elaborator {
  /// ∂u/∂σ², where σ is a standard deviation: (∂u/∂σ)/(2σ), since σ is positive.
  mutating func derivativeBySquare(of value: Tensor, _ variables: [Tensor], order: Int) -> Tensor? {
    guard order == 1, variables.count == 1, let square = variables.first,
      case .power(let base, let exponent) = graph[square.body], graph.numberValue(exponent) == 2,
      case .symbol(let id, _) = graph[base], Self.deviations.contains(graph[id].name.prefix { $0 != "_" }.lowercased())
    else { return nil }
    let root = Tensor(axes: square.axes, body: base, isRow: square.isRow)
    var result = partial(value, by: root)
    let twice = graph.number(2)
    let inner = graph.multiply([twice, base])
    result.body = graph.divide(result.body, by: inner)
    return result
  }

  /// Names of standard deviations, whose squares are quantities as much as they are.
  private static let deviations: Set<String> = ["sigma", "s", "std"]
}
