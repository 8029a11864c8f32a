import LaTeX

extension MathNode {
  /// The same node with each row inside it changed by `change`: arguments, scripts, cells, what stands in brackets.
  func mappingRows(_ change: ([MathNode]) -> [MathNode]) -> MathNode {
    func row(_ row: MathRow) -> MathRow { MathRow(change(row.nodes), row.range) }
    let changed: Kind
    switch kind {
    case .group(let inner): changed = .group(row(inner))
    case .fraction(let fraction):
      changed = .fraction(MathFraction(fraction.form, row(fraction.numerator), row(fraction.denominator)))
    case .root(let index, let radicand): changed = .root(index: index, radicand: row(radicand))
    case .fence(var fence):
      fence.body = change(fence.body)
      changed = .fence(fence)
    case .scripts(var scripts):
      scripts.base = scripts.base.map { base in
        let nodes = change([base])
        return nodes.count == 1 ? nodes[0] : MathNode(.group(MathRow(nodes, base.range)), base.range)
      }
      scripts.lower = scripts.lower.map(row)
      scripts.upper = scripts.upper.map(row)
      changed = .scripts(scripts)
    case .accented(let accent, let inner): changed = .accented(accent, row(inner))
    case .framed(let frame, let inner): changed = .framed(frame, row(inner))
    case .coloured(let colour, let inner): changed = .coloured(colour, row(inner))
    case .styled(let style, let inner): changed = .styled(style, row(inner))
    case .brace(var brace):
      brace.body = row(brace.body)
      brace.note = brace.note.map(row)
      changed = .brace(brace)
    case .stack(var stack):
      stack.base = row(stack.base)
      stack.above = stack.above.map(row)
      stack.below = stack.below.map(row)
      changed = .stack(stack)
    case .array(var array):
      array.lines = array.lines.map { line in
        var line = line
        line.cells = line.cells.map(row)
        return line
      }
      changed = .array(array)
    default: return self
    }
    return MathNode(changed, range)
  }

  /// The same node with each node inside it changed by `change`.
  func mappingChildren(_ change: (MathNode) -> MathNode) -> MathNode { mappingRows { $0.map(change) } }
}
