import LaTeX

/// The functions that the text says letters stand for: "where $\sigma$ is the sigmoid function", "the hyperbolic tangent $f$".
enum FunctionsInText {
  /// What one or two words name, in lower case.
  private static let names: [[String]: String] = [
    ["sigmoid"]: "sigmoid", ["logistic"]: "sigmoid", ["tanh"]: "tanh", ["hyperbolic", "tangent"]: "tanh",
    ["relu"]: "relu", ["rectifier"]: "relu", ["rectified", "linear"]: "relu", ["softplus"]: "softplus",
    ["softmax"]: "softmax",
  ]
  /// What may stand between a letter and the name of its function.
  private static let fillers: Set<String> = [
    "is", "be", "being", "denotes", "denote", "as", "the", "a", "an", "standard", "usual", "element", "elementwise",
    "wise", "pointwise", "entrywise", "componentwise", "scalar", "activation", "function", "nonlinearity", "non",
    "linear", "linearity", "unit",
  ]
  /// Words by which the text says that the function may be another one as well.
  private static let alternatives: Set<String> = [
    "or", "and", "example", "instance", "e", "g", "like", "such", "usually", "typically", "often", "say", "any", "some",
    "not", "derivative",
  ]
  /// How many words lie between a letter and the name of its function at most.
  private static let farthest = 6

  /// The functions by letter; `formulas` are those of the document, parsed. A letter of which the text says several things
  /// stands for none.
  static func functions(in document: Document, _ formulas: [MathFormula]) -> [String: String] {
    var found: [String: Set<String>] = [:]
    var number = -1
    for (place, block) in document.blocks.enumerated() {
      guard let formula = block.formula else { continue }
      number += 1
      guard !formula.isDisplay, formulas.indices.contains(number), let letter = letter(of: formulas[number]) else {
        continue
      }
      let before = sentences(document, place - 1, block.paragraph).last ?? []
      let behind = sentences(document, place + 1, block.paragraph).first ?? []
      if let name = name(behind: behind) ?? name(before: before) { found[letter, default: []].insert(name) }
    }
    return found.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// f of a formula that is f, or f of something.
  private static func letter(of formula: MathFormula) -> String? {
    let nodes = formula.nodes.withoutBlanks
    guard let first = nodes.first, nodes.count == 1 || nodes.count == 2 && nodes[1].isRoundFence else { return nil }
    return first.symbolName
  }

  /// The words of the sentences, and pieces of sentences, of a stretch of text in a paragraph.
  private static func sentences(_ document: Document, _ place: Int, _ paragraph: Int?) -> [[String]] {
    guard document.blocks.indices.contains(place), document.blocks[place].paragraph == paragraph,
      case .prose(let prose) = document.blocks[place]
    else { return [] }
    var pieces: [[String]] = [[]]
    let words = prose.text.string.lowercased().split(whereSeparator: \.isWhitespace)
    for word in words {
      pieces[pieces.count - 1] += word.split { !$0.isLetter }.map(String.init)
      let isAbbreviated = word.hasSuffix("e.g.") || word.hasSuffix("i.e.")
      if let last = word.last, ".;:".contains(last), !isAbbreviated { pieces.append([]) }
    }
    return pieces
  }

  private static func name(behind words: [String]) -> String? {
    guard let verb = words.first, ["is", "be", "denotes", "as", "being"].contains(verb) else { return nil }
    for place in words.indices.prefix(farthest) {
      if let (name, length) = named(words, place) {
        let rest = words[(place + length)...].prefix(4)
        return rest.contains(where: { alternatives.contains($0) || names[[$0]] != nil }) ? nil : name
      }
      guard fillers.contains(words[place]) else { return nil }
    }
    return nil
  }

  private static func name(before words: [String]) -> String? {
    for place in words.indices.reversed().prefix(farthest) {
      if let (name, length) = named(words, place), place + length <= words.count {
        let rest = words[..<place].suffix(3)
        return rest.contains(where: { alternatives.contains($0) || names[[$0]] != nil }) ? nil : name
      }
      guard fillers.contains(words[place]), words[place] != "is" else { return nil }
    }
    return nil
  }

  /// The function that the words at a place name, and how many they are.
  private static func named(_ words: [String], _ place: Int) -> (name: String, length: Int)? {
    if words.indices.contains(place + 1), let name = names[[words[place], words[place + 1]]] { return (name, 2) }
    return names[[words[place]]].map { ($0, 1) }
  }
}
