import Expressions
import LaTeX

/// Functions with names of their own: the ReLU of ReLU′(z) is the one that everybody knows.
extension VocabularyReader {
  /// The words among `functions` that name a function of numbers which no line defines otherwise.
  static func knownWords(_ functions: [String: String], _ statements: [WrittenStatement]) -> [String] {
    let words = functions.keys.filter { word in
      guard word.count > 2, !word.hasPrefix("\\"), let name = Elaborator.name(ofWord: word),
        let record = FunctionTable.record(named: name)
      else { return false }
      return !record.isVectorValued
    }
    guard !words.isEmpty else { return [] }
    let heads = Set(
      statements.compactMap { statement -> String? in
        let head = statement.chain.members.first?.nodes.withoutBlanks.first?.occurrence
        return head?.primes == 0 ? head?.letter : nil
      })
    return words.filter { !heads.contains($0) }.sorted()
  }
}
