import Expressions
import LaTeX

/// How far a sum reaches.
extension Elaborator {
  /// The next term of a sum's body, if the sum reaches over it: an index that the sum binds stands there, and nothing else
  /// gives it a meaning. Σ_i y_i log p_i + (1 − y_i) log(1 − p_i), as people write it, is the sum of both.
  mutating func coveredTerm(
    _ cursor: inout NodeCursor, _ names: [String]
  ) throws(ReadingProblem) -> (tensor: Tensor, range: Range<Int>)? {
    var ahead = cursor
    let isNegative = ahead.accept(operation: "-")
    guard isNegative || ahead.accept(operation: "+") else { return nil }
    let term = Array(
      ahead.rest.prefix { node in
        if case .operation(let sign) = node.kind { return sign != "+" && sign != "-" }
        return node.relationName == nil && !node.isPunctuation
      })
    guard names.contains(where: { !chainIndices.contains($0) && term.holdFree($0) }) else { return nil }
    cursor = ahead
    var result = try product(&cursor)
    if isNegative { result.body = graph.negate(result.body) }
    return (result, term.extent)
  }
}

extension [MathNode] {
  /// Whether an index stands somewhere that no sum here binds.
  fileprivate func holdFree(_ name: String) -> Bool {
    var isBound = false
    for node in self where !node.isBlank {
      if let sum = node.summation {
        if sum.lower.map({ $0.nodes.contains { $0.symbolName == name } }) == true { isBound = true }
        continue
      }
      if !isBound, node.holdsIndex(name) { return true }
    }
    return false
  }
}

extension MathNode {
  /// Whether a letter carries an index, below or above.
  fileprivate func holdsIndex(_ name: String) -> Bool {
    guard let occurrence else { return children.holdFree(name) }
    if occurrence.subscripts.contains(where: { LayerContent($0)?.letter == name }) { return true }
    switch occurrence.superscript {
    case .bracketed(let nodes, _)?, .bare(let nodes)?:
      return LayerContent(nodes)?.letter == name || nodes.holdFree(name)
    case nil: return false
    }
  }
}

extension NotesBuilder {
  /// The index letters that what a chain begins with has, below or above: they have a meaning outside of any sum.
  static func allIndexLetters(_ nodes: [MathNode]) -> Set<String> {
    var result = indexLetters(nodes)
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        if let superscript = node.occurrence?.superscript {
          switch superscript {
          case .bracketed(let inner, _), .bare(let inner):
            if let name = LayerContent(inner)?.letter { result.insert(name) }
          }
        } else {
          collect(node.children)
        }
      }
    }
    collect(nodes)
    return result
  }
}
