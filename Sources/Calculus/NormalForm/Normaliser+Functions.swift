import Expressions

/// Applications of functions.
extension Normaliser {
  /// `function` applied to `arguments`.
  mutating func call(_ function: Function, _ arguments: [Expression]) throws(NormalFormError) -> RationalFunction {
    if function.order == 0, let result = try known(function.name, arguments) { return result }
    if let result = try unfolded(function, arguments) { return result }
    guard arguments.count == 1 else {
      var canonicalArguments: [Expression] = []
      for argument in arguments { canonicalArguments.append(try canonical(argument)) }
      return RationalFunction(Kernel(graph.call(function, canonicalArguments)))
    }
    return try opaqueCall(function, try normal(arguments[0]))
  }

  /// Primitives whose relations are known; nil for all other functions.
  private mutating func known(
    _ name: String, _ arguments: [Expression]
  ) throws(NormalFormError) -> RationalFunction? {
    guard let first = arguments.first else { return nil }
    switch name {
    case "exp": return try exponential(try normal(first))
    case "log": return try logarithm(try normal(first))
    case "sin": return try sine(try normal(first))
    case "cos": return try cosine(try normal(first))
    case "tan":
      let argument = try normal(first)
      return try multiply(try sine(argument), try inverse(try cosine(argument)))
    case "abs": return try absoluteValue(try normal(first))
    case "sign": return try sign(try normal(first))
    case "max": return try extremum(arguments, sign: 1)
    case "min": return try extremum(arguments, sign: -1)
    case "asin", "atan", "erf": return try oddCall(name, try normal(first))
    case "acos":
      // acos u = π/2 − asin u.
      let quarterTurn = RationalFunction(Kernel(graph.constant(.pi))).scaled(by: Rational(1, 2))
      return try subtract(quarterTurn, try oddCall("asin", try normal(first)))
    default: return nil
    }
  }

  /// max(a, b, …), or min(a, b, …) = −max(−a, −b, …).
  private mutating func extremum(
    _ arguments: [Expression], sign: Rational
  ) throws(NormalFormError) -> RationalFunction {
    var result = try normal(arguments[0]).scaled(by: sign)
    for argument in arguments.dropFirst() {
      result = try maximum(result, try normal(argument).scaled(by: sign))
    }
    return result.scaled(by: sign)
  }

  /// A function by its definition in more elementary terms, a derivative of one by differentiating that.
  private mutating func unfolded(
    _ function: Function, _ arguments: [Expression]
  ) throws(NormalFormError) -> RationalFunction? {
    guard arguments.count == 1 else { return nil }
    let argument = try canonical(arguments[0])
    if let value = graph.derivativeOfKnown(function, [argument]) { return try normal(value) }
    guard function.order == 0, let value = graph.unfold(function.name, at: argument) else { return nil }
    return try normal(value)
  }

  /// A function of which nothing is known.
  private mutating func opaqueCall(
    _ function: Function, _ argument: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    do throws(NormalFormError) {
      return try eachRegion(of: argument) { normaliser, argument throws(NormalFormError) in
        let inside = normaliser.expressionOf(argument)
        return RationalFunction(Kernel(normaliser.graph.call(function, [inside])))
      }
    } catch {
      // Too many regions: the argument as it is says as much, though relations between regions are lost.
      guard case .tooLarge = error else { throw error }
      return RationalFunction(Kernel(graph.call(function, [expressionOf(argument)])))
    }
  }

  /// f(−u) = −f(u): the first coefficient of the argument (in structural order) is made positive.
  private mutating func oddCall(
    _ name: String, _ argument: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    try eachRegion(of: argument) { normaliser, argument throws(NormalFormError) in
      if argument.isZero { return .zero }
      let isNegative = normaliser.isTurned(argument)
      let turned = isNegative ? -argument : argument
      let value = try normaliser.valueOfOdd(name, turned)
      return isNegative ? -value : value
    }
  }

  /// Whether the first coefficient, signs of denominators included, is negative.
  private mutating func isTurned(_ function: RationalFunction) -> Bool {
    var isNegative = graph.leadingCoefficient(of: function.numerator).isNegative
    for factor in function.denominator where factor.multiplicity % 2 == 1 {
      if graph.leadingCoefficient(of: factor.base).isNegative { isNegative.toggle() }
    }
    return isNegative
  }

  private mutating func valueOfOdd(
    _ name: String, _ argument: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    let pi = RationalFunction(Kernel(graph.constant(.pi)))
    switch (name, argument.constantValue) {
    case ("asin", Rational(1)): return pi.scaled(by: Rational(1, 2))
    case ("asin", Rational(1, 2)): return pi.scaled(by: Rational(1, 6))
    case ("atan", Rational(1)): return pi.scaled(by: Rational(1, 4))
    default: return RationalFunction(Kernel(graph.call(name, expressionOf(argument))))
    }
  }
}
