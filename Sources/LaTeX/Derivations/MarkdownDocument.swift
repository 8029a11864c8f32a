import Derivations
import Expressions

/// A derivation as Markdown: headings, and formulas in `$$` blocks, which code hosts and notebooks both render.
///
/// Some hosts read the text between the dollars as Markdown first: a backslash before punctuation is dropped, a pair of
/// underscores turns into emphasis. So nothing of that kind is printed: `\cr` ends a line instead of `\\`, spaces have
/// names, and an underscore behind a brace is followed by a space, so that it cannot open emphasis
/// (CommonMark 0.31, 2.4 and 6.2).
enum MarkdownDocument {
  /// The document; sections without rows are left out.
  static func document(_ derivation: Derivation, notation: Notation) -> String {
    var graph = derivation.graph
    let description = derivation.network.english(in: &graph)
    var writer = LaTeXWriter(graph: graph, notation: notation, statement: [])
    var sections = LaTeXSection(graph: derivation.graph, notation: notation)
    var result = writer.sentence(description, mark: { "$\(safe($0))$" }, typed: { "`\($0)`" }) + "\n"
    for section in derivation.sections where !section.rows.isEmpty {
      let layer = section.layer.map { ", layer $\(safe(writer.compact($0)))$" } ?? ""
      result += "\n### \(oneLine(section.title))\(layer)\n\n$$\n\\begin{aligned}\n"
      for line in sections.lines(of: section) { result += safe(line) + "\n" }
      result += "\\end{aligned}\n$$\n"
    }
    return result
  }

  /// What is replaced, longest first.
  private static let replacements: [(from: [UInt8], to: String)] = [
    (Array(#"\\[1ex]"#.utf8), #"\cr"#), (Array(#"\\"#.utf8), #"\cr"#), (Array(#"\,"#.utf8), #"\thinspace"#),
    (Array(#"\;"#.utf8), #"\enspace"#), (Array("}_".utf8), "}_ "),
    (Array("<".utf8), #"\lt"#),
  ]

  /// `latex` without anything that Markdown would change. Linear.
  private static func safe(_ latex: String) -> String {
    let bytes = Array(latex.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let (from, to) = replacements.first(where: { bytes[place...].starts(with: $0.from) }) {
        result += Array(to.utf8)
        place += from.count
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
