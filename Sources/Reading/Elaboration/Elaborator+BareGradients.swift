import Expressions
import LaTeX
import Networks

/// Gradients and slopes that don't say of what, or by what, they are taken: ∇W, ∂σ/∂z, (e^z)′.
extension Elaborator {
  /// ∇W, ∇b and a ∇_W that nothing follows: the gradient of the loss by a parameter.
  mutating func bareGradient(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor? {
    guard let node = cursor.current, vocabulary.isLayeredNetwork || vocabulary.letter(for: .loss) != nil else {
      return nil
    }
    var ahead = cursor
    ahead.advance()
    if let gradient = try gradientByArgument(ahead, node) {
      while let next = cursor.current, next.range.lowerBound < gradient.range.upperBound { cursor.advance() }
      return gradient
    }
    if node.kind == .symbol("nabla") {
      guard let name = ahead.current?.occurrence, let role = vocabulary.letters[name.letter]?.role,
        role == .weight || role == .bias
      else { return nil }
      ahead.advance()
      cursor = ahead
      return try codeDerivative(name, node)
    }
    guard let variable = node.nabla?.withoutBlanks, variable.count == 1, let name = variable[0].occurrence,
      !name.isTransposed, vocabulary.letters[name.letter]?.role != nil, ahead.current == nil
    else { return nil }
    cursor = ahead
    return try codeDerivative(name, node)
  }

  /// ∇E(w): the gradient by what stands in the brackets.
  private mutating func gradientByArgument(_ cursor: NodeCursor, _ node: MathNode) throws(ReadingProblem) -> Factor? {
    var ahead = cursor
    guard node.kind == .symbol("nabla"), let loss = ahead.current?.occurrence, loss.subscripts.isEmpty,
      vocabulary.letters[loss.letter]?.role == .loss
    else { return nil }
    ahead.advance()
    if ahead.current?.isRoundFence != true { return try gradientByOnlyArgument(loss, node) }
    guard let next = ahead.current, case .fence(let fence) = next.kind, fence.open.name == "(",
      fence.body.withoutBlanks.count == 1, let name = fence.body.withoutBlanks[0].occurrence,
      vocabulary.letters[name.letter] != nil, vocabulary.letters[name.letter]?.role != .loss
    else { return nil }
    let variable = try tensor(fence.body)
    guard case .symbol = graph[variable.body] else { return nil }
    var nothing = NodeCursor([])
    let value = try symbol(loss, &nothing)
    return Factor(
      tensor: partial(value, by: variable), range: node.range.lowerBound..<next.range.upperBound, derivative: nil)
  }

  /// ∇f beside f(x) = …
  private mutating func gradientByOnlyArgument(
    _ loss: Occurrence, _ node: MathNode
  ) throws(ReadingProblem) -> Factor? {
    guard let argument = vocabulary.gradientVariables[loss.letter] else { return nil }
    let variable = try tensor([argument])
    guard case .symbol = graph[variable.body] else { return nil }
    var nothing = NodeCursor([])
    let value = try symbol(loss, &nothing)
    let range = node.range.lowerBound..<loss.range.upperBound
    return Factor(tensor: partial(value, by: variable), range: range, derivative: nil)
  }

  /// ∂σ/∂z, where σ is the function that is applied to z: σ′(z), entry by entry.
  mutating func slopeOfFunction(
    _ above: MathNode.Differential, _ below: MathNode.Differential
  ) throws(ReadingProblem) -> Tensor? {
    guard above.rest.count == 1, let sign = above.rest[0].occurrence, sign.subscripts.isEmpty, sign.superscript == nil,
      let name = vocabulary.functions[sign.letter], !vocabulary.wholeFunctions.contains(name), name != "softmax",
      vocabulary.letters[sign.letter]?.role == nil, below.rest.count == 1, let variable = below.rest[0].occurrence,
      vocabulary.letters[variable.letter]?.role == .preactivation
    else { return nil }
    let arguments = try variables(below, order: above.order)
    guard arguments.count == 1, case .symbol = graph[arguments[0].body] else { return nil }
    let function = Function(name, order: sign.primes + above.order)
    return try mapped(arguments[0]) { graph, u in graph.call(function, [u]) }
  }

  /// The + b behind a term that ∂/∂w is applied to. A derivative and a bias are never added: in [∂/∂w Σ_i w_i x_i + b] the
  /// sign is meant for both.
  mutating func addedBias(_ cursor: inout NodeCursor) throws(ReadingProblem) -> (tensor: Tensor, range: Range<Int>)? {
    var ahead = cursor
    guard ahead.accept(operation: "+"), let node = ahead.current, let occurrence = node.occurrence,
      vocabulary.letters[occurrence.letter]?.role == .bias
    else { return nil }
    ahead.advance()
    switch ahead.current?.kind {
    case nil, .operation("+"), .operation("-"): break
    default: return nil
    }
    cursor = ahead
    return (try tensor([node]), node.range)
  }

  /// (…)′: the derivative by what the chain's head is differentiated by; of a matrix, as statisticians write it, the
  /// transpose.
  mutating func primed(_ node: MathNode, _ scripts: MathScripts) throws(ReadingProblem) -> Tensor {
    guard let base = scripts.base, base.isFence, scripts.lower == nil else { throw unexpected(node) }
    let inner = try tensor([base])
    if inner.axes.count == 2, base.isRoundFence, scripts.primeCount == 1 { return transposed(inner) }
    guard let primeVariable, inner.axes.isEmpty else { throw unexpected(node) }
    let variable = try tensor(primeVariable)
    guard case .symbol = graph[variable.body], variable.axes.isEmpty else { throw unexpected(node) }
    var result = inner
    for _ in 0..<scripts.primeCount { result = partial(result, by: variable) }
    return result
  }
}

extension Vocabulary {
  /// Whether a gradient stands somewhere by what has layers, ∇_a C, without saying by that of which layer.
  func leavesLayerOpen(_ nodes: [MathNode]) -> Bool {
    guard isLayeredNetwork else { return false }
    return nodes.contains { node in
      guard let variable = node.nabla?.withoutBlanks else { return leavesLayerOpen(node.children) }
      guard variable.count == 1, let name = variable[0].symbolName else { return false }
      return letters[name]?.family.isLayered == true
    }
  }
}

extension MathScripts {
  /// How many primes stand above, if nothing else does: (…)', (…)^\prime.
  var primeCount: Int {
    guard let upper else { return primes.count }
    let signs = upper.nodes.withoutBlanks
    guard !signs.isEmpty, signs.allSatisfy({ $0.kind == .symbol("prime") }) else { return 0 }
    return primes.count + signs.count
  }
}

extension NotesBuilder {
  /// What the head of a chain is differentiated by: z of ∂σ/∂z and of σ′(z).
  func primeVariable(of head: [MathNode], _ vocabulary: Vocabulary) -> [MathNode]? {
    let nodes = head.withoutBlanks
    guard let first = nodes.first else { return nil }
    if let (above, below) = first.differentials, above.order == 1, below.rest.count == 1 { return below.rest }
    if nodes.count == 2, let sign = first.occurrence, sign.primes > 0, vocabulary.functions[sign.letter] != nil,
      case .fence(let fence) = nodes[1].kind, fence.body.withoutBlanks.count == 1
    {
      return fence.body.withoutBlanks
    }
    guard nodes.count == 1, case .scripts(let scripts) = first.kind, scripts.primeCount > 0,
      let base = scripts.base, base.isFence
    else { return nil }
    let letters = Self.quantities(in: [base], vocabulary)
    guard let only = letters.first, letters.allSatisfy({ $0.occurrence?.letter == only.occurrence?.letter }) else {
      return nil
    }
    return [only]
  }

  /// The letters in `nodes` that may stand for a number.
  private static func quantities(in nodes: [MathNode], _ vocabulary: Vocabulary) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      guard let occurrence = node.occurrence else { return quantities(in: node.children, vocabulary) }
      if vocabulary.functions[occurrence.letter] != nil { return [] }
      if occurrence.letter == "e", occurrence.superscript != nil { return quantities(in: node.exponent, vocabulary) }
      return [node]
    }
  }
}
