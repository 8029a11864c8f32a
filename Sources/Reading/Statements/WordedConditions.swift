/// Displays that the text before them says to hold in some regime of the units only, which no formula names: "When all
/// neurons are active:".
enum WordedConditions {
  /// The words that begin a condition.
  private static let beginnings: Set<String> = [
    "when", "if", "where", "assuming", "suppose", "provided", "for", "while",
  ]
  /// The states of units that make max(0, z) one of its branches, or σ flat.
  private static let states: Set<String> = [
    "active", "inactive", "saturated", "unsaturated", "dead", "firing", "clipped",
  ]

  /// The numbers of the formulas of `document` that stand behind such words, in the same sentence.
  static func formulas(in document: Document) -> Set<Int> {
    var result: Set<Int> = []
    var number = -1
    for (place, block) in document.blocks.enumerated() {
      guard let formula = block.formula else { continue }
      number += 1
      guard formula.isDisplay else { continue }
      // Without a word between, a display goes on from the one before.
      let goesOn = place > 0 && document.blocks[place - 1].formula?.isDisplay == true && result.contains(number - 1)
      if goesOn || isConditional(document.sentence(before: place)) { result.insert(number) }
    }
    return result
  }

  private static func isConditional(_ words: [String]) -> Bool {
    guard let start = words.firstIndex(where: beginnings.contains) else { return false }
    return words[start...].contains(where: states.contains)
  }
}

extension [WrittenStatement] {
  /// With what the text says of the formulas in `formulas`.
  func conditional(on formulas: Set<Int>) -> [WrittenStatement] {
    var result = self
    for number in result.indices { result[number].hasWordedCondition = formulas.contains(result[number].formula) }
    return result
  }
}
