import Expressions
import Networks

/// The two sides of a relation.
extension Elaborator {
  /// The entries of both sides over the same axes.
  ///
  /// Besides equal shapes these customs are followed: a row for a column; the diagonal for a Jacobian of something taken
  /// entry by entry; ∂z_i/∂W_{ij} for ∂z_k/∂W_{ij}, which is 0 for every other k.
  mutating func matched(
    _ a: Tensor, _ b: Tensor, _ range: Range<Int>
  ) throws(ReadingProblem) -> (Expression, Expression) {
    if let other = aligned(b, to: a.axes) { return (a.body, other) }
    if isNumber(b.body), b.isScalar { return (a.body, b.body) }
    if isNumber(a.body), a.isScalar { return (a.body, b.body) }
    if let (matrix, vector) = diagonal(a, b) { return (matrix, vector) }
    if let (vector, matrix) = diagonal(b, a).map({ ($0.1, $0.0) }) { return (vector, matrix) }
    if let pair = jacobian(a, b) { return pair }
    if let (x, y) = jacobian(b, a) { return (y, x) }
    if let named = word(a.body, naming: b) { return (named, b.body) }
    if let named = word(b.body, naming: a) { return (a.body, named) }
    if let value = entry(of: a, where: b) { return (value, b.body) }
    if let value = entry(of: b, where: a) { return (a.body, value) }
    throw misfit(a, b, range)
  }

  /// Both sides with indices named by the places of the axes, so that all members of a chain speak of one entry.
  mutating func withCustomaryAxes(_ a: Expression, _ b: Expression, _ axes: [Expression]) -> (Expression, Expression) {
    let taken = Set(indices.keys)
    let names = ["i", "j", "m", "p", "q", "r", "s", "u", "v"].filter { !taken.contains($0) }
    var replacements: [Expression: Expression] = [:]
    for (axis, name) in zip(axes, names) {
      guard case .index(let id) = graph[axis] else { continue }
      let (lower, upper) = (graph[id].lower, graph[id].upper)
      replacements[axis] = graph.index(name, from: lower, to: dimensions.root(upper))
    }
    let left = graph.replace(replacements, in: a)
    return (left, graph.replace(replacements, in: b))
  }

  /// A loss that is written in vectors, L = −y log a − (1 − y) log(1 − a), is the sum over the units of the output layer, and
  /// over the samples; anything else as it is.
  mutating func totalLoss(_ value: Tensor, of head: Tensor) -> Tensor {
    guard head.isScalar, !value.isScalar else { return value }
    var total = head.body
    while vocabulary.hasTotalOfSteps, let opened = graph.open(total) { total = opened.body }
    guard case .symbol(let id, let indices) = graph[total] else { return value }
    // E_t = −y_t log ŷ_t, the loss of a step.
    let isOfStep = graph[id].isLayered && graph[id].name == NetworkSymbol.loss.name && indices.count == 1
    let isTotal = indices.isEmpty && (graph[id] == NetworkSymbol.loss || graph[id] == Vocabulary.cost)
    // L = MSE(y, a^{(L)}) = (y − a^{(L)})²: another name for it.
    let isName =
      indices.isEmpty && vocabulary.isLayeredNetwork && graph[id].name.count > 1
      && VocabularyReader.lossLetters.contains(graph[id].name)
    guard isOfStep || isName || isTotal && (vocabulary.isLayeredNetwork || vocabulary.hasTotalOfSteps) else {
      return value
    }
    var sum = value.body
    for axis in value.axes.reversed() {
      guard case .index(let number) = graph[axis] else { return value }
      sum = graph.summation(over: axis, from: graph[number].lower, to: graph[number].upper, sum)
    }
    return Tensor(sum)
  }

  /// A word that names an array has its shape: Output = f(W x).
  private mutating func word(_ body: Expression, naming array: Tensor) -> Expression? {
    guard case .symbol(let id, let subscripts) = graph[body], subscripts.isEmpty, graph[id].name.count > 2,
      graph[id].name.first?.isUppercase == true, vocabulary.letters[graph[id].name].map({ $0.role == nil }) == true
    else { return nil }
    return graph.symbol(graph[id], array.axes)
  }

  /// ∂L/∂z = p_i − y_i: the entry of the array that the index on the other side tells; nil unless there is one such index.
  private mutating func entry(of array: Tensor, where number: Tensor) -> Expression? {
    guard array.axes.count == 1, number.isScalar, case .index(let own) = graph[array.axes[0]] else { return nil }
    let free = graph.freeIndices(of: number.body)
    guard free.count == 1, case .index(let other) = graph[free[0]],
      !graph.freeIndices(of: array.body).contains(free[0]),
      dimensions.root(graph[own].upper) == dimensions.root(graph[other].upper), graph[own].lower == graph[other].lower
    else { return nil }
    return graph.replace(array.axes[0], by: free[0], in: array.body)
  }

  private func isNumber(_ body: Expression) -> Bool { graph.numberValue(body) != nil }

  /// A square matrix and a vector: the matrix with the vector on its diagonal.
  private mutating func diagonal(_ a: Tensor, _ b: Tensor) -> (Expression, Expression)? {
    // A product with derivatives that comes out as a vector is no diagonal; f'(z) is that of ∂a/∂z.
    let isBare = if case .partial = graph[a.body] { true } else { false }
    guard a.axes.count == 2, b.axes.count == 1, holdsDerivative(a.body), !isGradient(a),
      isBare ? !graph.holdsPartial(b.body) : !holdsDerivative(b.body),
      fits(a.axes[0], a.axes[1]), let other = aligned(b, to: [a.axes[0]])
    else {
      return nil
    }
    let delta = graph.kroneckerDelta(a.axes[0], a.axes[1])
    return (a.body, graph.multiply([delta, other]))
  }

  /// Whether an array is the derivative of one number by a matrix: ∂s/∂W has no diagonal to speak of.
  private func isGradient(_ array: Tensor) -> Bool {
    guard case .partial(let u, _) = graph[array.body] else { return false }
    return !graph.freeIndices(of: u).contains { array.axes.contains($0) }
  }

  /// Whether a derivative stands somewhere in `body`.
  private func holdsDerivative(_ body: Expression) -> Bool {
    graph.contains(in: body) { node in
      switch graph[node] {
      case .partial: true
      case .call(let id, _): graph[id].order > 0
      default: false
      }
    }
  }

  /// ∂z/∂W with three axes, and what is written for it: a vector over the incoming units.
  private mutating func jacobian(_ a: Tensor, _ b: Tensor) -> (Expression, Expression)? {
    guard a.axes.count == 3, b.axes.count == 1 else { return nil }
    for (own, other) in [(1, 2), (2, 1)] where fits(a.axes[0], a.axes[own]) {
      guard let value = aligned(b, to: [a.axes[other]]) else { continue }
      let body = graph.replace(a.axes[0], by: a.axes[own], in: a.body)
      return (body, value)
    }
    return nil
  }
}
