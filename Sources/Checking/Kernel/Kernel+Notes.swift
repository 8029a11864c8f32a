import Derivations
import Expressions

/// What the kernel is told about somebody's notes before it judges their lines.
extension Kernel {
  /// A kernel that knows sizes that are numbers and relations that are assumed; definitions are taken one by one.
  init(_ graph: ExpressionGraph, sizes: [(symbol: Expression, value: Int)]) {
    self.init(graph)
    for (symbol, value) in sizes {
      let number = self.graph.number(value)
      _ = definitions.add(symbol, number, in: &self.graph)
    }
  }

  /// Takes head = value for all values of the free indices of the head; over a numbered range of layers, for each layer,
  /// with the sizes of that layer in its ranges. What is not taken is remembered as not understood: nothing is proved of
  /// derivatives that lead through it.
  public mutating func take(_ head: Expression, _ value: Expression) {
    guard let (layer, numbers) = numberedLayer(in: [head]) else { return takeOnce(head, value) }
    for number in numbers {
      let replacement = graph.number(number)
      let instanceOfHead = instance(head, layer, replacement)
      let instanceOfValue = instance(value, layer, replacement)
      // The ranges of indices that both share have to stay the same index.
      takeOnce(instanceOfHead, instanceOfValue)
    }
  }

  private mutating func takeOnce(_ head: Expression, _ value: Expression) {
    if !definitions.add(head, value, in: &graph) { definitions.refuse(head, value, in: &graph) }
  }

  /// Holds left = right to be true.
  mutating func assume(_ left: Expression, equals right: Expression) { assumptions.append((left, right)) }

  /// Whether it is proved that `claim` holds.
  mutating func proves(_ claim: Claim) -> Bool {
    var claim = claim
    claim.reason = .sameWith(claim.left)
    return judge(claim) == .proved
  }
}
