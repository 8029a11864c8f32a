import Expressions
import LaTeX

/// The chain rule through time steps: Π_{j=k+1}^t ∂h_j/∂h_{j−1}, and Σ_k (∂E/∂h_t)(∂h_t/∂h_k)(∂h_k/∂W).
extension Elaborator {
  /// Π_{j=a}^b ∂u_j/∂u_{j−1} = ∂u_b/∂u_{a−1}: step b is computed from step a − 1 through all those between. Nil if no such
  /// product begins here.
  mutating func productOfSteps(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor? {
    if let node = cursor.current, case .fence(let fence) = node.kind, fence.open.name == "(" {
      var inner = NodeCursor(fence.body)
      guard let product = try productOfSteps(&inner), inner.current == nil else { return nil }
      cursor.advance()
      return product
    }
    guard let node = cursor.current, case .scripts(let scripts) = node.kind,
      case .largeOperator("prod") = scripts.base?.kind, let lower = scripts.lower?.nodes.withoutBlanks,
      let upper = scripts.upper?.nodes.withoutBlanks, lower.count > 2, lower[1].relationName == "=",
      let name = lower[0].symbolName, let first = LayerContent(Array(lower[2...])), let last = LayerContent(upper)
    else { return nil }
    var ahead = cursor
    ahead.advance()
    let links = stepLinks(&ahead) { $0 == LayerContent(letter: name, offset: -1) }
    guard let value = links.first?.value, let variable = links.last?.variable, value.letter == variable.letter,
      value.step == LayerContent(letter: name, offset: 0), variable.step == LayerContent(letter: name, offset: -1),
      links.allSatisfy({ $0.value.step == value.step })
    else { return nil }
    cursor = ahead
    let start = LayerContent(letter: first.letter, offset: first.offset - 1)
    let u = try quantity(value.letter, at: last, node.range)
    let v = try quantity(value.letter, at: start, node.range)
    return Factor(
      tensor: partial(u, by: v), range: node.range.lowerBound..<(cursor.previous ?? node).range.upperBound,
      derivative: u.axes.count)
  }

  /// ∂u_t/∂u_{t−1} · ∂u_{t−1}/∂u_{t−2} ⋯ ∂u_{k+1}/∂u_k = ∂u_t/∂u_k, where each factor goes on from the one before it. Nil if no
  /// such product begins here.
  mutating func dottedProductOfSteps(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor? {
    guard let node = cursor.current, node.differentials != nil else { return nil }
    var ahead = cursor
    let before = stepLinks(&ahead) { _ in false }
    if case .operation("cdot")? = ahead.current?.kind { ahead.advance() }
    guard let dots = ahead.current, dots.isEllipsis, let first = before.first else { return nil }
    ahead.advance()
    if case .operation("cdot")? = ahead.current?.kind { ahead.advance() }
    let after = stepLinks(&ahead) { _ in false }
    guard let last = after.last, before.count + after.count > 2 else { return nil }
    cursor = ahead
    let u = try quantity(first.value.letter, at: first.value.step, node.range)
    let v = try quantity(last.variable.letter, at: last.variable.step, node.range)
    return Factor(
      tensor: partial(u, by: v), range: node.range.lowerBound..<(cursor.previous ?? node).range.upperBound,
      derivative: u.axes.count <= 2 ? u.axes.count : nil)
  }

  /// A quantity of one step, as it is written.
  private typealias StepQuantity = (letter: String, step: LayerContent)

  /// Whether the first quantity is computed from the second one, of its own step or of the one before: a product of such
  /// derivatives leaves no step out and none is passed backwards.
  private static func isLink(_ value: StepQuantity, _ variable: StepQuantity) -> Bool {
    guard value.step.letter == variable.step.letter else { return false }
    let distance = value.step.offset - variable.step.offset
    return distance == 1 || distance == 0 && value.letter != variable.letter
  }

  /// The derivatives of quantities of steps by such quantities that stand beside one another, each of what the one before it
  /// is by; up to one by a quantity of a step that `isLast` holds of.
  private func stepLinks(
    _ cursor: inout NodeCursor, upTo isLast: (LayerContent) -> Bool
  ) -> [(value: StepQuantity, variable: StepQuantity)] {
    var result: [(value: StepQuantity, variable: StepQuantity)] = []
    var ahead = cursor
    while let fraction = ahead.current, let (above, below) = fraction.differentials, above.order == 1,
      let value = above.rest.stepQuantity, let variable = below.rest.stepQuantity,
      vocabulary.letters[value.letter]?.isOfSteps == true, vocabulary.letters[variable.letter]?.isOfSteps == true,
      Self.isLink(value, variable)
    {
      if let last = result.last, last.variable != value { break }
      result.append((value, variable))
      ahead.advance()
      cursor = ahead
      if isLast(variable.step) { break }
      if case .operation("cdot")? = ahead.current?.kind { ahead.advance() }
    }
    return result
  }

  /// u_t, the quantity of one step.
  private mutating func quantity(
    _ letter: String, at step: LayerContent, _ range: Range<Int>
  ) throws(ReadingProblem) -> Tensor {
    guard let reading = vocabulary.letters[letter] else {
      throw ReadingProblem(kind: .unknownLetter(letter), range: range)
    }
    let layer = try layerExpression(step, range)
    let axes = (0..<reading.rank).map { axis(of: reading, slot: $0, layer) }
    return Tensor(axes: axes, body: graph.symbol(reading.family, [layer] + axes))
  }

  /// ∂h_k/∂W in a sum over k beside ∂h_t/∂h_k: only what W does at step k itself, ∂h_k/∂W − (∂h_k/∂h_{k−1})(∂h_{k−1}/∂W).
  mutating func immediateDerivative(
    _ above: MathNode.Differential, _ below: MathNode.Differential, _ total: Tensor, by variable: Tensor
  ) throws(ReadingProblem) -> Tensor? {
    guard let name = immediateStep, above.order == 1, let value = above.rest.stepQuantity,
      value.step == LayerContent(letter: name, offset: 0), let reading = vocabulary.letters[value.letter],
      reading.isOfSteps, reading.rank <= 2, let other = below.rest.first?.occurrence,
      vocabulary.letters[other.letter]?.place == Vocabulary.LayerPlace.none, let index = indices[name]
    else { return nil }
    let before = try quantity(value.letter, at: LayerContent(letter: name, offset: -1), 0..<0)
    guard case .partial(let own, let parameter) = graph[total.body] else { return nil }
    let outer = graph.partial(own, by: before.body)
    let inner = graph.partial(before.body, by: parameter)
    var term = graph.multiply([outer, inner])
    for axis in before.axes {
      let (fresh, lower, upper) = freshAxis(like: axis)
      term = graph.summation(over: fresh, from: lower, to: upper, graph.replace(axis, by: fresh, in: term))
    }
    let rest = graph.negate(term)
    let immediate = graph.add([total.body, rest])
    // h_0 is computed from nothing.
    let first = graph.number(vocabulary.firstStep)
    let isComputed = graph.compare(first, .lessOrEqual, index)
    var result = total
    result.body = graph.piecewise([(isComputed, immediate)], otherwise: graph.number(0))
    return result
  }
}

extension [MathNode] {
  /// The step k whose derivatives ∂h_k/∂W are those of step k alone, if this is what a sum over k adds up in the chain rule:
  /// a derivative of a step by step k, or a product of such, stands before them.
  func chainsStep(_ name: String) -> Bool {
    let step = LayerContent(letter: name, offset: 0)
    return contains { node in
      if let (_, below) = node.differentials { return below.rest.stepQuantity?.step == step }
      if case .scripts(let scripts) = node.kind, case .largeOperator("prod") = scripts.base?.kind { return true }
      if case .fence(let fence) = node.kind { return fence.body.chainsStep(name) }
      return false
    }
  }

  /// The one letter that stands here with the number of a step and nothing else.
  fileprivate var stepQuantity: (letter: String, step: LayerContent)? {
    let visible = withoutBlanks
    guard visible.count == 1, let occurrence = visible[0].occurrence, occurrence.subscripts.count == 1,
      occurrence.superscript == nil, let step = LayerContent(occurrence.subscripts[0])
    else { return nil }
    return (occurrence.letter, step)
  }
}
