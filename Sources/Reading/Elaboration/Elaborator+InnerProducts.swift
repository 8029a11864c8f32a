import Expressions
import LaTeX

/// w · x.
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

  private func isWeightVector(_ node: MathNode?) -> Bool {
    guard let occurrence = node?.occurrence else { return false }
    // W_j, a row of W that is written as a column.
    let isRow = occurrence.subscripts.count == 1 && vocabulary.letters[occurrence.letter]?.hasColumnsForRows == true
    return isRow
      || Self.weightLetters.contains(Occurrence.base(of: occurrence.letter))
        && vocabulary.functions[occurrence.letter] == nil
  }
}
