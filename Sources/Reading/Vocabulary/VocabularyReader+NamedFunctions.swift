import Expressions
import LaTeX

/// Lines and words that say which function a letter stands for: f = \tanh, g = \sigma, "σ is the sigmoid".
extension VocabularyReader {
  /// The functions that letters are said to be, by one line each: what holds of any function holds of that one, too. A letter
  /// that several lines give several functions, as examples, stays any.
  static func namedFunctions(
    _ functions: [String: String], _ statements: [WrittenStatement]
  ) -> [String: String] {
    var values: [String: Set<String>] = [:]
    for statement in statements {
      guard let (letter, name) = declaration(statement.chain, functions) else { continue }
      values[letter, default: []].insert(name)
    }
    return values.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The functions that the text says letters are, as far as no line does; what is set equal to σ, as in f = σ, without a
  /// word about σ, makes that the sigmoid.
  static func saidFunctions(
    _ said: [String: String], _ functions: [String: String], _ statements: [WrittenStatement]
  ) -> [String: String] {
    var said = said
    let standsForOther = statements.contains { statement in
      let members = statement.chain.members.map(\.nodes.withoutBlanks)
      return members.count == 2 && members.allSatisfy { $0.count == 1 } && members[1][0].symbolName == "\\sigma"
        && members[0][0].symbolName.map { functions[$0] != nil } == true
    }
    if standsForOther, said["\\sigma"] == nil { said["\\sigma"] = "sigmoid" }
    return said.filter { letter, _ in
      (functions[letter] ?? letter.plainName) == letter.plainName && !isDefined(letter, statements)
        && (functions[letter] != nil || standsForOther && letter == "\\sigma")
    }
  }

  /// Whether a line begins with σ(z) alone, and so says what σ is.
  private static func isDefined(_ letter: String, _ statements: [WrittenStatement]) -> Bool {
    statements.contains { statement in
      guard let head = statement.chain.members.first?.nodes.withoutBlanks else { return false }
      return head.count == 2 && head[0].symbolName == letter && head[1].isRoundFence
    }
  }

  /// The letter and the function of f = \tanh; nil for any other chain.
  static func declaration(
    _ chain: WrittenChain, _ functions: [String: String]
  ) -> (letter: String, name: String)? {
    guard chain.signs.count == 1, ["=", ":=", "equiv"].contains(chain.signs[0].name) else { return nil }
    let (left, right) = (chain.members[0].nodes.withoutBlanks, chain.members[1].nodes.withoutBlanks)
    guard left.count == 1, right.count == 1, let letter = left[0].symbolName, functions[letter] != nil,
      let name = functionName(right[0], functions), name != functions[letter]
    else { return nil }
    return (letter, name)
  }

  /// tanh of \tanh or \text{tanh}, and what σ is.
  static func functionName(_ node: MathNode, _ functions: [String: String]) -> String? {
    if node.symbolName == "\\sigma" { return functions["\\sigma"] }
    let word: String?
    if case .function(let name) = node.kind { word = name } else { word = node.word }
    guard let word, word.count > 2, let name = Elaborator.name(ofWord: word),
      FunctionTable.record(named: name)?.definition != nil || name == "tanh"
    else { return nil }
    return name
  }
}

extension Vocabulary {
  /// Whether a line only says which function a letter stands for: f = \tanh.
  func saysFunction(_ left: [MathNode], _ right: [MathNode]) -> Bool {
    let (left, right) = (left.withoutBlanks, right.withoutBlanks)
    guard left.count == 1, right.count == 1, let letter = left[0].symbolName, let name = functions[letter] else {
      return false
    }
    return VocabularyReader.functionName(right[0], functions) == name
  }
}
