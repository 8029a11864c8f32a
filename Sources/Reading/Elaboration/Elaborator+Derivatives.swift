import Expressions
import LaTeX
import Networks

/// Derivatives in all spellings: ∂u/∂v, the operator ∂/∂v, du/dv, ∇_v u, dW for ∂L/∂W.
extension Elaborator {
  /// The derivative that begins here, nil if none does.
  mutating func derivative(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Factor? {
    guard let node = cursor.current else { return nil }
    if let (above, below) = node.differentials {
      cursor.advance()
      let inner = try derivativeOfFraction(above, below, node, &cursor)
      if !above.rest.isEmpty { skipPlace(&cursor) }
      return inner
    }
    if case .symbol("partial") = node.kind, let slash = cursor.slash {
      let u = Array(cursor.rest[1..<slash])
      let below = Array(cursor.rest[(slash + 2)...].prefix(1))
      for _ in 0..<slash + 3 { cursor.advance() }
      let v = try tensor(below)
      let numerator = try tensor(u)
      guard isVariable(v.body) else { throw unexpected(node) }
      let upper = numerator.axes.count
      return Factor(
        tensor: partial(numerator, by: v), range: node.range.lowerBound..<below.extent.upperBound,
        derivative: upper <= 1 ? upper : nil)
    }
    if let gradient = try bareGradient(&cursor) { return gradient }
    if let variable = node.nabla {
      cursor.advance()
      guard let next = cursor.current else { throw unexpected(node) }
      guard let loss = next.occurrence, !isBeginOfProduct(cursor) else {
        let operand = try self.operand(&cursor, of: node)
        let v = try tensor(variable)
        guard operand.tensor.isScalar, isVariable(v.body) else { throw unexpected(node) }
        return Factor(
          tensor: partial(operand.tensor, by: v), range: node.range.lowerBound..<operand.end, derivative: nil)
      }
      cursor.advance()
      let u = try symbol(loss, &cursor)
      let v = try tensor(variable)
      if let slope = derivativeByClass(of: u, by: v) { return Factor(tensor: slope, range: node.range) }
      guard isVariable(v.body) else { throw unexpected(node) }
      return Factor(tensor: partial(u, by: v), range: node.range, derivative: nil)
    }
    if case .symbol("nabla") = node.kind, let updated, let loss = cursor.rest.dropFirst().first?.occurrence,
      vocabulary.letters[loss.letter]?.role == .loss
    {
      // w ← w − η ∇E.
      cursor.advance()
      cursor.advance()
      let u = try symbol(loss, &cursor)
      var nothing = NodeCursor([])
      let v = try symbol(updated, &nothing)
      return Factor(tensor: partial(u, by: v), range: node.range, derivative: nil)
    }
    if vocabulary.usesDifferentials, let differential = try differential(&cursor) { return differential }
    if let name = codeName(&cursor) { return try codeDerivative(name, node) }
    return nil
  }

  /// (W, x) behind a derivative: where it is taken.
  private func skipPlace(_ cursor: inout NodeCursor) {
    guard let next = cursor.current, case .fence(let fence) = next.kind, fence.open.name == "(",
      fence.body.contains(where: \.isPunctuation),
      fence.body.withoutBlanks.allSatisfy({ $0.isPunctuation || $0.occurrence != nil })
    else { return }
    cursor.advance()
  }

  private mutating func derivativeOfFraction(
    _ above: MathNode.Differential, _ below: MathNode.Differential, _ node: MathNode, _ cursor: inout NodeCursor
  ) throws(ReadingProblem) -> Factor {
    var u: Tensor
    var end = node.range.upperBound
    if let slope = try slopeOfFunction(above, below) { return Factor(tensor: slope, range: node.range) }
    if above.rest.isEmpty {
      let operand = try self.operand(&cursor, of: node)
      u = operand.tensor
      end = operand.end
    } else {
      u = try numerator(above.rest, below)
    }
    var variables = try self.variables(below, order: above.order)
    if let slope = derivativeBySquare(of: u, variables, order: above.order) {
      let isChained = u.axes.count <= 1
      return Factor(tensor: slope, range: node.range.lowerBound..<end, derivative: isChained ? u.axes.count : nil)
    }
    if variables.count == 1, above.order == 1, let slope = derivativeByClass(of: u, by: variables[0]) {
      return Factor(tensor: slope, range: node.range.lowerBound..<end)
    }
    for variable in variables where !isVariable(variable.body) {
      throw ReadingProblem(kind: .unexpected("a derivative by this"), range: node.range)
    }
    let order = above.order
    if order > variables.count, variables.count == 1 {
      variables = Array(repeating: variables[0], count: order)
    }
    let upper = u.axes.count
    for variable in variables { u = partial(u, by: variable) }
    if variables.count == 1, let immediate = try immediateDerivative(above, below, u, by: variables[0]) {
      u = immediate
    }
    let derivative = upper <= 2 && variables.count == 1 ? upper : nil
    return Factor(tensor: u, range: node.range.lowerBound..<end, derivative: derivative)
  }

  /// What is differentiated; of dσ/dz it is σ(z), of ∂f/∂w beside f(r) and r = w x it is f(r).
  private mutating func numerator(
    _ nodes: [MathNode], _ below: MathNode.Differential
  ) throws(ReadingProblem) -> Tensor {
    let visible = nodes.withoutBlanks
    guard visible.count == 1, let occurrence = visible[0].occurrence, occurrence.primes == 0,
      occurrence.subscripts.isEmpty, occurrence.superscript == nil, below.rest.withoutBlanks.count == 1,
      vocabulary.functions[occurrence.letter] != nil
    else { return try tensor(nodes) }
    let variable = below.rest.withoutBlanks[0]
    let name = variable.occurrence?.letter ?? ""
    switch vocabulary.impliedArgument(of: occurrence.letter, by: name) {
    case .variable: return try tensor(visible + [MathNode.bracketed(below.rest)])
    case .quantity(let quantity):
      return try tensor(visible + [MathNode.bracketed([quantity])])
    case .open: throw unexpected(visible[0])
    }
  }

  /// What the operator ∂/∂v is applied to: brackets, a sum, a function, or the product that follows.
  private mutating func operand(
    _ cursor: inout NodeCursor, of node: MathNode
  ) throws(ReadingProblem) -> (tensor: Tensor, end: Int) {
    guard let next = cursor.current else {
      throw ReadingProblem(kind: .missing("what is differentiated"), range: node.range)
    }
    // ∂/∂z (1 − y) z is the derivative of the product, where the brackets alone don't hold z.
    if next.isFence, next.mentions(variableLetters(of: node)) {
      let result = try factor(&cursor).tensor
      return (result, next.range.upperBound)
    }
    var result = try product(&cursor)
    while let bias = try addedBias(&cursor) { result = try added(result, bias.tensor, bias.range) }
    return (result, max(next.range.upperBound, cursor.place.lowerBound))
  }

  private func variableLetters(of node: MathNode) -> Set<String> {
    Set((node.differentials?.below.rest ?? node.nabla ?? []).compactMap { $0.occurrence?.letter })
  }

  /// Whether what ∇_θ stands before is a product of quantities, θᵀX, and no loss with what it depends on.
  private func isBeginOfProduct(_ cursor: NodeCursor) -> Bool {
    guard let first = cursor.current?.occurrence, let letter = vocabulary.letters[first.letter], letter.role != .loss
    else {
      return false
    }
    return first.isTransposed
  }

  mutating func variables(
    _ below: MathNode.Differential, order: Int
  ) throws(ReadingProblem) -> [Tensor] {
    // ∂x ∂y: one variable behind each sign.
    var groups: [[MathNode]] = [[]]
    for node in below.rest {
      // The d of ∂e/∂d is a variable.
      let isSign = node.isDifferentialSign && (node.kind == .symbol("partial") || !groups[groups.count - 1].isEmpty)
      if isSign { groups.append([]) } else { groups[groups.count - 1].append(node) }
    }
    var result: [Tensor] = []
    for group in groups where !group.isEmpty {
      var nodes = group
      // ∂z^2 under ∂^2: the power belongs to the sign.
      if order > 1, let last = nodes.last, case .scripts(let scripts) = last.kind, let base = scripts.base,
        let upper = scripts.upper, upper.nodes.withoutBlanks.first?.wholeNumber == order
      {
        nodes[nodes.count - 1] = MathNode(
          .scripts(MathScripts(base: base, lower: scripts.lower, upper: nil, primes: scripts.primes)), last.range)
      }
      result.append(try tensor(nodes))
    }
    return result
  }

  func isVariable(_ body: Expression) -> Bool {
    if case .symbol = graph[body] { true } else { false }
  }

  /// ∂u/∂v, u's axes before v's; a number by a column is a column.
  mutating func partial(_ u: Tensor, by v: Tensor) -> Tensor {
    let body = graph.partial(u.body, by: v.body)
    var axes = u.axes + v.axes
    let isTurned = vocabulary.conventions.gradientsAreRows && axes.count == 1
    if u.axes.count == 1, v.axes.count == 1, vocabulary.conventions.denominatorLayout { axes.reverse() }
    return Tensor(axes: axes, body: body, isRow: u.axes.isEmpty ? v.isRow != isTurned : u.isRow && v.axes.isEmpty)
  }

  /// dW, dz, as programs call the derivatives of the loss.
  private func codeName(_ cursor: inout NodeCursor) -> Occurrence? {
    guard let node = cursor.current, node.isDifferentialSign || node.isGroupedDifferentialSign,
      node.kind != .symbol("partial"),
      vocabulary.letter(for: .loss) != nil || vocabulary.isLayeredNetwork || !vocabulary.codeNames.isEmpty
    else { return nil }
    var ahead = cursor
    ahead.advance()
    guard let next = ahead.current?.occurrence, let letter = vocabulary.letters[next.letter],
      letter.role != nil && letter.role != .loss || next.letter.first?.isUppercase == true || next.letter == "z"
        || vocabulary.codeNames.contains(next.letter)
    else { return nil }
    ahead.advance()
    cursor = ahead
    return next
  }

  mutating func codeDerivative(_ name: Occurrence, _ node: MathNode) throws(ReadingProblem) -> Factor {
    var nothing = NodeCursor([])
    var variable = name
    variable.isTransposed = false
    let v = try symbol(variable, &nothing)
    let loss = Tensor(lossOfLine(for: v, isError: true))
    var result = partial(loss, by: v)
    if let count = samplesOfMean(name) { result.body = graph.multiply([count, result.body]) }
    return Factor(
      tensor: name.isTransposed ? transposed(result) : result, range: node.range.lowerBound..<name.range.upperBound)
  }
}

extension MathNode {
  /// A row that begins with ∂ or d: how often it is differentiated, and what stands behind the sign.
  struct Differential {
    var order: Int
    var rest: [MathNode]
  }

  /// The two lines of a fraction that is a derivative.
  var differentials: (above: Differential, below: Differential)? {
    guard case .fraction(let fraction) = kind, fraction.form == .bar else { return nil }
    guard let above = fraction.numerator.nodes.differential, let below = fraction.denominator.nodes.differential,
      !below.rest.isEmpty
    else { return nil }
    return (above, below)
  }

  /// ∂, d, or d in upright type. (δ only above and below alike; see `differential`.)
  var isDifferentialSign: Bool {
    switch kind {
    case .symbol("partial"), .letter("d"): true
    case .styled(.roman, let row): row.nodes.count == 1 && row.nodes[0].kind == .letter("d")
    default: false
    }
  }

  /// Whether one of the letters occurs, or nothing else follows that would have to be meant instead.
  fileprivate func mentions(_ letters: Set<String>) -> Bool {
    if let occurrence, letters.contains(occurrence.letter) { return true }
    return children.contains { $0.mentions(letters) }
  }

  /// {d}, {\rm d}.
  var isGroupedDifferentialSign: Bool {
    if case .group(let row) = kind { row.nodes.count == 1 && row.nodes[0].isDifferentialSign } else { false }
  }

  /// v of ∇_v.
  var nabla: [MathNode]? {
    guard case .scripts(let scripts) = kind, case .symbol("nabla") = scripts.base?.kind, let lower = scripts.lower,
      scripts.upper == nil
    else { return nil }
    return lower.nodes
  }

  /// Something in brackets, with or without scripts.
  var isFence: Bool {
    switch kind {
    case .fence: true
    case .scripts(let scripts): scripts.base?.isFence ?? false
    default: false
    }
  }
}

extension [MathNode] {
  /// The derivative's line that they are, nil if they begin otherwise.
  var differential: MathNode.Differential? {
    let visible = withoutBlanks
    guard let first = visible.first else { return nil }
    if first.isDifferentialSign { return .init(order: 1, rest: Array(visible.dropFirst())) }
    if case .scripts(let scripts) = first.kind, scripts.base?.isDifferentialSign == true, scripts.lower == nil,
      let upper = scripts.upper, let order = upper.nodes.withoutBlanks.first?.wholeNumber, (1...6).contains(order)
    {
      return .init(order: order, rest: Array(visible.dropFirst()))
    }
    if case .styled(_, let row) = first.kind, visible.count == 1 { return row.nodes.differential }
    if case .group(let row) = first.kind, visible.count == 1 { return row.nodes.differential }
    return nil
  }
}

extension MathNode {
  /// `nodes` in round brackets.
  fileprivate static func bracketed(_ nodes: [MathNode]) -> MathNode {
    let range = nodes.extent
    let fence = MathFence(
      open: MathDelimiter("(", .open, range.lowerBound..<range.lowerBound), body: nodes,
      close: MathDelimiter(")", .close, range.upperBound..<range.upperBound))
    return MathNode(.fence(fence), range)
  }
}
