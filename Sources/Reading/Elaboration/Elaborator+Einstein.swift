import Expressions
import LaTeX

/// Einstein's convention: an index that a term repeats is summed over.
extension Elaborator {
  /// The next term, summed over what it repeats.
  mutating func summedTerm(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor {
    let nodes = Array(cursor.rest)
    let outer = headIndices
    let isOutermost = termDepth == 0
    headIndices.formUnion(repeatedIndices(of: nodes))
    termDepth += 1
    defer {
      headIndices = outer
      termDepth -= 1
    }
    let term = try product(&cursor)
    headIndices = outer
    // Where the text tells the convention, what the head does not have is summed over even if it stands there once; below a
    // fraction line right there, e^{z_i} / e^{z_m}.
    let fewest = (isOutermost || isInDenominator) && vocabulary.sumsLoneIndices ? 1 : 2
    return summedOverRepeated(term, Array(nodes.dropLast(cursor.rest.count)), fewest: fewest)
  }

  /// A term summed over the indices that it repeats and the head of the statement does not have. Of what stands in brackets
  /// only what no term there repeats counts.
  private mutating func summedOverRepeated(_ term: Tensor, _ nodes: [MathNode], fewest: Int) -> Tensor {
    guard term.isScalar else { return term }
    var counts: [String: Int] = [:]
    countIndices(nodes, &counts)
    var result = term
    for name in counts.keys.sorted() where counts[name, default: 0] >= fewest && !headIndices.contains(name) {
      guard let index = indices[name], case .index(let id) = graph[index],
        graph.freeIndices(of: result.body).contains(index)
      else { continue }
      let range = graph[id]
      let bound = graph.freshIndex(name, from: range.lower, to: range.upper)
      let body = graph.replace(index, by: bound, in: result.body)
      result.body = graph.summation(over: bound, from: range.lower, to: range.upper, body)
    }
    return result
  }

  /// The indices that the term at the beginning of `nodes` repeats from factor to factor. Brackets among the factors don't
  /// sum over them: y_a [ŷ_a δ_ab − ŷ_a ŷ_b] is one sum over a.
  private func repeatedIndices(of nodes: [MathNode]) -> Set<String> {
    let term = nodes.prefix { node in
      switch node.kind {
      case .operation("+"), .operation("-"): false
      default: true
      }
    }
    var counts: [String: Int] = [:]
    countIndices(Array(term), &counts)
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  private func countIndices(_ nodes: [MathNode], _ counts: inout [String: Int]) {
    for node in nodes {
      // In brackets each term sums over what it repeats itself.
      if node.isFence {
        for name in freeIndices(in: node.children) { counts[name, default: 0] += 1 }
        if case .scripts(let scripts) = node.kind, scripts.base?.isFence == true {
          for item in scripts.lower?.nodes.subscriptItems ?? [] {
            if let name = LayerContent(item)?.letter { counts[name, default: 0] += 1 }
          }
        }
        continue
      }
      if let occurrence = node.occurrence {
        for item in occurrence.subscripts {
          if let name = LayerContent(item)?.letter { counts[name, default: 0] += 1 }
        }
        countIndices(node.exponent, &counts)
      } else if node.summation == nil {
        countIndices(node.children, &counts)
      }
    }
  }

  /// The index letters of a sum of terms that no term repeats: those that what the sum is of has.
  private func freeIndices(in nodes: [MathNode]) -> [String] {
    let terms = nodes.split { node in
      switch node.kind {
      case .operation("+"), .operation("-"): true
      default: false
      }
    }
    var names: Set<String> = []
    for term in terms {
      var counts: [String: Int] = [:]
      countIndices(Array(term), &counts)
      for (name, count) in counts where count == 1 { names.insert(name) }
    }
    return names.sorted()
  }
}
