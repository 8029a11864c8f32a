import LaTeX

extension MathNode {
  /// The node with `change` applied to each of its children; what stands in text boxes is left alone.
  func mappingChildren(_ change: (MathNode) -> MathNode) -> MathNode {
    func row(_ row: MathRow) -> MathRow { MathRow(row.nodes.map(change), row.range) }
    let changed: Kind
    switch kind {
    case .group(let inner): changed = .group(row(inner))
    case .fraction(let fraction):
      changed = .fraction(MathFraction(fraction.form, row(fraction.numerator), row(fraction.denominator)))
    case .root(let index, let radicand): changed = .root(index: index.map(row), radicand: row(radicand))
    case .fence(var fence):
      fence.body = fence.body.map(change)
      changed = .fence(fence)
    case .scripts(var scripts):
      scripts.base = scripts.base.map(change)
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
}
