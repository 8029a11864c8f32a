import Derivations
import Expressions
import LaTeX
import Networks

/// What one relation says.
extension NotesBuilder {
  mutating func assertion(
    _ left: [MathNode], _ sign: WrittenChain.Sign, _ right: [MathNode]
  ) throws(ReadingProblem) -> Assertion {
    guard !left.isEmpty else { throw ReadingProblem(kind: .missing("the left side"), range: sign.range) }
    guard !right.isEmpty else { throw ReadingProblem(kind: .missing("the right side"), range: sign.range) }
    let a = try elaborator.tensor(left)
    let b = try elaborator.tensor(right)
    if isGiven(a, b) || isGiven(b, a) { throw ReadingProblem(kind: .givenValue, range: right.extent) }
    let range = min(left.extent.lowerBound, right.extent.lowerBound)..<right.extent.upperBound
    let (x, y) = try elaborator.matched(a, b, range)
    var tolerance = DecimalTolerance.tolerance(of: right) ?? DecimalTolerance.tolerance(of: left)
    if isClosed(a.body), isClosed(b.body) {
      let rounding = DecimalTolerance.rounding(in: left) + DecimalTolerance.rounding(in: right)
      if !rounding.isZero { tolerance = (tolerance ?? .zero) + rounding }
    }
    switch sign.name {
    case "=", ":=", "::=", "equiv", "triangleq", "=:", "==", "gets", "doteq": break
    case "approx", "simeq", "cong":
      if tolerance == nil { throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range) }
    default: throw ReadingProblem(kind: .unexpected(sign.name), range: sign.range)
    }
    let (head, value) = rooted(x, y)
    var claim = Claim(left: head, relation: .equal, right: value, reason: .definition(head))
    claim.reason = reason(head, value, sign)
    if isUpdate(x, y) { claim.relation = .becomes }
    if vocabulary.isLayeredNetwork, case .symbol(let id, _) = elaborator.graph[x],
      elaborator.graph[id] == NetworkSymbol.loss, !elaborator.graph.freeIndices(of: y).isEmpty
    {
      // The loss of one of many samples: not what everything is differentiated by.
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    if claim.relation == .equal, case .symbol = elaborator.graph[x], x != y, isAssigned(x, y) {
      throw ReadingProblem(kind: .twoMeanings, range: left.extent)
    }
    return Assertion(claim, tolerance: tolerance)
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
    if case .summation = elaborator.graph[quantity.body] { return false }
    guard holdsDerivative, value.isScalar, let number = elaborator.graph.numberValue(value.body) else { return true }
    return !number.isInteger || number.magnitude > 2
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

  /// What a relation may define: a symbol or a function on its left, or else on its right.
  func reason(_ left: Expression, _ right: Expression, _ sign: WrittenChain.Sign) -> Reason {
    if sign.name == "=:" { return .definition(right) }
    if isName(left) { return .definition(left) }
    if isName(right) { return .definition(right) }
    return .definition(left)
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

  /// w ← w − η …, with whatever sign.
  func isUpdate(_ left: Expression, _ right: Expression) -> Bool {
    guard case .symbol = elaborator.graph[left], left != right, elaborator.graph.contains(left, in: right) else {
      return false
    }
    return elaborator.graph.contains(in: right) { node in
      if case .symbol(let id, _) = elaborator.graph[node] {
        elaborator.graph[id] == NetworkSymbol.learningRate
      } else {
        false
      }
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

  /// i = j and i ≠ j restrict what the relation says.
  mutating func apply(_ conditions: [WrittenChain], to assertion: inout Assertion) {
    for condition in conditions where condition.signs.count == 1 {
      guard let i = try? elaborator.indexExpression(condition.members[0].nodes),
        let k = try? elaborator.indexExpression(condition.members[1].nodes), case .index = elaborator.graph[i]
      else { continue }
      switch condition.signs[0].name {
      case "=":
        guard case .index = elaborator.graph[k] else { continue }
        assertion.claim.left = elaborator.graph.replace(i, by: k, in: assertion.claim.left)
        assertion.claim.right = elaborator.graph.replace(i, by: k, in: assertion.claim.right)
      case "ne":
        let equal = elaborator.graph.compare(i, .equal, k)
        let apart = elaborator.graph.not(equal)
        let bracket = elaborator.graph.bracket(apart)
        assertion.claim.left = elaborator.graph.multiply([bracket, assertion.claim.left])
        assertion.claim.right = elaborator.graph.multiply([bracket, assertion.claim.right])
      default: continue
      }
      assertion.claim.reason = .definition(assertion.claim.left)
    }
  }
}
