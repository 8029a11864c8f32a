import Expressions
import LaTeX

/// Functions that a line defines by their argument: h(s) = max(0, 1 − c s).
extension VocabularyReader {
  /// The letters of functions that begin a line with one letter in brackets, of which the rest of the line is made.
  ///
  /// h(x) may be the output of a network, whose input goes by x; what has subscripts somewhere is no function of a number.
  static func definedFunctions(_ survey: Survey, _ statements: [WrittenStatement]) -> Set<String> {
    var result: Set<String> = []
    for statement in statements where statement.chain.signs.first?.name == "=" {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 2, head[1].isRoundFence, let letter = head[0].symbolName, functionLetters.contains(letter),
        head[1].children.withoutBlanks.count == 1, let argument = head[1].children.withoutBlanks[0].symbolName,
        !["x", "X", "\\theta", "w", "W"].contains(argument), !lossLetters.contains(letter),
        mentions(argument, statement.chain.members[1].nodes), !mentions(letter, statement.chain.members[1].nodes)
      else { continue }
      let usage = survey[letter]
      let isPlain = usage.subscriptCounts[0, default: 0] == usage.count && usage.bracketed.isEmpty && usage.bare.isEmpty
      // Everywhere it is applied or differentiated.
      if isPlain, usage.applications + usage.primes + usage.differentiated >= usage.count - usage.mentions {
        result.insert(letter)
      }
    }
    return result
  }

  /// The names of functions that a line defines under a word by which others are known as well, with the word that they
  /// go by: swish(x) = x σ(βx), LReLU(x) with any slope. What such words mean differs from author to author.
  static func definedWords(_ statements: [WrittenStatement]) -> [String: String] {
    var result: [String: String] = [:]
    for statement in statements where ["=", ":="].contains(statement.chain.signs.first?.name) {
      let head = statement.chain.members[0].nodes.withoutBlanks
      guard head.count == 2, head[1].isRoundFence, let word = head[0].symbolName ?? head[0].word, word.count > 2,
        head[1].children.withoutBlanks.count == 1, let argument = head[1].children.withoutBlanks[0].symbolName,
        let known = Elaborator.name(ofWord: word), let record = FunctionTable.record(named: known),
        !record.parameters.isEmpty || ["silu", "gelu"].contains(record.name),
        mentions(argument, statement.chain.members[1].nodes)
      else { continue }
      result[word] = FunctionTable.record(named: word) == nil ? word : word + "_"
    }
    return result
  }

  private static func mentions(_ letter: String, _ nodes: [MathNode]) -> Bool {
    nodes.contains { $0.occurrence?.letter == letter || mentions(letter, $0.children) }
  }
}
