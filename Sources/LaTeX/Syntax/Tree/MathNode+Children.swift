extension MathNode {
  /// The nodes it consists of, in the order of the source.
  public var children: [MathNode] {
    switch kind {
    case .letter, .number, .symbol, .operation, .relation, .punctuation, .ellipsis, .space, .largeOperator, .function,
      .delimiter, .lineBreak, .alignmentMark, .annotation, .directive, .definition, .unknown:
      []
    case .group(let row), .styled(_, let row), .accented(_, let row), .framed(_, let row), .phantom(let row),
      .coloured(_, let row):
      row.nodes
    case .scripts(let scripts): scripts.parts
    case .fraction(let fraction): fraction.numerator.nodes + fraction.denominator.nodes
    case .root(let index, let radicand): (index?.nodes ?? []) + radicand.nodes
    case .fence(let fence): fence.body
    case .brace(let brace): brace.body.nodes + (brace.note?.nodes ?? [])
    case .stack(let stack): MathNode.inOrder([stack.base, stack.above, stack.below])
    case .text(let text):
      text.pieces.flatMap { piece -> [MathNode] in
        guard case .formula(let row) = piece else { return [] }
        return row.nodes
      }
    case .array(let array): array.lines.flatMap { $0.cells.flatMap(\.nodes) }
    }
  }

  /// The nodes of `rows`, the row first that was written first.
  private static func inOrder(_ rows: [MathRow?]) -> [MathNode] {
    let present = rows.compactMap { $0 }.enumerated()
    let sorted = present.sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return sorted.flatMap(\.element.nodes)
  }
}

extension MathScripts {
  /// The base and what hangs on it, in the order of the source.
  fileprivate var parts: [MathNode] {
    var result: [MathNode] = []
    if let base { result.append(base) }
    guard let lower, let upper else { return result + ((lower ?? upper)?.nodes ?? []) }
    let isLowerFirst = lower.range.lowerBound <= upper.range.lowerBound
    result += isLowerFirst ? lower.nodes : upper.nodes
    result += isLowerFirst ? upper.nodes : lower.nodes
    return result
  }
}
