import Derivations

extension LaTeXWriter {
  /// A sentence inside a formula: `\text{only } z_i^4 \text{ depends on } w_{ij}^3`.
  mutating func latex(phrase: [PhrasePart]) -> String {
    var pieces: [String] = []
    for (place, part) in phrase.enumerated() {
      let before = place == 0 ? "" : " "
      let behind = place == phrase.count - 1 ? "" : " "
      switch part {
      case .words(let words): pieces.append(#"\text{\#(before)\#(words)\#(behind)}"#)
      case .typed(let text): pieces.append(#"\text{\#(text)}"#)
      case .formula, .letter, .function: pieces.append(formula(part))
      }
    }
    return pieces.joined(separator: " ")
  }

  /// A sentence of words with formulas in it, each put through `mark`: a comment, or a paragraph of Markdown.
  mutating func sentence(_ phrase: [PhrasePart], mark: (String) -> String, typed: (String) -> String) -> String {
    var result = ""
    for part in phrase {
      let text: String
      switch part {
      case .words(let words): text = words
      case .typed(let input): text = typed(oneLine(input))
      case .formula, .letter, .function: text = mark(formula(part))
      }
      let isAttached = text.hasPrefix(",") || text.hasPrefix(";")
      result += (result.isEmpty || isAttached ? "" : " ") + text
    }
    return result
  }

  private mutating func formula(_ part: PhrasePart) -> String {
    switch part {
    case .words(let text), .typed(let text): text
    case .formula(let expression): compact(expression)
    case .letter(let expression): letter(of: expression)
    case .function(let function): functionName(function)
    }
  }
}

/// `text` with line feeds and the like as spaces: it goes into a comment or a heading.
func oneLine(_ text: String) -> String {
  String(text.map { $0.isNewline ? " " : $0 })
}
