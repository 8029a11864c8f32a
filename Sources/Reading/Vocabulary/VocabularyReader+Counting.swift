import LaTeX

/// Whether units are counted from 0 or from 1, as the bounds of sums tell.
extension VocabularyReader {
  /// Σ_{k=0}^{n−1} counts from 0, where more sums run so than from 1; Σ_{k=0}^{n} beside separate biases, where no sum runs
  /// from 1, counts from 0 in a loose way.
  mutating func findCounting() {
    guard vocabulary.isLayeredNetwork else { return }
    var exact = 0
    var loose = 0
    var fromOne = 0
    for sum in statements.flatMap({ $0.chain.members.flatMap { sums(in: $0.nodes) } }) {
      guard let lower = sum.lower?.nodes.withoutBlanks, lower.count == 3, lower[1].relationName == "=",
        let name = lower[0].symbolName, let first = lower[2].wholeNumber, !vocabulary.layerLetters.contains(name),
        !vocabulary.sampleLetters.contains(name), !vocabulary.summedSamples.contains(name)
      else { continue }
      let upper = sum.upper?.nodes.withoutBlanks ?? []
      let isOneLess = upper.count > 2 && upper.last?.wholeNumber == 1 && upper[upper.count - 2].kind == .operation("-")
      switch (first, isOneLess) {
      case (0, true): exact += 1
      case (0, false): loose += 1
      case (1, _): fromOne += 1
      default: continue
      }
    }
    if exact > max(fromOne, loose) {
      vocabulary.counting = .fromZero
      vocabulary.conventions.isFolded = false
    } else if loose > 0, fromOne + exact == 0 {
      vocabulary.counting = .loose
    }
  }

  /// The sum signs in `nodes`.
  private func sums(in nodes: [MathNode]) -> [MathScripts] {
    nodes.flatMap { node -> [MathScripts] in (node.summation.map { [$0] } ?? []) + sums(in: node.children) }
  }
}
