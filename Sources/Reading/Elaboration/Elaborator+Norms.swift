import Expressions
import LaTeX

/// ‖u‖: the root of the sum of all squares, of vectors as of matrices; which norm is meant may stand below.
extension Elaborator {
  /// The norm of what stands between the bars; with `isSquared` its square, so that no root has to be taken.
  mutating func norm(
    of nodes: [MathNode], _ lower: [MathNode]?, isSquared: Bool, _ node: MathNode
  ) throws(ReadingProblem) -> Expression {
    let kind = lower?.withoutBlanks ?? []
    switch (kind.count, kind.first?.wholeNumber, kind.first?.symbolName) {
    case (0, _, _), (1, 2, _), (1, _, "F"), (1, _, "Fro"), (1, _, "fro"):
      var squares = try tensor(nodes)
      squares.body = graph.power(squares.body, 2)
      let sum = total(squares)
      return isSquared ? sum : graph.squareRoot(sum)
    case (1, 1, _):
      // Of a matrix ‖W‖₁ is another one to many.
      var sizes = try tensor(nodes)
      guard sizes.axes.count < 2 else { throw unexpected(node) }
      sizes.body = graph.call("abs", sizes.body)
      let sum = total(sizes)
      return isSquared ? graph.power(sum, 2) : sum
    default: throw unexpected(node)
    }
  }
}
