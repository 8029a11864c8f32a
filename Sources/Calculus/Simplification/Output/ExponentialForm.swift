import Expressions

/// Expressions as rational functions of one exponential E = e^u: e^{−z} and e^{2z} become E^{−1} and E².
struct ExponentialForm {
  /// The symbol that stands for E.
  let symbol: Expression
  /// The u in E = e^u.
  let argument: Expression
  /// The expressions, with E for the exponentials; nil where one is no rational function of E.
  let functions: [RationalFunction?]

  /// The kernel of E.
  var kernel: Kernel { Kernel(symbol) }
}

extension Simplifier {
  /// The exponential form of `expressions` taken together; nil if they hold no exponential, or exponentials whose
  /// arguments are not rational multiples of one another.
  mutating func exponentialForm(of expressions: [Expression]) -> ExponentialForm? {
    var calls: [Expression] = []
    for expression in expressions {
      graph.forEachNode(of: expression) { node in
        if argument(of: node, named: "exp") != nil, !calls.contains(node) { calls.append(node) }
        return true
      }
    }
    guard let (unit, multiples) = commonArgument(of: calls) else { return nil }
    let symbol = graph.symbol("e^u")
    var replacements: [Expression: Expression] = [:]
    for (call, multiple) in zip(calls, multiples) { replacements[call] = graph.power(symbol, graph.number(multiple)) }
    let functions = expressions.map { expression -> RationalFunction? in
      let replaced = graph.replace(replacements, in: expression)
      guard let function = graph.rationalFunction(of: replaced) else { return nil }
      let hidden = function.kernels.contains { $0.expression != symbol && graph.contains(symbol, in: $0.expression) }
      return hidden ? nil : function
    }
    return ExponentialForm(symbol: symbol, argument: unit, functions: functions)
  }

  /// u and the integers m with argument = m·u for each of the exponentials `calls`.
  private mutating func commonArgument(of calls: [Expression]) -> (unit: Expression, multiples: [Rational])? {
    var coefficients: [Rational] = []
    var common: (key: Expression, rest: Expression, isNegative: Bool)?
    for call in calls {
      guard let argument = argument(of: call, named: "exp") else { return nil }
      let (coefficient, rest) = graph.splitCoefficient(argument)
      let signed = signedKey(rest)
      let first = common ?? (signed.key, rest, signed.isNegative)
      guard signed.key == first.key else { return nil }
      common = first
      coefficients.append(signed.isNegative == first.isNegative ? coefficient : -coefficient)
    }
    guard let common else { return nil }
    let content = Self.content(coefficients)
    let unit = tidied(graph.multiply([graph.number(content), common.rest]))
    return (unit, coefficients.map { $0 / content })
  }
}

/// A value for a power of one kernel: E^step = value.
struct KernelValue {
  let kernel: Kernel
  let step: Rational
  let value: RationalFunction

  /// The value that solves `function = output`, where `function` is a quotient of two linear functions of a power of the
  /// kernel (a Möbius transformation); nil if it is none.
  ///
  ///     N/D = a  ⇔  N − a·D = 0, and with N − a·D = p·Eᵐ⁺ʳ + q·Eʳ  ⇔  Eᵐ = −q/p
  init?(solving function: RationalFunction, for kernel: Kernel, output: Expression) {
    guard let below = function.expandedDenominator,
      let scaled = below.multiplied(by: Polynomial(Kernel(output)))
    else { return nil }
    let parts = (function.numerator - scaled).coefficients(of: kernel)
    guard parts.count == 2,
      let quotient = RationalFunction(-parts[1].coefficient).divided(
        by: RationalFunction(parts[0].coefficient))
    else { return nil }
    self.kernel = kernel
    self.step = parts[0].exponent - parts[1].exponent
    self.value = quotient
  }

  /// `function` with the value in the place of the kernel; nil if other powers than multiples of `step` are left over.
  func inserted(into function: RationalFunction) -> RationalFunction? {
    guard let (top, shift) = inserted(into: function.numerator) else { return nil }
    var result = top
    var leftOver = shift
    for factor in function.denominator {
      guard let (base, shift) = inserted(into: factor.base),
        let power = base.power(factor.multiplicity), let quotient = result.divided(by: power)
      else { return nil }
      result = quotient
      leftOver -= shift * Rational(factor.multiplicity)
    }
    guard let times = (leftOver / step).asInt, let power = value.power(times) else { return nil }
    return result.multiplied(by: power)
  }

  /// p(E) = E^shift·q(E^step), as q(value) and shift.
  private func inserted(into polynomial: Polynomial) -> (value: RationalFunction, shift: Rational)? {
    let parts = polynomial.coefficients(of: kernel)
    guard let lowest = parts.last?.exponent else { return (.zero, .zero) }
    var sum = RationalFunction.zero
    for part in parts {
      guard let times = ((part.exponent - lowest) / step).asInt, let power = value.power(times),
        let term = RationalFunction(part.coefficient).multiplied(by: power), let next = sum.adding(term)
      else { return nil }
      sum = next
    }
    return (sum, lowest)
  }
}
