import LaTeX

/// Which of two letters are equal or differ in a display, or how large a quantity is, where the text around it says so: "For
/// i ≠ j:" or "If z > 0:" before it, "where j ≠ i" behind it.
enum SurroundingConditions {
  /// How many characters of text may stand in a paragraph that only names a case.
  private static let longestTitle = 40

  /// The conditions on each formula of `document`; `formulas` are its formulas, parsed.
  static func conditions(in document: Document, _ formulas: [MathFormula]) -> [[WrittenChain]] {
    var numbers: [Int: Int] = [:]
    for (place, block) in document.blocks.enumerated() where block.formula != nil { numbers[place] = numbers.count }
    var result = Array(repeating: [WrittenChain](), count: formulas.count)
    func conditions(_ places: [Int]) -> [WrittenChain] {
      func comparisons(_ place: Int) -> [WrittenChain] {
        numbers[place].map { formulas[$0].comparisons } ?? document.blocks[place].comparisons
      }
      let all = places.flatMap(comparisons)
      guard let last = places.lastIndex(where: { !comparisons($0).isEmpty }),
        !isGeneral(Array(places[(last + 1)...]), document)
      else { return [] }
      return all.isContradictory ? [] : all
    }
    // i = j: in a display of its own is a case as well.
    let cases = Set(numbers.filter { !formulas[$0.value].comparisons.isEmpty }.keys)
    let displays = numbers.filter { document.blocks[$0.key].formula?.isDisplay == true && !cases.contains($0.key) }
    var lastCase: (place: Int, conditions: [WrittenChain])?
    for (place, number) in displays.sorted(by: { $0.key < $1.key }) {
      let before = conditions(leading(to: place, in: document, passing: cases))
      let behind = document.continuation(of: place)
      let isLast = !document.blocks[behind].contains { $0.formula?.isDisplay == true }
      result[number] = before.isEmpty && isLast ? conditions(Array(behind)) : before
      if result[number].isEmpty, let lastCase, let sign = lastCase.conditions.opposite,
        isOtherwise(leading(to: place, in: document), since: lastCase.place, document)
      {
        result[number] = [sign]
      }
      if !result[number].isEmpty { lastCase = (place, result[number]) }
      if result[number].isEmpty, let sign = inequality(leading(to: place, in: document), numbers, formulas, document) {
        result[number] = [sign]
      }
    }
    return result
  }

  /// The words that a case begins with, in some languages.
  private static let words: Set<String> = [
    "if", "when", "where", "for", "case", "si", "quand", "wenn", "falls", "se", "per", "cuando", "para", "als", "若",
    "当",
    "如果", "gdy", "jeśli", "dla", "если", "при",
  ]

  /// z > 0 in "If z > 0:", where that is all that stands before the display in its sentence.
  private static func inequality(
    _ blocks: [Int], _ numbers: [Int: Int], _ formulas: [MathFormula], _ document: Document
  ) -> WrittenChain? {
    guard let last = blocks.last(where: { numbers[$0] != nil }), let place = blocks.firstIndex(of: last), place > 0,
      let number = numbers[last], blocks.count <= place + 2,
      case .prose(let before) = document.blocks[blocks[place - 1]]
    else { return nil }
    if blocks.count == place + 2 {
      guard case .prose(let behind) = document.blocks[blocks[place + 1]],
        behind.text.string.allSatisfy({ !$0.isLetter })
      else { return nil }
    }
    let chains = ChainReader.chains(of: formulas[number])
    guard chains.count == 1, chains[0].isComparison,
      let word = before.text.string.split(whereSeparator: { !$0.isLetter }).last,
      words.contains(word.lowercased())
    else { return nil }
    return chains[0]
  }

  /// The text that leads to a display: in its paragraph behind the last display, or in the paragraph before, if that is
  /// short or ends with a colon; or the heading it stands under.
  private static func leading(to place: Int, in document: Document, passing cases: Set<Int> = []) -> [Int] {
    let range = document.introduction(to: place)
    if range.isEmpty, place > 0, case .heading = document.blocks[place - 1] { return [place - 1] }
    let display = range.last { document.blocks[$0].formula?.isDisplay == true && !cases.contains($0) }
    let start = display.map { $0 + 1 } ?? range.lowerBound
    let blocks = Array(start..<range.upperBound)
    if let last = blocks.last, document.blocks[last].paragraph != document.blocks[place].paragraph {
      let text = blocks.compactMap { place in
        if case .prose(let prose) = document.blocks[place] { prose.text.string } else { nil }
      }
      guard text.last?.last.map({ ":：".contains($0) }) == true || text.reduce(0, { $0 + $1.count }) <= longestTitle
      else { return [] }
    }
    return blocks
  }

  /// Words for the other case.
  private static let otherwiseWords: Set<String> = [
    "otherwise", "else", "sonst", "andernfalls", "ansonsten", "sinon", "autrement", "altrimenti", "anders", "inaczej",
    "иначе", "否则",
  ]

  /// Whether the words before a display, the first one behind the display at `last`, begin the other case.
  private static func isOtherwise(_ blocks: [Int], since last: Int, _ document: Document) -> Bool {
    let displays = document.blocks.indices.filter { document.blocks[$0].formula?.isDisplay == true }
    guard let first = blocks.first, displays.allSatisfy({ $0 <= last || $0 >= first }) else { return false }
    return blocks.contains { place in
      guard case .prose(let prose) = document.blocks[place] else { return false }
      return prose.text.string.lowercased().split(whereSeparator: { !$0.isLetter }).contains {
        otherwiseWords.contains(String($0))
      }
    }
  }

  /// Words that say that what follows is about more than one case.
  private static let generalWords: Set<String> = [
    "all", "any", "every", "both", "general", "generally", "arbitrary", "altogether", "overall", "alle", "allgemein",
    "beliebige", "tous", "toutes", "général", "todos", "todas", "tutti", "tutte", "всех", "любых", "所有", "任意",
  ]

  /// Whether the last words before a display, behind what is said of two letters, are about all of them: "i = j is special,
  /// but for all i, j".
  private static func isGeneral(_ blocks: [Int], _ document: Document) -> Bool {
    blocks.contains { place in
      guard case .prose(let prose) = document.blocks[place] else { return false }
      return prose.text.string.lowercased().split(whereSeparator: { !$0.isLetter }).contains {
        generalWords.contains(String($0))
      }
    }
  }
}

extension [WrittenStatement] {
  /// With what the text around their formulas says; what goes on from a statement is about the same case.
  func taking(_ surrounding: [[WrittenChain]]) -> [WrittenStatement] {
    var result = self
    for number in result.indices {
      let own = surrounding[result[number].formula]
      let statement = result[number]
      let inherited =
        statement.chain.continuesPrevious && own.isEmpty ? statement.previous.map { result[$0].surrounding } : nil
      result[number].surrounding = (inherited ?? own).filter { condition in
        !statement.conditions.contains { $0.letters == condition.letters }
      }
    }
    return result
  }
}

extension WrittenChain {
  /// The two letters of i = j or i ≠ j, in alphabetical order; nil for anything else.
  fileprivate var letters: [String]? {
    guard signs.count == 1, signs[0].name == "=" || signs[0].name == "ne", list.isEmpty else { return nil }
    let names = members.compactMap { $0.nodes.count == 1 ? $0.nodes[0].symbolName : nil }
    let areIndices = names.allSatisfy { $0.count == 1 && $0.first?.isLowercase == true }
    return names.count == 2 && areIndices && names[0] != names[1] ? names.sorted() : nil
  }
}

extension WrittenChain {
  /// u > v: about the size of two quantities.
  fileprivate var isComparison: Bool {
    signs.count == 1 && !continuesPrevious && !isOpen && ["<", ">", "le", "ge"].contains(signs[0].name)
  }
}

extension [WrittenChain] {
  /// i ≠ j for i = j alone, and the other way round.
  fileprivate var opposite: WrittenChain? {
    guard count == 1, self[0].letters != nil else { return nil }
    var result = self[0]
    result.signs[0].name = result.signs[0].name == "=" ? "ne" : "="
    return result
  }

  /// Whether they say of two letters both that they are equal and that they differ: the cases to be distinguished.
  fileprivate var isContradictory: Bool {
    contains { a in contains { b in a.letters == b.letters && a.signs[0].name != b.signs[0].name } }
  }
}

extension MathFormula {
  /// i = j or i ≠ j, where the formula is nothing else.
  fileprivate var comparisons: [WrittenChain] {
    var nodes = nodes
    while let last = nodes.last, last.isBlank || last.isPunctuation { nodes.removeLast() }
    let chains = ChainReader.chains(of: replacingNodes(nodes))
    return chains.count == 1 && chains[0].letters != nil ? chains : []
  }
}

extension Block {
  /// What is said of letters in plain words: "i = j", "i ≠ j", "i != j".
  fileprivate var comparisons: [WrittenChain] {
    let text: LocatedText
    switch self {
    case .prose(let prose): text = prose.text
    case .heading(let heading): text = heading.text
    default: return []
    }
    let signs = ["≠": "\\neq ", "!=": "\\neq ", "==": "=", "=": "="]
    var words = text.string.split { $0.isWhitespace || "()[]*_,.:;".contains($0) }.map(String.init)
    words = words.flatMap { word -> [String] in
      guard let sign = ["≠", "!=", "==", "="].first(where: { word.dropFirst().hasPrefix($0) }),
        word.count == sign.count + 2, let first = word.first, let last = word.last
      else { return [word] }
      return [String(first), sign, String(last)]
    }
    return zip(words.indices, words).flatMap { place, word -> [WrittenChain] in
      guard let sign = signs[word], place > 0, place + 1 < words.count else { return [] }
      let source = words[place - 1] + sign + words[place + 1]
      return MathParser.parse(Array(source.unicodeScalars), macros: .empty).comparisons
    }
  }
}
