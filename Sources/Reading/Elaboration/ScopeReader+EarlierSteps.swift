import Expressions
import LaTeX

/// Steps that lie before others: the k of ∂h_t/∂h_k, of which notes say that k ≤ t, or leave it to the reader.
extension ScopeReader {
  /// Lets every step that something of step t is differentiated by run up to t: nothing depends on what comes later.
  func boundEarlierSteps(_ elaborator: inout Elaborator, _ nodes: [MathNode]) {
    guard let step = vocabulary.stepLetter, let last = elaborator.indices[step] else { return }
    for name in earlierSteps(than: step, in: nodes).sorted() {
      guard let index = elaborator.indices[name], case .index(let id) = elaborator.graph[index] else { continue }
      elaborator.indices[name] = elaborator.graph.index(name.plainName, from: elaborator.graph[id].lower, to: last)
    }
  }

  private func earlierSteps(than step: String, in nodes: [MathNode]) -> Set<String> {
    var result: Set<String> = []
    for node in nodes {
      result.formUnion(earlierSteps(than: step, in: node.children))
      guard let (above, below) = node.differentials, self.step(of: above.rest) == LayerContent(letter: step, offset: 0),
        let earlier = self.step(of: below.rest), let name = earlier.letter, name != step
      else { continue }
      result.insert(name)
    }
    return result
  }

  /// The step of the one quantity that stands here.
  private func step(of nodes: [MathNode]) -> LayerContent? {
    let visible = nodes.withoutBlanks
    guard visible.count == 1, let occurrence = visible[0].occurrence,
      vocabulary.letters[occurrence.letter]?.isOfSteps == true
    else { return nil }
    return occurrence.subscripts.first.flatMap { LayerContent($0) }
  }
}
