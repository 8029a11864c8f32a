import LaTeX

/// What the text says of the class of a sample: "Let k be the correct class", "the index of the true class is k", and, of the
/// other classes, "for an incorrect class j".
struct ClassText {
  /// The letter of the class the sample is of, and the number of the first formula that is about it.
  private(set) var correct: (letter: String, formula: Int)?
  /// The letters that the text before displays gives to other classes, by the number of the display.
  private var others: [Int: String] = [:]

  private static let correctWords: Set<String> = ["correct", "true", "right", "target", "actual", "gold", "truth"]
  private static let otherWords: Set<String> = ["incorrect", "wrong", "other", "false", "another"]
  private static let classWords: Set<String> = ["class", "classes", "label", "category"]
  private static let letters: Set<String> = ["k", "c", "t", "m", "i", "j", "g", "r", "s"]
  /// What may stand between the letter and the class: "k is the index of the correct class".
  private static let links: Set<String> = [
    "is", "be", "the", "index", "of", "a", "denotes", "denote", "as", "for", "number", "an",
  ]
  /// Words that a sentence goes on with behind a display.
  private static let relatives: Set<String> = ["where", "with", "here"]

  /// What `document` says; `formulas` are its formulas, parsed.
  init(_ document: Document, _ formulas: [MathFormula]) {
    var number = 0
    var words: [String] = []
    var lastDisplay: Int?
    var paragraph: Int?
    for block in document.blocks {
      if block.paragraph == nil || block.paragraph != paragraph {
        // What leads to a display may stand in a paragraph of its own.
        if lastDisplay != nil || block.formula?.isDisplay != true { words = [] }
        lastDisplay = lastDisplay.flatMap { $0 == number - 1 ? $0 : nil }
        paragraph = block.paragraph
      }
      switch block {
      case .prose(let prose):
        words += Self.words(prose.text.string)
        findCorrect(words, number, lastDisplay)
      case .formula(let formula):
        if formula.isDisplay {
          if let other = Self.other(words) { others[number] = other }
          lastDisplay = number
          words = []
        } else {
          let nodes = formulas.indices.contains(number) ? formulas[number].nodes.withoutBlanks : []
          words.append(nodes.count == 1 ? nodes[0].symbolName ?? "…" : "…")
          findCorrect(words, number, lastDisplay)
        }
        number += 1
      default: continue
      }
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "." }.flatMap { word -> [String] in
      let plain = word.filter { $0 != "." }
      // A full stop ends what is said.
      return (plain.isEmpty ? [] : [String(plain)]) + (word.hasSuffix(".") ? ["."] : [])
    }
  }

  private mutating func findCorrect(_ words: [String], _ number: Int, _ lastDisplay: Int?) {
    guard correct == nil, let letter = Self.correct(words) else { return }
    // "…, where k is the correct class": about the display before.
    let isRelative = words.first.map(Self.relatives.contains) ?? false
    correct = (letter, isRelative ? lastDisplay ?? number : number)
  }

  /// The letter beside "correct class".
  private static func correct(_ words: [String]) -> String? {
    for place in words.indices.dropFirst()
    where classWords.contains(words[place]) && correctWords.contains(words[place - 1]) {
      let behind = words[(place + 1)...].drop(while: links.contains)
      if let next = behind.first, letters.contains(next), behind.startIndex <= place + 3 { return next }
      var before = place - 2
      while before >= 0, links.contains(words[before]) || words[before] == "ground" { before -= 1 }
      if before >= 0, before < place - 2, letters.contains(words[before]) { return words[before] }
    }
    return nil
  }

  /// The letter behind "incorrect class", the last one.
  private static func other(_ words: [String]) -> String? {
    for place in words.indices.dropFirst().reversed()
    where classWords.contains(words[place]) && otherWords.contains(words[place - 1]) {
      if place + 1 < words.count, letters.contains(words[place + 1]) { return words[place + 1] }
    }
    return nil
  }

  /// `conditions`, those on each formula, with j ≠ k for the formulas of which the text says that j is another class.
  func completed(_ conditions: [[WrittenChain]]) -> [[WrittenChain]] {
    guard let correct else { return conditions }
    var result = conditions
    for (number, letter) in others where letter != correct.letter && result[number].isEmpty {
      let members = [letter, correct.letter].map {
        WrittenChain.Member(nodes: [MathNode(.letter($0), 0..<1)])
      }
      result[number] = [
        WrittenChain(members: members, signs: [.init(name: "ne", range: 0..<1)], list: [], connective: nil)
      ]
    }
    return result
  }
}
