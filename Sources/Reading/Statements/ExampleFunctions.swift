import LaTeX

/// Examples of functions, each with its own derivatives: f(x) = 1/x → df/dx = −1/x², and on the next line
/// f(x, y) = x y → ∂f/∂x = y. Every such line is about another function.
///
/// What is a function of several letters wherever it stands, f(x, y, z) = (x + y) z, is the quantity f.
struct ExampleFunctions: NotationMark {
  private static let letters: Set<String> = ["f", "g", "h", "F", "G", "\\phi", "\\varphi", "\\psi"]

  /// For each formula, the letters that are functions of its own.
  private var own: [Int: Set<String>] = [:]
  /// The letters that are quantities with their arguments written behind them.
  private var quantities: Set<String> = []

  /// The examples in `formulas`.
  init(_ formulas: [MathFormula]) {
    var definitions: [String: [(formula: Int, value: [MathNode], count: Int)]] = [:]
    var derived: Set<Key> = []
    for (number, formula) in formulas.enumerated() {
      for chain in ChainReader.chains(of: formula) where chain.members.count > 1 {
        let head = chain.members[0].nodes.withoutBlanks
        if let (letter, count) = Self.definedFunction(head), chain.signs[0].name == "=" {
          definitions[letter, default: []].append((number, chain.members[1].nodes, count))
        }
        if let above = head.first?.differentials?.above.rest.first?.baseLetter { derived.insert(Key(number, above)) }
      }
    }
    guard !definitions.isEmpty else { return }
    var uses = Uses()
    for formula in formulas { uses.add(formula.nodes) }
    for (letter, list) in definitions {
      let isOfOne = uses.single.contains(letter)
      let isRedefined = list.contains { !$0.value.isSameText(as: list[0].value) }
      for item in list {
        let isExample = derived.contains(Key(item.formula, letter)) && (isRedefined || item.count > 1)
        if isExample || item.count > 1 && isOfOne { own[item.formula, default: []].insert(letter) }
      }
      if !isOfOne, !uses.primed.contains(letter) { quantities.insert(letter) }
    }
  }

  private struct Key: Hashable {
    var formula: Int
    var letter: String

    init(_ formula: Int, _ letter: String) { (self.formula, self.letter) = (formula, letter) }
  }

  /// How the letters are applied: to one thing, with primes.
  private struct Uses {
    var single: Set<String> = []
    var primed: Set<String> = []

    mutating func add(_ nodes: [MathNode]) {
      let visible = nodes.withoutBlanks
      for (place, node) in visible.enumerated() {
        if let letter = node.baseLetter, ExampleFunctions.letters.contains(letter) {
          if node.occurrence.map({ $0.primes > 0 }) ?? false { primed.insert(letter) }
          if place + 1 < visible.count, case .fence(let fence) = visible[place + 1].kind, fence.open.name == "(",
            !fence.body.contains(where: \.isPunctuation)
          {
            single.insert(letter)
          }
        }
        add(node.children)
      }
    }
  }

  /// The letter and the number of arguments of f(x), f_c(x), f(x, y).
  private static func definedFunction(_ head: [MathNode]) -> (letter: String, count: Int)? {
    guard head.count == 2, let letter = head[0].baseLetter, letters.contains(letter), let count = head[1].argumentCount
    else { return nil }
    if let occurrence = head[0].occurrence {
      guard occurrence.primes == 0, occurrence.superscript == nil, occurrence.subscripts.count <= 1 else { return nil }
    }
    return (letter, count)
  }

  // MARK: Marking

  /// `formula`, which is the one with this number, with the functions of its own as quantities.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula {
    let own = own[number, default: []]
    guard !own.isEmpty || !quantities.isEmpty else { return formula }
    return formula.replacingNodes(marked(formula.nodes, own, number))
  }

  private func marked(_ nodes: [MathNode], _ own: Set<String>, _ number: Int) -> [MathNode] {
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      let node = nodes[place]
      place += 1
      guard let letter = node.baseLetter, own.contains(letter) || quantities.contains(letter) else {
        result.append(node.mappingRows { marked($0, own, number) })
        continue
      }
      let next = nodes[place...].firstIndex { !$0.isBlank }
      let count = next.flatMap { nodes[$0].argumentCount } ?? next.flatMap { nodes[$0].listCount }
      if own.contains(letter) {
        result.append(MathNode(.letter(letter.plainName + Self.digits(number + 1)), node.range))
      } else {
        result.append(node)
      }
      if let next, let count, own.contains(letter) || count > 1 { place = next + 1 }
    }
    return result
  }

  /// A number in small digits below the line.
  private static func digits(_ number: Int) -> String {
    String(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x30 + 0x2080).map(Character.init) })
  }
}

extension MathNode {
  /// The letter it is, whatever hangs on it.
  fileprivate var baseLetter: String? { symbolName ?? occurrence?.letter }

  /// How many letters stand in round brackets, if nothing else does: (x, y, z).
  fileprivate var argumentCount: Int? {
    guard case .fence(let fence) = kind, fence.open.name == "(" else { return nil }
    let items = fence.body.withoutBlanks.split(whereSeparator: \.isPunctuation)
    return !items.isEmpty && items.allSatisfy { $0.count == 1 && $0[$0.startIndex].occurrence != nil }
      ? items.count : nil
  }

  /// How many things stand in round brackets with commas between them.
  fileprivate var listCount: Int? {
    guard case .fence(let fence) = kind, fence.open.name == "(", fence.body.contains(where: \.isPunctuation) else {
      return nil
    }
    return fence.body.withoutBlanks.split(whereSeparator: \.isPunctuation).count
  }
}

extension [MathNode] {
  /// Whether the same is written here, wherever it stands.
  func isSameText(as other: [MathNode]) -> Bool {
    let (a, b) = (withoutBlanks, other.withoutBlanks)
    return a.count == b.count && zip(a, b).allSatisfy { $0.sExpression == $1.sExpression }
  }
}
