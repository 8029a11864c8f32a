import LaTeX

/// Lines of an alignment that go on with the equation of the line before:
///
///     z &= w x \\
///       &\quad + b
///
/// A line that begins with the sign of a sum or a product has no left side of its own, nor has one behind a line that ends
/// with such a sign. A minus may also stand before a left side, −y = …; it goes on with the line before where nothing stands
/// in the column of the left sides, or where no relation follows.
enum ContinuedLines {
  private static let products: Set<String> = ["cdot", "times", "odot", "circ", "otimes", "*", "/", "bullet", "ast"]

  /// `lines` with those that go on joined to those before them; the first one goes on with a sign before all of them if
  /// they are a term.
  static func joined(_ lines: [MathArray.Line], isTerm: Bool = false) -> [MathArray.Line] {
    var result: [MathArray.Line] = []
    for line in lines {
      if let last = result.last, let joined = joined(last, line, isTerm: isTerm) {
        result[result.count - 1] = joined
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// Both lines as one, if the second goes on with the first.
  private static func joined(_ before: MathArray.Line, _ line: MathArray.Line, isTerm: Bool) -> MathArray.Line? {
    let start = before.cells.flatMap(\.nodes)
    let end = line.cells.flatMap(\.nodes)
    let leftIsEmpty = line.cells.count > 1 && line.cells[0].nodes.withoutBlanks.isEmpty
    guard goesOn(start, end, leftIsEmpty: leftIsEmpty, isTerm: isTerm), let cell = before.cells.last
    else { return nil }
    var result = before
    let nodes = Array(cell.nodes.trimmed) + Array(end.trimmed)
    result.cells[result.cells.count - 1] = MathRow(
      bracketsJoined(nodes), cell.range.lowerBound..<max(cell.range.upperBound, line.range.upperBound))
    result.range = before.range.lowerBound..<line.range.upperBound
    return result
  }

  /// Lines that `\\` breaks outside of any environment, with those that go on joined to those before them.
  static func joined(_ rows: [[MathNode]]) -> [[MathNode]] {
    var result: [[MathNode]] = []
    for row in rows {
      if let last = result.last, goesOn(last, row, leftIsEmpty: row.withoutBlanks.first?.kind == .alignmentMark) {
        result[result.count - 1] = bracketsJoined(Array(last.trimmed) + Array(row.trimmed))
      } else {
        result.append(row)
      }
    }
    return result
  }

  /// Whether the second of two rows goes on with the first.
  static func goesOn(_ before: [MathNode], _ row: [MathNode], leftIsEmpty: Bool, isTerm: Bool = false) -> Bool {
    let start = before.trimmed
    guard isTerm || start.contains(where: { $0.relationName != nil }), let last = start.last,
      let first = row.trimmed.first
    else {
      return false
    }
    if last.isBinarySign || isCutBracket(last, first) { return true }
    guard case .operation(let sign) = first.kind else { return false }
    if sign == "+" || products.contains(sign) { return true }
    return sign == "-" && (leftIsEmpty || !row.contains { $0.relationName != nil })
  }

  // MARK: Brackets

  /// \left[ … \right. at the end of a line and \left. … \right] at the beginning of the next are one pair.
  private static func isCutBracket(_ last: MathNode, _ first: MathNode) -> Bool {
    guard case .fence(let open) = last.kind, !open.open.name.isEmpty, open.close.name.isEmpty, open.openCases == nil,
      let close = first.innerFence
    else { return false }
    return close.open.name.isEmpty && !close.close.name.isEmpty
  }

  private static func bracketsJoined(_ nodes: [MathNode]) -> [MathNode] {
    var result: [MathNode] = []
    for node in nodes {
      guard let place = result.lastIndex(where: { !$0.isBlank }), isCutBracket(result[place], node),
        case .fence(let open) = result[place].kind, let close = node.innerFence
      else {
        result.append(node)
        continue
      }
      let range = result[place].range.lowerBound..<node.range.upperBound
      let fence = MathFence(open: open.open, body: open.body + close.body, close: close.close)
      result.removeSubrange(place...)
      if case .scripts(var scripts) = node.kind, let base = scripts.base {
        scripts.base = MathNode(.fence(fence), range.lowerBound..<base.range.upperBound)
        result.append(MathNode(.scripts(scripts), range))
      } else {
        result.append(MathNode(.fence(fence), range))
      }
    }
    return result
  }
}

extension MathNode {
  /// The brackets that it is, with or without scripts.
  fileprivate var innerFence: MathFence? {
    if case .fence(let fence) = kind { return fence }
    if case .scripts(let scripts) = kind, case .fence(let fence)? = scripts.base?.kind { return fence }
    return nil
  }

  /// +, − or the sign of a product.
  fileprivate var isBinarySign: Bool {
    if case .operation = kind { true } else { false }
  }

  fileprivate var isAnyBlank: Bool {
    switch kind {
    case .space, .annotation, .phantom, .alignmentMark: true
    case .group(let row): row.nodes.isEmpty
    default: isBlank
    }
  }
}

extension [MathNode] {
  /// Without blanks of any width at its ends.
  fileprivate var trimmed: ArraySlice<MathNode> {
    drop(while: \.isAnyBlank).reversed().drop(while: \.isAnyBlank).reversed()[...]
  }
}
