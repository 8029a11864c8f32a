import LaTeX

/// A row without what only decorates or encloses statements, so that their signs stand on the outermost level:
/// `a \stackrel{\text{def}}{=} b`, `{\displaystyle a = b}`, an `equation` within a display, (∵ a = b).
enum Undecorated {
  private static let wrappers: Set<String> = ["equation", "displaymath", "math"]

  /// `nodes` of a whole formula.
  static func formula(_ nodes: [MathNode]) -> [MathNode] {
    let result = row(nodes)
    let visible = result.withoutBlanks
    // What stands in brackets all by itself is said in passing.
    if visible.count == 1, visible[0].isRoundFence, case .fence(let fence) = visible[0].kind, holdsRelation(fence.body)
    {
      return row(fence.body)
    }
    return result
  }

  private static func row(_ nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      switch node.kind {
      case .stack(let stack):
        let base = stack.base.nodes.withoutBlanks
        guard base.count == 1, let name = base[0].relationName else { return [node] }
        return [MathNode(.relation(name), node.range)]
      case .array(let array) where wrappers.contains(plainName(array)):
        return array.lines.flatMap { line in line.cells.flatMap { row($0.nodes) } }
      case .group(let inner), .coloured(_, let inner):
        return holdsRelation(inner.nodes) ? row(inner.nodes) : [node]
      case .array(var array):
        array.lines = array.lines.map { line in
          var line = line
          line.cells = line.cells.map { MathRow(row($0.nodes), $0.range) }
          return line
        }
        return [MathNode(.array(array), node.range)]
      default: return [node]
      }
    }
  }

  private static func plainName(_ array: MathArray) -> String {
    array.name.hasSuffix("*") ? String(array.name.dropLast()) : array.name
  }

  private static func holdsRelation(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      switch node.kind {
      case .relation: true
      case .stack(let stack): holdsRelation(stack.base.nodes)
      case .group(let row): holdsRelation(row.nodes)
      default: false
      }
    }
  }
}
