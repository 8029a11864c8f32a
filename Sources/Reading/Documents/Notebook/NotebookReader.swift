/// Reads Jupyter notebooks (nbformat 3 and 4): the Markdown of their cells, each a text of its own. Code, output and raw
/// cells are passed over.
enum NotebookReader {
  /// Reads the cells into the collector.
  /// - Throws: `DocumentError` if the text is no JSON, or no notebook.
  static func read(_ source: SourceText, into collector: inout BlockCollector) throws(DocumentError) {
    let notebook = try JSONReader.read(source)
    collector.steps += source.scalars.count
    for (index, cell) in try cells(of: notebook).enumerated() {
      guard let kind = try kind(of: cell, number: index + 1) else { continue }
      let text = SourceText(scalars: try self.source(of: cell, number: index + 1), cell: index + 1)
      var reader = MarkdownReader(source: text, hasIndentedCode: true)
      reader.collect(into: &collector) {
        switch kind {
        case .markdown: $0.read()
        case .heading(let level): $0.readHeading(level: level)
        }
      }
    }
  }

  /// All cells: nbformat 3 has worksheets, of which there was only ever one.
  private static func cells(of notebook: JSON) throws(DocumentError) -> [JSON] {
    guard case .object = notebook else { throw .noNotebook(reason: "not an object") }
    if let cells = notebook["cells"]?.elements { return cells }
    guard let sheets = notebook["worksheets"]?.elements else { throw .noNotebook(reason: "it has no cells") }
    return sheets.flatMap { $0["cells"]?.elements ?? [] }
  }

  private enum CellKind {
    case markdown
    /// Of nbformat 3.
    case heading(level: Int)
  }

  /// What a cell holds, nil if that is passed over.
  private static func kind(of cell: JSON, number: Int) throws(DocumentError) -> CellKind? {
    guard let type = cell["cell_type"]?.string else { throw .noNotebook(reason: "cell \(number) has no cell_type") }
    switch String(type) {
    case "markdown": return .markdown
    case "heading":
      if case .number(let level)? = cell["level"] { return .heading(level: Int(String(level)) ?? 1) }
      return .heading(level: 1)
    default: return nil
    }
  }

  /// The source of a cell: a string, or strings that are joined.
  private static func source(of cell: JSON, number: Int) throws(DocumentError) -> [Unicode.Scalar] {
    if let text = cell["source"]?.string { return text }
    guard let lines = cell["source"]?.elements else { throw .noNotebook(reason: "cell \(number) has no source") }
    var result: [Unicode.Scalar] = []
    for line in lines {
      guard let text = line.string else { throw .noNotebook(reason: "the source of cell \(number) is no text") }
      result += text
    }
    return result
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
