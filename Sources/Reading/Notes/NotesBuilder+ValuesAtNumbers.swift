import Expressions
import LaTeX

/// Values of quantities at numbers: p(0) beside p = 1/(1 + e^{−z}).
///
/// At the head of a line, a letter with a number in brackets is no product, which nobody writes so there.
extension NotesBuilder {
  /// What a line is about: the value of a quantity at a number, or else what `nodes` say.
  mutating func head(_ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    guard let (name, argument) = valueAtNumber(nodes) else { return try elaborator.tensor(nodes) }
    let quantity = try elaborator.tensor([name])
    let number = try elaborator.tensor(argument.children)
    guard let value = definition(of: quantity.body), let variable = variable(of: name, in: value) else {
      throw ReadingProblem(kind: .unexpected("a value at this"), range: argument.range)
    }
    return Tensor(elaborator.graph.replace(variable, by: number.body, in: value))
  }

  /// The p and the (0) of p(0), where p is a quantity.
  private func valueAtNumber(_ nodes: [MathNode]) -> (name: MathNode, argument: MathNode)? {
    let visible = nodes.withoutBlanks
    guard visible.count == 2, visible[1].isRoundFence, visible[1].children.isNumeric,
      let occurrence = visible[0].occurrence, vocabulary.functions[occurrence.letter] == nil,
      let reading = vocabulary.letters[occurrence.letter], reading.rank == 0, occurrence.subscripts.isEmpty,
      occurrence.superscript == nil
    else { return nil }
    return (visible[0], visible[1])
  }

  /// What the last line says that introduces a number.
  private func definition(of quantity: Expression) -> Expression? {
    notes.assertions.last { $0.claim.relation == .equal && $0.claim.left == quantity && !isClosed($0.claim.right) }?
      .claim.right
  }

  /// What a quantity is a function of: the argument it is introduced with, or else the only number that it is made of.
  private mutating func variable(of name: MathNode, in value: Expression) -> Expression? {
    if let letter = name.occurrence?.letter,
      let argument = vocabulary.writtenArguments[letter] ?? vocabulary.gradientVariables[letter]?.symbolName,
      let variable = vocabulary.letters[argument], variable.rank == 0
    {
      return elaborator.graph.symbol(variable.family)
    }
    var found: Set<Expression> = []
    elaborator.graph.forEachNode(of: value) { node in
      if case .symbol(let id, let subscripts) = elaborator.graph[node], !elaborator.graph[id].isCount {
        found.insert(subscripts.isEmpty ? node : value)
      }
      return true
    }
    return found.count == 1 && !found.contains(value) ? found.first : nil
  }
}
