import Expressions
import LaTeX

/// Numbers that are 1 where a condition holds and 0 elsewhere, in all spellings: 𝟙_{z > 0}, 𝟙(z > 0), I[i = j], [z > 0].
extension Elaborator {
  /// The indicator that begins here, nil if none does.
  ///
  /// A condition in round brackets is one where it is multiplied by a sign: δ ⊙ (z > 0), as programs write it.
  mutating func indicator(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor? {
    guard let node = cursor.current else { return nil }
    if let condition = node.conditionBelow {
      if let comma = condition.first(where: \.isPunctuation) { throw unexpected(comma) }
      cursor.advance()
      return try indicator(condition)
    }
    var ahead = cursor
    ahead.advance()
    if node.isIndicatorSign, let condition = ahead.current?.conditionInside {
      ahead.advance()
      cursor = ahead
      return try indicator(condition)
    }
    if case .operation(let sign)? = cursor.previous?.kind, sign != "+", sign != "-", node.isRoundFence,
      let condition = node.conditionInside, !condition.contains(where: { $0.relationName == "=" })
    {
      cursor.advance()
      return try indicator(condition)
    }
    return nil
  }

  /// 1 where a condition holds and 0 elsewhere, of arrays entry by entry: [z > 0].
  mutating func indicator(_ nodes: [MathNode]) throws(ReadingProblem) -> Tensor {
    let nodes = nodes.withoutBlanks
    if let place = nodes.firstIndex(where: { $0.relationName != nil }), let name = nodes[place].relationName,
      label(Array(nodes[..<place])) == nil, label(Array(nodes[(place + 1)...])) == nil,
      let left = try? tensor(Array(nodes[..<place])), let right = try? tensor(Array(nodes[(place + 1)...])),
      !left.isScalar || !right.isScalar
    {
      var comparison: Comparison?
      var isSwapped = false
      switch name {
      case "<": comparison = .less
      case ">": (comparison, isSwapped) = (.less, true)
      case "le": comparison = .lessOrEqual
      case "ge": (comparison, isSwapped) = (.lessOrEqual, true)
      default: break
      }
      guard let comparison else { throw unexpected(nodes[place]) }
      return try combined(left, right, nodes.extent) { graph, x, y in
        let holds = isSwapped ? graph.compare(y, comparison, x) : graph.compare(x, comparison, y)
        return graph.bracket(holds)
      }
    }
    // 𝟙(m = i, n = j): both hold.
    var conditions: [Expression] = []
    for item in nodes.split(whereSeparator: \.isPunctuation) { conditions.append(try condition(Array(item))) }
    return Tensor(graph.bracket(conditions.count == 1 ? conditions[0] : graph.and(conditions)))
  }
}

extension MathNode {
  /// 𝟙, a bold 1, I, χ: what stands before a condition in brackets.
  fileprivate var isIndicatorSign: Bool {
    if wholeNumber == 1 { return true }
    return ["\\mathbb{1}", "\\mathbb{I}", "I", "\\chi", "\\mathcal{I}", "Ind", "ind"].contains(symbolName ?? word ?? "")
  }

  /// z > 0 of (z > 0), of brackets of any form.
  fileprivate var conditionInside: [MathNode]? {
    guard case .fence(let fence) = kind, ["(", "[", "{", "|"].contains(fence.open.name) else { return nil }
    let body = fence.body.withoutBlanks
    return body.contains { $0.relationName != nil } ? body : nil
  }

  /// z > 0 of 𝟙_{z > 0} and 𝟙_{\{z > 0\}}.
  var conditionBelow: [MathNode]? {
    guard case .scripts(let scripts) = kind, scripts.upper == nil, scripts.primes.isEmpty, let base = scripts.base,
      base.isIndicatorSign, var lower = scripts.lower?.nodes.withoutBlanks
    else { return nil }
    if lower.count == 1, let inner = lower[0].conditionInside { lower = inner }
    return lower.contains { $0.relationName != nil } ? lower : nil
  }
}
