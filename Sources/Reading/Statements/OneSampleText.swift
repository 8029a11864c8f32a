/// Displays of which the text before them says that they are about one sample: "For a single training example (x, y):".
enum OneSampleText {
  private static let numerals: Set<String> = ["one", "single", "individual", "particular"]
  private static let samples: Set<String> = [
    "example", "sample", "point", "observation", "instance", "datum", "pattern",
  ]
  /// How many words may stand between the numeral and what it counts: "one training example".
  private static let farthest = 2

  /// The numbers of the formulas of `document` that stand behind such words.
  static func formulas(in document: Document) -> Set<Int> {
    var result: Set<Int> = []
    var number = -1
    for (place, block) in document.blocks.enumerated() {
      guard let formula = block.formula else { continue }
      number += 1
      guard formula.isDisplay else { continue }
      if speaksOfOne(document.leadingText(to: place)) { result.insert(number) }
    }
    return result
  }

  private static func speaksOfOne(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.indices.contains { place in
      numerals.contains(words[place])
        && words[place...].dropFirst().prefix(farthest + 1).contains(where: samples.contains)
    }
  }
}

extension [WrittenStatement] {
  /// With what the text says of the formulas in `formulas`; what goes on from a statement is about the same sample.
  func saidOfOneSample(_ formulas: Set<Int>) -> [WrittenStatement] {
    var result = self
    for number in result.indices {
      let isInherited = result[number].previous.map { $0 < number && result[$0].isSaidOfOneSample } ?? false
      result[number].isSaidOfOneSample = isInherited || formulas.contains(result[number].formula)
    }
    return result
  }
}
