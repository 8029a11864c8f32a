import Expressions

/// Derivatives of functions that have a definition: what σ′ is.
extension ExpressionGraph {
  /// f′ at `argument` in its shortest form, where `output` stands for f(argument): σ′ = a(1 − a).
  ///
  /// Computed from the definition of f; f′(argument) itself if f is opaque. Of a derivative, f″ = (f′)′, each order from
  /// the form of the one before.
  public mutating func slopeThroughOutput(
    of function: Function, at argument: Expression, output: Expression
  ) -> Expression {
    let parameter = symbol("z")
    guard let slope = slopeInParameter(function, parameter) else {
      return call(function.derivative, [argument])
    }
    // The output first: the argument may hold the parameter's letter.
    let value = call(Function(function.name), [parameter])
    return replace([value: output, parameter: argument], in: slope)
  }

  /// f′(z) in z and f(z), or nil if f is opaque.
  private mutating func slopeInParameter(_ function: Function, _ parameter: Expression) -> Expression? {
    let value = call(Function(function.name), [parameter])
    if function.order > 0 {
      let before = Function(function.name, order: function.order - 1)
      guard let lower = slopeInParameter(before, parameter) else { return nil }
      let raw = derivative(of: lower, by: parameter)
      return simplify(resolveSlopes(raw))
    }
    if PrimitiveDerivatives.text(of: function.name) != nil {
      return simplify(slope(of: function, at: parameter))
    }
    guard definition(of: function.name) != nil else { return nil }
    return derivativeThroughOutput(of: function.name, at: parameter, output: value)
  }

  /// `expression` with every derivative of a function that has a definition, σ′(u), written out in its shortest form.
  public mutating func resolveSlopes(_ expression: Expression) -> Expression {
    var memo: [Expression: Expression] = [:]
    return rewriteBottomUp(expression, memo: &memo) { graph, node in
      guard case .call(let id, let arguments) = graph[node], graph[id].order > 0, let argument = arguments.first
      else { return node }
      let function = graph[id]
      let lower = Function(function.name, order: function.order - 1)
      let value = graph.call(Function(function.name), [argument])
      return graph.slopeThroughOutput(of: lower, at: argument, output: value)
    }
  }
}
