import Expressions
import LaTeX

/// What lines say of the numbers that an index letter has: l = 2, …, L, i = 1, …, n.
extension ScopeReader {
  /// l = 2, 3 or l = 2, …, 5 with numbers.
  func restriction(of name: String) -> (from: Int, to: Int?)? {
    for condition in conditions
    where condition.signs.first?.name == "=" && condition.members[0].nodes.first?.symbolName == name {
      guard let first = condition.members[1].nodes.first?.wholeNumber else { continue }
      let last = condition.list.last?.nodes.last?.wholeNumber ?? (condition.list.isEmpty ? first : nil)
      return (first, last)
    }
    return nil
  }

  /// 0 where a letter is said to run up to the last layer: l = 1, …, L, or l = L, …, 1; −1 for L − 1.
  func toldOffset(of name: String) -> Int? {
    for ends in toldEnds(of: name) {
      let offsets = ends.compactMap { end in end.letter.map(vocabulary.isDepth) == true ? end.offset : nil }
      if let last = offsets.max() { return last }
    }
    return nil
  }

  /// The last number that a unit is said to have, where what it numbers has fewer, or another number of them: in i = 1, …, n
  /// beside x_i with m entries.
  func toldEnd(of name: String, besides upper: Expression, _ elaborator: inout Elaborator) -> Expression? {
    guard !elaborator.dimensions.isOpen, !vocabulary.isLayeredNetwork else { return nil }
    let own = elaborator.dimensions.root(upper)
    guard elaborator.dimensions.isNamed(own, elaborator.graph) else { return nil }
    for ends in toldEnds(of: name) {
      guard let last = ends.last(where: { $0.letter.map(vocabulary.sizeLetters.contains) == true }),
        let letter = last.letter
      else { continue }
      let size = elaborator.dimensions.root(elaborator.sizeExpression(letter, 0))
      guard elaborator.dimensions.isNamed(size, elaborator.graph), size != own || last.offset > 0 else { continue }
      return elaborator.sizeExpression(letter, last.offset)
    }
    return nil
  }

  /// What stands at both ends of each list that a letter is said to run through: 1 and n of i = 1, …, n.
  private func toldEnds(of name: String) -> [[LayerContent]] {
    conditions.compactMap { condition in
      guard condition.signs.count == 1, condition.signs[0].name == "=", !condition.list.isEmpty,
        condition.members[0].nodes.first?.symbolName == name
      else { return nil }
      return ([condition.members[1]] + condition.list).compactMap { LayerContent($0.nodes) }
    }
  }
}
