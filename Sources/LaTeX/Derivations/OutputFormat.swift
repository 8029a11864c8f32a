import Derivations

/// The formats in which a derivation is printed; the values of `--format`.
///
/// A new format is a type with a function `document(_:notation:)`, a case here, and a line in `DerivationPrinter.print`.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// `align*` environments under `%` headings, for TeX, KaTeX and MathJax.
  case latex
  /// Headings and `$$` blocks, for code hosts and notebooks.
  case markdown
  /// Unicode in aligned columns, for terminals.
  case text
  /// One object with one entry for each claim, for programs.
  case json
}

/// Prints derivations: what stands in the `Derivation`, and nothing else.
public enum DerivationPrinter {
  /// `derivation` as a document, with a line feed at its end. Linear in the length of what is printed.
  public static func print(
    _ derivation: Derivation, format: OutputFormat, notation: Notation = .standard
  ) -> String {
    switch format {
    case .latex: LaTeXDocument.document(derivation, notation: notation)
    case .markdown: MarkdownDocument.document(derivation, notation: notation)
    case .text: TextDocument.document(derivation, notation: notation)
    case .json: JSONDocument.document(derivation, notation: notation)
    }
  }
}
