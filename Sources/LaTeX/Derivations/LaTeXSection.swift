import Derivations
import Expressions

/// The rows of a section as the lines of an `align*` or `aligned` environment.
///
/// Every line of one section has the same number of `&`.
struct LaTeXSection {
  private var writer: LaTeXWriter

  /// A writer of sections of derivations over `graph`.
  init(graph: ExpressionGraph, notation: Notation) {
    writer = LaTeXWriter(graph: graph, notation: notation, statement: [])
  }

  /// The lines of `section`, each with what ends it: `\\`, `\\[1ex]`, or nothing on the last.
  mutating func lines(of section: Section) -> [String] {
    let lines: [(text: String, isBeforeGap: Bool)]
    switch section.layout {
    case .rows: lines = section.rows.map { (row($0, of: section), false) }
    case .steps: lines = section.rows.flatMap { steps($0) }
    }
    return lines.enumerated().map { place, line in
      place == lines.count - 1 ? line.text : line.text + (line.isBeforeGap ? #" \\[1ex]"# : #" \\"#)
    }
  }

  // MARK: Rows

  /// Statements beside one another, `a &= b, & c &= d`, and the ranges behind them.
  private mutating func row(_ row: Row, of section: Section) -> String {
    writer.begin(statement: row.expressions)
    let columns = section.columnCount
    var cells = row.statements.prefix(columns).map { aligned($0) }
    for statement in row.statements.dropFirst(columns) {
      cells[cells.count - 1] += #", \qquad "# + plain(statement)
    }
    if section.showsRanges { cells.append(ranges(row)) }
    while let last = cells.last, last.isEmpty { cells.removeLast() }
    let width = columns + (section.showsRanges ? 1 : 0)
    let padding = String(repeating: " & &", count: max(0, width - cells.count))
    return cells.joined(separator: ", & ") + padding
  }

  /// `a = b &= c = d`, aligned at one sign.
  private mutating func aligned(_ statement: Statement) -> String {
    let aligned = statement.alignedStep(writer.graph)
    var latex = writer.latex(statement.head)
    for (place, step) in statement.steps.enumerated() {
      latex += " " + (place == aligned ? "&" : "") + link(step)
    }
    return latex
  }

  /// `a = b = c`.
  private mutating func plain(_ statement: Statement) -> String {
    var latex = writer.latex(statement.head)
    for step in statement.steps { latex += " " + link(step) }
    return latex
  }

  /// `= b`, with its braces.
  private mutating func link(_ step: Step) -> String {
    for name in step.names { writer.braces[name.term] = name.name }
    defer { writer.braces = [:] }
    return step.relation.latex + " " + writer.latex(step.expression)
  }

  // MARK: Ranges

  /// `l &= 2, 3; \quad n_3 = 3, \; n_4 = 2`.
  private mutating func ranges(_ row: Row) -> String {
    var parts = row.shownRanges.compactMap { range($0) }
    let remarks = row.remarks.map { remark($0) }
    if !remarks.isEmpty { parts.append(remarks.joined(separator: #", \; "#)) }
    guard let first = parts.first, let sign = first.firstIndex(of: "=") else { return "" }
    parts[0] = first[..<sign] + "&" + first[sign...]
    return parts.joined(separator: #"; \quad "#)
  }

  /// `n_3 = 3`. It ends the line, so that indices may be named anew.
  private mutating func remark(_ statement: Statement) -> String {
    writer.begin(statement: statement.expressions)
    return plain(statement)
  }

  /// `i = 1, \dots, 4`.
  private mutating func range(_ index: Expression) -> String? {
    guard let range = IndexRange(of: index, writer.graph) else { return nil }
    let name = writer.latex(index)
    switch range {
    case .values(let values): return "\(name) = \(values.map(String.init).joined(separator: ", "))"
    case .bounds(let lower, let upper) where lower == upper: return "\(name) = \(writer.compact(lower))"
    case .bounds(let lower, let upper):
      return #"\#(name) = \#(writer.compact(lower)), \dots, \#(writer.compact(upper))"#
    }
  }

  // MARK: Steps

  /// One step on a line with its reason; the ranges stand behind the first reason.
  private mutating func steps(_ row: Row) -> [(text: String, isBeforeGap: Bool)] {
    writer.begin(statement: row.expressions)
    var result: [(text: String, isBeforeGap: Bool)] = []
    for (place, statement) in row.statements.enumerated() {
      let isLast = place == row.statements.count - 1
      var remarks: [String] = []
      if place == 0 { remarks += row.shownRanges.compactMap { range($0) } }
      var lines = chain(statement)
      if isLast { remarks += row.remarks.map { remark($0) } }
      if !remarks.isEmpty { lines[0] += #"; \quad "# + remarks.joined(separator: #"; \quad "#) }
      result += lines.map { ($0, false) }
      if lines.count > 1 { result[result.count - 1].isBeforeGap = true }
    }
    return result
  }

  /// `a &= b && \text{why}` and a line for each further step; what has one reason, "the same with …", stays on one line.
  private mutating func chain(_ statement: Statement) -> [String] {
    var lines: [String] = []
    var line = writer.latex(statement.head) + " "
    for (place, step) in statement.steps.enumerated() {
      let isFirstOfLine = !line.contains("&")
      line += (isFirstOfLine ? "&" : " ") + link(step)
      if statement.continuesLine(after: place) { continue }
      lines.append("\(line) && \(writer.latex(phrase: step.reason.english))")
      line = ""
    }
    return lines.isEmpty ? [line] : lines
  }
}

extension Relation {
  /// The sign in LaTeX.
  var latex: String {
    switch self {
    case .equal: "="
    case .becomes: #"\leftarrow"#
    }
  }

  /// The sign in plain text.
  var text: String {
    switch self {
    case .equal: "="
    case .becomes: "←"
    }
  }
}
