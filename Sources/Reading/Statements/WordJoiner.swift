import LaTeX

/// Joins letters that spell a word: R S S written without a command is one name, not a product.
///
/// What is a word: what the document writes in upright type somewhere, and names that losses and inputs of units
/// customarily have. The letters must stand directly beside one another.
struct WordJoiner {
  private let words: Set<[String]>
  /// What stands in text boxes as the name of a quantity.
  private let textNames: Set<String>
  private let longest: Int
  private let commands: UndefinedCommands
  private let spelling: Spelling
  private let times: TimeArguments
  private let arguments: WrittenArguments
  private let brackets: BracketedIndices

  private static let customary = [
    "RSS", "MSE", "SSE", "NLL", "BCE", "CE", "net", "out", "loss", "cost", "error", "softmax", "sigmoid", "relu",
    "ReLU",
    "Loss", "Cost", "Error", "Input", "Output", "diag", "log", "ln", "exp", "tanh", "max", "min", "target", "output",
    "total", "Err", "err", "lr",
  ]

  /// The words of these formulas.
  init(_ formulas: [MathFormula]) {
    var found = Set(Self.customary)
    func collect(_ nodes: [MathNode]) {
      for node in nodes {
        switch node.kind {
        case .styled(.roman, let row), .styled(.operatorName, let row):
          if row.nodes.count > 1, let word = MathNode.word(of: row.nodes) { found.insert(word) }
        case .text(let text):
          if text.isPlain, text.plain.count > 1, text.plain.count <= 6, text.plain.allSatisfy(\.isLetter) {
            found.insert(text.plain)
          }
        default: collect(node.children)
        }
      }
    }
    for formula in formulas { collect(formula.nodes) }
    textNames = TextNames.names(in: formulas)
    words = Set(found.filter { $0.count > 1 }.map { $0.map(String.init) })
    longest = words.map(\.count).max() ?? 0
    commands = UndefinedCommands(formulas)
    spelling = Spelling(formulas)
    times = TimeArguments(formulas)
    arguments = WrittenArguments(formulas)
    brackets = BracketedIndices(formulas)
  }

  /// `nodes` in the usual spelling, with a meaning for commands that nothing defines and words as one node each.
  func read(_ nodes: [MathNode]) -> [MathNode] {
    join(arguments.removed(from: times.removed(from: spelling.usual(brackets.read(commands.resolved(nodes))))))
  }

  /// The arguments, one each, that quantities are introduced with and that are left out.
  var writtenArguments: [String: String] { arguments.ofOneLetter }

  /// `nodes` with words as one node each.
  func join(_ unjoined: [MathNode]) -> [MathNode] {
    let nodes = unjoined.flatMap { $0.withoutStyle }
    var result: [MathNode] = []
    var place = 0
    while place < nodes.count {
      if let count = wordLength(nodes, place) {
        let next = place + count < nodes.count ? nodes[place + count] : nil
        result.append(named(word(Array(nodes[place..<place + count])), before: next))
        place += count
      } else if let glued = glued(nodes, place) {
        result.append(glued)
        place += 2
      } else if let decorated = decorated(nodes, place) {
        result.append(decorated)
        place += 2
      } else if let function = functionWord(nodes, place) {
        result.append(function)
        place += 1
      } else if let function = operatorName(nodes[place]) {
        result.append(function)
        place += 1
      } else if let name = name(nodes[place]) {
        result.append(name)
        place += 1
      } else {
        result.append(joinInside(nodes[place]))
        place += 1
      }
    }
    return result
  }

  /// w5 is w_5, h1 is h_1: a letter with a number directly behind it.
  private func glued(_ nodes: [MathNode], _ place: Int) -> MathNode? {
    if let lowered = gluedBelow(nodes, place) { return lowered }
    guard place + 1 < nodes.count, case .letter(let name) = nodes[place].kind, name.count == 1, name != "d",
      case .number(let digits) = nodes[place + 1].kind, digits.count <= 2, digits.allSatisfy(\.isNumber),
      nodes[place].range.upperBound == nodes[place + 1].range.lowerBound
    else { return nil }
    let number = nodes[place + 1]
    return MathNode(
      .scripts(MathScripts(base: nodes[place], lower: MathRow([number], number.range))),
      nodes[place].range.lowerBound..<number.range.upperBound)
  }

  /// E_y1 is E_{y1}: a number directly behind a subscript of one letter.
  private func gluedBelow(_ nodes: [MathNode], _ place: Int) -> MathNode? {
    guard place + 1 < nodes.count, case .scripts(var scripts) = nodes[place].kind, scripts.upper == nil,
      let lower = scripts.lower, lower.nodes.count == 1, case .letter(let name) = lower.nodes[0].kind, name.count == 1,
      case .number(let digits) = nodes[place + 1].kind, digits.count <= 2, digits.allSatisfy(\.isNumber),
      nodes[place].range.upperBound == nodes[place + 1].range.lowerBound,
      lower.nodes[0].range.upperBound == nodes[place].range.upperBound
    else { return nil }
    let number = nodes[place + 1]
    scripts.lower = MathRow(lower.nodes + [number], lower.range.lowerBound..<number.range.upperBound)
    return joinInside(MathNode(.scripts(scripts), nodes[place].range.lowerBound..<number.range.upperBound))
  }

  /// An unknown command before one letter in braces changes its looks: \matr{W}.
  private func decorated(_ nodes: [MathNode], _ place: Int) -> MathNode? {
    guard place + 1 < nodes.count, case .unknown(let name) = nodes[place].kind, name.hasPrefix("\\") else { return nil }
    var base = nodes[place + 1]
    if case .scripts(let scripts) = base.kind, let inner = scripts.base { base = inner }
    guard case .group(let row) = base.kind, row.nodes.withoutBlanks.count == 1,
      row.nodes.withoutBlanks[0].symbolName != nil
    else { return nil }
    return joinInside(nodes[place + 1])
  }

  /// A word in a text box that is the name of a quantity: RSS, net, loss.
  private func name(_ node: MathNode) -> MathNode? {
    var base = node
    var outer: MathScripts?
    if case .scripts(let scripts) = node.kind, let inner = scripts.base { (base, outer) = (inner, scripts) }
    guard case .text(let text) = base.kind, text.isPlain, Self.isName(text.plain) || textNames.contains(text.plain)
    else { return nil }
    let letters = text.plain.map { MathNode(.letter(String($0)), base.range) }
    let word = MathNode(.styled(.roman, MathRow(letters, base.range)), base.range)
    guard var scripts = outer else { return word }
    scripts.base = word
    return MathNode(.scripts(scripts), node.range)
  }

  private static func isName(_ word: String) -> Bool {
    customary.contains(word)
      || (2...6).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isUppercase }
        && !["IF", "OR", "AND", "LET"].contains(word)
  }

  /// How many nodes from `place` on spell a word; the last may carry scripts.
  private func wordLength(_ nodes: [MathNode], _ place: Int) -> Int? {
    if let run = longRun(nodes, place) ?? foreignRun(nodes, place) { return run }
    var letters: [String] = []
    var best: Int?
    for next in place..<min(nodes.count, place + longest) {
      if next > place, nodes[next].range.lowerBound != nodes[next - 1].range.upperBound { break }
      var base = nodes[next]
      var isLast = false
      if case .scripts(let scripts) = base.kind, let inner = scripts.base {
        base = inner
        isLast = true
      }
      guard case .letter(let name) = base.kind, name.count == 1 else { break }
      letters.append(name)
      if letters.count > 1, words.contains(letters) { best = letters.count }
      if isLast { break }
    }
    return best
  }

  /// Five letters or more directly beside one another, with nothing on them, spell a word whatever it is: logits.
  private func longRun(_ nodes: [MathNode], _ place: Int) -> Int? {
    var end = place
    while end < nodes.count, case .letter(let name) = nodes[end].kind, name.count == 1, name.first?.isASCII == true,
      end == place || nodes[end].range.lowerBound == nodes[end - 1].range.upperBound
    {
      end += 1
    }
    guard end - place >= 5 else { return nil }
    // A letter with scripts, or with brackets, belongs to what follows.
    if end < nodes.count, nodes[end].range.lowerBound == nodes[end - 1].range.upperBound {
      switch nodes[end].kind {
      // Activate(net) is a function by its name.
      case .fence where end - place > 5: return end - place
      case .scripts, .fence: return nil
      default: break
      }
    }
    return end - place
  }

  /// A word in a text box with brackets directly behind it is the name of a function: \text{prod}(A, B).
  private func functionWord(_ nodes: [MathNode], _ place: Int) -> MathNode? {
    guard place + 1 < nodes.count, case .text(let text) = nodes[place].kind, text.isPlain,
      (2...12).contains(text.plain.count), text.plain.allSatisfy({ $0.isASCII && $0.isLetter }),
      !Self.proseWords.contains(text.plain.lowercased()), nodes[place + 1].isRoundFence,
      nodes[place + 1].range.lowerBound - nodes[place].range.upperBound <= 5
    else { return nil }
    let letters = text.plain.map { MathNode(.letter(String($0)), nodes[place].range) }
    return MathNode(.styled(.roman, MathRow(letters, nodes[place].range)), nodes[place].range)
  }

  private static let proseWords: Set<String> = [
    "and", "or", "where", "for", "if", "with", "so", "since", "then", "because", "as", "when", "let", "by", "from",
    "is", "thus", "hence", "else", "otherwise", "here", "but", "that", "which", "of", "in", "at", "using", "we", "have",
    "see", "note", "recall", "therefore", "case", "proof", "all", "any", "each", "are", "to", "on", "via", "eq",
  ]

  /// \softmax, which some preamble defines as an operator.
  private func operatorName(_ node: MathNode) -> MathNode? {
    guard case .unknown(let command) = node.kind, command.hasPrefix("\\") else { return nil }
    let name = String(command.dropFirst())
    guard Self.operators.contains(name.lowercased()) else { return nil }
    return MathNode(.function(name), node.range)
  }

  private static let operators: Set<String> = [
    "softmax", "sigmoid", "relu", "diag", "tr", "trace", "sign", "logistic", "softplus", "argmax", "vec",
  ]

  private func word(_ nodes: [MathNode]) -> MathNode {
    let range = nodes.extent
    guard let last = nodes.last, case .scripts(var scripts) = last.kind, let base = scripts.base else {
      return MathNode(.styled(.roman, MathRow(nodes, range)), range)
    }
    let letters = nodes.dropLast() + [base]
    let inner = MathNode(
      .styled(
        .roman, MathRow(Array(letters), letters.first.map { $0.range.lowerBound..<base.range.upperBound } ?? range)),
      range)
    scripts.base = inner
    return MathNode(.scripts(scripts), range)
  }

  /// Functions that are written without a command: ln(p).
  private static let functions: Set<String> = ["ln", "log", "exp", "tanh", "sinh", "cosh", "max", "min", "diag"]

  /// A word that is the name of a function before what it is applied to.
  private func named(_ word: MathNode, before next: MathNode?) -> MathNode {
    guard let next, case .fence = next.kind, case .styled(.roman, let row) = word.kind,
      let name = MathNode.word(of: row.nodes), Self.functions.contains(name)
    else { return word }
    return MathNode(.function(name), word.range)
  }

  /// A node with the words inside it joined. What is set upright is a word already.
  private func joinInside(_ node: MathNode) -> MathNode {
    switch node.kind {
    case .scripts(var scripts):
      // e^{-net}: an exponent of e is a formula of its own.
      if scripts.base?.kind == .letter("e") {
        scripts.upper = scripts.upper.map { MathRow(join($0.nodes), $0.range) }
      }
      scripts.base = scripts.base.map { joinInside($0) }
      scripts.lower = scripts.lower.map { MathRow($0.nodes.flatMap(\.withoutStyle), $0.range) }
      return MathNode(.scripts(scripts), node.range)
    case .accented(let accent, let inner):
      guard let glued = glued(inner.nodes.withoutBlanks, 0), inner.nodes.withoutBlanks.count == 2,
        case .scripts(var scripts) = glued.kind, let base = scripts.base
      else { return node }
      scripts.base = MathNode(.accented(accent, MathRow([base], base.range)), node.range)
      return MathNode(.scripts(scripts), node.range)
    case .styled(.roman, _), .styled(.operatorName, _), .stack: return node
    default: return node.mappingRows(join)
    }
  }
}

extension MathNode {
  /// A whole formula in some font is that formula: \mathit{o_k(1 - o_k)}. Letters in a font are names.
  fileprivate var withoutStyle: [MathNode] {
    guard case .styled(let style, let row) = kind, style == .italic || style == .normal,
      !row.nodes.allSatisfy({ if case .letter = $0.kind { true } else { false } })
    else { return [self] }
    return row.nodes.flatMap(\.withoutStyle)
  }
}
