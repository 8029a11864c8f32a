import Expressions

/// Forward differentiation with respect to one symbol.
extension ExpressionGraph {
  /// ∂`expression`/∂`variable`, not simplified. The variable is a symbol, indexed or not.
  ///
  /// Members of the variable's family give Kronecker deltas: ∂w_{ij}/∂w_{pq} = [i = p][j = q], which remain under their
  /// sums until `contractKroneckers`. Functions with a definition and opaque ones give their named derivative, f′(u)·u′;
  /// `Calculus` computes what σ′ is elsewhere. At a kink the branch that the definition takes is differentiated;
  /// for max and min see `slopeOfExtremum`: max(x, 0)′ is [x > 0], like relu′.
  /// Linear in the number of nodes, apart from the lengths of products.
  public mutating func derivative(of expression: Expression, by variable: Expression) -> Expression {
    var pass = Derivative(variable: variable)
    return pass.derivative(of: expression, in: &self)
  }
}

private struct Derivative {
  let variable: Expression
  private var memo: [Expression: Expression] = [:]

  init(variable: Expression) { self.variable = variable }

  mutating func derivative(of expression: Expression, in graph: inout ExpressionGraph) -> Expression {
    if expression == variable { return graph.number(1) }
    if let known = memo[expression] { return known }
    let result = compute(expression, &graph)
    memo[expression] = result
    return result
  }

  private mutating func compute(_ expression: Expression, _ graph: inout ExpressionGraph) -> Expression {
    switch graph[expression] {
    case .number, .constant, .index, .bound, .comparison, .and, .or, .not:
      return graph.number(0)
    case .bracket:
      // Constant off the place where the condition changes.
      return graph.number(0)
    case .symbol(let family, let subscripts):
      return symbol(family, Array(subscripts), &graph)
    case .add(let terms):
      let slopes = terms.map { derivative(of: $0, in: &graph) }
      return graph.add(slopes)
    case .multiply(let factors):
      return product(Array(factors), &graph)
    case .power(let base, let exponent):
      return power(expression, base, exponent, &graph)
    case .call(let function, let arguments):
      return call(graph[function], Array(arguments), &graph)
    case .summation:
      guard let opened = graph.open(expression) else { return graph.number(0) }
      let body = derivative(of: opened.body, in: &graph)
      return graph.summation(over: opened.index, from: opened.lower, to: opened.upper, body)
    case .piecewise(let parts):
      return piecewise(Array(parts), &graph)
    case .partial:
      return graph.partial(expression, by: variable)
    }
  }

  /// ∂w_{ij}/∂w_{pq} = [i = p][j = q]; symbols of other families do not depend on the variable.
  private func symbol(
    _ family: FamilyID, _ subscripts: [Expression], _ graph: inout ExpressionGraph
  ) -> Expression {
    guard case .symbol(let own, let ownSubscripts) = graph[variable], own == family,
      ownSubscripts.count == subscripts.count
    else { return graph.number(0) }
    let deltas = zip(subscripts, Array(ownSubscripts)).map { graph.kronecker($0, $1) }
    return graph.multiply(deltas)
  }

  private mutating func product(_ factors: [Expression], _ graph: inout ExpressionGraph) -> Expression {
    var terms: [Expression] = []
    for (place, factor) in factors.enumerated() {
      let slope = derivative(of: factor, in: &graph)
      if graph.numberValue(slope)?.isZero == true { continue }
      var others = factors
      others[place] = slope
      terms.append(graph.multiply(others))
    }
    return graph.add(terms)
  }

  /// (uⁿ)′ = n uⁿ⁻¹ u′ where n does not depend on the variable; else u^v = e^(v log u) gives u^v (v′ log u + v u′/u).
  private mutating func power(
    _ expression: Expression, _ base: Expression, _ exponent: Expression, _ graph: inout ExpressionGraph
  ) -> Expression {
    let slope = derivative(of: base, in: &graph)
    let exponentSlope = derivative(of: exponent, in: &graph)
    if graph.numberValue(exponentSlope)?.isZero == true {
      let lowered = graph.power(base, graph.subtract(exponent, graph.number(1)))
      return graph.multiply([exponent, lowered, slope])
    }
    // 0^v is 0 wherever it is differentiable, for v > 0.
    if graph.numberValue(base)?.isZero == true { return slope }
    let logarithm = graph.call("log", base)
    if graph.numberValue(slope)?.isZero == true { return graph.multiply([expression, exponentSlope, logarithm]) }
    let quotient = graph.multiply([exponent, slope, graph.power(base, -1)])
    return graph.multiply([expression, graph.add([graph.multiply([exponentSlope, logarithm]), quotient])])
  }

  private mutating func call(
    _ function: Function, _ arguments: [Expression], _ graph: inout ExpressionGraph
  ) -> Expression {
    if function.name == "max" || function.name == "min" {
      return extremum(function, arguments, &graph)
    }
    guard arguments.count == 1 else { return graph.number(0) }
    let inner = derivative(of: arguments[0], in: &graph)
    if graph.numberValue(inner)?.isZero == true { return inner }
    return graph.multiply([graph.slope(of: function, at: arguments[0]), inner])
  }

  private mutating func extremum(
    _ function: Function, _ arguments: [Expression], _ graph: inout ExpressionGraph
  ) -> Expression {
    let slopes = arguments.map { derivative(of: $0, in: &graph) }
    return graph.slopeOfExtremum(function, arguments, slopes: slopes)
  }

  private mutating func piecewise(_ parts: [Expression], _ graph: inout ExpressionGraph) -> Expression {
    var branches: [(condition: Expression, value: Expression)] = []
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      branches.append((parts[place], derivative(of: parts[place + 1], in: &graph)))
    }
    return graph.piecewise(branches, otherwise: derivative(of: parts[parts.count - 1], in: &graph))
  }
}
