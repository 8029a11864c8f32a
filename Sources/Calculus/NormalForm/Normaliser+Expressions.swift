import Expressions

/// Normal forms as expressions, and substitution in normal forms.
extension Normaliser {
  /// `function` as an expression, its denominator multiplied out: the same for equal functions.
  mutating func expressionOf(_ function: RationalFunction) -> Expression {
    if let value = function.constantValue { return graph.number(value) }
    if let known = expressions[function] { return known }
    let result: Expression
    if let below = function.expandedDenominator, !function.denominator.isEmpty {
      let isNegative = graph.leadingCoefficient(of: below).isNegative
      let numerator = graph.expression(of: isNegative ? -function.numerator : function.numerator)
      let denominator = graph.expression(of: isNegative ? -below : below)
      result = graph.divide(numerator, by: denominator)
    } else {
      result = graph.expression(of: function)
    }
    expressions[function] = result
    return result
  }

  /// `function` with `value` for `variable`, also inside kernels.
  mutating func substituting(
    _ value: Expression, for variable: Expression, in function: RationalFunction
  ) throws(NormalFormError) -> RationalFunction {
    guard function.kernels.contains(where: { graph.contains(variable, in: $0.expression) }) else { return function }
    var result = try substituting(value, for: variable, in: function.numerator)
    for factor in function.denominator {
      let base = try substituting(value, for: variable, in: factor.base)
      result = try multiply(result, try power(base, -factor.multiplicity))
    }
    return result
  }

  private mutating func substituting(
    _ value: Expression, for variable: Expression, in polynomial: Polynomial
  ) throws(NormalFormError) -> RationalFunction {
    var terms: [RationalFunction] = []
    for term in polynomial.terms {
      let (touched, rest) = term.monomial.split { graph.contains(variable, in: $0.kernel.expression) }
      var product = RationalFunction(Polynomial(rest, term.coefficient))
      for factor in touched.factors {
        let kernel = try normal(graph.replace(variable, by: value, in: factor.kernel.expression))
        product = try multiply(product, try power(kernel, factor.exponent))
      }
      terms.append(product)
    }
    return try sum(terms)
  }

  /// The conditions' brackets times `function`, in which the variable of each condition p = t that can be solved is
  /// replaced by its value.
  mutating func substituted(
    _ function: RationalFunction, _ conditions: [BracketCondition]
  ) throws(NormalFormError) -> RationalFunction {
    let asItStands = function.shifted(by: Monomial(conditions.map { Monomial.Factor($0.kernel, 1) }))
    guard let place = conditions.firstIndex(where: { applies($0, to: function, among: conditions) }),
      let solution = conditions[place].solution
    else { return asItStands }
    do throws(NormalFormError) {
      var result = try substituting(solution.value, for: solution.variable, in: function)
      for (other, condition) in conditions.enumerated() where other != place {
        let replaced = graph.replace(solution.variable, by: solution.value, in: condition.kernel.expression)
        result = try multiply(result, try normal(replaced))
      }
      return try reduced(result.shifted(by: Monomial(conditions[place].kernel)))
    } catch {
      // [x = 0]/x has no value where the condition holds, but it must not be dropped: in 1/x + [x = 0](5 − 1/x), which is
      // 5 at 0, it cancels what has none either.
      guard case .undefined = error else { throw error }
      return asItStands
    }
  }

  private func applies(
    _ condition: BracketCondition, to function: RationalFunction, among conditions: [BracketCondition]
  ) -> Bool {
    guard let variable = condition.solution?.variable else { return false }
    if function.kernels.contains(where: { graph.contains(variable, in: $0.expression) }) { return true }
    return conditions.contains { $0.kernel != condition.kernel && graph.contains(variable, in: $0.key) }
  }

  /// `function` with the coefficients of brackets [p = t] that can't be solved reduced modulo p − t: x²[xy = 1] and
  /// what equals it where xy = 1 become the same.
  mutating func reducedModuloBrackets(_ function: RationalFunction) throws(NormalFormError) -> RationalFunction {
    var result = function.numerator
    for kernel in function.numerator.kernels where kind(of: kernel) == .bracket {
      guard let condition = brackets[kernel], condition.relation == .equal, condition.solution == nil else { continue }
      let vanishing = condition.polynomial - condition.threshold
      guard vanishing.terms.allSatisfy({ $0.monomial.isPolynomial }) else { continue }
      for (exponent, coefficient) in result.coefficients(of: kernel) where !exponent.isZero {
        let content = coefficient.monomialContent
        let cleared = coefficient.shifted(by: content.inverse)
        guard let remainder = cleared.quotientAndRemainder(dividingBy: vanishing)?.remainder else { continue }
        if remainder == cleared { continue }
        let whole = content * Monomial(kernel, exponent)
        result = result - coefficient.shifted(by: Monomial(kernel, exponent)) + remainder.shifted(by: whole)
      }
    }
    if result == function.numerator { return function }
    return RationalFunction(result, over: function.denominator)
  }
}
