import Derivations
import Expressions
import LaTeX
import Networks

/// What one relation says.
extension NotesBuilder {
  /// The signs that say that two sides are equal, and those that say so up to the digits shown.
  private static let equal: Set<String> = ["=", ":=", "::=", "equiv", "triangleq", "=:", "==", "gets", "doteq"]
  /// The signs that lead from a parameter to its next value.
  private static let arrows: Set<String> = [
    "to", "rightarrow", "longrightarrow", "leftarrow", "longleftarrow", "mapsto",
  ]
  private static let approximate: Set<String> = ["approx", "simeq", "cong"]

  mutating func assertion(
    _ left: [MathNode], _ sign: WrittenChain.Sign, _ right: [MathNode], isHead: Bool = false
  ) throws(ReadingProblem) -> Assertion {
    guard !left.isEmpty else { throw ReadingProblem(kind: .missing("the left side"), range: sign.range) }
    guard !right.isEmpty else { throw ReadingProblem(kind: .missing("the right side"), range: sign.range) }
    let isApproximate = Self.approximate.contains(sign.name)
    let isArrow = Self.arrows.contains(sign.name)
    guard Self.equal.contains(sign.name) || isApproximate || isArrow else {
      throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    if let (value, argument) = undone(left, right) { return try assertion(value, sign, argument) }
    let a = try isHead ? head(left) : elaborator.tensor(left)
    let b = elaborator.totalLoss(try elaborator.tensor(right), of: a)
    for (side, nodes) in [(a, left), (b, right)] where elaborator.graph.isUndefined(side.body) {
      throw ReadingProblem(kind: .unexpected("a division by 0"), range: nodes.extent)
    }
    let isGiven = self.isGiven(a, b) || self.isGiven(b, a)
    if isGiven, !mayFollow(a, b) {
      takeGiven(a, b, DecimalTolerance.tolerance(of: right) ?? DecimalTolerance.tolerance(of: left))
      throw ReadingProblem(kind: .givenValue, range: right.extent)
    }
    let range = min(left.extent.lowerBound, right.extent.lowerBound)..<right.extent.upperBound
    if a.isRow != b.isRow, a.axes.count == 1, b.axes.count == 1, left.holdsArray, right.holdsArray, isClosed(a.body),
      isClosed(b.body)
    {
      // A column of numbers that is written out is no row of them.
      throw elaborator.misfit(a, b, range)
    }
    if a.isRow != b.isRow, a.axes.count == 1, b.axes.count == 1, [left, right].contains(where: \.isGradient) {
      // ∇_x u lies as x does: it is no row where x is a column.
      throw elaborator.misfit(a, b, range)
    }
    var (x, y) = try elaborator.matched(a, b, range)
    (x, y) = elaborator.withCustomaryAxes(x, y, a.axes.count >= b.axes.count ? a.axes : b.axes)
    var tolerance = DecimalTolerance.tolerance(of: right) ?? DecimalTolerance.tolerance(of: left)
    if isClosed(a.body), isClosed(b.body) {
      let isRounded = holdsFunction(a.body) && !holdsFunction(b.body)
      let rounding =
        isRounded
        ? (tolerance == nil ? DecimalTolerance.rounding(in: right, ofIrrational: left) : .zero)
          + DecimalTolerance.rounding(in: left)
        : DecimalTolerance.rounding(in: left) + DecimalTolerance.rounding(in: right)
      if !rounding.isZero { tolerance = (tolerance ?? .zero) + rounding }
    }
    if isApproximate, tolerance == nil { throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range) }
    (x, y) = asDefinitionOfFunction(x, y)
    let (head, value) = rooted(x, y)
    var claim = Claim(left: head, relation: .equal, right: value, reason: .definition(head))
    claim.reason = isStatedAboutTargets(head, value) ? .assumption : reason(head, value, sign)
    if isTranspose(head, value) { claim.reason = .assumption }
    if isComputedTarget(head, value) { claim.reason = .targetIsConstant }
    if isUpdate(x, y) { claim.relation = .becomes }
    if isArrow, claim.relation == .equal { throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range) }
    if vocabulary.isLayeredNetwork, case .symbol(let id, _) = elaborator.graph[x],
      elaborator.graph[id] == NetworkSymbol.loss, !elaborator.graph.freeIndices(of: y).isEmpty
    {
      // The loss of one of many samples: not what everything is differentiated by.
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    if isLossOfLosses(x, y) || isLossOfLosses(y, x) {
      // J = 1/m Σ L(ŷ, y): what the cost of many is made of, not what it is.
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    if claim.relation == .equal, case .symbol(let id, _) = elaborator.graph[x], x != y, isAssigned(x, y),
      !isSelfApplied(x, y), !isInverse(x, y)
    {
      accumulated.insert(elaborator.graph[id])
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    if isInverse(x, y) { claim.reason = .sameWith(x) }
    var assertion = Assertion(claim, tolerance: tolerance, mayBeGiven: isGiven)
    if claim.relation == .becomes, elaborator.isBatchLine {
      assertion.descent = elaborator.graph.symbol(Vocabulary.cost)
    }
    return assertion
  }

  /// Keeps what a value is given for: some notes tell it by other values.
  private mutating func takeGiven(_ a: Tensor, _ b: Tensor, _ tolerance: Rational?) {
    guard a.isScalar, b.isScalar else { return }
    let (quantity, value) = isClosed(b.body) ? (a.body, b.body) : (b.body, a.body)
    let claim = Claim(left: quantity, relation: .equal, right: value, reason: .sameWith(quantity))
    given = Assertion(claim, tolerance: tolerance)
  }

  /// Whether that an expression has the value 0, 1 or 2 may follow from what it is made of: Σ_i softmax(z)_i = 1.
  func mayFollow(_ a: Tensor, _ b: Tensor) -> Bool {
    guard a.isScalar, b.isScalar, let number = elaborator.graph.numberValue(b.body), number.isInteger,
      number.magnitude <= 2
    else { return false }
    if case .symbol = elaborator.graph[a.body] { return false }
    return true
  }

  /// Whether a loss is said to be made of another one of which nothing is told: of nothing but it, numbers and counts.
  private func isLossOfLosses(_ head: Expression, _ value: Expression) -> Bool {
    guard vocabulary.isLayeredNetwork, case .symbol(let id, _) = elaborator.graph[head],
      [NetworkSymbol.loss, Vocabulary.cost].contains(elaborator.graph[id]), head != value
    else { return false }
    var mentionsLoss = false
    let holdsOthers = elaborator.graph.contains(in: value) { node in
      switch elaborator.graph[node] {
      case .symbol(let id, let subscripts) where !elaborator.graph[id].isCount:
        if subscripts.isEmpty,
          VocabularyReader.lossLetters.contains(where: { $0.plainName + "_" == elaborator.graph[id].name })
        {
          mentionsLoss = true
          return false
        }
        return vocabulary.letters.values.contains {
          $0.family == elaborator.graph[id] && ($0.role != nil || $0.rank > 0)
        }
      case .partial: return true
      default: return false
      }
    }
    return mentionsLoss && !holdsOthers
  }

  /// σ(u) = 1/(1 + e^{−u}) says what σ is, whatever u is: σ(x) = 1/(1 + e^{−x}).
  mutating func asDefinitionOfFunction(_ left: Expression, _ right: Expression) -> (Expression, Expression) {
    guard case .call(let id, let arguments) = elaborator.graph[left], elaborator.graph[id].order == 0,
      FunctionTable.record(named: elaborator.graph[id].name) == nil, arguments.count == 1,
      let argument = arguments.first
    else { return (left, right) }
    switch elaborator.graph[argument] {
    case .symbol, .index, .number: return (left, right)
    default: break
    }
    let name = elaborator.graph[id].name
    let variable = elaborator.graph.symbol(Family("x"))
    let value = elaborator.graph.replace(argument, by: variable, in: right)
    let isClean = !elaborator.graph.contains(in: value) { node in
      switch elaborator.graph[node] {
      case .symbol: node != variable
      case .index, .partial, .bound: true
      case .call(let other, _): elaborator.graph[other].name == name
      default: false
      }
    }
    guard isClean, elaborator.graph.contains(variable, in: value) else { return (left, right) }
    let head = elaborator.graph.call(Function(name), [variable])
    return (head, value)
  }

  /// σ_l² = v, where σ is the positive root, as σ_l = √v: it says what σ is.
  private mutating func rooted(_ left: Expression, _ right: Expression) -> (left: Expression, right: Expression) {
    guard !vocabulary.isLayeredNetwork, case .power(let base, let exponent) = elaborator.graph[left],
      elaborator.graph.numberValue(exponent) == 2, case .symbol(let id, _) = elaborator.graph[base], !isClosed(right),
      isVariance(right), !elaborator.graph[id].isCount
    else { return (left, right) }
    return (base, elaborator.graph.squareRoot(right))
  }

  /// Whether a value is a sum of squares, or holds one: it is not negative.
  private func isVariance(_ value: Expression) -> Bool {
    elaborator.graph.contains(in: value) { node in
      guard case .power(_, let exponent) = elaborator.graph[node] else { return false }
      return elaborator.graph.numberValue(exponent) == 2
    }
  }

  /// Whether a line says A = Aᵀ of a matrix, which is supposed and follows from nothing.
  private func isTranspose(_ left: Expression, _ right: Expression) -> Bool {
    guard case .symbol(let id, let own) = elaborator.graph[left], case .symbol(id, let other) = elaborator.graph[right],
      own.count == 2, left != right
    else { return false }
    return own.first == other.last && own.last == other.first
  }

  /// Whether a number is only said to be the value of something: it can be checked no more than the weights can. That a
  /// derivative is 0, 1 or 2 is a claim.
  func isGiven(_ quantity: Tensor, _ value: Tensor) -> Bool {
    guard isClosed(value.body), !isClosed(quantity.body) else { return false }
    let holdsDerivative = elaborator.graph.contains(in: quantity.body) { node in
      switch elaborator.graph[node] {
      case .partial: true
      case .call(let id, _): elaborator.graph[id].order > 0
      default: false
      }
    }
    if case .summation = elaborator.graph[quantity.body], value.isScalar,
      let number = elaborator.graph.numberValue(value.body), number.isInteger
    {
      return false
    }
    // ∂m_j/∂u_{pq} = δ_{jq} says more than a number; (0.12, −0.08) does not.
    if holdsDerivative, !elaborator.graph.freeIndices(of: value.body).isEmpty { return holdsMeasure(value.body) }
    guard holdsDerivative, value.isScalar, let number = elaborator.graph.numberValue(value.body) else { return true }
    return !number.isInteger || number.magnitude > 2
  }

  /// Whether a number stands in an expression that no structure gives, as −1, 0, 1 and 2: a fraction of a value.
  private func holdsMeasure(_ body: Expression) -> Bool {
    elaborator.graph.contains(in: body) { node in
      guard let number = elaborator.graph.numberValue(node) else { return false }
      return !number.isInteger && number.denominator != 2
    }
  }

  /// Whether an expression is made of numbers alone.
  func isClosed(_ body: Expression) -> Bool {
    !elaborator.graph.contains(in: body) { node in
      switch elaborator.graph[node] {
      case .symbol, .partial: true
      case .call(let id, _): FunctionTable.record(named: elaborator.graph[id].name) == nil
      default: false
      }
    }
  }

  /// Whether an equation says of targets only what they add up to, Σ_k y_k = 1, so that nothing defines or proves it.
  func isStatedAboutTargets(_ left: Expression, _ right: Expression) -> Bool {
    guard case .summation = elaborator.graph[left], elaborator.graph.numberValue(right) != nil else { return false }
    let targets = Set(vocabulary.letters.values.filter { $0.role == .target }.map(\.family))
    var families: Set<Family> = []
    elaborator.graph.forEachNode(of: left) { node in
      if case .symbol(let id, _) = elaborator.graph[node], !elaborator.graph[id].isCount {
        families.insert(elaborator.graph[id])
      }
      return true
    }
    return !families.isEmpty && families.isSubset(of: targets)
  }

  /// Whether a function is taken of something: of numbers it has no rational value.
  private func holdsFunction(_ body: Expression) -> Bool {
    elaborator.graph.contains(in: body) { if case .call = elaborator.graph[$0] { true } else { false } }
  }

  /// What a relation may define: a symbol or a function on its left, or else on its right, unless what stands on the left
  /// is made of it.
  func reason(_ left: Expression, _ right: Expression, _ sign: WrittenChain.Sign) -> Reason {
    if sign.name == "=:" { return .definition(right) }
    if isCallOfSame(left, right) { return .sameWith(left) }
    if isName(left) { return .definition(left) }
    if isName(right), !isMade(left, of: right) { return .definition(right) }
    return .definition(left)
  }

  /// Whether a function is said to have the value that it has elsewhere, σ(z) = σ(Wx): that does not say what it is.
  private func isCallOfSame(_ left: Expression, _ right: Expression) -> Bool {
    guard case .call(let id, _) = elaborator.graph[left] else { return false }
    if case .call(id, _) = elaborator.graph[right] { return true }
    return false
  }

  /// Whether members of a family stand in an expression, or in what a line before says that something differentiated in it
  /// is: then the expression does not introduce them. Of ∂t/∂x = W, where t = Wx, it is a claim.
  private func isMade(_ expression: Expression, of name: Expression) -> Bool {
    let graph = elaborator.graph
    guard case .symbol(let family, _) = graph[name] else { return false }
    func holds(_ body: Expression) -> Bool {
      graph.contains(in: body) { if case .symbol(let id, _) = graph[$0] { id == family } else { false } }
    }
    if holds(expression) { return true }
    var differentiated: Set<FamilyID> = []
    graph.forEachNode(of: expression) { node in
      if case .partial(let u, _) = graph[node], case .symbol(let id, _) = graph[u] { differentiated.insert(id) }
      return true
    }
    guard !differentiated.isEmpty else { return false }
    return notes.assertions.contains { assertion in
      guard case .symbol(let id, _) = graph[assertion.claim.left], differentiated.contains(id) else { return false }
      return holds(assertion.claim.right)
    }
  }

  func isName(_ expression: Expression) -> Bool {
    switch elaborator.graph[expression] {
    case .symbol: return true
    case .call(let id, let arguments):
      guard elaborator.graph[id].order == 0, arguments.count == 1, let argument = arguments.first,
        case .symbol = elaborator.graph[argument]
      else {
        return false
      }
      return FunctionTable.record(named: elaborator.graph[id].name)?.definition == nil
    default: return false
    }
  }

  /// w ← w − η … or w ← w + Δw, with whatever sign.
  func isUpdate(_ left: Expression, _ right: Expression) -> Bool {
    guard case .symbol(let id, _) = elaborator.graph[left], left != right, elaborator.graph.contains(left, in: right)
    else { return false }
    return mentions(NetworkSymbol.learningRate, in: right)
      || mentions(Self.increment(of: elaborator.graph[id]), in: right)
  }

  /// Whether a sum of nothing but the loss stands somewhere.
  private mutating func sumsLoss(_ expression: Expression) -> Bool {
    guard !vocabulary.isLayeredNetwork else { return false }
    let loss = elaborator.graph.symbol(NetworkSymbol.loss)
    return elaborator.graph.contains(in: expression) { node in
      guard case .summation = elaborator.graph[node] else { return false }
      return elaborator.graph.children(of: node).contains(loss)
    }
  }

  /// Whether a symbol stands on both sides with different meanings: J = ΣJ/m + …, ΔW := ΔW + ….
  func isAssigned(_ symbol: Expression, _ value: Expression) -> Bool {
    var found = false
    elaborator.graph.forEachNode(of: value) { node in
      if case .partial = elaborator.graph[node] { return false }
      if node == symbol { found = true }
      return !found
    }
    return found
  }

  /// ŷ = σ(ŷ), where a line before said what ŷ is: no assignment, but a claim that is hardly meant.
  func isSelfApplied(_ symbol: Expression, _ value: Expression) -> Bool {
    let isDefined = notes.assertions.contains { assertion in
      assertion.claim.left == symbol && assertion.claim.relation == .equal
        && !elaborator.graph.contains(symbol, in: assertion.claim.right)
    }
    guard isDefined else { return false }
    return elaborator.graph.contains(in: value) { node in
      guard case .call(_, let arguments) = elaborator.graph[node] else { return false }
      return arguments.contains { elaborator.graph.contains(symbol, in: $0) }
    }
  }
}

extension [MathNode] {
  /// Whether ∇_x u stands here, and nothing is done with it.
  fileprivate var isGradient: Bool {
    let visible = withoutBlanks
    return visible.first?.nabla != nil && visible.count <= 3
  }

  /// Whether a matrix or a column is written out somewhere.
  fileprivate var holdsArray: Bool {
    contains { node in
      if case .array = node.kind { return true }
      return node.children.holdsArray
    }
  }
}
