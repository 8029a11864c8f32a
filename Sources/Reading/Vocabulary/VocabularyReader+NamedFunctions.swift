import Expressions
import LaTeX

/// Lines that say which function a letter stands for: f = \tanh, g = \sigma.
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

  /// The letter and the function of f = \tanh; nil for any other chain.
  static func declaration(
    _ chain: WrittenChain, _ functions: [String: String]
  ) -> (letter: String, name: String)? {
    guard chain.signs.count == 1, ["=", ":=", "equiv"].contains(chain.signs[0].name) else { return nil }
    let (left, right) = (chain.members[0].nodes.withoutBlanks, chain.members[1].nodes.withoutBlanks)
    guard left.count == 1, right.count == 1, let letter = left[0].symbolName, functions[letter] != nil,
      let name = functionName(right[0]), name != functions[letter]
    else { return nil }
    return (letter, name)
  }

  /// tanh of \tanh or \text{tanh}.
  static func functionName(_ node: MathNode) -> String? {
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
    return VocabularyReader.functionName(right[0]) == name
  }
}
