import Expressions

/// Σ_i [i = p] g(i) = g(p) where p lies in the range of the sum.
extension ExpressionGraph {
  /// `expression` with every Kronecker delta contracted that ties the index of a sum around it. Where p is not known to
  /// lie in the range of the sum, a bracket [lower ≤ p and p ≤ upper] remains.
  ///
  /// A body is split into terms with a delta, which are contracted, and the rest, which stays under the sum. Products are
  /// distributed only over those factors that hold a delta. Linear in the number of nodes for bodies of bounded length.
  public mutating func contractKroneckers(_ expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    return rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .summation = graph[node], let opened = graph.open(node) else { return node }
      return graph.contract(opened) ?? node
    }
  }

  /// The contracted sum, or nil if no delta ties its index.
  mutating func contract(_ opened: OpenedSummation) -> Expression? {
    let parts = deltaTerms(opened.body, over: opened.index)
    guard parts.contains(where: { $0.pin != nil }) else { return nil }
    var contracted: [Expression] = []
    var rest: [Expression] = []
    for part in parts {
      guard let pin = part.pin else {
        rest.append(part.rest)
        continue
      }
      let value = replace(opened.index, by: pin, in: part.rest)
      let inRange = bracket(membership(of: pin, from: opened.lower, to: opened.upper))
      contracted.append(multiply([inRange, value]))
    }
    if !rest.isEmpty {
      let remaining = summation(over: opened.index, from: opened.lower, to: opened.upper, add(rest))
      contracted.append(contractKroneckers(remaining))
    }
    return add(contracted)
  }

  /// What `body` pins `index` to: p for each of its terms [index = p]·rest, nil for terms that leave it free; without
  /// repetition.
  public mutating func pins(_ body: Expression, over index: Expression) -> [Expression?] {
    var result: [Expression?] = []
    for term in deltaTerms(body, over: index) where !result.contains(term.pin) { result.append(term.pin) }
    return result
  }

  /// A term of a body: [index = pin]·rest, or rest alone.
  private struct DeltaTerm {
    var pin: Expression?
    var rest: Expression
  }

  /// `body` as a sum of terms with at most one delta that ties `index`; equal pins are merged.
  private mutating func deltaTerms(_ body: Expression, over index: Expression) -> [DeltaTerm] {
    guard holdsDelta(body, over: index) else { return [DeltaTerm(pin: nil, rest: body)] }
    switch self[body] {
    case .bracket(let condition):
      if let pin = pin(of: condition, over: index) { return [DeltaTerm(pin: pin, rest: number(1))] }
      return conjunction(condition, over: index) ?? [DeltaTerm(pin: nil, rest: body)]
    case .add(let terms):
      return merged(Array(terms).flatMap { deltaTerms($0, over: index) })
    case .multiply(let factors):
      var product = [DeltaTerm(pin: nil, rest: number(1))]
      for factor in Array(factors) {
        let terms = deltaTerms(factor, over: index)
        product = product.flatMap { left in terms.map { multiply(left, $0) } }
      }
      return merged(product)
    case .power(let base, let exponent):
      // A delta is 0 or 1, so a positive power of [i = p]·u is [i = p]·uⁿ.
      let terms = deltaTerms(base, over: index)
      guard terms.count == 1, let pin = terms[0].pin, let power = numberValue(exponent), !power.isNegative else {
        return [DeltaTerm(pin: nil, rest: body)]
      }
      return [DeltaTerm(pin: pin, rest: self.power(terms[0].rest, exponent))]
    case .piecewise(let parts):
      return piecewiseTerms(Array(parts), over: index)
    case .summation:
      return innerSumTerms(body, over: index)
    default:
      return [DeltaTerm(pin: nil, rest: body)]
    }
  }

  private mutating func multiply(_ a: DeltaTerm, _ b: DeltaTerm) -> DeltaTerm {
    let rest = multiply([a.rest, b.rest])
    guard let first = a.pin, let second = b.pin else { return DeltaTerm(pin: a.pin ?? b.pin, rest: rest) }
    return DeltaTerm(pin: first, rest: multiply([kronecker(first, second), rest]))
  }

  /// [i = p and c] = [i = p]·[c].
  private mutating func conjunction(_ condition: Expression, over index: Expression) -> [DeltaTerm]? {
    guard case .and(let parts) = self[condition] else { return nil }
    let all = Array(parts)
    for (place, part) in all.enumerated() {
      guard let pin = pin(of: part, over: index) else { continue }
      var others = all
      others.remove(at: place)
      return [DeltaTerm(pin: pin, rest: bracket(and(others)))]
    }
    return nil
  }

  /// Σ_m [index = p]·g(m) = [index = p]·Σ_m g(m) where p does not depend on m.
  private mutating func innerSumTerms(_ sum: Expression, over index: Expression) -> [DeltaTerm] {
    guard let opened = openFresh(sum) else { return [DeltaTerm(pin: nil, rest: sum)] }
    let terms = deltaTerms(opened.body, over: index)
    if terms.contains(where: { term in term.pin.map { contains(opened.index, in: $0) } ?? false }) {
      return [DeltaTerm(pin: nil, rest: sum)]
    }
    return terms.map { term in
      let rest = summation(over: opened.index, from: opened.lower, to: opened.upper, term.rest)
      return DeltaTerm(pin: term.pin, rest: rest)
    }
  }

  /// Branch values with deltas: for each pin the piecewise function of what stands behind it.
  private mutating func piecewiseTerms(_ parts: [Expression], over index: Expression) -> [DeltaTerm] {
    let conditions = stride(from: 0, to: parts.count - 1, by: 2).map { parts[$0] }
    let values = stride(from: 1, to: parts.count - 1, by: 2).map { parts[$0] } + [parts[parts.count - 1]]
    let split = values.map { deltaTerms($0, over: index) }
    var pins: [Expression?] = []
    for term in split.joined() where !pins.contains(term.pin) { pins.append(term.pin) }
    return pins.map { pin in
      let rests = split.map { terms in
        let matching = terms.filter { $0.pin == pin }.map(\.rest)
        return add(matching)
      }
      let branches = zip(conditions, rests).map { (condition: $0, value: $1) }
      return DeltaTerm(pin: pin, rest: piecewise(branches, otherwise: rests[rests.count - 1]))
    }
  }

  private mutating func merged(_ terms: [DeltaTerm]) -> [DeltaTerm] {
    var result: [DeltaTerm] = []
    for term in terms {
      if numberValue(term.rest)?.isZero == true { continue }
      if let place = result.firstIndex(where: { $0.pin == term.pin }) {
        result[place].rest = add([result[place].rest, term.rest])
      } else {
        result.append(term)
      }
    }
    return result
  }

  /// p where the condition is index = p and p does not depend on the index.
  private mutating func pin(of condition: Expression, over index: Expression) -> Expression? {
    guard case .comparison(.equal, let a, let b) = self[condition] else { return nil }
    for (side, other) in [(a, b), (b, a)] where contains(index, in: side) && !contains(index, in: other) {
      if side == index { return other }
      // i + 1 = p pins i at p − 1.
      if let shift = constantDifference(side, index) { return add([other, number(-shift)]) }
    }
    return nil
  }

  private func holdsDelta(_ body: Expression, over index: Expression) -> Bool {
    guard mentionsIndex(body) else { return false }
    return contains(in: body) { node in
      if case .comparison(.equal, let a, let b) = self[node] {
        contains(index, in: a) || contains(index, in: b)
      } else {
        false
      }
    }
  }
}
