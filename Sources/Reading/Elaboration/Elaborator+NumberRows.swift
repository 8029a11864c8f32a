import LaTeX

/// Rows and lists of numbers in brackets: [0.5 \; 0.6] with nothing but space between them, [0.5, 0.6] and [[1, 2], [3, 4]]
/// as programs write them.
extension Elaborator {
  /// The row as an array of one line; nil where anything else stands in the brackets.
  static func numberRow(_ fence: MathFence, _ range: Range<Int>) -> MathArray? {
    guard fence.open.name == "[" || fence.open.name == "(" else { return nil }
    guard let cells = numbers(fence.body, separatedByCommas: false) else { return nil }
    return MathArray(name: "matrix", lines: [line(cells, range)])
  }

  /// The numbers of [0.5, 0.6], one below the other: a list is a vector like any other. Nil for anything else.
  static func numberList(_ fence: MathFence, _ range: Range<Int>) -> MathArray? {
    guard fence.open.name == "[", let cells = numbers(fence.body, separatedByCommas: true) else { return nil }
    return MathArray(name: "matrix", lines: cells.map { line([$0], range) })
  }

  /// The matrix of [[1, 2], [3, 4]], a list of its rows; nil for anything else.
  static func numberTable(_ fence: MathFence, _ range: Range<Int>) -> MathArray? {
    guard fence.open.name == "[" else { return nil }
    let items = fence.body.withoutBlanks
    guard items.enumerated().allSatisfy({ $0 % 2 == 0 ? $1.isFence : $1.kind == .punctuation(",") }),
      items.count % 2 == 1
    else { return nil }
    var lines: [MathArray.Line] = []
    for item in items where item.isFence {
      guard case .fence(let row) = item.kind, row.open.name == "[",
        let cells = numbers(row.body, separatedByCommas: true) ?? number(row.body).map({ [$0] })
      else { return nil }
      lines.append(line(cells, range))
    }
    return MathArray(name: "matrix", lines: lines)
  }

  private static func line(_ cells: [[MathNode]], _ range: Range<Int>) -> MathArray.Line {
    MathArray.Line(cells: cells.map { MathRow($0, $0.extent) }, range: range)
  }

  /// The one number that stands there.
  private static func number(_ nodes: [MathNode]) -> [MathNode]? {
    let visible = nodes.withoutBlanks
    guard case .number? = visible.last?.kind,
      visible.count == 1 || visible.count == 2 && visible[0].kind == .operation("-")
    else { return nil }
    return visible
  }

  /// Two numbers or more; nil where anything else stands there.
  private static func numbers(_ nodes: [MathNode], separatedByCommas: Bool) -> [[MathNode]]? {
    if separatedByCommas {
      let items = nodes.split(omittingEmptySubsequences: false) { $0.kind == .punctuation(",") }
      let cells = items.compactMap { number(Array($0)) }
      return cells.count == items.count && cells.count > 1 ? cells : nil
    }
    var cells: [[MathNode]] = [[]]
    for node in nodes {
      switch node.kind {
      case .space: cells.append([])
      case .number:
        // Numbers are multiplied by signs only.
        if case .number? = cells[cells.count - 1].last?.kind { cells.append([]) }
        cells[cells.count - 1].append(node)
      case .operation("-") where cells[cells.count - 1].isEmpty: cells[cells.count - 1].append(node)
      default: return nil
      }
    }
    let full = cells.filter { !$0.isEmpty }
    let areNumbers = full.allSatisfy { if case .number? = $0.last?.kind { true } else { false } }
    return full.count > 1 && areNumbers ? full : nil
  }
}
