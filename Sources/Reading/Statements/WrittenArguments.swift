import LaTeX

/// Quantities that are introduced with what they depend on, z(x) = wx + b, and are z everywhere else.
///
/// In z(x) = wx + b the brackets hold no factor: what stands before an equals sign all by itself is a name. It is the same
/// quantity with and without its argument, as long as every bracket behind it holds that argument.
struct WrittenArguments {
  /// The arguments of each quantity, as they are always written.
  private let arguments: [String: [String]]

  /// The letters that number something: y(n) is y at time n.
  private static let indices: Set<String> = ["i", "j", "k", "l", "m", "n", "p", "q", "r", "t", "\\ell", "\\tau"]

  private static let parameters: Set<String> = ["w", "W", "b", "\\theta", "\\Theta", "\\beta", "\\omega"]

  /// The quantities of `formulas` that are written so.
  init(_ formulas: [MathFormula]) {
    var found: [String: Set<[String]>] = [:]
    var introduced: Set<String> = []
    // J and J_λ are two heads of one letter.
    var heads: Set<String> = []
    func isOfParameters(_ lists: Set<[String]>) -> Bool {
      lists.count == 1 && lists.allSatisfy { !$0.isEmpty && $0.allSatisfy(Self.parameters.contains) }
    }
    func collect(_ nodes: [MathNode]) {
      for (place, node) in nodes.enumerated() {
        if let letter = node.occurrence?.letter, place + 1 < nodes.count, nodes[place + 1].isRoundFence,
          !nodes[place + 1].children.isNumeric
        {
          found[letter, default: []].insert(Self.names(in: nodes[place + 1]) ?? [])
        }
        collect(node.children)
      }
    }
    for formula in formulas {
      collect(formula.nodes)
      for chain in ChainReader.chains(of: formula) where chain.signs.first?.name == "=" {
        guard let head = chain.members.first?.nodes.withoutBlanks, head.count == 2, head[0].occurrence?.primes == 0,
          let letter = head[0].occurrence?.letter, Self.names(in: head[1]) != nil
        else { continue }
        introduced.insert(letter)
        heads.insert(letter + (head[0].occurrence?.subscripts.isEmpty == false ? "_" : ""))
      }
    }
    // L(w) beside J(w) = L(w) + λ‖w‖²: of several losses each is a name. What a single one is a function of may matter.
    let losses = introduced.filter { VocabularyReader.lossLetters.contains($0) && isOfParameters(found[$0] ?? []) }
    let functions = VocabularyReader.functionLetters.union(VocabularyReader.lossLetters)
      .subtracting(heads.count { losses.contains($0) || losses.contains(String($0.dropLast())) } > 1 ? losses : [])
    arguments = found.filter {
      introduced.contains($0.key) && !functions.contains($0.key) && !Self.isFunctionName($0.key)
    }.compactMapValues { lists in
      guard lists.count == 1, let list = lists.first, !list.isEmpty else { return nil }
      return list
    }
  }

  /// The argument of each quantity that has one.
  var ofOneLetter: [String: String] {
    arguments.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Whether a word is the name of a function, softplus or ReLU: its argument is what it is applied to.
  private static func isFunctionName(_ letter: String) -> Bool {
    letter.count > 2 && !letter.hasPrefix("\\") && Elaborator.name(ofWord: letter) != nil
  }

  /// The plain letters between commas in brackets; nil where anything else stands there.
  private static func names(in node: MathNode) -> [String]? {
    guard case .fence(let fence) = node.kind, fence.open.name == "(" else { return nil }
    var result: [String] = []
    for item in fence.body.split(whereSeparator: \.isPunctuation) {
      let visible = Array(item).withoutBlanks
      guard visible.count == 1, let name = visible[0].symbolName, !indices.contains(name) else { return nil }
      result.append(name)
    }
    return result.isEmpty ? nil : result
  }

  /// `nodes` without these arguments.
  func removed(from nodes: [MathNode]) -> [MathNode] {
    if arguments.isEmpty { return nodes }
    var result: [MathNode] = []
    for node in nodes.map({ $0.mappingRows(removed) }) {
      if let last = result.last, let letter = last.occurrence?.letter, let own = arguments[letter],
        Self.names(in: node) == own
      {
        // The brackets stay a part of what the name covers.
        result[result.count - 1] = MathNode(last.kind, last.range.lowerBound..<node.range.upperBound)
      } else {
        result.append(node)
      }
    }
    return result
  }
}
