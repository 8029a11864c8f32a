import Derivations
import Expressions

/// A derivation for a terminal: headings, rows in aligned columns, reasons in brackets.
enum TextDocument {
  /// The document; sections without rows are left out.
  static func document(_ derivation: Derivation, notation: Notation) -> String {
    var graph = derivation.graph
    let description = derivation.network.english(in: &graph)
    var writer = TextWriter(graph: graph, notation: notation, statement: [])
    var result = writer.phrase(description) + "\n"
    for section in derivation.sections where !section.rows.isEmpty {
      writer.begin(statement: [])
      let layer = section.layer.map { ", layer \(writer.compact($0))" } ?? ""
      result += "\n\(oneLine(section.title))\(layer)\n"
      for line in writer.lines(of: section) { result += "  \(line)\n" }
    }
    return result
  }
}

extension TextWriter {
  /// A sentence with formulas in it.
  mutating func phrase(_ parts: [PhrasePart]) -> String {
    var result = ""
    for part in parts {
      let text: String
      switch part {
      case .words(let words): text = words
      case .typed(let input): text = oneLine(input)
      case .formula(let expression): text = compact(expression)
      case .letter(let expression): text = letter(of: expression)
      case .function(let function): text = functionName(function)
      }
      let isAttached = text.hasPrefix(",") || text.hasPrefix(";")
      result += (result.isEmpty || isAttached ? "" : " ") + text
    }
    return result
  }

  /// The rows of `section` as lines of text with aligned columns.
  mutating func lines(of section: Section) -> [String] {
    var table = TextTable()
    for row in section.rows {
      begin(statement: row.expressions)
      switch section.layout {
      case .rows: addRow(row, of: section, to: &table)
      case .steps: addSteps(row, to: &table)
      }
    }
    return table.lines
  }

  // MARK: Rows

  private mutating func addRow(_ row: Row, of section: Section, to table: inout TextTable) {
    let columns = section.columnCount
    var cells: [TextTable.Cell] = []
    for (place, statement) in row.statements.enumerated() {
      if place < columns {
        cells.append(aligned(statement))
      } else {
        cells[cells.count - 1].right += ",  " + plain(statement)
      }
    }
    while cells.count < columns { cells.append(TextTable.Cell()) }
    let names = row.statements.flatMap { $0.steps.flatMap(\.names) }.map { "\(text($0.term)) = \(text($0.name))" }
    cells.append(TextTable.Cell(right: (ranges(row) + remarks(row)).joined(separator: "; ")))
    table.rows.append(.cells(cells))
    if !names.isEmpty { table.rows.append(.line("    with " + names.joined(separator: ", "))) }
  }

  /// Left of the aligned sign, and from there on.
  private mutating func aligned(_ statement: Statement) -> TextTable.Cell {
    let aligned = statement.alignedStep(graph)
    var cell = TextTable.Cell(left: text(statement.head))
    for (place, step) in statement.steps.enumerated() {
      let link = "\(step.relation.text) \(text(step.expression))"
      if place < aligned {
        cell.left += " " + link
      } else {
        cell.right += (cell.right.isEmpty ? "" : " ") + link
      }
    }
    return cell
  }

  private mutating func plain(_ statement: Statement) -> String {
    let cell = aligned(statement)
    return cell.right.isEmpty ? cell.left : "\(cell.left) \(cell.right)"
  }

  /// i = 1, 2 and j = 1, …, 4.
  private mutating func ranges(_ row: Row) -> [String] {
    row.shownRanges.compactMap { index in
      guard let range = IndexRange(of: index, graph) else { return nil }
      let values: String
      switch range {
      case .values(let list): values = list.map(String.init).joined(separator: ", ")
      case .bounds(let lower, let upper):
        values = lower == upper ? compact(lower) : "\(compact(lower)), …, \(compact(upper))"
      }
      return "\(text(index)) = \(values)"
    }
  }

  /// n_3 = 3. Remarks have indices of their own.
  private mutating func remarks(_ row: Row) -> [String] {
    row.remarks.map { remark in
      begin(statement: remark.expressions)
      defer { begin(statement: row.expressions) }
      return plain(remark)
    }
  }

  // MARK: Steps

  private mutating func addSteps(_ row: Row, to table: inout TextTable) {
    for (place, statement) in row.statements.enumerated() {
      var parts = place == 0 ? ranges(row) : []
      if place == row.statements.count - 1 { parts += remarks(row) }
      var remark = parts.joined(separator: "; ")
      var left = text(statement.head)
      var right = ""
      for (place, step) in statement.steps.enumerated() {
        right += (right.isEmpty ? "" : " ") + "\(step.relation.text) \(text(step.expression))"
        if statement.continuesLine(after: place) { continue }
        let reason = "[\(phrase(step.reason.english))]" + (remark.isEmpty ? "" : "  \(remark)")
        table.rows.append(.cells([TextTable.Cell(left: left, right: right), TextTable.Cell(right: reason)]))
        (left, right, remark) = ("", "", "")
      }
    }
  }
}
