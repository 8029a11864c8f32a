import LaTeX

/// Rows of numbers in brackets with nothing but space between them: [0.5 \; 0.6].
extension Elaborator {
  /// The row as an array of one line; nil where anything else stands in the brackets.
  static func numberRow(_ fence: MathFence, _ range: Range<Int>) -> MathArray? {
    guard fence.open.name == "[" || fence.open.name == "(" else { return nil }
    var cells: [[MathNode]] = [[]]
    for node in fence.body {
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
    guard full.count > 1, areNumbers else { return nil }
    let line = MathArray.Line(cells: full.map { MathRow($0, $0.extent) }, range: range)
    return MathArray(name: "matrix", lines: [line])
  }
}
