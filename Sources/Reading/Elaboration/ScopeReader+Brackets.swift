import Expressions
import LaTeX

extension ScopeReader {
  /// Indices that stand nowhere but behind brackets, [δaᵀ]_{jk}, run over the dimensions of what the brackets hold.
  func findEntries(_ elaborator: inout Elaborator, _ nodes: [MathNode]) {
    for node in nodes {
      findEntries(&elaborator, node.children)
      guard node.occurrence == nil, case .scripts(let scripts) = node.kind, let base = scripts.base,
        let items = scripts.lower?.nodes.subscriptItems
      else { continue }
      switch base.kind {
      case .fence, .array: break
      default: continue
      }
      let unknown = items.contains { item in
        guard let name = LayerContent(item)?.letter, !vocabulary.sizeLetters.contains(name) else { return false }
        return elaborator.indices[name] == nil && !vocabulary.isDepth(name)
      }
      guard unknown, let array = try? elaborator.tensor([base]), array.axes.count == items.count else { continue }
      for (axis, item) in zip(array.axes, items) {
        guard case .index(let id) = elaborator.graph[axis], let content = LayerContent(item), content.offset == 0,
          let name = content.letter, elaborator.indices[name] == nil
        else { continue }
        let range = elaborator.graph[id]
        elaborator.indices[name] = elaborator.graph.index(
          name.plainName, from: range.lower, to: elaborator.dimensions.root(range.upper))
      }
    }
  }
}
