import Expressions
import Testing

@testable import Reading

@Suite("Laws of reading")
struct DocumentLawTests {
  @Test("A document has the same formulas in every format", arguments: seeds)
  func formats(_ seed: UInt64) throws {
    let sample = DocumentSample(seed: seed)
    let written = [
      ("a.md", sample.markdown), ("a.tex", sample.latex), ("a.rst", sample.reStructuredText),
      ("a.ipynb", sample.notebook), ("-", sample.markdown), ("-", sample.latex), ("-", sample.notebook),
    ]
    for (name, text) in written {
      let document = try DocumentReader.read(text, name: name)
      #expect(document.formulas.map(\.text.string) == sample.formulas, "seed \(seed), \(name), \(document.kind)")
      #expect(document.problems.isEmpty)
    }
  }

  @Test("Containers shift the places of formulas, and change nothing else", arguments: seeds)
  func containers(_ seed: UInt64) throws {
    let sample = DocumentSample(seed: seed)
    let lines = sample.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let plain = try DocumentReader.read(sample.markdown, name: "a.md").formulas
    for (first, rest) in [("> ", "> "), ("- ", "  "), ("12. ", "    "), ("> - ", ">   "), ("- > ", "  > ")] {
      let text = lines.indices.map { ($0 == 0 ? first : rest) + lines[$0] }.joined(separator: "\n")
      let wrapped = try DocumentReader.read(text, name: "a.md").formulas
      #expect(wrapped.map(\.text.scalars) == plain.map(\.text.scalars), "seed \(seed), \(first)")
      for (old, new) in zip(plain, wrapped) {
        for index in 0...old.text.count {
          let place = old.text.place(at: index)
          let shifted = SourcePlace(line: place.line, column: place.column + first.count)
          #expect(new.text.place(at: index) == shifted, "seed \(seed), \(first)")
        }
      }
    }
  }

  @Test("Every scalar of a formula stands in the file where its place says", arguments: seeds)
  func places(_ seed: UInt64) throws {
    let sample = DocumentSample(seed: seed)
    for (name, text) in [("a.md", sample.markdown), ("a.tex", sample.latex), ("a.rst", sample.reStructuredText)] {
      try checkPlaces(of: text, name: name, "seed \(seed), \(name)")
      try checkPlaces(of: text.replacing("\n", with: "\r\n"), name: name, "seed \(seed), \(name), CR LF")
    }
  }

  /// Compares formulas with the lines of the file, cut without the reader's help.
  private func checkPlaces(of text: String, name: String, _ comment: Comment) throws {
    var lines: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars where scalar != "\r" {
      lines[lines.count - 1].append(scalar)
      if scalar == "\n" { lines.append([]) }
    }
    let isCRLF = text.unicodeScalars.contains("\r")
    for formula in try DocumentReader.read(text, name: name).formulas {
      let rewritten = Set(formula.text.rewritings.map(\.index))
      for (index, scalar) in formula.text.scalars.enumerated() where !rewritten.contains(index) {
        let place = formula.text.place(at: index)
        let column = isCRLF && scalar == "\n" ? place.column - 1 : place.column
        #expect(lines[place.line - 1][column - 1] == scalar, comment)
      }
    }
  }

  @Test("Random text is read without a crash, and its formulas stand where they are said to", arguments: seeds)
  func garbage(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "$", "$$", "\\[", "\\]", "\\(", "\\)", "\\\\[", "\\\\]", "\\begin{align}", "\\end{align}", "\\begin{cases}", "`",
      "\\end{cases}", "```", "```math", "~~~", "\n", "\n\n", "\r\n", "> ", "- ", "1. ", "    ", "\t", "#", "===", "---",
      "<!--", "-->", "derive: ignore", "%", "{", "}", "\\", "\\_", "\\*", "&lt;", "a", "b_i", "word", " ", "=", "|",
      ":",
      "\\newcommand{\\x}", "\\def", "\\let", "[", "]", "{x}", ".. math::", ":math:`", "::", ".. ", "\\item", "é", "𝛿",
      "\0",
      "\\section{", "\\verb|", "\\input{x}", "\\begin{document}", "\\end{document}", "<pre>", "</pre>", "\u{FEFF}",
      "\r",
    ]
    for round in 0..<150 {
      let text = (0..<40).map { _ in random.pick(pieces) }.joined()
      let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }))
      for name in ["a.md", "a.txt", "a.tex", "a.rst"] {
        try checkPlaces(of: plain, name: name, "seed \(seed), round \(round), \(name)")
        _ = try DocumentReader.read(text, name: name)
      }
      _ = try? DocumentReader.read(text, name: "-")
      _ = try? DocumentReader.read("{\"cells\": [" + text, name: "a.ipynb")
      let bytes = (0..<60).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      _ = try? DocumentReader.read(bytes, name: random.pick(["a.md", "a.tex", "a.rst", "a.ipynb", "-"]))
    }
  }
}
