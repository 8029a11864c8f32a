import Expressions
import LaTeX

/// Functions that carry the unit that they belong to: y_j = φ_j(v_j).
extension Elaborator {
  private static let unitLetters: Set<String> = ["i", "j", "k", "m", "n", "p", "q", "r", "s"]

  /// φ_j is the function of unit j, and drops its subscript where it is applied to what this unit computes; φ_i(v_j) is
  /// another unit's function, of which nothing is known there.
  func checkUnit(
    ofFunction content: LayerContent?, appliedTo argument: Tensor, _ node: MathNode
  ) throws(ReadingProblem) {
    guard argument.isScalar, let letter = content?.letter, !vocabulary.layerLetters.contains(letter),
      !vocabulary.isDepth(letter), Self.unitLetters.contains(letter)
    else { return }
    let own = graph.freeIndices(of: argument.body).compactMap { index in
      if case .index(let id) = graph[index] { graph[id].name } else { nil }
    }
    guard !own.isEmpty, !own.contains(letter) else { return }
    throw ReadingProblem(kind: .unexpected(letter.plainName), range: node.range)
  }
}
