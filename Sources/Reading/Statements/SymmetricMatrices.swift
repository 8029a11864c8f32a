import LaTeX

/// The matrices that the text says to be symmetric: "with $A$ symmetric", "a symmetric matrix $A$".
enum SymmetricMatrices {
  private static let words: Set<String> = [
    "symmetric", "symmetrisch", "symmetrische", "symétrique", "simétrica", "simmetrica", "симметричная", "симметрична",
  ]
  /// What may stand between the letter and the word.
  private static let fillers: Set<String> = [
    "is", "be", "a", "the", "matrix", "and", "real", "positive", "definite", "semidefinite", "semi", "est", "une",
    "ist",
    "es", "una", "matrice", "matriz", "assumed", "to", "where", "that", "assume", "hessian", "covariance",
  ]

  /// The letters; `formulas` are those of the document, parsed.
  static func letters(in document: Document, _ formulas: [MathFormula]) -> Set<String> {
    var result: Set<String> = []
    var number = -1
    for (place, block) in document.blocks.enumerated() {
      guard let formula = block.formula else { continue }
      number += 1
      let nodes = formulas[number].nodes.withoutBlanks
      guard !formula.isDisplay, let letter = nodes.first?.occurrence?.letter else { continue }
      // A ∈ ℝ^{n×n} names the matrix as well as A does.
      guard nodes.count == 1 || ChainReader.chains(of: formulas[number]).first?.signs.first?.name == "in" else {
        continue
      }
      let behind = words(document, place + 1, block.paragraph)
      let before = Array(words(document, place - 1, block.paragraph).reversed())
      if leadsToWord(behind) || leadsToWord(before) { result.insert(letter) }
    }
    return result
  }

  private static func leadsToWord(_ text: [String]) -> Bool {
    guard let place = text.firstIndex(where: words.contains) else { return false }
    return text[..<place].allSatisfy(fillers.contains)
  }

  private static func words(_ document: Document, _ place: Int, _ paragraph: Int?) -> [String] {
    guard document.blocks.indices.contains(place), document.blocks[place].paragraph == paragraph,
      case .prose(let prose) = document.blocks[place]
    else { return [] }
    return prose.text.string.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
