import Expressions
import LaTeX
import Networks

/// Quantities of the last layer where it has one unit: numbers, and weights that are a column.
extension Elaborator {
  /// The layer of a letter that is of the last one and does not say so: the w of ŷ = wᵀh_2 + b.
  mutating func layerOfOutput(_ letter: Vocabulary.Letter, _ occurrence: Occurrence) -> Expression? {
    guard vocabulary.singleOutput != nil, vocabulary.outputLetters.contains(occurrence.letter),
      letter.place == .none || occurrence.subscripts.isEmpty && occurrence.superscript == nil
    else { return nil }
    let isLeaving = (letter.role == .weight || letter.role == .bias) && !vocabulary.conventions.weightsEnterTheirLayer
    let offset = graph.number(isLeaving ? -1 : 0)
    let last = depth()
    return graph.add([last, offset])
  }

  /// What a letter of the last layer is: nil for those of other layers, and where every subscript is written.
  mutating func ofSingleOutput(
    _ letter: Vocabulary.Letter, _ occurrence: Occurrence, _ layer: Expression?
  ) throws(ReadingProblem) -> Tensor? {
    guard vocabulary.singleOutput != nil, let role = letter.role, occurrence.primes == 0,
      role != .weight || vocabulary.columnWeights.contains(occurrence.letter)
    else { return nil }
    let number = layer.flatMap { graph.numberValue($0)?.asInt }
    let slots = 0..<(role == .weight ? 2 : 1)
    let isOnlyUnit = slots.map { vocabulary.isOfSingleOutput(letter, slot: $0, layer: number) }
    guard isOnlyUnit.contains(true), occurrence.subscripts.count < slots.count else { return nil }
    var items = occurrence.subscripts
    var subscripts = layer.map { [$0] } ?? []
    var axes: [Expression] = []
    for slot in slots {
      if isOnlyUnit[slot] {
        subscripts.append(graph.number(1))
      } else if !items.isEmpty {
        subscripts.append(try indexExpression(items.removeFirst()))
      } else {
        let axis = axis(of: letter, slot: slot, layer)
        axes.append(axis)
        subscripts.append(axis)
      }
    }
    var body = graph.symbol(letter.family, subscripts)
    if let superscript = occurrence.superscript {
      guard case .bare(let nodes) = superscript, axes.isEmpty else { return nil }
      let exponent = try scalar(nodes)
      body = graph.power(body, exponent)
    }
    let result = Tensor(axes: axes, body: body)
    return occurrence.isTransposed ? transposed(result) : result
  }
}
