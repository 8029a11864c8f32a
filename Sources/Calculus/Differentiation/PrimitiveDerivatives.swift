import Expressions

/// The derivatives of the primitives, the only ones that are not computed from a definition. Texts in `z`.
enum PrimitiveDerivatives {
  static func text(of name: String) -> String? {
    switch name {
    case "exp": "exp(z)"
    case "log": "1/z"
    case "sin": "cos(z)"
    case "cos": "-sin(z)"
    case "tan": "1/cos(z)^2"
    case "asin": "1/sqrt(1 - z^2)"
    case "acos": "-1/sqrt(1 - z^2)"
    case "atan": "1/(1 + z^2)"
    case "sinh": "cosh(z)"
    case "cosh": "sinh(z)"
    case "erf": "2/sqrt(pi)*exp(-z^2)"
    case "abs": "sign(z)"
    case "sign": "0"
    default: nil
    }
  }
}

extension ExpressionGraph {
  /// The derivative of `function` at `argument`: that of a primitive written out, f′(u) for every other function.
  public mutating func slope(of function: Function, at argument: Expression) -> Expression {
    guard function.order == 0, let text = PrimitiveDerivatives.text(of: function.name),
      let definition = definition(text)
    else { return call(function.derivative, [argument]) }
    return replace(definition.parameter, by: argument, in: definition.value)
  }
}
