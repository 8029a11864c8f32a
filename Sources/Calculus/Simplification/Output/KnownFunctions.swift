import Expressions

/// Recognising the functions of the table by their definitions.
extension ExpressionGraph {
  /// The canonical name of the function of the table that is provably equal to `definition`: `sigmoid` for
  /// 1/(1 + exp(−z)), `silu` for z·sigmoid(z), `relu` for max(z, 0). Nil if none is, or none is seen to be.
  public mutating func knownFunction(equalTo definition: FunctionDefinition) -> String? {
    withSimplifier { simplifier in
      let value = simplifier.elementary(definition.value)
      if case .call(let id, let arguments) = simplifier.graph[value], simplifier.graph[id].order == 0,
        Array(arguments) == [definition.parameter]
      {
        return simplifier.graph[id].name
      }
      return simplifier.knownFunction(definition.parameter, value)
    }
  }
}

extension Simplifier {
  fileprivate mutating func knownFunction(_ parameter: Expression, _ value: Expression) -> String? {
    for record in FunctionTable.records where record.definition != nil && !record.isVectorValued {
      guard let unfolded = graph.unfold(record.name, at: parameter) else { continue }
      if areEqual(value, elementary(unfolded)) { return record.name }
    }
    return nil
  }

  /// `expression` with functions that have a definition unfolded, extrema as piecewise definitions, simplified.
  mutating func elementary(_ expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    let unfolded = graph.rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let slice) = graph[node], graph[id].order == 0 else { return node }
      let arguments = Array(slice)
      let name = graph[id].name
      if name == "max" || name == "min" {
        return arguments.dropFirst().reduce(arguments[0]) { best, next in
          let isBeaten = name == "max" ? graph.compare(best, .less, next) : graph.compare(next, .less, best)
          return graph.piecewise([(isBeaten, next)], otherwise: best)
        }
      }
      guard arguments.count == 1, let definition = graph.definition(of: name) else { return node }
      return graph.replace(definition.parameter, by: arguments[0], in: definition.value)
    }
    return simplified(unfolded)
  }

  /// Whether two simplified expressions are seen to be equal: branch by branch, as rational functions of one
  /// exponential, or by normal form.
  mutating func areEqual(_ a: Expression, _ b: Expression) -> Bool {
    if a == b || fullKey(a) == fullKey(b) { return true }
    switch (graph[a], graph[b]) {
    case (.piecewise(let x), .piecewise(let y)) where x.count == 3 && y.count == 3:
      return arePiecewiseEqual(Array(x), Array(y))
    case (.piecewise, _), (_, .piecewise): return false
    default: break
    }
    let difference = graph.subtract(a, b)
    if let form = exponentialForm(of: [difference]), let function = form.functions[0] { return function.isZero }
    return graph.isProvablyZero(difference)
  }

  /// Equal conditions and equal values, or opposite conditions and values exchanged. Whether the boundary belongs to one
  /// side or the other does not matter if the values agree there.
  private mutating func arePiecewiseEqual(_ x: [Expression], _ y: [Expression]) -> Bool {
    for isExchanged in [false, true] {
      let condition = isExchanged ? graph.not(y[0]) : y[0]
      let (value, otherwise) = isExchanged ? (y[2], y[1]) : (y[1], y[2])
      guard areEqual(x[1], value), areEqual(x[2], otherwise) else { continue }
      if fullKey(x[0]) == fullKey(condition) { return true }
      guard case .comparison(let first, let a, let b) = graph[x[0]],
        case .comparison(let second, let c, let d) = graph[condition], first != .equal, second != .equal, a == c, b == d
      else { continue }
      // The sides agree on the boundary a = b if one of them is a symbol and the other a number.
      let (symbol, number) = graph.numberValue(a) != nil ? (b, a) : (a, b)
      guard case .symbol = graph[symbol], graph.numberValue(number) != nil else { continue }
      let left = graph.replace(symbol, by: number, in: value)
      let right = graph.replace(symbol, by: number, in: otherwise)
      if areEqual(simplified(left), simplified(right)) { return true }
    }
    return false
  }
}
