import Derivations
import Expressions

/// A derivation as LaTeX to paste: each section an `align*` under a `%` heading; amsmath is all it needs.
enum LaTeXDocument {
  /// The document; sections without rows are left out.
  static func document(_ derivation: Derivation, notation: Notation) -> String {
    var graph = derivation.graph
    let description = derivation.network.english(in: &graph)
    var writer = LaTeXWriter(graph: graph, notation: notation, statement: [])
    var sections = LaTeXSection(graph: derivation.graph, notation: notation)
    var result = "% \(writer.sentence(description, mark: { $0 }, typed: { $0 }))\n"
    for section in derivation.sections where !section.rows.isEmpty {
      result += "\n% \(heading(of: section, &writer))\n\\begin{align*}\n"
      for line in sections.lines(of: section) { result += line + "\n" }
      result += "\\end{align*}\n"
    }
    return result
  }

  private static func heading(of section: Section, _ writer: inout LaTeXWriter) -> String {
    let layer = section.layer.map { ", layer \(writer.compact($0))" } ?? ""
    return oneLine(section.title) + layer
  }
}
