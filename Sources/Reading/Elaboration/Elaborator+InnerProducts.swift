import Expressions
import LaTeX

/// w · x and ⟨w, x⟩.
extension Elaborator {
  private static let weightLetters: Set<String> = ["w", "\\theta", "\\omega", "\\beta"]

  /// The inner product that a dot between a vector of weights and another vector stands for; nil for any other dot, which
  /// many write between arrays that are multiplied entry by entry: (Wᵀδ) · σ′(z).
  mutating func innerProduct(
    _ a: Tensor, _ first: MathNode?, _ b: Tensor, _ second: MathNode
  ) -> Tensor? {
    guard a.axes.count == 1, b.axes.count == 1, !a.isRow, !b.isRow,
      isWeightVector(first) || isWeightVector(second), fits(a.axes[0], b.axes[0])
    else { return nil }
    return contracted(a, 0, b, 0)
  }

  /// ⟨a, b⟩: the sum of the products of corresponding entries, of two vectors as of two matrices.
  mutating func innerProduct(of fence: MathFence, _ node: MathNode) throws(ReadingProblem) -> Tensor {
    let parts = fence.body.split(whereSeparator: \.isPunctuation).map(Array.init)
    guard parts.count == 2 else { throw unexpected(node) }
    var (a, b) = (try tensor(parts[0]), try tensor(parts[1]))
    (a.isRow, b.isRow) = (false, false)
    return Tensor(total(try entrywise(a, b, node.range)))
  }

  /// The sum of all entries.
  mutating func total(_ tensor: Tensor) -> Expression {
    var body = tensor.body
    for axis in tensor.axes.reversed() {
      let (index, lower, upper) = freshAxis(like: axis)
      body = graph.summation(over: index, from: lower, to: upper, graph.replace(axis, by: index, in: body))
    }
    return body
  }

  private func isWeightVector(_ node: MathNode?) -> Bool {
    guard let occurrence = node?.occurrence else { return false }
    // W_j, a row of W that is written as a column.
    let isRow = occurrence.subscripts.count == 1 && vocabulary.letters[occurrence.letter]?.hasColumnsForRows == true
    return isRow
      || Self.weightLetters.contains(Occurrence.base(of: occurrence.letter))
        && vocabulary.functions[occurrence.letter] == nil
  }
}
