import LaTeX

/// What the text before a line says it to hold of only: one value of a target, "For y = 1 …", one of the functions that the
/// notes leave open, "For tanh: …", one loss, "With cross-entropy: …".
///
/// Such a line is not wrong for being wrong of everything else.
public struct ParticularCases: OptionSet, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// One value of a quantity.
  public static let value = Self(rawValue: 1)
  /// One function of those that a letter may stand for.
  public static let function = Self(rawValue: 2)
  /// The cross-entropy as the loss.
  public static let crossEntropy = Self(rawValue: 4)
  /// A sum of squares as the loss.
  public static let squares = Self(rawValue: 8)
  /// Layers that are convolutions, which * may stand for.
  public static let convolution = Self(rawValue: 16)

  /// The words that a case begins with.
  private static let beginnings: Set<String> = [
    "if", "when", "where", "for", "case", "si", "quand", "pour", "wenn", "falls", "für", "se", "per", "cuando",
    "para", "als", "voor", "若", "当", "如果", "если", "при",
  ]
  /// How the names begin of activation functions, of losses and of convolutions.
  private static let names: [(beginning: String, meaning: Self)] = [
    ("sigm", .function), ("logisti", .function), ("tanh", .function), ("hyperboli", .function), ("tangente", .function),
    ("relu", .function), ("softplus", .function), ("softmax", .function), ("rectifi", .function),
    ("сигмоид", .function),
    ("entrop", .crossEntropy), ("kreuzentrop", .crossEntropy), ("entropía", .crossEntropy), ("bce", .crossEntropy),
    ("кросс", .crossEntropy), ("交叉熵", .crossEntropy), ("mse", .squares), ("squared", .squares),
    ("quadrat", .squares), ("cuadrátic", .squares), ("均方", .squares),
  ]
  private static let convolutions = ["convol", "conv2", "cnn", "faltung", "卷积", "свёрт", "合成"]

  /// The cases that the formulas of `document` are said of; `formulas` are these, parsed.
  static func cases(in document: Document, _ formulas: [MathFormula]) -> [Int: Self] {
    var numbers: [Int: Int] = [:]
    for (place, block) in document.blocks.enumerated() where block.formula != nil { numbers[place] = numbers.count }
    let convolved = convolvedSections(document)
    var result: [Int: Self] = [:]
    var heading: Self = []
    var section = 0
    for (place, block) in document.blocks.enumerated() {
      if case .heading(let title) = block {
        heading = meanings(of: words(title.text.string)).intersection([.crossEntropy, .squares])
        section += 1
      }
      guard let number = numbers[place] else { continue }
      var own = heading.union(meanings(of: document.sentence(before: place)))
      if isOfValue(place, document, numbers, formulas) { own.insert(.value) }
      if convolved.contains(section), formulas[number].nodes.holdsStar { own.insert(.convolution) }
      if !own.isEmpty { result[number] = own }
    }
    return result
  }

  private static func words(_ text: String) -> [String] { text.lowercased().split { !$0.isLetter }.map(String.init) }

  private static func meanings(of words: [String]) -> Self {
    words.reduce(into: []) { result, word in
      for (beginning, meaning) in names where word.hasPrefix(beginning) { result.insert(meaning) }
    }
  }

  /// Whether the text before a formula says which number something is: "For y = 1 the loss is".
  private static func isOfValue(
    _ place: Int, _ document: Document, _ numbers: [Int: Int], _ formulas: [MathFormula]
  ) -> Bool {
    document.lead(to: place).contains { other in
      guard let inner = numbers[other], other > 0, formulas[inner].isGivenInteger,
        case .prose(let prose) = document.blocks[other - 1],
        let word = prose.text.string.split(whereSeparator: { !$0.isLetter }).last
      else { return false }
      return beginnings.contains(word.lowercased())
    }
  }

  /// The sections whose text speaks of convolutions, by their numbers in the order of the headings.
  private static func convolvedSections(_ document: Document) -> Set<Int> {
    var result: Set<Int> = []
    var section = 0
    for block in document.blocks {
      let text: String
      switch block {
      case .heading(let title):
        section += 1
        text = title.text.string
      case .prose(let prose): text = prose.text.string
      default: continue
      }
      let lower = text.lowercased()
      if convolutions.contains(where: { lower.contains($0) }) { result.insert(section) }
    }
    return result
  }
}

extension [WrittenStatement] {
  /// With the cases that their formulas are said of; what goes on from a statement is said of the same.
  func said(of cases: [Int: ParticularCases]) -> [WrittenStatement] {
    var result = self
    for number in result.indices {
      let statement = result[number]
      let inherited = statement.previous.flatMap { $0 < number ? result[$0].particularCases : nil } ?? []
      result[number].particularCases = cases[statement.formula] ?? inherited
    }
    return result
  }
}

extension [MathNode] {
  /// Whether * stands somewhere.
  fileprivate var holdsStar: Bool {
    contains { node in
      if case .operation(let sign) = node.kind, ["*", "ast", "star", "circledast"].contains(sign) { return true }
      return node.children.holdsStar
    }
  }
}

extension MathFormula {
  /// The letters of indices, sizes and layers: what holds for n = 2 or i = 1 is said of those, and of no value.
  private static let counts: Set<String> = [
    "i", "j", "k", "l", "m", "n", "d", "\\ell", "C", "D", "H", "K", "L", "M", "N", "T",
  ]

  /// Whether the formula is y = 1: a letter and a whole number.
  fileprivate var isGivenInteger: Bool {
    let chains = ChainReader.chains(of: self)
    guard chains.count == 1, chains[0].signs.map(\.name) == ["="], chains[0].list.isEmpty else { return false }
    let left = chains[0].members[0].nodes.withoutBlanks
    let right = chains[0].members[1].nodes.filter { !$0.isBlank && !$0.isPunctuation }
    return left.count == 1 && left[0].occurrence.map { !Self.counts.contains($0.letter) } == true && right.count == 1
      && right[0].wholeNumber != nil
  }
}
